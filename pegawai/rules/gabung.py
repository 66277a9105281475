"""Numbers of small groups: merged until no group, nor what is left of a sum, points at few people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Kelompok(NamedTuple):
    """A group: how many people are in it, and the number and last day that are told about them.

    `kunci`: which unit it is, because many have the same name.
    """

    nama: str
    orang: int
    jumlah: int
    terakhir: date | None = None
    kunci: int | None = None


class Terbuka(NamedTuple):
    """`sendiri` stand alone, in the given order. `gabungan`: the others as one, None when there are none.

    `ditahan`: the others are too few even together, and nothing is told about them.
    """

    sendiri: list[Kelompok]
    gabungan: Kelompok | None
    ditahan: bool


def gabung_kecil(kelompok: Sequence[Kelompok], paling_sedikit: int, nama: str) -> Terbuka:
    """Groups of at least `paling_sedikit` people by themselves, all smaller ones together under `nama`.

    When these are still too few, the smallest of the open groups joins them, so that a sum known from
    elsewhere minus what is shown never isolates them.
    """
    sendiri = [k for k in kelompok if k.orang >= paling_sedikit]
    kecil = [k for k in kelompok if k.orang < paling_sedikit]
    if kecil and sendiri and sum(k.orang for k in kecil) < paling_sedikit:
        terkecil = min(sendiri, key=lambda k: k.orang)
        sendiri.remove(terkecil)
        kecil.append(terkecil)
    orang = sum(k.orang for k in kecil)
    if orang < paling_sedikit:
        return Terbuka(sendiri, None, bool(kecil))
    terakhir = max((k.terakhir for k in kecil if k.terakhir), default=None)
    return Terbuka(sendiri, Kelompok(nama, orang, sum(k.jumlah for k in kecil), terakhir), ditahan=False)
