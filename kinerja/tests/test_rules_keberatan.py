"""The clock of an objection counts working days, and says when it is only an estimate."""

from dataclasses import replace
from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from kinerja.rules.keberatan import batas_memutuskan, batas_mengajukan, perkiraan

A = aturan_per(date(2027, 1, 21))


@pytest.mark.parametrize("fungsi", [batas_mengajukan, batas_memutuskan])
@pytest.mark.parametrize(
    ("sejak", "akhir"),
    [
        (date(2027, 1, 21), date(2027, 2, 10)),  # a Thursday: fourteen days of work
        (date(2027, 1, 23), date(2027, 2, 11)),  # a Saturday counts from Monday
        (date(2026, 12, 21), date(2027, 1, 12)),  # Christmas and New Year lie between
    ],
)
def test_the_day_of_receipt_does_not_count_nor_do_weekends_and_holidays(
    fungsi: object, sejak: date, akhir: date
) -> None:
    assert fungsi(sejak, A) == akhir  # type: ignore[operator]


def test_a_term_that_was_not_seen_in_a_text_is_an_estimate() -> None:
    assert perkiraan(A)


def test_terms_that_were_seen_are_none() -> None:
    berkas = A["keberatan"]
    angka = {n: {**b, "conf": "V1"} for n, b in berkas.tabel("angka").items()}
    terbaca = replace(berkas, isi={**berkas.isi, "angka": angka}, sha256="uji")
    assert not perkiraan(A.dengan_berkas(terbaca))
