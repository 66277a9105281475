"""Who rated whom before, and who acts for the head of a unit. Who rates today is `Pegawai.atasan` itself."""

from functools import partial

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib.db import Pemicu
from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisPlt
from pegawai.querysets import MilikPegawaiQuerySet


class RiwayatAtasan(models.Model):
    """One change of atasan penilai, noted by the database for every writer.

    No foreign keys in the database: a note of what was holds back nobody who goes. `berlaku` is the day
    from which the new one counts when it is not the day of the note; `kelompok` joins those of one press.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.DO_NOTHING, db_constraint=False, db_index=False,
        related_name="riwayat_atasan",
    )  # fmt: skip
    lama = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, null=True,
        related_name="+",
    )  # fmt: skip
    baru = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, null=True,
        related_name="+",
    )  # fmt: skip
    dicatat_pada = models.DateTimeField(default=timezone.now)
    berlaku = models.DateField("berlaku sejak", null=True, blank=True)
    kelompok = models.UUIDField(null=True, blank=True, db_index=True)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat atasan"
        verbose_name_plural = "riwayat atasan"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["pegawai", "id"], name="riwayat_atasan_orang"),
            # A leader looks for those they rated in a period that is being rated now.
            models.Index(fields=["lama", "dicatat_pada"], name="riwayat_atasan_lama"),
        ]

    def __str__(self) -> str:
        return f"Ganti atasan {self.dicatat_pada:%d-%m-%Y}"


class PenugasanPlt(models.Model):
    """Somebody who leads a unit for the time being (PLT), or for its head who is away (PLH)."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penugasan_plt"
    )
    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=3, choices=partial(choices_of, JenisPlt), default=JenisPlt.PLT)
    mulai = models.DateField()
    sampai = models.DateField(
        null=True,
        blank=True,
        help_text="Hari terakhir. Kosongkan bila surat perintahnya tidak menyebutnya.",
    )
    dasar = models.CharField("nomor surat perintah", max_length=120)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penugasan PLT atau PLH"
        verbose_name_plural = "penugasan PLT dan PLH"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "unit", "mulai"],
                name="penugasan_plt_unik",
                violation_error_message="Penugasan ini sudah dicatat mulai tanggal yang sama.",
            ),
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=F("mulai")),
                name="penugasan_plt_urut",
                violation_error_message="Hari terakhir harus sama dengan atau sesudah hari mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.unit}"


_CATAT = (
    "INSERT INTO pegawai_riwayatatasan (pegawai_id, lama_id, baru_id, dicatat_pada) "
    "SELECT {b}.id, {lama}.atasan_id, {b}.atasan_id, {kini} {dari}"
)
PEMICU_ATASAN = [
    Pemicu("atasan_ganti", "pegawai_riwayatatasan", "pegawai_pegawai", "UPDATE", (_CATAT,), ("atasan_id",))
]
