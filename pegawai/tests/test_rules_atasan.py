"""Who rated whom when, over dates and ids alone."""

from datetime import date

import pytest

from pegawai.rules.atasan import RANTAI_TERPANJANG, Ganti, Ruas, first_fit, leads_back, segments

AWAL, AKHIR = date(2026, 7, 1), date(2026, 9, 30)
AGUSTUS, JULI_HABIS = date(2026, 8, 1), date(2026, 7, 31)


@pytest.mark.parametrize(
    ("kini", "catatan", "harapan"),
    [
        (7, [], [(7, AWAL, AKHIR)]),
        (None, [], [(None, AWAL, AKHIR)]),
        (8, [Ganti(7, 8, AGUSTUS)], [(7, AWAL, date(2026, 7, 31)), (8, AGUSTUS, AKHIR)]),
        # Known for the first time: stands for the time before too.
        (8, [Ganti(None, 8, AGUSTUS)], [(8, AWAL, AKHIR)]),
        (None, [Ganti(7, None, AGUSTUS)], [(7, AWAL, date(2026, 7, 31)), (None, AGUSTUS, AKHIR)]),
        # Twice on one day: the last counts.
        (
            9,
            [Ganti(7, 8, AGUSTUS), Ganti(8, 9, AGUSTUS)],
            [(7, AWAL, date(2026, 7, 31)), (9, AGUSTUS, AKHIR)],
        ),
        # There and back: as if nothing had been.
        (7, [Ganti(7, 8, AGUSTUS), Ganti(8, 7, AGUSTUS)], [(7, AWAL, AKHIR)]),
        # Recorded later, in force earlier: what lay between was never so.
        (9, [Ganti(7, 8, AGUSTUS), Ganti(8, 9, AWAL)], [(9, AWAL, AKHIR)]),
        (8, [Ganti(7, 8, date(2026, 12, 1))], [(7, AWAL, AKHIR)]),
        (8, [Ganti(7, 8, date(2026, 1, 1))], [(8, AWAL, AKHIR)]),
    ],
)
def test_the_time_between_two_days_is_divided_among_the_atasan(kini, catatan, harapan):
    assert segments(kini, catatan, AWAL, AKHIR) == [Ruas(*h) for h in harapan]


@pytest.mark.parametrize(
    ("atasan", "dari", "hasil"),
    [({2: None}, 2, False), ({2: 3, 3: 1}, 2, True), ({2: 3, 3: 2}, 2, True), ({}, 1, True)],
)
def test_a_chain_that_reaches_the_person_or_never_ends_leads_back(atasan, dari, hasil):
    assert leads_back(atasan, dari, 1) is hasil


def test_a_chain_longer_than_any_government_is_taken_for_a_circle():
    naik = {n: n + 1 for n in range(2, RANTAI_TERPANJANG + 5)}
    assert leads_back(naik, 2, 1)


def test_the_first_who_is_not_below_the_person_is_taken():
    assert first_fit({2: 1, 3: None}, 1, [1, 2, 3]) == 3


def test_nobody_is_taken_when_nobody_fits():
    assert first_fit({2: 1}, 1, [1, 2]) is None
