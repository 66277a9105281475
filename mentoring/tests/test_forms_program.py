"""Who is put into a programme: NIP as people paste them."""

from __future__ import annotations

import pytest

from mentoring.forms.program import FormMasukkan

SATU, DUA = "196911271998081001", "197204091997071001"


@pytest.mark.parametrize(
    "isi", [f"NIP\n{SATU}\n{DUA}", f"19691127 199808 1 001\n{DUA}", f"{SATU} {DUA}\n{SATU}"]
)
def test_a_column_with_its_heading_is_read_once_each(isi: str) -> None:
    form = FormMasukkan({"nip": isi})
    assert form.is_valid()
    assert form.cleaned_data["nip"] == [SATU, DUA]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (f"{SATU}\n123", "Bukan NIP 18 angka: 123"),
        (f"{SATU}0", f"Bukan NIP 18 angka: {SATU}0"),
        ("nama saja", "Tidak ada NIP 18 angka di isian ini"),
    ],
)
def test_a_line_that_is_no_nip_is_named_and_not_lost(isi: str, pesan: str) -> None:
    assert FormMasukkan({"nip": isi}).errors["nip"] == [pesan]
