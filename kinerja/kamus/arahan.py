"""Words of directions by a leader."""

from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.SasaranArahan: {
        e.SasaranArahan.ORANG: "Satu bawahan langsung",
        e.SasaranArahan.BAWAHAN_LANGSUNG: "Semua bawahan langsung",
        e.SasaranArahan.UNIT: "Semua bawahan pada satu unit dan unit di bawahnya",
    },
    e.StatusArahan: {
        e.StatusArahan.BELUM_DIMULAI: "Belum dimulai",
        e.StatusArahan.DIJALANKAN: "Dijalankan",
        e.StatusArahan.SELESAI: "Selesai",
        e.StatusArahan.TIDAK_DAPAT: "Tidak dapat dijalankan",
    },
}
#: The mark beside each state.
KELAS: Final = {
    e.StatusArahan.BELUM_DIMULAI: "",
    e.StatusArahan.DIJALANKAN: "jalan",
    e.StatusArahan.SELESAI: "ok",
    e.StatusArahan.TIDAK_DAPAT: "perlu",
}
