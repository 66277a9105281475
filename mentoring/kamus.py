"""Words of the mentoring domain."""

from typing import Any

from mentoring.enums import StatusPasangan

LABEL: dict[type, dict[Any, str]] = {
    StatusPasangan: {
        StatusPasangan.DIUSULKAN: "Diusulkan",
        StatusPasangan.DIPILIH_MENTEE: "Menunggu jawaban mentor",
        StatusPasangan.BERJALAN: "Berjalan",
        StatusPasangan.SELESAI: "Selesai",
        StatusPasangan.TIDAK_BERLANJUT: "Tidak berlanjut",
    },
}
