"""Words of recognition."""

from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.SumberPengakuan: {
        e.SumberPengakuan.PROYEK: "Proyek yang selesai",
        e.SumberPengakuan.WARGA: "Terima kasih dari warga",
    },
    e.StatusPengakuan: {
        e.StatusPengakuan.DIUSULKAN: "Menunggu keputusan",
        e.StatusPengakuan.DITETAPKAN: "Ditetapkan",
        e.StatusPengakuan.TIDAK_DITETAPKAN: "Tidak ditetapkan",
    },
}
KELAS: Final = {
    e.StatusPengakuan.DIUSULKAN: "perlu",
    e.StatusPengakuan.DITETAPKAN: "ok",
    e.StatusPengakuan.TIDAK_DITETAPKAN: "",
}
