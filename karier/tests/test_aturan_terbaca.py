"""What a page says about the law behind a decision."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from karier.services.aturan_terbaca import rule_version


@pytest.mark.parametrize(
    ("per", "kalimat"),
    [
        (date(2025, 9, 30), "1 Oktober 2025 sudah terbit, belum dipakai dalam hasil ini"),
        (date(2025, 10, 1), ""),
    ],
)
def test_a_version_that_is_filed_for_later_is_named(per: date, kalimat: str) -> None:
    teks = rule_version(aturan_per(per), "periode_kp", per)
    assert (kalimat in teks) if kalimat else ("sudah terbit" not in teks)
    assert teks.startswith("Periode kenaikan pangkat")
