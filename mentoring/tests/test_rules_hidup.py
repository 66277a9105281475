"""The life of a pair in numbers: no database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from asn_karier.lib.errors import DomainError
from mentoring.enums import Isyarat, StatusSasaran
from mentoring.rules.hidup import (
    Keadaan,
    Kelangsungan,
    check_held,
    continuity,
    goals_met,
    notes_until,
    pulse_due,
    signals,
    silent_days,
)

MULAI = date(2026, 9, 1)
HARI = date(2026, 11, 30)
S = StatusSasaran
SEHAT = Keadaan(MULAI, HARI, (date(2026, 12, 31),), 0, minta_disapa=False)


@pytest.mark.parametrize(("pada", "menit"), [(HARI, 15), (HARI - timedelta(days=60), 480)])
def test_what_both_remember_can_be_logged(pada: date, menit: int) -> None:
    check_held(pada=pada, menit=menit, mulai=MULAI, hari=HARI)


@pytest.mark.parametrize(
    ("pada", "menit", "kode"),
    [
        (HARI + timedelta(days=1), 30, "pertemuan_nanti"),
        (MULAI - timedelta(days=1), 30, "pertemuan_sebelum_mulai"),
        (HARI - timedelta(days=61), 30, "pertemuan_lama"),
        (HARI, 14, "pertemuan_menit"),
        (HARI, 481, "pertemuan_menit"),
    ],
)
def test_what_cannot_be_logged_says_why(pada: date, menit: int, kode: str) -> None:
    with pytest.raises(DomainError) as salah:
        check_held(pada=pada, menit=menit, mulai=MULAI, hari=HARI)
    assert salah.value.kode == kode


@pytest.mark.parametrize(
    ("ganti", "isyarat"),
    [
        ({}, ()),
        ({"terakhir": HARI - timedelta(days=30)}, ()),
        ({"terakhir": HARI - timedelta(days=31)}, (Isyarat.TANPA_PERTEMUAN,)),
        ({"terakhir": None}, (Isyarat.TANPA_PERTEMUAN,)),
        ({"batas": (HARI - timedelta(days=1),)}, (Isyarat.SASARAN_LEWAT,)),
        ({"batas": (HARI,)}, ()),
        ({"batas": ()}, (Isyarat.TANPA_SASARAN,)),
        ({"batas": (), "tercapai": 1}, ()),
        ({"batas": (), "mulai": HARI - timedelta(days=30)}, ()),
        ({"minta_disapa": True, "terakhir": None}, (Isyarat.MINTA_DISAPA, Isyarat.TANPA_PERTEMUAN)),
    ],
)
def test_what_asks_for_a_kind_word(ganti: dict[str, object], isyarat: tuple[Isyarat, ...]) -> None:
    assert signals(SEHAT._replace(**ganti), HARI) == isyarat  # type: ignore[arg-type]


def test_a_pair_that_never_met_is_silent_since_it_began() -> None:
    assert silent_days(SEHAT._replace(terakhir=None), HARI) == 90
    assert silent_days(SEHAT, HARI) == 0


@pytest.mark.parametrize(
    ("status", "boleh"),
    [
        ((), False),
        ((S.TERCAPAI,), True),
        ((S.TERCAPAI, S.DILEPAS), True),
        ((S.DILEPAS,), False),
        ((S.TERCAPAI, S.BERJALAN), False),
        ((S.TERCAPAI, S.DIUSULKAN), False),
    ],
)
def test_finished_means_something_reached_and_nothing_open(status: tuple[S, ...], boleh: bool) -> None:
    assert goals_met(status) is boleh


@pytest.mark.parametrize(
    ("terakhir", "hari", "ditanya"),
    [
        (None, MULAI + timedelta(days=29), False),
        (None, MULAI + timedelta(days=30), True),
        (MULAI + timedelta(days=30), MULAI + timedelta(days=89), False),
        (MULAI + timedelta(days=30), MULAI + timedelta(days=90), True),
    ],
)
def test_the_two_questions_come_after_a_month_and_then_every_two(
    terakhir: date | None, hari: date, ditanya: bool
) -> None:
    assert pulse_due(mulai=MULAI, terakhir=terakhir, per=hari) is ditanya


def test_notes_of_an_ended_pair_stay_for_a_year() -> None:
    assert notes_until(date(2026, 11, 30)) == date(2027, 11, 30)


def test_continuity_counts_months_and_the_longest_silence() -> None:
    hari = [date(2026, 9, 10), date(2026, 9, 20), date(2026, 11, 20), date(2027, 1, 1)]
    assert continuity(hari, mulai=MULAI, sampai=HARI) == Kelangsungan(3, 2, 3, 61)
    assert continuity([], mulai=MULAI, sampai=MULAI) == Kelangsungan(0, 0, 1, 0)
