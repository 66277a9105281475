"""How classes and agreements stand on a day, as tables of cases."""

from datetime import date

import pytest

from pelatihan.enums import StatusAngkatan as S
from pelatihan.kamus.katalog import agreement_mark, class_mark
from pelatihan.rules.kelas import KeadaanKelas as K
from pelatihan.rules.kelas import class_state
from pelatihan.rules.mitra import Masa, agreement_covers, agreement_state, span_at
from pelatihan.rules.mitra import MasaPerjanjian as M

HARI = date(2027, 3, 4)


@pytest.mark.parametrize(
    ("status", "sisa", "sampai", "keadaan", "teks"),
    [
        (S.DIBUKA, 1, HARI, K.DIBUKA, "Dibuka"),
        (S.DIBUKA, 0, HARI, K.PENUH, "Kuota penuh – daftar tunggu"),
        (S.DIBUKA, 5, date(2027, 3, 3), K.DITUTUP, "Ditutup"),
        (S.DITUTUP, 5, date(2027, 4, 1), K.DITUTUP, "Ditutup"),
        (S.DIBATALKAN, 5, date(2027, 4, 1), K.DIBATALKAN, "Dibatalkan penyelenggara"),
    ],
)
def test_a_class_stands_in_one_of_four_words(
    status: S, sisa: int, sampai: date, keadaan: K, teks: str
) -> None:
    assert class_state(status, sisa=sisa, daftar_sampai=sampai, hari=HARI) is keadaan
    assert class_mark(keadaan).teks == teks


@pytest.mark.parametrize(
    ("mulai", "sampai", "masa", "teks"),
    [
        (date(2027, 3, 5), date(2028, 1, 1), M.BELUM_MULAI, "Perjanjian berlaku mulai 5 Maret 2027"),
        (HARI, date(2027, 5, 4), M.BERLAKU, "Perjanjian berlaku sampai 4 Mei 2027"),
        (HARI, date(2027, 5, 3), M.SEGERA_BERAKHIR, "Perjanjian berakhir 3 Mei 2027"),
        (date(2026, 1, 1), HARI, M.SEGERA_BERAKHIR, "Perjanjian berakhir 4 Maret 2027"),
        (date(2026, 1, 1), date(2027, 3, 3), M.BERAKHIR, "Perjanjian sudah berakhir 3 Maret 2027"),
    ],
    ids=["not yet", "61 days left", "60 days left", "last day", "over"],
)
def test_an_agreement_warns_sixty_days_before_its_end(mulai: date, sampai: date, masa: M, teks: str) -> None:
    assert agreement_state(mulai, sampai, HARI) is masa
    assert agreement_mark(masa, mulai, sampai).teks == teks


LALU, KINI = Masa(date(2025, 1, 1), date(2025, 12, 31)), Masa(date(2027, 1, 1), date(2027, 5, 3))
PERPANJANGAN, BERJEDA = Masa(date(2027, 5, 4), date(2029, 1, 1)), Masa(date(2027, 5, 5), date(2029, 1, 1))


@pytest.mark.parametrize(
    ("semua", "harap"),
    [
        ([], None),
        ([KINI, LALU], KINI),
        ([PERPANJANGAN, KINI], Masa(KINI.mulai, PERPANJANGAN.sampai)),
        ([KINI, Masa(date(2027, 2, 1), date(2027, 4, 1))], KINI),
        ([KINI, BERJEDA], KINI),
        ([LALU, BERJEDA], BERJEDA),
        ([LALU], LALU),
    ],
    ids=["none", "holds", "extended", "one inside another", "with a gap", "comes next", "ended last"],
)
def test_an_extension_without_a_gap_counts_with_what_it_extends(
    semua: list[Masa], harap: Masa | None
) -> None:
    assert span_at(semua, HARI) == harap


@pytest.mark.parametrize(
    ("satu", "semua", "kelas", "berlaku"),
    [
        (KINI, [KINI], Masa(date(2027, 5, 2), date(2027, 5, 3)), True),
        (KINI, [KINI], Masa(date(2027, 5, 3), date(2027, 5, 5)), False),
        (KINI, [PERPANJANGAN, KINI], Masa(date(2027, 5, 3), date(2027, 5, 5)), True),
        (KINI, [KINI, BERJEDA], Masa(date(2027, 5, 6), date(2027, 5, 7)), False),
        (LALU, [LALU, KINI], Masa(date(2027, 2, 1), date(2027, 2, 2)), False),
    ],
    ids=["last day", "runs over", "extended", "after a gap", "another agreement"],
)
def test_an_agreement_covers_every_day_of_a_class(
    satu: Masa, semua: list[Masa], kelas: Masa, berlaku: bool
) -> None:
    assert agreement_covers(satu, semua, kelas) is berlaku
