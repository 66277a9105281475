"""Draft conversions: set-based, whole months, never under a PAK. Signed ones: test_konversi_ulang."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.enums import Predikat, StatusKonversi
from kinerja.models import KonversiAngkaKredit, Penilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik, RiwayatJabatanPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 2, 1, tzinfo=UTC)


def satu(pegawai, tahun=2025):
    return KonversiAngkaKredit.objects.get(pegawai=pegawai, tahun=tahun)


def konversi(*pegawai, tahun=2025):
    return konversikan(pegawai_ids=[p.pk for p in pegawai], tahun=tahun, at=SAAT)


def jabatan_fungsional(jenjang):
    return JabatanPabrik(nama=f"Analis {jenjang.name}", jenis=JenisJabatan.FUNGSIONAL, jenjang=jenjang)


def dinilai(**lain):
    pegawai = PegawaiPabrik(fungsional=True, **lain)
    PenilaianPabrik(pegawai=pegawai, tahun=2025)
    return pegawai


@pytest.mark.parametrize(
    ("predikat", "senti"),
    [
        (Predikat.SANGAT_BAIK, 3750),
        (Predikat.BAIK, 2500),
        (Predikat.BUTUH_PERBAIKAN, 1875),
        (Predikat.SANGAT_KURANG, 625),
    ],
)
def test_a_year_of_an_ahli_muda_is_worth_its_predikat(predikat, senti):
    pegawai = PegawaiPabrik(fungsional=True)
    PenilaianPabrik(pegawai=pegawai, tahun=2025, predikat=predikat)
    assert konversi(pegawai) == 1
    k = satu(pegawai)
    assert (k.nilai_senti, k.bulan, k.jenjang, k.status) == (
        senti,
        12,
        Jenjang.AHLI_MUDA,
        StatusKonversi.DRAF,
    )


@pytest.mark.parametrize(
    ("tmt", "mulai", "bulan", "senti"),
    [
        (date(2025, 7, 1), date(2025, 7, 1), 6, 625),
        (date(2025, 7, 15), date(2025, 7, 15), 5, 521),
        (date(2025, 12, 1), date(2025, 12, 1), 1, 104),
        (date(2020, 1, 1), date(2025, 1, 1), 12, 1250),
    ],
)
def test_months_are_whole_from_the_start_of_the_jenjang(tmt, mulai, bulan, senti):
    pegawai = PegawaiPabrik()
    RiwayatJabatanPabrik(pegawai=pegawai, jabatan=jabatan_fungsional(Jenjang.AHLI_PERTAMA), tmt=tmt)
    PenilaianPabrik(pegawai=pegawai, tahun=2025)
    konversi(pegawai)
    k = satu(pegawai)
    assert (k.mulai, k.bulan, k.nilai_senti) == (mulai, bulan, senti)


def test_another_post_in_the_same_jenjang_does_not_break_the_year():
    pegawai = dinilai()
    lain = JabatanPabrik(nama="Pengawas", jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_MUDA)
    RiwayatJabatanPabrik(pegawai=pegawai, jabatan=lain, tmt=date(2025, 5, 1))
    konversi(pegawai)
    assert satu(pegawai).bulan == 12


def test_a_post_that_begins_after_the_year_does_not_count():
    pegawai = dinilai()
    RiwayatJabatanPabrik(
        pegawai=pegawai, jabatan=jabatan_fungsional(Jenjang.AHLI_MADYA), tmt=date(2026, 1, 1)
    )
    konversi(pegawai)
    assert satu(pegawai).jenjang == Jenjang.AHLI_MUDA


def test_nobody_outside_a_jabatan_fungsional_is_converted():
    orang = [PegawaiPabrik(pelaksana=True), PegawaiPabrik(struktural=True), PegawaiPabrik()]
    for p in orang:
        PenilaianPabrik(pegawai=p, tahun=2025)
    assert konversi(*orang) == 0
    assert not KonversiAngkaKredit.objects.exists()


def test_a_pppk_in_a_jabatan_fungsional_has_no_angka_kredit():
    pegawai = PegawaiPabrik(pppk=True)
    PenilaianPabrik(pegawai=pegawai, tahun=2025)
    assert konversi(pegawai) == 0


def test_a_draft_appraisal_is_no_ground():
    pegawai = PegawaiPabrik(fungsional=True)
    PenilaianPabrik(pegawai=pegawai, tahun=2025, draf=True)
    assert konversi(pegawai) == 0


def test_a_year_covered_by_a_pak_is_not_converted():
    pegawai = dinilai()
    PakPabrik(pegawai=pegawai, sampai=date(2025, 12, 31))
    assert konversi(pegawai) == 0


def test_a_pak_in_the_middle_of_the_year_leaves_the_months_after_it():
    pegawai = dinilai()
    PakPabrik(pegawai=pegawai, sampai=date(2025, 6, 30))
    konversi(pegawai)
    k = satu(pegawai)
    assert (k.mulai, k.bulan, k.nilai_senti) == (date(2025, 7, 1), 6, 1250)


def test_a_draft_begins_later_once_a_pak_covers_its_first_months():
    pegawai = dinilai()
    konversi(pegawai)
    PakPabrik(pegawai=pegawai, sampai=date(2025, 6, 30))
    assert konversi(pegawai) == 1
    assert satu(pegawai).mulai == date(2025, 7, 1)


def test_a_signed_row_on_the_same_ground_keeps_even_an_amount_rounded_otherwise():
    pegawai = dinilai()
    KonversiPabrik(pegawai=pegawai, tahun=2025, nilai_senti=2499)
    assert konversi(pegawai) == 0
    assert (satu(pegawai).nilai_senti, satu(pegawai).status) == (2499, StatusKonversi.DITANDATANGANI)


def test_a_draft_follows_a_corrected_predikat_and_a_second_run_writes_nothing():
    pegawai = dinilai()
    konversi(pegawai)
    Penilaian.objects.filter(pegawai=pegawai).update(predikat=Predikat.SANGAT_BAIK)
    assert konversi(pegawai) == 1
    assert satu(pegawai).nilai_senti == 3750
    assert konversi(pegawai) == 0


def test_a_year_that_is_not_over_is_not_converted_and_its_draft_goes():
    pegawai = PegawaiPabrik(fungsional=True)
    PenilaianPabrik(pegawai=pegawai, tahun=2026)
    KonversiPabrik(pegawai=pegawai, tahun=2026, draf=True)
    assert konversi(pegawai, tahun=2026) == 0
    assert not KonversiAngkaKredit.objects.exists()


def test_what_was_signed_before_its_year_was_over_stays():
    pegawai = PegawaiPabrik(fungsional=True)
    PenilaianPabrik(pegawai=pegawai, tahun=2026)
    KonversiPabrik(pegawai=pegawai, tahun=2026)
    assert konversi(pegawai, tahun=2026) == 0
    assert satu(pegawai, 2026).status == StatusKonversi.DITANDATANGANI


def test_a_draft_without_a_ground_is_removed():
    pegawai = dinilai()
    konversi(pegawai)
    PakPabrik(pegawai=pegawai, sampai=date(2025, 12, 31))
    konversi(pegawai)
    assert not KonversiAngkaKredit.objects.exists()


def test_many_people_take_as_many_queries_as_one():
    sendiri, banyak = dinilai(), [dinilai() for _ in range(10)]
    with CaptureQueriesContext(connection) as satu_orang:
        konversi(sendiri)
    with CaptureQueriesContext(connection) as sepuluh_orang:
        assert konversi(*banyak) == 10
    assert len(sepuluh_orang) == len(satu_orang)
