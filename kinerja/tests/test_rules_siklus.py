"""The days a cycle evaluates, and the phase people read."""

from datetime import date

import pytest

from kinerja.enums import Fase, JenisSiklus, StatusSiklus
from kinerja.rules.fase import fase_siklus
from kinerja.rules.masa_siklus import masa_siklus


@pytest.mark.parametrize(
    ("jenis", "ke", "mulai", "sampai"),
    [
        (JenisSiklus.TAHUNAN, 0, date(2026, 1, 1), date(2026, 12, 31)),
        (JenisSiklus.TRIWULAN, 1, date(2026, 1, 1), date(2026, 3, 31)),
        (JenisSiklus.TRIWULAN, 4, date(2026, 10, 1), date(2026, 12, 31)),
        (JenisSiklus.BULANAN, 2, date(2026, 2, 1), date(2026, 2, 28)),
        (JenisSiklus.BULANAN, 12, date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_cycle_evaluates_whole_months(jenis: JenisSiklus, ke: int, mulai: date, sampai: date) -> None:
    assert masa_siklus(2026, jenis, ke) == (mulai, sampai)


@pytest.mark.parametrize(
    ("status", "hari", "fase"),
    [
        (StatusSiklus.DISIAPKAN, date(2027, 3, 1), Fase.DISIAPKAN),
        (StatusSiklus.DIBUKA, date(2027, 1, 15), Fase.DIBUKA),
        (StatusSiklus.DIBUKA, date(2027, 1, 16), Fase.PENILAIAN),
        (StatusSiklus.PENETAPAN, date(2027, 1, 1), Fase.PENETAPAN),
        (StatusSiklus.DITUTUP, date(2027, 1, 1), Fase.DITUTUP),
    ],
)
def test_an_open_cycle_is_in_rating_from_the_day_after_the_last_day_to_fill_in(
    status: StatusSiklus, hari: date, fase: Fase
) -> None:
    assert fase_siklus(status, date(2027, 1, 15), hari) is fase
