"""The numbers about what citizens send: how long it is kept, how much may come, what may be told."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan

_KODE: Final = "ulasan_warga"


class AngkaWarga(NamedTuple):
    """`penanda`: the longest life of a network mark; `jeda`: days until an officer reads words."""

    penanda: timedelta
    kunci: timedelta
    asli: timedelta
    jeda: timedelta
    per_jam: int
    per_masa: int
    huruf: int
    paling_sedikit: int


def angka_warga(a: Aturan) -> AngkaWarga:
    """All of them, as the file in force has them."""
    berkas = a[_KODE]
    waktu, batas, terbit = (berkas.tabel(t) for t in ("waktu", "batas", "terbit"))
    return AngkaWarga(
        penanda=timedelta(hours=int(waktu["penanda_jam"]["nilai"])),
        kunci=timedelta(hours=int(waktu["kunci_jam"]["nilai"])),
        asli=timedelta(days=int(waktu["asli_hari"]["nilai"])),
        jeda=timedelta(days=int(waktu["jeda_hari"]["nilai"])),
        per_jam=int(batas["per_jam"]["nilai"]),
        per_masa=int(batas["per_masa"]["nilai"]),
        huruf=int(batas["huruf"]["nilai"]),
        paling_sedikit=int(terbit["paling_sedikit"]["nilai"]),
    )
