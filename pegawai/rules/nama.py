"""Names of people as text: what does not belong into one."""

from __future__ import annotations

import unicodedata
from typing import Final

#: Signs that stand in real names and titles beside letters.
_LAZIM: Final = frozenset(" .,'`\u2019-/()&0123456789")
_DITUNJUKKAN: Final = 3


def bukan_huruf_nama(nama: str) -> list[str]:
    """Characters of `nama` that are no Latin letter and no usual sign, named ("U+0410"); at most three."""
    asing = [h for h in dict.fromkeys(nama) if h not in _LAZIM and not _latin(h)]
    if nama.startswith("-"):
        asing.insert(0, "-")
    return [f"U+{ord(h):04X}" for h in asing[:_DITUNJUKKAN]]


def _latin(huruf: str) -> bool:
    return unicodedata.name(huruf, "").startswith("LATIN ") or unicodedata.combining(huruf) > 0
