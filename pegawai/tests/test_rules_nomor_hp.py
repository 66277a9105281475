"""Telephone numbers as they are kept."""

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.rules.nomor_hp import baca_nomor_hp


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [
        ("0812-3456-7890", "081234567890"),
        (" +62 812 3456 7890 ", "+6281234567890"),
        ("12345678", "12345678"),
        ("+123456789012345", "+123456789012345"),
    ],
)
def test_a_number_is_kept_without_spaces_and_dashes(teks: str, nomor: str) -> None:
    assert baca_nomor_hp(teks).strip() == nomor


@pytest.mark.parametrize(
    "teks", ["", "1234567", "1234567890123456", "0812x345678", "08+12345678", "++6281234567"]
)
def test_what_is_no_number_is_refused_with_how_to_write_one(teks: str) -> None:
    with pytest.raises(DomainError, match="8 sampai 15") as salah:
        baca_nomor_hp(teks)
    assert (salah.value.kode, "0812" in salah.value.tindakan) == ("nomor_hp", True)
