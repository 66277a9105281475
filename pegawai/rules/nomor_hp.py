"""A telephone number as it is kept: digits, with a plus in front when it was written so."""

from __future__ import annotations

import re
from typing import Final

from asn_karier.lib.errors import DomainError

TERPENDEK: Final = 8
#: ITU-T E.164.
TERPANJANG: Final = 15
_TULISAN: Final = re.compile(r"\+?[0-9 \-]+")


def baca_nomor_hp(teks: str) -> str:
    """`teks` without spaces and dashes; DomainError `nomor_hp` when it is no number."""
    angka = re.sub(r"[ \-]", "", teks)
    if _TULISAN.fullmatch(teks.strip()) and TERPENDEK <= len(angka.removeprefix("+")) <= TERPANJANG:
        return angka
    raise DomainError(
        "nomor_hp",
        f"Bukan nomor HP: perlu {TERPENDEK} sampai {TERPANJANG} angka",
        tindakan="Tulis seperti 0812-3456-7890 atau +62 812 3456 7890.",
    )
