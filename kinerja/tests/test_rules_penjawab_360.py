"""Who is proposed to be asked about somebody."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.rules.penjawab_360 import Jaringan, Posisi


def depan(calon: Sequence[int], banyak: int) -> Sequence[int]:
    return calon[:banyak]


def jaringan(*posisi: tuple[int, int | None, int | None]) -> Jaringan:
    return Jaringan(Posisi(*p) for p in posisi)


def usulan(j: Jaringan, pk: int, *, dahulu: Sequence[int] = ()) -> dict[int, str]:
    return {o: p.value for o, p in j.usulkan(pk, dahulu=frozenset(dahulu), ambil=depan).items()}


def test_the_superior_peers_and_subordinates_are_proposed() -> None:
    j = jaringan((1, None, 9), (2, 1, 9), (3, 1, 9), (4, 2, 9), (5, 8, 7))
    assert usulan(j, 2) == {1: "atasan", 3: "rekan", 4: "bawahan"}


def test_people_of_the_unit_fill_up_where_there_are_few_peers() -> None:
    j = jaringan((1, None, 9), (2, 1, 9), (3, 7, 9), (4, 7, 8))
    assert usulan(j, 2) == {1: "atasan", 3: "rekan"}


def test_five_peers_need_nobody_else_of_the_unit() -> None:
    j = jaringan((1, None, 9), *((n, 1, 9) for n in range(2, 8)), (20, 7, 9))
    assert 20 not in usulan(j, 2)


def test_somebody_without_superior_or_unit_has_subordinates_only() -> None:
    assert usulan(jaringan((1, None, None), (2, 1, None)), 1) == {2: "bawahan"}


def test_a_superior_who_is_not_on_duty_and_oneself_are_not_asked() -> None:
    assert usulan(jaringan((2, 99, None)), 2) == {}
    assert usulan(jaringan((2, 2, None)), 2) == {}


def test_at_most_eight_of_each_and_those_of_the_last_round_first() -> None:
    j = jaringan((1, None, None), *((n, 1, None) for n in range(2, 20)))
    rekan = [o for o, p in usulan(j, 2, dahulu=range(12, 16)).items() if p == "rekan"]
    assert rekan == [12, 13, 14, 15, 3, 4, 5, 6]
    assert len([p for p in usulan(j, 1).values() if p == "bawahan"]) == 8
