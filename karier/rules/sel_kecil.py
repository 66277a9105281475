"""Small cells of a table of people: hidden, and not to be had by subtraction."""

from __future__ import annotations

from collections.abc import Mapping


def hide_small(sel: Mapping[int, int], paling_sedikit: int) -> dict[int, int | None]:
    """The counts of at least `paling_sedikit` people; None where they are fewer, an empty cell too.

    Empty ones are hidden as well, so that nobody reads where all the others must be. Where the hidden ones
    are too few even together, the next larger cells are hidden with them: a sum known from elsewhere minus
    what is shown never points at few people.
    """
    besar = sorted((k for k, n in sel.items() if n >= paling_sedikit), key=lambda k: (sel[k], k))
    jumlah = sum(n for n in sel.values() if n < paling_sedikit)
    while besar and 0 < jumlah < paling_sedikit:
        jumlah += sel[besar.pop(0)]
    return {k: n if k in besar else None for k, n in sel.items()}
