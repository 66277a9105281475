"""The committee sets and the instansi releases, in Chromium, with and without scripts; then succession."""

from __future__ import annotations

from typing import Final

import pytest
from django.urls import reverse

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from karier.enums import JenisPenetapan
from karier.models import JabatanKritikal, PenetapanKotak, RencanaSuksesi, RilisKotak, SidangTalenta
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import SAAT

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
#: Presses, without what is typed and chosen.
ANGGARAN_KLIK: Final = {"buka_dan_setujui": 4, "rilis": 4, "tandai_dan_tambah": 3}


@pytest.mark.parametrize("skrip", [True, False])
def test_the_committee_sets_the_instansi_releases_and_the_person_reads(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(SAAT):
        d = Dunia()
        asn = layar.asn(d.asn[0], ukuran=PONSEL)
        asn.mulai(reverse("karier:talenta"))
        assert "Belum ada kotak yang dirilis" in asn.baca()
        assert "11 dari 11 komponen tercatat" in asn.baca()
        _menetapkan(layar.asn(d.anggota[0], ukuran=PONSEL), d)
        asn.mulai(reverse("karier:talenta"))
        assert "Belum ada kotak yang dirilis" in asn.baca()
        _merilis(layar.hr(d.hr))
        _membaca(asn)
        atasan = layar.pimpinan(d.atasan, ukuran=PONSEL)
        atasan.mulai(reverse("karier:tim"))
        atasan.tekan("peta talenta")
        assert "Kotak 7: kinerja di atas ekspektasi" in atasan.baca()
        _suksesi(layar.asn(d.anggota[0], ukuran=PONSEL), d)
        hr = layar.hr(d.hr)
        hr.mulai(reverse("admin:karier_komitetalenta_peta") + "?dasar=dirilis&kotak=9")
        assert "Calon 3" in hr.baca()
        hr.tekan("Pewaris pengetahuan")
    layar.lapor()


def _menetapkan(anggota: Jejak, d: Dunia) -> None:
    anggota.mulai(reverse("karier:talenta"))
    anggota.tekan("Komite talenta")
    anggota.tekan("Buka sidang")
    anggota.tekan("Buka sidang")
    assert anggota.halaman.locator("main input:checked").count() == 0  # a person chooses, nobody is led
    for nomor in (1, 2, 3):
        anggota.pilih(f"Pilih Calon {nomor}")
    anggota.tekan("Setujui usulan terpilih")
    assert anggota.klik == ANGGARAN_KLIK["buka_dan_setujui"]
    assert "3 pegawai ditetapkan sesuai usulan hitungan" in anggota.baca()
    anggota.tekan("Semua")
    anggota.tekan("Calon 1")
    anggota.pilih("Kotak 7: kinerja di atas ekspektasi, potensial menengah")
    anggota.tekan("Tetapkan kotak")
    assert "Tuliskan alasannya" in anggota.baca()
    anggota.isi("Alasan", "Baru setahun di jabatan ini.", ke=0)
    anggota.tekan("Tetapkan kotak")
    assert PenetapanKotak.objects.get(jenis=JenisPenetapan.LAIN).pegawai == d.asn[0]
    anggota.tekan("Semua")
    anggota.tekan("Calon 2")
    anggota.isi("Alasan mengurungkan", "Datanya dilengkapi dahulu.")
    anggota.tekan("Urungkan penetapan")
    assert PenetapanKotak.objects.filter(jenis=JenisPenetapan.URUNGKAN).count() == 1
    anggota.tekan("Berita acara")
    anggota.isi("Nomor berita acara", "BA/1/2026")
    anggota.isi("Isi berita acara", "Komite membahas tiga pegawai.")
    anggota.tekan("Simpan berita acara")
    assert SidangTalenta.objects.get().nomor_berita == "BA/1/2026"


def _merilis(hr: Jejak) -> None:
    hr.mulai("/kelola/")
    hr.tekan("Komite talenta")
    hr.tekan("Komite talenta, SK")
    hr.tekan("Periksa dan rilis")
    assert "Baru setahun di jabatan ini." in hr.baca()
    hr.tekan("Rilis 2 kotak")
    assert hr.klik == ANGGARAN_KLIK["rilis"]
    assert RilisKotak.objects.count() == 2


def _membaca(asn: Jejak) -> None:
    """The neutral sentence, the reason, how to improve, and the way to a human."""
    asn.mulai(reverse("karier:talenta"))
    isi = asn.baca()
    assert "Kotak 7: kinerja di atas ekspektasi, potensial menengah" in isi
    assert "Baru setahun di jabatan ini." in isi
    assert "Ikut tim kerja lintas unit" in isi
    asn.tekan("minta ditinjau manusia")
    asn.isi("Apa yang menurut Anda perlu ditinjau?", "Masa jabatan saya dua tahun.")
    asn.tekan("Kirim permintaan")
    assert "Permintaan terkirim" in asn.baca()


def _suksesi(anggota: Jejak, d: Dunia) -> None:
    anggota.mulai(reverse("karier:suksesi"))
    anggota.tekan("Tandai jabatan kritikal")
    anggota.ambil("Unit kerja", "Dinas Uji")
    anggota.ambil("Jabatan", "Kepala Bidang Uji")
    anggota.isi("Mengapa kritikal", "Pemangku pensiun tahun depan.")
    anggota.tekan("Tandai")
    anggota.pilih("Calon 3")
    anggota.tekan("Tambahkan terpilih")
    assert anggota.klik == ANGGARAN_KLIK["tandai_dan_tambah"]
    anggota.tekan("Calon 3")
    anggota.isi("Rencana penyiapan", "Pelaksana harian tiga bulan.")
    anggota.tekan("Simpan rencana penyiapan")
    anggota.tekan("Tambah kandidat lain")
    anggota.isi("NIP kandidat", d.kurang.nip)
    anggota.isi("Alasan", "Pernah memimpin unit ini.")
    anggota.tekan("Tambahkan")
    anggota.tekan("Tetapkan rencana suksesi")
    anggota.isi("Nomor berita acara", "BA/2/2026")
    anggota.isi("Alasan penetapan", "Dua calon disiapkan.")
    anggota.tekan("Tetapkan")
    assert RencanaSuksesi.objects.get().kritikal == JabatanKritikal.objects.get()
    assert "Rencana ke-1" in anggota.baca()
