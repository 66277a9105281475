"""Flow 6 in the browser: HR suggests and invites, the mentee chooses, the mentor answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import pytest
from django.utils import timezone

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from karier.services.evaluasi import kerjakan_menunggu, start_run
from karier.services.keadaan import read_outcomes
from karier.services.pencocokan import suggest_development
from mentoring.enums import StatusMentor, StatusPasangan
from mentoring.models import Pasangan, ProfilMentor
from mentoring.services.pasangan import stored_for
from mentoring.tests.pabrik import ProfilMentorPabrik, ProgramMentoringPabrik
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
#: Ten in the morning in Jakarta.
SAAT: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
#: Presses; a choice in a list counts one (`pengguna`, flow 6).
ANGGARAN_KLIK: Final = {"mentor_hr": 3, "pilih_mentor": 3, "terima": 1}


class Dunia:
    """Somebody one level short of Komunikasi, their leader, HR, and three mentors of other offices."""

    def __init__(self) -> None:
        self.instansi: Instansi = InstansiPabrik(kode="batanghari")
        self.hr: Pengguna = hr_dari(self.instansi)
        self.unit = UnitKerjaPabrik(instansi=self.instansi, nama="Dinas Uji")
        self.atasan = self._orang("Atasan Contoh", None, struktural=True)
        self.asn = self._orang("Sari Contoh", self.atasan, pelaksana=True)
        StandarKompetensiPabrik(jabatan=self.asn.riwayat_jabatan.get().jabatan, komunikasi=3)
        AsesmenPabrik(pegawai=self.asn, komunikasi=2)
        ProgramMentoringPabrik(instansi=self.instansi, nama="Senior mendampingi")
        lain = UnitKerjaPabrik(instansi=self.instansi, nama="Badan Lain")
        self.mentor = [
            self._mentor(f"Mentor {n}", lain, level) for n, level in (("Satu", 5), ("Dua", 4), ("Tiga", 3))
        ]
        # The leader would fit best, and stands in the line of command.
        ProfilMentorPabrik(pegawai=self.atasan, keahlian__level=5)

    def _orang(self, nama: str, atasan: Pegawai | None, **sifat: Any) -> Pegawai:
        isi = {"instansi": self.instansi, "unit": self.unit, "nama": nama, "atasan": atasan, **sifat}
        satu: Pegawai = PegawaiPabrik(**isi)
        PenggunaPabrik(pegawai=satu)
        return satu

    def _mentor(self, nama: str, unit: Any, level: int) -> ProfilMentor:
        orang = self._orang(nama, None, fungsional=True, unit=unit)
        AsesmenPabrik(pegawai=orang, komunikasi=level)
        profil: ProfilMentor = ProfilMentorPabrik(pegawai=orang, kapasitas=1, keahlian__level=level)
        return profil

    def hitung(self) -> None:
        run = start_run(instansi=self.instansi, per_tanggal=SAAT.date(), actor=None, at=timezone.now())
        while kerjakan_menunggu(run.pk):
            pass

    @property
    def pasangan(self) -> Pasangan:
        satu: Pasangan = Pasangan.objects.exclude(status=StatusPasangan.DILEPAS).latest("pk")
        return satu


@pytest.mark.parametrize("skrip", [True, False])
def test_from_a_gap_to_a_pair_by_two_yeses(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(SAAT):
        dunia = Dunia()
        dunia.hitung()
        _menyusun_dan_mengundang(layar.hr(dunia.hr), dunia)
        _memilih(layar.asn(dunia.asn, ukuran=PONSEL), dunia)
        _menerima(layar.asn(dunia.mentor[1].pegawai, ukuran=PONSEL), dunia)
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        asn.mulai("/")
        assert "Mentor Dua" in asn.baca()
    layar.lapor()


def _menyusun_dan_mengundang(hr: Jejak, dunia: Dunia) -> None:
    """Three presses at the tab *Saran pasangan*."""
    hr.mulai("/kelola/")
    hr.tekan("Mentoring")
    hr.klik = 0
    hr.tekan("Susun saran pasangan")
    assert "Sari Contoh" in hr.baca()
    assert "Atasan Contoh" not in hr.halaman.locator("form table").inner_text()
    hr.tekan("Pilih semua yang disarankan")
    hr.tekan("Kirim undangan ke kedua pihak")
    assert hr.klik == ANGGARAN_KLIK["mentor_hr"]
    assert "Undangan dikirim kepada 1 pasangan" in hr.baca()
    assert (dunia.pasangan.status, dunia.pasangan.mentor) == (StatusPasangan.DIUSULKAN, dunia.mentor[0])
    _sama_dengan_beranda(dunia)


def _sama_dengan_beranda(dunia: Dunia) -> None:
    """The page of development names the stored first suggestion."""
    hari = SAAT.date()
    keadaan = read_outcomes([dunia.asn.pk], instansi_id=dunia.instansi.pk, per=hari)[dunia.asn.pk]
    saran = suggest_development(pegawai=dunia.asn, keadaan=keadaan, per=hari)
    assert saran is not None
    assert saran.mentor is not None
    assert saran.mentor.profil_id == stored_for(dunia.asn.permintaan_mentor.get())[0].mentor_id


def _memilih(asn: Jejak, dunia: Dunia) -> None:
    """Another one than the first: three presses from the home page."""
    asn.mulai("/")
    asn.tekan("Pilih mentor")
    teks = asn.baca()
    assert all(m.pegawai.nama in teks for m in dunia.mentor)
    assert "Tempat disimpan untuk Anda" in teks
    asn.tekan("Mengapa? ", ke=1)
    assert "jejaring kerja bertambah luas" in asn.baca()
    asn.klik = 1
    asn.pilih("Mentor Dua")
    asn.potret("wanggar-mentor", dari="Pilih mentor")
    asn.klik += 1
    asn.tekan("Kirim pilihan")
    assert asn.klik == ANGGARAN_KLIK["pilih_mentor"]
    assert "Menunggu jawaban mentor" in asn.baca()
    assert (dunia.pasangan.status, dunia.pasangan.mentor) == (StatusPasangan.DIPILIH_MENTEE, dunia.mentor[1])


def _menerima(mentor: Jejak, dunia: Dunia) -> None:
    """One press on the home page."""
    mentor.mulai("/")
    assert "Sari Contoh memilih Anda sebagai mentor" in mentor.baca()
    mentor.tekan("Terima")
    assert mentor.klik == ANGGARAN_KLIK["terima"]
    assert "berjalan mulai hari ini" in mentor.baca()
    assert dunia.pasangan.status == StatusPasangan.BERJALAN
    assert ProfilMentor.objects.dengan_terisi().get(pk=dunia.mentor[1].pk).terisi == 1


@pytest.mark.parametrize("skrip", [True, False])
def test_a_mentor_who_cannot_says_why_and_the_mentee_is_suggested_another(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(SAAT):
        dunia = Dunia()
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Cari mentor")
        asn.tekan("Cari mentor")
        asn.pilih("Komunikasi")
        asn.tekan("Lihat saran")
        asn.pilih("Mentor Satu")
        asn.tekan("Kirim pilihan")
        mentor = layar.asn(dunia.mentor[0].pegawai, ukuran=PONSEL)
        mentor.mulai("/")
        mentor.tekan("Sari Contoh memilih Anda")
        mentor.tekan("Belum dapat menerima")
        mentor.pilih("Waktu saya sedang penuh")
        mentor.tekan("Kirim jawaban")
        assert dunia.pasangan.status == StatusPasangan.BELUM_DITERIMA
        asn.mulai("/")
        asn.tekan("Pilih mentor")
        assert "Mentor Satu belum dapat menerima: Waktu saya sedang penuh." in asn.baca()
        assert "Mentor Satu" not in asn.halaman.locator("fieldset").inner_text()
        asn.mulai("/mentoring/")
        asn.tekan("Tidak mencari mentor lagi")
        assert "Anda belum punya mentor" in asn.baca()
    layar.lapor()


def test_a_senior_is_invited_and_opens_the_profile_by_their_own_yes(layar: Layar) -> None:
    with pada(SAAT):
        dunia = Dunia()
        ProfilMentor.objects.filter(pegawai=dunia.mentor[0].pegawai).delete()
        orang = dunia.mentor[0].pegawai
        ProfilMentorPabrik(pegawai=orang, status=StatusMentor.DIUNDANG, bersedia_pada=None)
        senior = layar.asn(orang, ukuran=PONSEL)
        senior.mulai("/")
        senior.tekan("Anda diundang menjadi mentor")
        senior.isi("Senang membantu dalam hal", "Menyusun telaahan staf")
        senior.tekan("Saya bersedia")
        profil = ProfilMentor.objects.get(pegawai=orang)
        assert (profil.status, profil.keahlian.get(kompetensi="komunikasi").level) == (StatusMentor.AKTIF, 5)
        assert "Anda bersedia membimbing 2 orang" in senior.baca()
        senior.tekan("Istirahat dulu")
        profil.refresh_from_db()
        assert profil.status == StatusMentor.ISTIRAHAT
    layar.lapor()
