"""What does not belong into a name is named by its code point."""

from __future__ import annotations

import pytest

from pegawai.rules.nama import bukan_huruf_nama


@pytest.mark.parametrize(
    "nama", ["SITI", "I GUSTI NGURAH ARYA", "Ma'ruf, S.T.", "D\u2019Angelo-R\u00e9", "Jose\u0301"]
)
def test_names_of_real_people_pass(nama: str) -> None:
    assert bukan_huruf_nama(nama) == []


@pytest.mark.parametrize(
    ("nama", "asing"),
    [
        ("SIT\u0406", ["U+0406"]),
        ("BUDI \U0001f600", ["U+1F600"]),
        ("=1+1", ["U+003D", "U+002B"]),
        ("-SITI", ["U+002D"]),
        ("\u0410\u0411\u0412\u0413", ["U+0410", "U+0411", "U+0412"]),
    ],
)
def test_a_letter_of_another_script_an_emoji_and_a_formula_are_named(nama: str, asing: list[str]) -> None:
    assert bukan_huruf_nama(nama) == asing
