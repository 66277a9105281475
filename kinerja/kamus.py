"""Words of the kinerja domain (labels first; the heart helper completes this file)."""

from typing import Any

from kinerja import enums

LABEL: dict[type, dict[Any, str]] = {
    kelas: {a: a.name.replace("_", " ").capitalize() for a in kelas}
    for kelas in (
        enums.Rating,
        enums.Predikat,
        enums.StatusSiklus,
        enums.StatusPenilaian,
        enums.SumberPenilaian,
        enums.StatusKonversi,
    )
}
