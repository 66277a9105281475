"""Whom to talk to: which reasons count, who comes first, and never more than three."""

import random

import pytest

from kinerja.enums import AlasanBicara
from kinerja.kamus import LABEL
from kinerja.kamus.pimpinan import kalimat_bicara
from kinerja.rules.perlu_bicara import (
    HARI_UMPAN_BALIK,
    TERBANYAK,
    Alasan,
    FaktaBicara,
    alasan_bicara,
    perlu_bicara,
)

A = AlasanBicara
#: The fact behind each reason that is counted.
FAKTA = {
    A.KEBERATAN: "keberatan",
    A.TINDAK_LANJUT: "tindak_lanjut",
    A.TANGGAPAN: "tanggapan",
    A.REALISASI_DIKEMBALIKAN: "realisasi_dikembalikan",
    A.REALISASI_LEWAT: "realisasi_lewat",
    A.ARAHAN_LEWAT: "arahan_lewat",
    A.TANPA_REFLEKSI: "tanpa_refleksi",
}


def orang(pegawai: int = 1, hari: int | None = 0, **lain: int) -> FaktaBicara:
    return FaktaBicara(pegawai, hari, **lain)


def urutan(*tim: FaktaBicara) -> list[int]:
    return [p.pegawai for p in perlu_bicara(tim)]


def test_nobody_is_named_without_a_reason() -> None:
    assert perlu_bicara([orang(1), orang(2), orang(3)]) == []


def test_a_leader_of_nobody_is_shown_nobody() -> None:
    assert perlu_bicara([]) == []


@pytest.mark.parametrize("kode", FAKTA)
def test_each_fact_is_one_reason_with_its_number(kode: AlasanBicara) -> None:
    assert alasan_bicara(orang(**{FAKTA[kode]: 2})) == (Alasan(kode, 2),)


@pytest.mark.parametrize(
    ("hari", "alasan"),
    [
        (0, ()),
        (HARI_UMPAN_BALIK, ()),
        (HARI_UMPAN_BALIK + 1, (Alasan(A.TANPA_UMPAN_BALIK, HARI_UMPAN_BALIK + 1),)),
        (None, (Alasan(A.TANPA_UMPAN_BALIK, 0),)),
    ],
)
def test_silence_counts_from_the_day_after_thirty(hari: int | None, alasan: tuple[Alasan, ...]) -> None:
    assert alasan_bicara(orang(hari=hari)) == alasan


def test_the_most_urgent_reason_of_a_person_stands_first() -> None:
    semua = alasan_bicara(orang(hari=None, **dict.fromkeys(FAKTA.values(), 1)))
    assert [a.kode for a in semua] == list(A)


def test_most_reasons_come_first() -> None:
    assert urutan(orang(1, keberatan=1), orang(2, arahan_lewat=1, tanpa_refleksi=1)) == [2, 1]


def test_of_as_many_reasons_the_more_urgent_comes_first() -> None:
    assert urutan(orang(1, tanpa_refleksi=1), orang(2, keberatan=1)) == [2, 1]


def test_of_equal_reasons_the_longest_silence_comes_first_and_never_before_all() -> None:
    assert urutan(orang(1, hari=40), orang(2, hari=90), orang(3, hari=None)) == [3, 2, 1]


def test_of_what_is_all_equal_the_key_decides() -> None:
    assert urutan(orang(9, hari=None), orang(4, hari=None)) == [4, 9]


def test_how_much_of_one_reason_moves_nobody_up() -> None:
    assert urutan(orang(1, hari=5, arahan_lewat=9), orang(2, hari=6, arahan_lewat=1)) == [2, 1]


def test_never_more_than_three() -> None:
    assert len(urutan(*(orang(n, hari=None) for n in range(20)))) == TERBANYAK == 3


def test_a_team_of_two_with_reasons_is_shown_whole() -> None:
    assert urutan(orang(1, hari=None), orang(2, keberatan=1, hari=None)) == [2, 1]


def test_the_answer_does_not_hang_on_the_order_of_the_question() -> None:
    acak = random.Random(7)
    tim = [
        orang(
            n, acak.choice([None, 3, 40, 90]), keberatan=acak.randint(0, 1), arahan_lewat=acak.randint(0, 2)
        )
        for n in range(60)
    ]
    jawaban = perlu_bicara(tim)
    for _ in range(20):
        acak.shuffle(tim)
        assert perlu_bicara(tim) == jawaban


def test_every_reason_has_a_label_and_short_sentences() -> None:
    assert set(LABEL[A]) == set(A)
    for kode in A:
        for jumlah in (1, 2):
            kalimat = kalimat_bicara(Alasan(kode, jumlah))
            assert kalimat.endswith(".")
            assert len(kalimat.split()) <= 20
            assert "{" not in kalimat


def test_silence_is_told_in_days_or_as_never() -> None:
    assert kalimat_bicara(Alasan(A.TANPA_UMPAN_BALIK, 41)) == "Umpan balik terakhir dari Anda 41 hari lalu."
    assert kalimat_bicara(Alasan(A.TANPA_UMPAN_BALIK, 0)) == "Belum ada umpan balik tertulis dari Anda."
