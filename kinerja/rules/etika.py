"""Who talks with whom about the case of the year: rooms of people along the tree of units.

A room is a unit. Until the deadline people talk in their own unit only. After it, a unit in which fewer than
`PALING_SEDIKIT` people have answered joins the unit above, and so on up: three people can talk, two can
only agree. At the top nothing is above, so what is left there stays together however small.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from kinerja.enums import KeluargaKasus

#: KEPUTUSAN: fewer than so many answers are no discussion.
PALING_SEDIKIT: Final = 3
#: Digits of one step of the path of a unit.
LANGKAH: Final = 6
#: `jenisJabatan` of SIASN: rangkap is a structural post held beside a functional one.
_RANGKAP: Final = 3


def keluarga_dari(jenis: int | None) -> KeluargaKasus | None:
    """The family of a kind of post; None when no post is recorded."""
    if jenis is None:
        return None
    return KeluargaKasus.STRUKTURAL if jenis == _RANGKAP else KeluargaKasus(jenis)


def ruang(penjawab: Mapping[str, int], *, digabung: bool) -> dict[str, str]:
    """For every unit in `penjawab` (its path, how many answered there) the path of its room.

    `digabung`: the deadline is over, and small units join the one above.
    """
    hasil = {jalur: jalur for jalur in penjawab}
    if not digabung:
        return hasil
    isi: dict[str, set[str]] = {jalur: {jalur} for jalur in penjawab}
    for jalur in _dari_bawah(penjawab):
        anggota = isi.get(jalur, set())
        if not anggota or len(jalur) <= LANGKAH or sum(penjawab[a] for a in anggota) >= PALING_SEDIKIT:
            continue
        atas = jalur[:-LANGKAH]
        isi.setdefault(atas, set()).update(isi.pop(jalur))
        hasil |= dict.fromkeys(isi[atas], atas)
    return hasil


def _dari_bawah(jalur: Iterable[str]) -> list[str]:
    """All units and those above them, the deepest first."""
    semua = {j[:n] for j in jalur for n in range(LANGKAH, len(j) + 1, LANGKAH)}
    return sorted(semua, key=lambda j: (-len(j), j))


def pemimpin(penilai: Mapping[int, int | None]) -> Collection[int]:
    """Who leads a room: of those in it who rate somebody (with their own rater), the ones on top.

    Whoever is rated by another of them is led, and does not lead.
    """
    return {orang for orang, atasan in penilai.items() if atasan is None or atasan not in penilai}
