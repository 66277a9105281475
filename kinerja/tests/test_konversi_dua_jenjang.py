"""A year in two jenjang has two lines, each with its own months and koefisien, whatever changes later."""

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from kinerja.enums import Predikat
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.services.angka_kredit import earns_angka_kredit
from kinerja.tests.dua_jenjang import (
    DRAF,
    MADYA,
    MUDA,
    OKTOBER,
    PENUH,
    SAAT,
    SAH,
    SEBELUM,
    SESUDAH,
    atasan,
    jabatan,
    naik_ditandatangani,
    orang,
    sah,
    segarkan,
    tandai,
    tersimpan,
)
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik
from kinerja.tests.saldo import saldo_ak
from pegawai.enums import Jenjang
from pegawai.models import Pegawai, Pengguna, RiwayatJabatan
from pegawai.tests.pabrik import PegawaiPabrik

__all__ = ["atasan", "orang"]
pytestmark = pytest.mark.django_db


# -- the lines --------------------------------------------------------------------------------


def test_a_rise_on_the_first_gives_that_month_to_the_new_jenjang(orang: Pegawai) -> None:
    jabatan(orang, MADYA, OKTOBER)
    assert segarkan(orang) == 2
    assert tersimpan(orang) == [SEBELUM, SESUDAH]
    assert segarkan(orang) == 0


def test_a_rise_within_a_month_gives_that_month_to_nobody(orang: Pegawai) -> None:
    jabatan(orang, MADYA, date(2025, 10, 15))
    segarkan(orang)
    assert tersimpan(orang) == [SEBELUM, (MADYA, date(2025, 10, 15), 2, 625, DRAF)]


def test_every_line_has_its_own_koefisien_and_the_one_predikat_of_the_year(orang: Pegawai) -> None:
    Penilaian.objects.filter(pegawai=orang).update(predikat=Predikat.SANGAT_BAIK)
    jabatan(orang, MADYA, date(2025, 7, 1))
    segarkan(orang)
    baris = KonversiAngkaKredit.objects.filter(pegawai=orang).order_by("mulai")
    assert [(k.koefisien_milli, k.persen, k.nilai_senti) for k in baris] == [
        (25_000, 150, 1875), (37_500, 150, 2813),
    ]  # fmt: skip


def test_months_as_jf_before_a_structural_post_keep_their_worth(orang: Pegawai) -> None:
    jabatan(orang, Jenjang.PENGAWAS, OKTOBER, jf=False)
    segarkan(orang)
    assert tersimpan(orang) == [SEBELUM]
    assert earns_angka_kredit(pegawai_id=orang.pk, tahun=2025)
    assert not earns_angka_kredit(pegawai_id=orang.pk, tahun=2026)


def test_two_times_in_one_jenjang_with_a_break_are_two_lines(orang: Pegawai) -> None:
    jabatan(orang, Jenjang.PENGAWAS, date(2025, 4, 1), jf=False)
    jabatan(orang, MUDA, OKTOBER)
    segarkan(orang)
    assert tersimpan(orang) == [
        (MUDA, date(2025, 1, 1), 3, 625, DRAF), (MUDA, OKTOBER, 3, 625, DRAF),
    ]  # fmt: skip


def test_a_line_without_a_whole_month_is_not_written(orang: Pegawai) -> None:
    jabatan(orang, MADYA, date(2025, 12, 2))
    segarkan(orang)
    assert tersimpan(orang) == [(MUDA, date(2025, 1, 1), 11, 2292, DRAF)]


def test_two_lines_of_one_person_cannot_begin_on_one_day(orang: Pegawai) -> None:
    KonversiPabrik(pegawai=orang)
    with pytest.raises(IntegrityError):
        KonversiPabrik(pegawai=orang, jenjang=MADYA)


def test_many_people_with_two_lines_take_as_many_queries_as_one() -> None:
    semua = [PegawaiPabrik(fungsional=True) for _ in range(9)]
    for o in semua:
        PenilaianPabrik(pegawai=o)
        jabatan(o, MADYA, OKTOBER)
    with CaptureQueriesContext(connection) as satu:
        segarkan(semua[0])
    with CaptureQueriesContext(connection) as delapan:
        assert segarkan(*semua[1:]) == 16
    assert len(delapan) == len(satu)


# -- changes after the signature ----------------------------------------------------------------


