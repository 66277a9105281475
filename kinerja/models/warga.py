"""What citizens send in general, and the marks against floods: never joined, and gone within a day."""

import uuid
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import BELUM_DIPUTUS, AlasanTidakTampil, StatusKiriman
from kinerja.querysets import MilikUnitQuerySet


class KirimanWarga(models.Model):
    """Words without a name. The key is random and no moment is kept, so that no order can be read.

    `asli`: encrypted, until a moderator decides or its days are over. `kunci`: which opened page was sent,
    so that a second press makes no second row; emptied when that page can no longer be sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nomor = models.CharField(max_length=20, unique=True, editable=False)
    kunci = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    hari = models.DateField(help_text="Hari diterima menurut jam instansi.")
    asli = models.TextField(blank=True, editable=False)
    teks = models.TextField(blank=True, help_text="Sesudah nama dan nomor disamarkan.")
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusKiriman), default=StatusKiriman.MENUNGGU
    )
    alasan = models.CharField(max_length=20, blank=True, choices=partial(choices_of, AlasanTidakTampil))
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.nomor


def syarat_kiriman(nama: str) -> list[models.BaseConstraint]:
    """What holds for every kind of words: `nama` begins the names of the constraints."""
    belum = Q(status__in=[*BELUM_DIPUTUS, StatusKiriman.TANPA_TEKS])
    return [
        models.CheckConstraint(
            condition=belum | Q(asli=""),
            name=f"{nama}_asli_dihapus",
            violation_error_message="Kalimat asli dihapus sesudah diputus.",
        ),
        models.CheckConstraint(
            condition=~Q(status=StatusKiriman.TAMPIL) | (~Q(teks="") & Q(alasan="")),
            name=f"{nama}_tampil_berteks",
            violation_error_message="Isi kalimat yang ditampilkan.",
        ),
        models.CheckConstraint(
            condition=~Q(status=StatusKiriman.TIDAK_TAMPIL) | (Q(teks="") & ~Q(alasan="")),
            name=f"{nama}_ditolak_beralasan",
            violation_error_message="Pilih alasan kalimat itu tidak ditampilkan.",
        ),
        models.CheckConstraint(
            condition=Q(diputus_pada=None) | ~belum,
            name=f"{nama}_diputus_sekali",
            violation_error_message="Yang belum diputus tidak mempunyai tanggal putusan.",
        ),
    ]


class GaramPenanda(models.Model):
    """A random salt of one stretch of time; without it no mark of that stretch can be made again."""

    masa = models.BigIntegerField(unique=True)
    garam = models.CharField(max_length=64)

    class Meta:
        verbose_name = "garam penanda"
        verbose_name_plural = "garam penanda"

    def __str__(self) -> str:
        return f"Masa {self.masa}"


class PenandaJaringan(models.Model):
    """How much came from one network in one window. What was sent is not known here, nor the address."""

    kunci = models.CharField(max_length=64, unique=True)
    masa = models.BigIntegerField(db_index=True)
    banyak = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "penanda jaringan"
        verbose_name_plural = "penanda jaringan"

    def __str__(self) -> str:
        return f"{self.banyak} kiriman"


class PerubahanLayanan(models.Model):
    """*Yang berubah karena ulasan Anda*, told by the unit."""

    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, db_index=False, related_name="+")
    masukan = models.CharField(
        "masukan warga",
        max_length=300,
        help_text="Ringkas, tanpa nama orang. Misalnya: antre lama pada Senin pagi.",
    )
    tindakan = models.CharField(
        "yang diubah", max_length=300, help_text="Misalnya: loket tambahan dibuka setiap Senin pagi."
    )
    tanggal = models.DateField("berlaku sejak")
    terbit = models.BooleanField("tampil untuk umum", default=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan layanan"
        verbose_name_plural = "perubahan layanan"
        ordering = ["-tanggal", "-pk"]
        indexes = [models.Index(fields=["unit", "-tanggal"], name="perubahan_layanan_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tanggal", "tindakan"],
                name="perubahan_layanan_unik",
                violation_error_message="Perubahan ini sudah dicatat.",
            )
        ]

    def __str__(self) -> str:
        return self.tindakan
