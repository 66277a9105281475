"""What a person has to decide, and what a named person decided."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.querysets import RekomendasiQuerySet


class Rekomendasi(models.Model):
    """Outlives runs: unique on what it is about. Each run links itself as evidence."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="rekomendasi"
    )
    jenis = models.CharField(max_length=20, choices=partial(choices_of, JenisRekomendasi))
    sasaran = models.CharField(
        max_length=40, help_text="Golongan tujuan (urut 1-17) atau kompetensi yang dikembangkan."
    )
    periode = models.DateField(help_text="TMT yang dituju, atau 1 Januari tahun pengembangan.")
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusRekomendasi), default=StatusRekomendasi.MENUNGGU
    )
    perlu_ditinjau = models.BooleanField(
        default=False, help_text="Sudah diputuskan, tetapi perhitungan terakhir berubah."
    )
    run_pertama = models.ForeignKey(
        "karier.RunEvaluasi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    run_terakhir = models.ForeignKey(
        "karier.RunEvaluasi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    alasan_gugur = models.CharField(max_length=200, blank=True)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering = ["-periode", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "jenis", "sasaran", "periode"], name="rekomendasi_unik"
            ),
        ]
        indexes = [models.Index(fields=["jenis", "status"], name="rekomendasi_jenis_status")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {kata.tanggal(self.periode)}"


class KeputusanRekomendasi(models.Model):
    """Append-only. `pegawai` and `pemutus` stand here so that the database refuses deciding about oneself."""

    rekomendasi = models.ForeignKey("karier.Rekomendasi", on_delete=models.PROTECT, related_name="keputusan")
    jenis = models.CharField(max_length=10, choices=partial(choices_of, JenisKeputusan))
    alasan = models.CharField(max_length=500, blank=True)
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    pemutus = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey("karier.RunEvaluasi", on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)
    #: The same for all that one press has decided; empty when it decided about one.
    kunci = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan rekomendasi"
        verbose_name_plural = "keputusan rekomendasi"
        ordering = ["-pada", "-pk"]
        indexes = [models.Index(fields=["kunci"], condition=~Q(kunci=""), name="keputusan_kunci")]
        constraints = [
            models.CheckConstraint(
                condition=Q(pemutus=None) | ~Q(pemutus=F("pegawai")),
                name="keputusan_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat memutuskan rekomendasi tentang diri Anda sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisKeputusan.TETAPKAN) | ~Q(alasan=""),
                name="keputusan_beralasan",
                violation_error_message="Tuliskan alasan keputusan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {kata.tanggal(timezone.localtime(self.pada))}"
