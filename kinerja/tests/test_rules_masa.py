"""The whole months of a year per jenjang, against a calendar counted day by day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.masa import Jabatan, Segmen, akhir_masa, bulan_penuh, segmen_setahun
from pegawai.enums import Jenjang

J = Jenjang
T = 2024  # with a 29 February
AWAL, AKHIR = date(T, 1, 1), date(T + 1, 1, 1)


def hari(bulan, tanggal=1):
    return date(T, bulan, tanggal)


@pytest.mark.parametrize(
    ("riwayat", "pak", "segmen"),
    [
        ([], None, []),
        ([(date(2020, 1, 1), J.MAHIR)], None, [(J.MAHIR, AWAL, 12)]),
        ([(date(T + 1, 1, 1), J.MAHIR)], None, []),
        ([(hari(12), J.MAHIR)], None, [(J.MAHIR, hari(12), 1)]),
        ([(hari(12, 2), J.MAHIR)], None, []),
        ([(hari(2, 29), J.MAHIR)], None, [(J.MAHIR, hari(2, 29), 10)]),
        ([(AWAL, J.MAHIR), (hari(7), J.PENYELIA)], None, [(J.MAHIR, AWAL, 6), (J.PENYELIA, hari(7), 6)]),
        (
            [(AWAL, J.MAHIR), (hari(7, 15), J.PENYELIA)],
            None,
            [(J.MAHIR, AWAL, 6), (J.PENYELIA, hari(7, 15), 5)],
        ),
        # 15 March to 15 July holds April, May and June whole.
        (
            [(hari(3, 15), J.MAHIR), (hari(7, 15), J.PENYELIA)],
            None,
            [(J.MAHIR, hari(3, 15), 3), (J.PENYELIA, hari(7, 15), 5)],
        ),
        ([(hari(3, 2), J.MAHIR), (hari(3, 20), J.PENYELIA)], None, [(J.PENYELIA, hari(3, 20), 9)]),
        ([(AWAL, J.MAHIR), (hari(5), J.MAHIR)], None, [(J.MAHIR, AWAL, 12)]),
        ([(AWAL, J.MAHIR), (hari(5), None)], None, [(J.MAHIR, AWAL, 4)]),
        ([(AWAL, None), (hari(5), J.MAHIR)], None, [(J.MAHIR, hari(5), 8)]),
        ([(AWAL, J.PELAKSANA), (hari(5), J.TERAMPIL)], None, [(J.TERAMPIL, hari(5), 8)]),
        ([(AWAL, J.AHLI_MUDA), (hari(5), J.PENGAWAS)], None, [(J.AHLI_MUDA, AWAL, 4)]),
        (
            [(AWAL, J.MAHIR), (hari(5), J.PENGAWAS), (hari(9), J.MAHIR)],
            None,
            [(J.MAHIR, AWAL, 4), (J.MAHIR, hari(9), 4)],
        ),
        ([(AWAL, J.MAHIR)], date(T - 1, 12, 31), [(J.MAHIR, AWAL, 12)]),
        ([(AWAL, J.MAHIR)], hari(6, 30), [(J.MAHIR, hari(7), 6)]),
        ([(AWAL, J.MAHIR)], hari(6, 29), [(J.MAHIR, hari(6, 30), 6)]),
        ([(AWAL, J.MAHIR)], hari(12, 31), []),
        ([(AWAL, J.MAHIR), (hari(7), J.PENYELIA)], hari(6, 30), [(J.PENYELIA, hari(7), 6)]),
        (
            [(AWAL, J.MAHIR), (hari(7), J.PENYELIA)],
            hari(3, 31),
            [(J.MAHIR, hari(4), 3), (J.PENYELIA, hari(7), 6)],
        ),
    ],
)
def test_the_parts_of_a_year(riwayat, pak, segmen):
    assert segmen_setahun([Jabatan(*r) for r in riwayat], T, pak) == [Segmen(*s) for s in segmen]


@pytest.mark.parametrize(
    ("mulai", "sampai", "bulan"),
    [
        (date(2025, 1, 1), date(2025, 2, 1), 1),
        (date(2025, 1, 1), date(2025, 1, 31), 0),
        (date(2025, 1, 2), date(2025, 2, 28), 0),
        (date(2025, 1, 2), date(2025, 3, 1), 1),
        (date(2025, 5, 1), date(2025, 3, 1), 0),
    ],
)
def test_a_month_counts_when_all_its_days_do(mulai, sampai, bulan):
    assert bulan_penuh(mulai, sampai) == bulan


@pytest.mark.parametrize(
    ("mulai", "bulan", "akhir"),
    [
        (date(2025, 1, 1), 12, date(2026, 1, 1)),
        (date(2025, 7, 15), 5, date(2026, 1, 1)),
        (date(2025, 1, 1), 1, date(2025, 2, 1)),
    ],
)
def test_a_line_ends_with_its_last_whole_month(mulai, bulan, akhir):
    assert akhir_masa(mulai, bulan) == akhir


_HARI = st.dates(date(T - 1, 11, 1), date(T + 1, 2, 1))
_JENJANG = st.sampled_from([J.AHLI_MUDA, J.AHLI_MADYA, J.PENGAWAS, None])


@given(st.dictionaries(_HARI, _JENJANG, max_size=5), st.none() | _HARI)
def test_months_are_those_whose_every_day_is_in_one_jenjang_after_the_pak(posisi, pak):
    riwayat = [Jabatan(tmt, posisi[tmt]) for tmt in sorted(posisi)]

    def pada(satu):
        if pak is not None and satu <= pak:
            return None
        return next((j.jenjang for j in reversed(riwayat) if j.tmt <= satu), None)

    per_bulan = {m: set() for m in range(1, 13)}
    for i in range((AKHIR - AWAL).days):
        satu = AWAL + timedelta(days=i)
        per_bulan[satu.month].add(pada(satu))
    utuh = Counter(min(isi) for isi in per_bulan.values() if len(isi) == 1 and None not in isi)
    hasil = Counter()
    for s in segmen_setahun(riwayat, T, pak):
        hasil[s.jenjang] += s.bulan
    assert hasil == Counter({j: n for j, n in utuh.items() if j is not J.PENGAWAS})
