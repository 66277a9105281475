"""Every way in which people indent a list of units gives the same levels."""

from __future__ import annotations

import pytest

from pegawai.rules.takuk import baca_takuk, kedalaman

NAMA = ["Dinas", "Sekretariat", "Subbagian Umum", "Bidang A - B"]
CARA = {
    "two dashes": (["Dinas", "--Sekretariat", "----Subbagian Umum", "--Bidang A - B"], [""] * 4),
    "dashes with spaces": (["Dinas", "– Sekretariat", "– – Subbagian Umum", "– Bidang A - B"], [""] * 4),
    "every row has a dash": (["-Dinas", "--Sekretariat", "---Subbagian Umum", "--Bidang A - B"], [""] * 4),
    "spaces": (["Dinas", "    Sekretariat", "        Subbagian Umum", "    Bidang A - B"], [""] * 4),
    "tabs": (["Dinas", "\tSekretariat", "\t\tSubbagian Umum", "\tBidang A - B"], [""] * 4),
    "numbers in the name": (
        ["1. Dinas", "1.1 Sekretariat", "1.1.1. Subbagian Umum", "1.2 Bidang A - B"], [""] * 4,
    ),
    "a column of numbers": (
        ["Dinas", "  Sekretariat", "Subbagian Umum", "Bidang A - B"], ["1", "1.1", "1.1.1", "1.2"],
    ),
    "running numbers beside dashes": (
        ["Dinas", "--Sekretariat", "----Subbagian Umum", "--Bidang A - B"], ["1", "2", "3", "4"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("nama", "nomor"), CARA.values(), ids=CARA.keys())
def test_every_way_of_writing_gives_the_same_levels(nama: list[str], nomor: list[str]) -> None:
    hasil = baca_takuk(nama, nomor)
    assert [t.nama for t in hasil] == NAMA
    assert kedalaman(hasil) == [0, 1, 2, 1]


def test_a_row_between_two_levels_is_told() -> None:
    assert kedalaman(baca_takuk(["A", "--B", "---C"], [""] * 3)) == [0, 1, None]


def test_numbers_that_only_some_rows_have_are_part_of_the_name() -> None:
    hasil = baca_takuk(["1.1 Raya", "--Dua", "--Tiga"], ["", "", ""])
    assert [t.nama for t in hasil] == ["1.1 Raya", "Dua", "Tiga"]


def test_a_row_without_its_number_stands_at_the_top() -> None:
    nama = [f"1.{n} Unit {n}" for n in range(1, 6)]
    assert kedalaman(baca_takuk([*nama, "Lain"], [""] * 6)) == [1] * 5 + [0]
    assert kedalaman(baca_takuk([*"abcdef"], ["1", "1.1", "1.2", "1.3", "1.4", ""])) == [0, 1, 1, 1, 1, 0]


def test_an_empty_list_has_no_levels() -> None:
    assert kedalaman(baca_takuk([], [])) == []
