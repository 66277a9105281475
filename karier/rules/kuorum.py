"""When a committee may decide: more than half of its voices are there (KEPUTUSAN: no text says how many)."""

from __future__ import annotations


def is_quorum(hadir: int, suara: int) -> bool:
    """`hadir` of `suara` voices; at least two, so that nobody decides alone."""
    return hadir >= 2 and 2 * hadir > suara
