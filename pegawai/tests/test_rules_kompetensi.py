"""Which record of a level counts, as a table of cases."""

from __future__ import annotations

from datetime import date

import pytest

from pegawai.enums import SumberKompetensi
from pegawai.rules.kompetensi import Naik, Ukuran, Urutan, pilih_level, sampai_konfirmasi, urutan

PER = date(2026, 11, 21)
BULAN = 36
ASESMEN, ATASAN = SumberKompetensi.ASESMEN, SumberKompetensi.ATASAN

LAMA = Ukuran(2, ASESMEN, date(2020, 1, 1))
BERAKHIR = Ukuran(2, ASESMEN, date(2025, 9, 15), date(2026, 9, 14))
BERLAKU = Ukuran(3, ASESMEN, date(2025, 9, 15))
SAMPAI = Ukuran(3, ASESMEN, date(2020, 1, 1), date(2026, 11, 21))
KATA = Ukuran(4, ATASAN, date(2026, 2, 1), date(2027, 2, 1))
KATA_LAMA = Ukuran(4, ATASAN, date(2024, 2, 1), date(2025, 2, 1))
KATA_TANPA_AKHIR = Ukuran(4, ATASAN, date(2024, 2, 1))
BESOK = Ukuran(5, ASESMEN, date(2026, 11, 22))
KOSONG = Ukuran(None, ASESMEN, date(2025, 9, 15))
PELATIHAN = Naik(4, date(2026, 3, 20), "S-1")


@pytest.mark.parametrize(
    ("ukuran", "harap"),
    [
        (LAMA, Urutan.ASESMEN_LAMA),
        (BERAKHIR, Urutan.ASESMEN_LAMA),
        (BERLAKU, Urutan.ASESMEN_BERLAKU),
        (SAMPAI, Urutan.ASESMEN_BERLAKU),
        (KATA, Urutan.ATASAN_BERLAKU),
        (KATA_LAMA, None),
        (KATA_TANPA_AKHIR, None),
        (BESOK, None),
    ],
)
def test_a_record_is_worth_what_its_source_and_its_days_say(ukuran: Ukuran, harap: Urutan | None) -> None:
    assert urutan(ukuran, per=PER, berlaku_sejak=date(2023, 11, 21)) is harap


@pytest.mark.parametrize(
    ("ukuran", "naik", "harap"),
    [
        ([], [], None),
        ([KATA_LAMA], [], None),
        ([KOSONG], [], None),
        ([KATA, BERLAKU], [], (3, True, date(2028, 9, 15))),
        ([KATA, LAMA], [], (4, True, date(2027, 2, 1))),
        ([LAMA, KATA_LAMA], [], (2, False, date(2023, 1, 1))),
        # A training raises what is on record, and stands alone where nothing is.
        ([BERLAKU], [PELATIHAN], (4, True, None)),
        ([], [PELATIHAN], (4, True, None)),
        ([KOSONG], [PELATIHAN], (4, True, None)),
        # Not below the record, not before its day, not after a later record.
        ([BERLAKU], [Naik(2, date(2026, 3, 20))], (3, True, date(2028, 9, 15))),
        ([BERLAKU], [Naik(5, date(2026, 11, 22))], (3, True, date(2028, 9, 15))),
        ([LAMA, Ukuran(2, ASESMEN, date(2026, 5, 1))], [PELATIHAN], (2, True, date(2029, 5, 1))),
        ([Ukuran(1, ASESMEN, date(2026, 3, 20))], [PELATIHAN], (4, True, None)),
        # A confirmation whose year is over takes nothing away.
        ([Ukuran(1, ATASAN, date(2026, 4, 1), date(2026, 5, 1))], [PELATIHAN], (4, True, None)),
    ],
)
def test_the_best_record_counts_raised_by_trainings_since(
    ukuran: list[Ukuran], naik: list[Naik], harap: tuple[int, bool, date | None] | None
) -> None:
    kini = pilih_level(ukuran, naik, per=PER, bulan_berlaku=BULAN)
    assert (kini and (kini.level, kini.berlaku, kini.sampai)) == harap


def test_a_confirmation_counts_for_a_year() -> None:
    assert sampai_konfirmasi(date(2026, 2, 1)) == date(2027, 2, 1)
