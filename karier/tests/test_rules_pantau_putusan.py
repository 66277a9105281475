"""The three things to decide: where most is left."""

from karier.enums import UkuranPantau as U
from karier.rules.pantau import Bagian
from karier.rules.pantau_putusan import Perhatian, most_left


def test_the_smallest_shares_come_first_and_at_most_three() -> None:
    seluruh = {
        U.JP: Bagian(50, 100),
        U.MENTORING: Bagian(1, 100),
        U.MENTORING_HIDUP: Bagian(5, 100),
        U.UMPAN_BALIK: Bagian(50, 100),
        U.CELAH: Bagian(10, 20),
    }
    unit = {u: [Bagian(b.ya, b.dari)] for u, b in seluruh.items()}
    assert [p.ukuran for p in most_left(seluruh, unit)] == [U.MENTORING_HIDUP, U.JP, U.UMPAN_BALIK]


def test_few_people_and_nearly_everybody_ask_for_no_decision() -> None:
    seluruh = {U.JP: Bagian(90, 100), U.PERPANJANGAN: Bagian(0, 9)}
    assert most_left(seluruh, {u: [] for u in seluruh}) == []


def test_the_unit_named_is_the_one_with_most_people_left_among_those_that_may_be_told() -> None:
    baris = [Bagian(10, 20), Bagian(40, 80), Bagian(0, 15), Bagian(1, 4), Bagian(0, 8)]
    assert most_left({U.JP: Bagian(51, 127)}, {U.JP: baris}) == [Perhatian(U.JP, Bagian(51, 127), 1)]


def test_no_unit_is_named_where_none_may_be_told() -> None:
    assert most_left({U.JP: Bagian(3, 12)}, {U.JP: [Bagian(1, 6), Bagian(2, 6)]})[0].unit is None
    assert most_left({U.JP: Bagian(3, 12)}, {U.JP: [Bagian(12, 12)]})[0].unit is None
