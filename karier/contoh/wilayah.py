"""The regions that can be simulated: what is different about each.

Names of offices and districts are facts (`data/<kode>.csv`); where the list of a region was known only in
part, offices follow the usual nomenclature. Sections, schools and everybody in them are invented.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wilayah:
    """`kode`: of the region, first part of its office codes. `terpencil`: districts with remote schools.

    `nip_mulai`: its people count from here in the last three digits of a NIP, so that several simulated
    regions in one database share no number.
    """

    instansi: str
    kode: str
    jenis: str
    pusat: str
    terpencil: frozenset[str]
    zona_waktu: str
    surel: str
    nip_mulai: int = 0
    camat: str = "Camat"
    benih: int = 0


WILAYAH: Final = {
    w.instansi: w
    for w in (
        Wilayah(
            "batanghari",
            "15.04",
            "kabupaten",
            "Muara Bulian",
            frozenset({"Batin XXIV", "Maro Sebo Ulu"}),
            "Asia/Jakarta",
            "batangharikab.contoh.invalid",
        ),
        Wilayah(
            "bulungan",
            "65.01",
            "kabupaten",
            "Tanjung Selor",
            frozenset({"Peso", "Peso Hilir", "Sekatak", "Bunyu"}),
            "Asia/Makassar",
            "bulungan.contoh.invalid",
            nip_mulai=200,
            benih=65,
        ),
        Wilayah(
            "medan",
            "12.71",
            "kota",
            "Medan",
            frozenset({"Medan Belawan"}),
            "Asia/Jakarta",
            "medan.contoh.invalid",
            nip_mulai=400,
            benih=12,
        ),
        Wilayah(
            "nabire",
            "94.01",
            "kabupaten",
            "Nabire",
            frozenset(
                {"Wanggar", "Napan", "Yaur", "Siriwo", "Teluk Umar", "Wapoga", "Moora", "Dipa", "Menou"}
            ),
            "Asia/Jayapura",
            "nabire.contoh.invalid",
            nip_mulai=600,
            camat="Kepala Distrik",
            benih=94,
        ),
    )
}

#: Where an office was joined with another, whose staff do its work there.
PENGGANTI: Final = {
    "007": "021",
    "010": "004",
    "012": "023",
    "014": "016",
    "018": "013",
    "020": "021",
    "028": "026",
}
