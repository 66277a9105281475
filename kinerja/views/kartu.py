"""A card of *Kinerja saya*."""

from __future__ import annotations

from typing import NamedTuple


class Kartu(NamedTuple):
    """One card. `kalimat` says where it stands; `tanda` and `kelas` are its mark, or empty."""

    judul: str
    kalimat: str
    url: str
    teks_url: str
    tanda: str = ""
    kelas: str = ""