def test_a_rise_recorded_late_shortens_the_signed_line_and_adds_one(orang: Pegawai, atasan: Pengguna) -> None:
    segarkan(orang)
    tandai(orang, atasan)
    jabatan(orang, MADYA, OKTOBER)
    assert segarkan(orang) == 2
    assert tersimpan(orang) == [SEBELUM, SESUDAH]
    awal = KonversiAngkaKredit.objects.get(pegawai=orang, jenjang=MUDA)
    assert awal.history.get(status=SAH).nilai_senti == 2500


def test_both_signatures_stay_on_the_same_ground(orang: Pegawai, atasan: Pengguna) -> None:
    naik_ditandatangani(orang, atasan)
    assert segarkan(orang) == 0
    assert tersimpan(orang) == [sah(SEBELUM), sah(SESUDAH)]


def test_a_rise_taken_back_removes_its_line_and_asks_for_the_other_anew(
    orang: Pegawai, atasan: Pengguna
) -> None:
    naik_ditandatangani(orang, atasan).delete()
    assert segarkan(orang) == 1
    assert tersimpan(orang) == [PENUH]
    assert KonversiAngkaKredit.history.filter(status=SAH, jenjang=MADYA, history_type="-").count() == 1


def test_a_rise_moved_to_another_month_takes_both_signatures_back(orang: Pegawai, atasan: Pengguna) -> None:
    riwayat = naik_ditandatangani(orang, atasan)
    RiwayatJabatan.objects.filter(pk=riwayat.pk).update(tmt=date(2025, 7, 1))
    segarkan(orang)
    assert tersimpan(orang) == [
        (MUDA, date(2025, 1, 1), 6, 1250, DRAF), (MADYA, date(2025, 7, 1), 6, 1875, DRAF),
    ]  # fmt: skip


def test_a_rise_that_turns_out_a_day_later_moves_its_own_line(orang: Pegawai, atasan: Pengguna) -> None:
    riwayat = naik_ditandatangani(orang, atasan)
    semula = KonversiAngkaKredit.objects.get(pegawai=orang, jenjang=MADYA).pk
    RiwayatJabatan.objects.filter(pk=riwayat.pk).update(tmt=date(2025, 10, 2))
    segarkan(orang)
    assert tersimpan(orang) == [sah(SEBELUM), (MADYA, date(2025, 10, 2), 2, 625, DRAF)]
    assert KonversiAngkaKredit.objects.get(pegawai=orang, jenjang=MADYA).pk == semula


def test_posts_that_change_places_change_their_lines(orang: Pegawai, atasan: Pengguna) -> None:
    naik_ditandatangani(orang, atasan)
    RiwayatJabatan.objects.filter(pegawai=orang).delete()
    jabatan(orang, MADYA, date(2020, 1, 1))
    jabatan(orang, MUDA, OKTOBER)
    assert segarkan(orang) == 2
    assert tersimpan(orang) == [
        (MADYA, date(2025, 1, 1), 9, 2813, DRAF), (MUDA, OKTOBER, 3, 625, DRAF),
    ]  # fmt: skip


def test_a_line_follows_its_jenjang_before_its_place_in_the_year(orang: Pegawai, atasan: Pengguna) -> None:
    """PAK to the middle of the year and an earlier rise at once: no first day is as it was."""
    naik_ditandatangani(orang, atasan)
    semula = KonversiAngkaKredit.objects.get(pegawai=orang, jenjang=MADYA).pk
    RiwayatJabatan.objects.filter(pegawai=orang, tmt=OKTOBER).update(tmt=date(2025, 8, 1))
    PakPabrik(pegawai=orang, sampai=date(2025, 5, 31))
    segarkan(orang)
    assert tersimpan(orang) == [
        (MUDA, date(2025, 6, 1), 2, 417, DRAF), (MADYA, date(2025, 8, 1), 5, 1563, DRAF),
    ]  # fmt: skip
    assert KonversiAngkaKredit.objects.get(pegawai=orang, jenjang=MADYA).pk == semula


def test_a_line_of_another_jenjang_and_day_goes_on_in_the_one_that_is_left(
    orang: Pegawai, atasan: Pengguna
) -> None:
    segarkan(orang)
    tandai(orang, atasan)
    semula = KonversiAngkaKredit.objects.get(pegawai=orang).pk
    jabatan(orang, MADYA, date(2025, 3, 1))
    PakPabrik(pegawai=orang, sampai=date(2025, 2, 28))
    assert segarkan(orang) == 1
    assert tersimpan(orang) == [(MADYA, date(2025, 3, 1), 10, 3125, DRAF)]
    assert KonversiAngkaKredit.objects.get(pegawai=orang).pk == semula


