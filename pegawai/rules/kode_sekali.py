"""A one-time code on paper: which letters it has and how it is read back from a keyboard."""

from __future__ import annotations

from typing import Final

#: No two of them look alike in print or in handwriting (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V).
ALFABET: Final = "34679ACDEFGHJKMNPQRTUWXY"
#: log2(24 ** 12) = 55 bits: beyond guessing, even without the limits on tries.
PANJANG: Final = 12
_KELOMPOK: Final = 4


def tulis(kode: str) -> str:
    """As it stands on the slip: 'ACDE-3467-WXYA'."""
    return "-".join(kode[i : i + _KELOMPOK] for i in range(0, len(kode), _KELOMPOK))


def rapikan(teks: str) -> str:
    """What somebody typed, without spaces, dashes and dots, in capitals; empty when it is no code."""
    kode = "".join(huruf for huruf in teks.upper() if huruf not in " -.\t–—")
    return kode if len(kode) == PANJANG and set(kode) <= set(ALFABET) else ""
