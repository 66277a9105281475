"""Scores of manajemen talenta that no register of ours carries (KepKa BKN 411/2025); for HR only."""

from typing import Final

from django.core.validators import MaxValueValidator
from django.db import models
from simple_history.models import HistoricalRecords

from asn_karier.lib import kata
from pegawai.models import Catatan

SENTI_TERTINGGI: Final = 10_000
#: The scores in the order of the model.
KOMPONEN: Final = (
    "potensi",
    "pengembangan",
    "pengalaman",
    "kesesuaian",
    "penghargaan",
    "penugasan",
    "umpan_balik",
)


def skor_field(nama: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    """0-100 in senti; null is not assessed, never zero."""
    return models.PositiveSmallIntegerField(
        nama, null=True, blank=True, validators=[MaxValueValidator(SENTI_TERTINGGI)]
    )


class KomponenTalenta(Catatan):
    """What one person scored on one day, each in hundredths of a point: 8250 is 82,50.

    The first four belong to the axis of potential, the last three to that of performance.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="komponen_talenta"
    )
    tanggal = models.DateField(help_text="Tanggal penilaian.")
    potensi = skor_field("potensi")
    pengembangan = skor_field("pengembangan kompetensi")
    pengalaman = skor_field("pengalaman jabatan")
    kesesuaian = skor_field("kesesuaian kualifikasi")
    penghargaan = skor_field("penghargaan")
    penugasan = skor_field("penugasan dalam tim")
    umpan_balik = skor_field("umpan balik 360°")
    history = HistoricalRecords()

    class Meta:
        verbose_name = "komponen talenta"
        verbose_name_plural = "komponen talenta"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tanggal"], name="talenta_unik"),
            models.CheckConstraint(
                condition=models.Q(*((f"{nama}__lte", SENTI_TERTINGGI) for nama in KOMPONEN)),
                name="talenta_skor_0_100",
                violation_error_message="Skor antara 0 dan 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"Komponen talenta {kata.tanggal(self.tanggal)}"
