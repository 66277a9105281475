"""Words of the realisation: where it stands, and what the page says of it."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL_REALISASI: Final[dict[type[Enum], dict[Any, str]]] = {
    e.StatusPengisian: {
        e.StatusPengisian.DRAF: "Draf",
        e.StatusPengisian.MENUNGGU_KONFIRMASI: "Menunggu konfirmasi pegawai",
        e.StatusPengisian.DIKIRIM: "Dikirim ke atasan",
        e.StatusPengisian.DIKEMBALIKAN: "Dikembalikan – perlu diperbaiki",
    },
}

KELAS_PENGISIAN: Final[Mapping[e.StatusPengisian, str]] = {
    e.StatusPengisian.DRAF: "jalan",
    e.StatusPengisian.MENUNGGU_KONFIRMASI: "perlu",
    e.StatusPengisian.DIKIRIM: "jalan",
    e.StatusPengisian.DIKEMBALIKAN: "perlu",
}


def nomor_pengisian(tahun: int, pk: int) -> str:
    """'KIN-2026-000042': what the confirmation shows and people can name on the telephone."""
    return f"KIN-{tahun}-{pk:06d}"
