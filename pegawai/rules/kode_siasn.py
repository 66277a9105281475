"""The reference codes of SIASN, both ways: id to name and name to id."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan, Baris
from asn_karier.lib.errors import DomainError

_KODE: Final = "kode_siasn"


class Rujukan(NamedTuple):
    """One row of a reference table. `id` and `nama` stand exactly as SIASN writes them."""

    id: str
    nama: str
    baris: Baris

    @property
    def terverifikasi(self) -> bool:
        return bool(self.baris["conf"] != "UNV")


def cari_id(tabel: str, kode: str, a: Aturan) -> Rujukan:
    """The row of an id, leading zeros or not; DomainError `kode_siasn` when the table has none."""
    for ada, baris in a[_KODE].tabel(tabel).items():
        if ada.lstrip("0") == kode.strip().lstrip("0"):
            return Rujukan(ada, str(baris["nilai"]), baris)
    raise _tidak_ada(tabel, f"id {kode.strip()}")


def cari_nama(tabel: str, nama: str, a: Aturan) -> Rujukan:
    """The row of a name, whatever its capitals, spaces and signs; DomainError `kode_siasn`."""
    cari = _ringkas(nama)
    for kode, baris in a[_KODE].tabel(tabel).items():
        if cari in map(_ringkas, (baris["nilai"], *baris.get("sebutan", ()))):
            return Rujukan(kode, str(baris["nilai"]), baris)
    raise _tidak_ada(tabel, f"nama '{nama.strip()}'")


def _ringkas(teks: str) -> str:
    return re.sub(r"[^a-z0-9]", "", teks.casefold())


def _tidak_ada(tabel: str, yang: str) -> DomainError:
    return DomainError(
        "kode_siasn",
        f"Tabel referensi SIASN '{tabel.replace('_', ' ')}' tidak memuat {yang}",
        tindakan="Periksa penulisannya, atau lihat tabel referensi terbaru pada SIASN.",
    )
