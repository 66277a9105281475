"""The ledger of the engine: PostgreSQL (or SQLite) is the only record, a message is only a hint."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import StatusPotongan, StatusRun
from karier.querysets import RunQuerySet


class RunEvaluasi(models.Model):
    """One evaluation of all ASN of an instansi. Pins the date and the rule versions it used."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="run"
    )
    nomor = models.PositiveIntegerField()
    per_tanggal = models.DateField()
    tmt_sasaran = models.DateField(help_text="TMT kenaikan pangkat yang dinilai.")
    versi_aturan = models.JSONField()
    versi_fakta = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=25, choices=partial(choices_of, StatusRun), default=StatusRun.BERJALAN
    )
    simulasi = models.BooleanField(
        default=False,
        editable=False,
        help_text="Tanggalnya bukan hari ini: hasilnya dapat dibaca, usulan dan halaman pegawai tetap.",
    )
    alasan = models.CharField(max_length=300, blank=True, help_text="Mengapa perhitungan dibatalkan.")
    jumlah_pegawai = models.PositiveIntegerField(default=0)
    ringkasan = models.JSONField(default=dict, blank=True)
    digest = models.CharField(max_length=32, blank=True)
    dimulai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    selesai_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = "perhitungan"
        verbose_name_plural = "perhitungan"
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "nomor"], name="run_nomor_unik"),
            models.UniqueConstraint(
                fields=["instansi"], condition=Q(status=StatusRun.BERJALAN.value), name="run_satu_berjalan"
            ),
        ]

    def __str__(self) -> str:
        tanda = " (simulasi)" if self.simulasi else ""
        return f"Perhitungan {self.nomor} per {kata.tanggal(self.per_tanggal)}{tanda}"

    def keterangan_tanggal(self) -> str:
        """The date, and whether it was only a simulation."""
        tanggal = kata.tanggal(self.per_tanggal)
        return f"{tanggal}. Simulasi: usulan dan halaman pegawai tidak berubah" if self.simulasi else tanggal


class Potongan(models.Model):
    """A range of pegawai ids (inclusive) inside one instansi: the unit of work of a worker."""

    run = models.ForeignKey("karier.RunEvaluasi", on_delete=models.CASCADE, related_name="potongan")
    awal = models.BigIntegerField()
    akhir = models.BigIntegerField()
    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusPotongan), default=StatusPotongan.ANTRE
    )
    jumlah = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=32, blank=True)
    dibaca_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "potongan"
        verbose_name_plural = "potongan"
        ordering = ["run", "awal"]
        constraints = [
            models.CheckConstraint(condition=Q(akhir__gte=models.F("awal")), name="potongan_rentang"),
        ]
        indexes = [
            models.Index(
                fields=["run", "awal"],
                condition=Q(status=StatusPotongan.ANTRE.value),
                name="potongan_antre",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.awal}-{self.akhir}"


class PercobaanPotongan(models.Model):
    """One attempt at a Potongan; survives the rollback of the work, so that poison is found by counting."""

    potongan = models.ForeignKey("karier.Potongan", on_delete=models.CASCADE, related_name="percobaan")
    pekerja = models.CharField(max_length=120)
    mulai = models.DateTimeField(default=timezone.now)
    akhir = models.DateTimeField(null=True, blank=True)
    hasil = models.CharField(max_length=200, blank=True)
    dihitung = models.BooleanField(
        default=True, help_text="Tidak dihitung bila berakhir karena sambungan atau penghentian."
    )

    class Meta:
        verbose_name = "percobaan potongan"
        verbose_name_plural = "percobaan potongan"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pekerja} {self.mulai:%H:%M:%S}"