def test_a_line_that_the_pak_keeps_from_being_counted_stays_signed(orang: Pegawai, atasan: Pengguna) -> None:
    riwayat = naik_ditandatangani(orang, atasan)
    RiwayatJabatan.objects.filter(pk=riwayat.pk).update(tmt=date(2025, 1, 1))
    PakPabrik(pegawai=orang, sampai=date(2025, 1, 1))
    segarkan(orang)
    assert tersimpan(orang) == [sah(SEBELUM), (MADYA, date(2025, 1, 2), 11, 3438, DRAF)]


def test_a_line_that_would_be_counted_twice_goes(orang: Pegawai, atasan: Pengguna) -> None:
    riwayat = naik_ditandatangani(orang, atasan)
    RiwayatJabatan.objects.filter(pk=riwayat.pk).update(tmt=date(2025, 1, 1))
    PakPabrik(pegawai=orang)
    segarkan(orang)
    assert tersimpan(orang) == [(MADYA, date(2025, 1, 1), 12, 3750, DRAF)]


# -- a PAK in such a year -----------------------------------------------------------------------


def test_a_pak_up_to_the_rise_takes_up_the_first_line_and_leaves_both_signatures(
    orang: Pegawai, atasan: Pengguna
) -> None:
    naik_ditandatangani(orang, atasan)
    PakPabrik(pegawai=orang, sampai=date(2025, 9, 30))
    assert segarkan(orang) == 0
    assert tersimpan(orang) == [sah(SEBELUM), sah(SESUDAH)]


def test_a_pak_up_to_the_rise_removes_the_first_draft(orang: Pegawai) -> None:
    jabatan(orang, MADYA, OKTOBER)
    segarkan(orang)
    PakPabrik(pegawai=orang, sampai=date(2025, 9, 30))
    assert segarkan(orang) == 0
    assert tersimpan(orang) == [SESUDAH]


def test_a_pak_one_day_short_of_the_first_line_leaves_nothing_of_it_to_convert(
    orang: Pegawai, atasan: Pengguna
) -> None:
    naik_ditandatangani(orang, atasan)
    PakPabrik(pegawai=orang, sampai=date(2025, 9, 29))
    assert segarkan(orang) == 0
    assert tersimpan(orang) == [sah(SEBELUM), sah(SESUDAH)]
    assert saldo_ak(orang, SAAT.date())["sah"] is None


def test_a_pak_within_the_first_line_leaves_its_months_after_it(orang: Pegawai, atasan: Pengguna) -> None:
    naik_ditandatangani(orang, atasan)
    PakPabrik(pegawai=orang, sampai=date(2025, 6, 30))
    assert segarkan(orang) == 1
    assert tersimpan(orang) == [(MUDA, date(2025, 7, 1), 3, 625, DRAF), sah(SESUDAH)]


def test_a_pak_of_the_whole_year_leaves_both_signed_lines(orang: Pegawai, atasan: Pengguna) -> None:
    naik_ditandatangani(orang, atasan)
    PakPabrik(pegawai=orang, sampai=date(2025, 12, 31))
    assert segarkan(orang) == 0
    assert tersimpan(orang) == [sah(SEBELUM), sah(SESUDAH)]
    PenetapanAngkaKredit.objects.all().delete()
    assert segarkan(orang) == 0


@pytest.mark.parametrize(
    ("jenjang", "sampai", "senti"),
    [
        (MUDA, date(2024, 12, 31), 1875),  # the old jenjang: its own months only
        (MADYA, date(2025, 9, 30), 938),  # the new one, after the PAK of the rise
        (MADYA, date(2024, 12, 31), 938),
        (MUDA, date(2025, 9, 30), None),
    ],
)
def test_the_balance_adds_the_lines_of_the_jenjang_of_the_pak(
    orang: Pegawai, atasan: Pengguna, jenjang: Jenjang, sampai: date, senti: int | None
) -> None:
    naik_ditandatangani(orang, atasan)
    PakPabrik(pegawai=orang, jenjang=jenjang, sampai=sampai)
    assert saldo_ak(orang, SAAT.date())["sah"] == senti
