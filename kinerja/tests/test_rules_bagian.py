"""Who evaluates which days of a quarter or month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.bagian import Ruas, bagi_masa
from kinerja.rules.masa import bulan_penuh

A, B, C = 1, 2, 3
SEHARI = timedelta(days=1)
AWAL, AKHIR = date(2026, 1, 1), date(2026, 3, 31)


def ruas(*isi: tuple[int | None, date], akhir: date = AKHIR, awal: date = AWAL) -> list[Ruas]:
    """Stretches one after the other: (who, last day) and the last until `akhir`."""
    hasil, mulai = [], awal
    for siapa, sampai in isi:
        hasil.append(Ruas(siapa, mulai, sampai))
        mulai = sampai + SEHARI
    assert hasil[-1].sampai == akhir
    return hasil


def tgl(bulan: int, hari: int) -> date:
    return date(2026, bulan, hari)


@pytest.mark.parametrize(
    ("kata", "masuk", "keluar"),
    [
        ("nobody changed", [(A, AKHIR)], [(A, AKHIR)]),
        ("a change on the first of a month", [(A, tgl(2, 28)), (B, AKHIR)], [(A, tgl(2, 28)), (B, AKHIR)]),
        ("a change inside a month", [(A, tgl(2, 14)), (B, AKHIR)], [(A, tgl(2, 14)), (B, AKHIR)]),
        ("too short at the start joins the next", [(A, tgl(1, 20)), (B, AKHIR)], [(B, AKHIR)]),
        ("too short at the end joins the one before", [(A, tgl(3, 10)), (B, AKHIR)], [(A, AKHIR)]),
        (
            "too short between joins the next",
            [(A, tgl(1, 31)), (B, tgl(2, 10)), (C, AKHIR)],
            [(A, tgl(1, 31)), (C, AKHIR)],
        ),
        ("who comes back keeps all", [(A, tgl(1, 31)), (B, tgl(2, 28)), (A, AKHIR)], [(A, AKHIR)]),
        ("nobody recorded at first", [(None, tgl(1, 31)), (B, AKHIR)], [(B, AKHIR)]),
        ("nobody recorded at last", [(A, tgl(2, 28)), (None, AKHIR)], [(A, AKHIR)]),
        ("retired since", [(9, tgl(2, 28)), (B, AKHIR)], [(B, AKHIR)]),
        ("nobody can: today's atasan does", [(9, tgl(2, 28)), (8, AKHIR)], [(C, AKHIR)]),
    ],
)
def test_each_rates_the_days_on_which_they_were_the_atasan(kata, masuk, keluar):
    assert bagi_masa(ruas(*masuk), boleh={A, B, C}, kini=C) == ruas(*keluar), kata


def test_in_a_month_the_last_one_rates_all_of_it():
    februari = {"awal": tgl(2, 1), "akhir": tgl(2, 28)}
    masuk = ruas((A, tgl(2, 20)), (B, tgl(2, 28)), **februari)
    assert bagi_masa(masuk, boleh={A, B}, kini=B) == ruas((B, tgl(2, 28)), **februari)


def test_where_nobody_can_rate_there_is_no_part():
    assert bagi_masa(ruas((9, AKHIR)), boleh={A}, kini=9) == []
    assert bagi_masa(ruas((9, AKHIR)), boleh={A}, kini=None) == []


@pytest.mark.parametrize(
    ("tetap", "sisa"),
    [
        (Ruas(A, AWAL, tgl(1, 31)), [Ruas(B, tgl(2, 1), AKHIR)]),
        (Ruas(A, AWAL, AKHIR), []),
        (Ruas(A, AWAL, tgl(3, 20)), []),
        (Ruas(A, tgl(2, 1), tgl(2, 28)), [Ruas(B, AWAL, tgl(1, 31)), Ruas(B, tgl(3, 1), AKHIR)]),
        (Ruas(A, tgl(3, 1), AKHIR), [Ruas(B, AWAL, tgl(2, 28))]),
    ],
)
def test_what_was_signed_stays_and_only_the_rest_is_divided(tetap, sisa):
    assert bagi_masa(ruas((B, AKHIR)), boleh={A, B}, kini=B, tetap=[tetap]) == sisa


@given(
    st.lists(st.tuples(st.sampled_from([A, B, C, 9, None]), st.integers(1, 89)), min_size=1, max_size=6),
    st.sets(st.sampled_from([A, B, C])),
)
def test_parts_cover_the_period_once_or_not_at_all(potong, boleh):
    titik = sorted({n for _, n in potong})
    masuk = ruas(
        *((potong[i][0], AWAL + timedelta(days=n)) for i, n in enumerate(titik) if n < 89),
        (potong[-1][0], AKHIR),
    )
    hasil = bagi_masa(masuk, boleh=boleh, kini=C)
    penilai = [r.penilai_id for r in hasil]
    assert len(penilai) == len(set(penilai))
    assert set(penilai) <= boleh
    assert all(bulan_penuh(r.mulai, r.sampai + SEHARI) for r in hasil)
    hari = [r.mulai + timedelta(days=n) for r in hasil for n in range((r.sampai - r.mulai).days + 1)]
    assert hari in ([], [AWAL + timedelta(days=n) for n in range(90)])
    assert bool(hari) == bool(boleh & ({r.penilai_id for r in masuk} | {C}))
