"""What differs between two states of a plan, item by item, in values that JSON keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

#: What an item says. Dates are ISO text, so that a state is the same in a file, a row and a form.
RUAS: Final = ("kegiatan", "bentuk", "tujuan", "mulai", "selesai", "jp", "biaya", "alasan")
Nilai = str | int
Isi = Mapping[str, Nilai]


class Baris(NamedTuple):
    """One item. `nomor` is its own in the plan for ever; 0: it has none yet."""

    nomor: int
    isi: Isi


class JenisBeda(StrEnum):
    TAMBAH = "tambah"
    HAPUS = "hapus"
    UBAH = "ubah"
    URUT = "urut"


class Beda(NamedTuple):
    """`ruas` only where a value changed. `kegiatan`: by what the item is called, as it was before."""

    jenis: JenisBeda
    nomor: int
    kegiatan: str
    ruas: str = ""
    lama: Nilai = ""
    baru: Nilai = ""


def differences(lama: Sequence[Baris], baru: Sequence[Baris]) -> list[Beda]:
    """From `lama` to `baru`: what was changed, then what is new, what went, and whether the order moved."""
    dulu = {b.nomor: b.isi for b in lama if b.nomor}
    kini = {b.nomor: b.isi for b in baru if b.nomor}
    sama = [b.nomor for b in lama if b.nomor in kini]
    beda = [satu for n in sama for satu in _values(n, dulu[n], kini[n])]
    beda += [_whole(JenisBeda.TAMBAH, b) for b in baru if b.nomor not in dulu]
    beda += [_whole(JenisBeda.HAPUS, b) for b in lama if b.nomor not in kini]
    if [b.nomor for b in baru if b.nomor in dulu] != sama:
        beda.append(Beda(JenisBeda.URUT, 0, ""))
    return beda


def _whole(jenis: JenisBeda, b: Baris) -> Beda:
    return Beda(jenis, b.nomor, str(b.isi["kegiatan"]))


def _values(nomor: int, dulu: Isi, kini: Isi) -> Iterator[Beda]:
    for ruas in RUAS:
        if dulu[ruas] != kini[ruas]:
            yield Beda(JenisBeda.UBAH, nomor, str(dulu["kegiatan"]), ruas, dulu[ruas], kini[ruas])
