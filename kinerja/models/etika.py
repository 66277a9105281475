"""The case of ethics of the year, what people answer, and what they talk about below it.

Neither answers nor the discussion have a history, a page at the HR desk, or a line on a rating page.
"""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import KeluargaKasus, NilaiBerakhlak, StatusKasus
from kinerja.querysets import (
    DiskusiEtikaQuerySet,
    JawabanEtikaQuerySet,
    KasusEtikaQuerySet,
    PelajaranEtikaQuerySet,
)

JAWABAN_TERPANJANG = 4000
DISKUSI_TERPANJANG = 1000
PELAJARAN_TERPANJANG = 2000


class KasusEtika(models.Model):
    """A dilemma for one family of posts. `batas` is a day of the unit of whoever reads it.

    Once somebody answered it, its text stays: another wording is another row (`asal`).
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    tahun = models.PositiveSmallIntegerField()
    keluarga = models.PositiveSmallIntegerField(
        "untuk jabatan",
        choices=partial(choices_of, KeluargaKasus),
        default=KeluargaKasus.SEMUA,
        help_text="Kasus untuk satu keluarga jabatan didahulukan dari kasus untuk semua jabatan.",
    )
    judul = models.CharField(max_length=120)
    kasus = models.TextField(max_length=6000, help_text="Orang, tempat, dan peristiwanya karangan.")
    pertanyaan = models.TextField(max_length=2000, help_text="Satu baris satu pertanyaan.")
    nilai = models.CharField("nilai BerAKHLAK", max_length=24, choices=partial(choices_of, NilaiBerakhlak))
    menit = models.PositiveSmallIntegerField("perkiraan menit", default=60)
    mulai = models.DateField("mulai tampil")
    batas = models.DateField(
        "batas menjawab",
        help_text="Sesudahnya kasus masih dapat dijawab sampai Anda menyelesaikannya.",
    )
    status = models.CharField(
        max_length=8, choices=partial(choices_of, StatusKasus), default=StatusKasus.DRAF, editable=False
    )
    asal = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    #: Code of the starter library, or empty.
    pustaka = models.CharField(max_length=40, blank=True, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = KasusEtikaQuerySet.as_manager()

    class Meta:
        verbose_name = "kasus etika"
        verbose_name_plural = "kasus etika"
        ordering = ["-tahun", "keluarga", "-pk"]
        indexes = [models.Index(fields=["instansi", "tahun"], name="kasus_etika_tahun")]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "keluarga"],
                condition=Q(status=StatusKasus.TERBIT),
                name="kasus_etika_terbit_satu",
                violation_error_message="Keluarga jabatan ini sudah mempunyai kasus terbit pada tahun itu.",
            ),
            models.CheckConstraint(
                condition=Q(batas__gte=F("mulai")),
                name="kasus_etika_urut",
                violation_error_message="Batas menjawab harus sesudah mulai tampil.",
            ),
            models.CheckConstraint(
                condition=Q(menit__gte=5, menit__lte=240),
                name="kasus_etika_menit",
                violation_error_message="Perkiraan waktu antara 5 dan 240 menit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.judul} ({self.tahun})"


class JawabanEtika(models.Model):
    """What one person would do. `unit`: where they worked when they sent it; its people read it."""

    kasus = models.ForeignKey(KasusEtika, on_delete=models.PROTECT, db_index=False, related_name="jawaban")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+")
    isi = models.TextField(max_length=JAWABAN_TERPANJANG)
    versi = models.PositiveIntegerField(default=1)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    diubah_pada = models.DateTimeField(null=True, blank=True)

    objects = JawabanEtikaQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban kasus etika"
        verbose_name_plural = "jawaban kasus etika"
        ordering = ["dikirim_pada", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kasus", "pegawai"], name="jawaban_etika_sekali"),
        ]

    def __str__(self) -> str:
        return f"Jawaban nomor {self.pk}"


class DiskusiEtika(models.Model):
    """A word in the discussion, by whoever answered. Taken back, it keeps its place and no text."""

    jawaban = models.ForeignKey(
        JawabanEtika, on_delete=models.PROTECT, db_index=False, related_name="diskusi"
    )
    isi = models.TextField(max_length=DISKUSI_TERPANJANG, blank=True)
    #: One form, one row: a second click sends the same key.
    kunci = models.UUIDField(editable=False)
    pada = models.DateTimeField(default=timezone.now)
    ditarik_pada = models.DateTimeField(null=True, blank=True)

    objects = DiskusiEtikaQuerySet.as_manager()

    class Meta:
        verbose_name = "diskusi kasus etika"
        verbose_name_plural = "diskusi kasus etika"
        ordering = ["pada", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["jawaban", "kunci"], name="diskusi_etika_sekali"),
            models.CheckConstraint(
                condition=(Q(ditarik_pada=None) & ~Q(isi="")) | Q(ditarik_pada__isnull=False, isi=""),
                name="diskusi_etika_ditarik_kosong",
            ),
        ]

    def __str__(self) -> str:
        return f"Sumbangan nomor {self.pk}"


class PelajaranEtika(models.Model):
    """What a unit takes from its discussion, written by who leads it."""

    kasus = models.ForeignKey(KasusEtika, on_delete=models.PROTECT, db_index=False, related_name="pelajaran")
    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, related_name="+")
    isi = models.TextField("pelajaran bersama", max_length=PELAJARAN_TERPANJANG)
    oleh = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    versi = models.PositiveIntegerField(default=1)
    pada = models.DateTimeField(default=timezone.now)

    objects = PelajaranEtikaQuerySet.as_manager()

    class Meta:
        verbose_name = "pelajaran bersama"
        verbose_name_plural = "pelajaran bersama"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["kasus", "unit"], name="pelajaran_etika_sekali"),
        ]

    def __str__(self) -> str:
        return f"Pelajaran nomor {self.pk}"
