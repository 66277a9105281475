"""Which heap of the month a person lies on: the tabs of the page Kenaikan pangkat (periode)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from asn_karier.lib.syarat import Status
from karier.enums import Pelaku, StatusRekomendasi, StatusUsul
from karier.rules.daftar import DAFTAR


class Tumpukan(StrEnum):
    """In the order of the page. DITUNDA: decided by HR not to be sent now."""

    SIAP = "siap"
    KURANG_SATU = "kurang-1"
    KURANG_LAIN = "kurang-lain"
    PERBAIKAN = "perbaikan"
    BELUM_WAKTUNYA = "belum-waktunya"
    DIUSULKAN = "diusulkan"
    BTS = "bts"
    TMS = "tms"
    SK_TERBIT = "sk"
    DITUNDA = "ditunda"


#: Heaps that an outcome of a run decides; the others are decided by the recommendation.
DARI_HASIL: Final = (
    Tumpukan.KURANG_SATU,
    Tumpukan.KURANG_LAIN,
    Tumpukan.PERBAIKAN,
    Tumpukan.BELUM_WAKTUNYA,
)
#: First unmet requirements that only time fulfils.
_KODE_WAKTU: Final = ("masa_pangkat", "masa_jabatan")
MENUNGGU_WAKTU: Final = tuple(b.posisi for b in DAFTAR if b.pelaku is Pelaku.WAKTU and b.kode in _KODE_WAKTU)


def tumpukan_hasil(status: int, alasan: int, kurang: int) -> Tumpukan | None:
    """The heap of a stored outcome; None for who is ready, or on no path."""
    if status == Status.PERLU_VERIFIKASI:
        return Tumpukan.PERBAIKAN
    if status != Status.BELUM:
        return None
    if alasan in MENUNGGU_WAKTU:
        return Tumpukan.BELUM_WAKTUNYA
    return Tumpukan.KURANG_SATU if kurang == 1 else Tumpukan.KURANG_LAIN


_DARI_USUL: Final = {
    StatusUsul.BTS: Tumpukan.BTS,
    StatusUsul.TMS: Tumpukan.TMS,
    StatusUsul.SK_TERBIT: Tumpukan.SK_TERBIT,
}
_DARI_REKOMENDASI: Final = {
    StatusRekomendasi.MENUNGGU: Tumpukan.SIAP,
    StatusRekomendasi.DITETAPKAN: Tumpukan.DIUSULKAN,
    StatusRekomendasi.TERLAKSANA: Tumpukan.SK_TERBIT,
    StatusRekomendasi.DITUNDA: Tumpukan.DITUNDA,
    StatusRekomendasi.DITOLAK: Tumpukan.DITUNDA,
}


def tumpukan_usul(status: str, usul: str | None) -> Tumpukan | None:
    """The heap of a recommendation; None for one that lapsed. `usul`: where its proposal stands."""
    r = StatusRekomendasi(status)
    if usul and r in (StatusRekomendasi.DITETAPKAN, StatusRekomendasi.DITOLAK):
        return _DARI_USUL.get(StatusUsul(usul)) or _DARI_REKOMENDASI[r]
    return _DARI_REKOMENDASI.get(r)


def pasangan_usul(tumpukan: Tumpukan) -> list[tuple[StatusRekomendasi, StatusUsul | None]]:
    """The pairs of states that lie on a heap: what a query asks for."""
    return [(r, u) for r in StatusRekomendasi for u in (None, *StatusUsul) if tumpukan_usul(r, u) is tumpukan]
