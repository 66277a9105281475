"""Readers of performance nouns for calculators: every spelling that travels in real files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import IntEnum
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, Isian, antara, pilihan
from kinerja.enums import Predikat, PredikatOrganisasi, Rating
from kinerja.rules.predikat import predikat_dari_label, rating_dari_label

#: As the pola distribusi of SE MenPANRB 03/2023 and appraisal recaps abbreviate them.
SINGKATAN: Final[Mapping[str, Predikat]] = {
    "SB": Predikat.SANGAT_BAIK,
    "B": Predikat.BAIK,
    "BP": Predikat.BUTUH_PERBAIKAN,
    "K": Predikat.KURANG,
    "SK": Predikat.SANGAT_KURANG,
}
#: More people than any pejabat penilai or unit has.
_TERBANYAK: Final = 1_000_000
_CACAH: Final = antara(BILANGAN, 0, _TERBANYAK)


def sebutan(nilai: IntEnum) -> str:
    """'Sangat Baik' for SANGAT_BAIK, as forms print it."""
    return nilai.name.replace("_", " ").title()


def ak(senti: int) -> Decimal:
    """Angka kredit out of senti, exactly: 4250 is 42.50."""
    return Decimal(senti).scaleb(-2)


def _berkode(baca: Callable[[str], Any], contoh: type[IntEnum]) -> Isian:
    """A label or its SIASN code, as text or as a number."""

    def satu(nilai: Any) -> Any:
        return baca(nilai if isinstance(nilai, str) else str(BILANGAN.baca(nilai)))

    teks = {"type": "string", "examples": [sebutan(n) for n in contoh]}
    return Isian(satu, {"anyOf": [teks, {"type": "integer", "minimum": 1, "maximum": len(contoh)}]})


def _jumlah(nilai: Any) -> dict[Predikat, int]:
    if not isinstance(nilai, Mapping):
        raise DomainError("isian_salah", "tulis objek seperti {SB: 5, B: 10, BP: 1, K: 0, SK: 0}")
    hasil = dict.fromkeys(Predikat, 0)
    for nama, banyak in nilai.items():
        hasil[predikat_dari_label(nama)] += _CACAH.baca(banyak)
    return hasil


PREDIKAT: Final = _berkode(predikat_dari_label, Predikat)
RATING: Final = _berkode(rating_dari_label, Rating)
PREDIKAT_ORGANISASI: Final = pilihan(
    {sebutan(p): p for p in reversed(PredikatOrganisasi)}
    | dict.fromkeys(("Cukup", "Butuh Perbaikan (Cukup)"), PredikatOrganisasi.BUTUH_PERBAIKAN)
)
#: How many people have each predikat; a predikat that is not named has none.
JUMLAH_PREDIKAT: Final = Isian(
    _jumlah,
    {"type": "object", "additionalProperties": _CACAH.skema, "examples": [dict.fromkeys(SINGKATAN, 0)]},
)
