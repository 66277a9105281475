"""*Usulkan pasangan* on the map of heirs: what happens per row, and what nobody is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import masuk, teks
from karier.enums import PeranKomite
from karier.models import HasilEvaluasi
from karier.services.pewaris_usul import Pilihan, propose_heirs
from karier.services.suksesi import mark_post
from karier.tests.dunia_talenta import Dunia, lengkapi
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor
from mentoring.tests.pabrik import ProfilMentorPabrik
from pegawai.enums import KompetensiMansoskul
from pegawai.models import AsesmenKompetensi, KompetensiTeknis, LevelTeknis, Pegawai
from pegawai.tests.pabrik import PeranPabrik, UnitKerjaPabrik
from pegawai.tests.pabrik_kompetensi import KompetensiTeknisPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
PEWARIS = "admin:karier_komitetalenta_pewaris"
USULKAN = "admin:karier_komitetalenta_usulkan"


@pytest.fixture
def d() -> Dunia:
    """The first of the three retires next year with Komunikasi 5 and a technical competency."""
    d = Dunia()
    senior = d.asn[0]
    AsesmenKompetensi.objects.filter(pegawai=senior).update(komunikasi=5)
    teknis = KompetensiTeknisPabrik(nama="Audit keuangan")
    for orang, level in ((senior, 5), (d.asn[1], 3)):
        LevelTeknis.objects.create(pegawai=orang, kompetensi=teknis, level=level, tanggal=date(2026, 1, 1))
    jalankan_sampai_selesai(d.instansi)
    HasilEvaluasi.objects.filter(pegawai=senior).update(tmt_pensiun=date(2027, 6, 1))
    return d


def audit() -> KompetensiTeknis:
    return KompetensiTeknis.objects.get(nama="Audit keuangan")


def mentor(d: Dunia) -> ProfilMentor:
    profil: ProfilMentor = ProfilMentorPabrik(pegawai=d.asn[0])
    profil.keahlian.update(kompetensi=KompetensiMansoskul.KOMUNIKASI, level=5)
    profil.keahlian.create(teknis=audit(), level=5)
    return profil


def pilihan(d: Dunia, ke: int, kompetensi: str = "komunikasi") -> Pilihan:
    return Pilihan(d.asn[0].pk, kompetensi, d.asn[ke].pk)


def tekan(client: Client, *semua: Pilihan) -> str:
    jawaban = client.post(reverse(USULKAN), {"pilih": [p.nilai for p in semua]}, follow=True)
    assert jawaban.status_code == 200
    return teks(jawaban)


def test_hr_proposes_pairs_and_reads_per_row_what_happened(d: Dunia) -> None:
    mentor(d)
    hr = masuk(d.hr)
    awal = teks(hr.get(reverse(PEWARIS)))
    assert pilihan(d, 1).nilai in awal
    halaman = tekan(hr, pilihan(d, 1, f"teknis:{audit().pk}"), pilihan(d, 2))
    assert "Calon 2, Audit keuangan dari Calon 1: Satu tempat disimpan" in halaman
    assert "Calon 3, Komunikasi dari Calon 1: Satu tempat disimpan" in halaman
    assert halaman.count("sudah diundang") == 2
    assert pilihan(d, 2).nilai not in halaman
    assert set(Pasangan.objects.values_list("mentee", "teknis", "status")) == {
        (d.asn[1].pk, audit().pk, StatusPasangan.DIUSULKAN.value),
        (d.asn[2].pk, None, StatusPasangan.DIUSULKAN.value),
    }
    isi = list(Pasangan.objects.values()), list(PermintaanMentor.objects.values())
    assert "Sudah mempunyai mentor, atau undangannya menunggu jawaban" in tekan(hr, pilihan(d, 2))
    assert (list(Pasangan.objects.values()), list(PermintaanMentor.objects.values())) == isi


def test_a_senior_who_is_no_mentor_yet_is_asked(d: Dunia) -> None:
    halaman = tekan(masuk(d.hr), pilihan(d, 1))
    assert (
        "Calon 2, Komunikasi dari Calon 1: Kini menunggu mentor. Undangan menjadi mentor dikirim" in halaman
    )
    assert "menunggu mentor</span>" in halaman
    assert ProfilMentor.objects.get().bersedia_pada is None


def test_nobody_is_told_when_the_other_leaves(d: Dunia) -> None:
    mentor(d)
    tekan(masuk(d.hr), pilihan(d, 1))
    for orang in (d.asn[0], d.asn[1]):
        client = masuk(d.akun(orang))
        for nama in ("mentoring:mentor", "mentoring:pilih"):
            isi = teks(client.get(reverse(nama), follow=True)).lower()
            assert not [k for k in ("pewaris", "purnatugas", "1 juni 2027") if k in isi]


def test_only_what_the_map_proposes_is_passed_on(d: Dunia) -> None:
    hr = masuk(d.hr)
    assert "tidak ada lagi pada peta" in tekan(hr, Pilihan(d.atasan.pk, "komunikasi", d.asn[1].pk))
    assert "Pilih sedikitnya satu pasangan" in tekan(hr)
    jawaban = hr.post(reverse(USULKAN), {"pilih": ["x", "1|komunikasi|y", "||", "1|2|3|4"]}, follow=True)
    assert "Pilih sedikitnya satu pasangan" in teks(jawaban)
    assert not PermintaanMentor.objects.exists()


def test_the_officers_own_rows_are_left_out(d: Dunia) -> None:
    mentor(d)
    akun = d.akun(d.asn[1])
    akun.is_staff = True
    akun.save()
    PeranPabrik(instansi=d.instansi, pengguna=akun)
    client = masuk(akun)
    halaman = teks(client.get(reverse(PEWARIS)))
    assert pilihan(d, 1).nilai not in halaman
    assert pilihan(d, 2).nilai in halaman
    (hasil,) = propose_heirs(instansi=d.instansi, pilihan=[pilihan(d, 1)], actor=akun, at=SAAT)
    assert (hasil.berubah, "rekan Anda" in hasil.teks) == (False, True)


def test_the_page_asks_as_often_for_many_heirs(d: Dunia) -> None:
    def ukur(client: Any) -> int:
        client.get(reverse(PEWARIS))
        with CaptureQueriesContext(connection) as tanya:
            client.get(reverse(PEWARIS))
        return len(tanya)

    hr = masuk(d.hr)
    sedikit = ukur(hr)
    for n in range(10, 16):
        lengkapi(d.orang(f"Calon {n}", fungsional=True, atasan=d.atasan))
    AsesmenKompetensi.objects.filter(pegawai__nama__in=["Calon 10", "Calon 11"]).update(
        komunikasi=5, integritas=5
    )
    jalankan_sampai_selesai(d.instansi)
    semua = Pegawai.objects.filter(nama__in=["Calon 1", "Calon 10", "Calon 11"])
    HasilEvaluasi.objects.filter(pegawai__in=semua).update(tmt_pensiun=date(2027, 6, 1))
    assert teks(hr.get(reverse(PEWARIS))).count('name="pilih"') > 6
    assert ukur(hr) == sedikit


def test_only_the_post_of_that_unit_is_called_critical(d: Dunia) -> None:
    hr = d.petugas("Petugas Dua")
    assert hr.pegawai is not None
    d.tunjuk(hr.pegawai, PeranKomite.SEKRETARIAT)
    jabatan = d.asn[0].riwayat_jabatan.get().jabatan
    for unit, tampak in ((UnitKerjaPabrik(instansi=d.instansi, nama="Dinas Lain"), False), (d.unit, True)):
        mark_post(jabatan=jabatan, unit=unit, alasan="Langka", actor=hr, at=SAAT)
        assert ("Jabatan kritikal" in teks(masuk(hr).get(reverse(PEWARIS)))) is tampak
