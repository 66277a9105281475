"""Words of the karier domain (labels first; the heart helper completes this file)."""

from typing import Any

from karier import enums

LABEL: dict[type, dict[Any, str]] = {
    kelas: {a: a.name.replace("_", " ").capitalize() for a in kelas}
    for kelas in (
        enums.JalurPangkat,
        enums.StatusRun,
        enums.StatusPotongan,
        enums.JenisRekomendasi,
        enums.StatusRekomendasi,
        enums.JenisKeputusan,
        enums.Pelaku,
        enums.Kerahasiaan,
    )
}
