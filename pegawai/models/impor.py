"""Files that HR brings: staged, checked, shown, applied."""

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import NasibTulisan, StatusBaris, StatusImpor, TahapImpor
from pegawai.querysets import BarisImporQuerySet, MilikInstansiQuerySet


class Impor(models.Model):
    """One uploaded file. `jenis` names a reader of the registry in services.impor."""

    instansi = models.ForeignKey("pegawai.Instansi", on_delete=models.PROTECT, related_name="impor")
    jenis = models.CharField(max_length=20)
    nama_berkas = models.CharField(max_length=200)
    berkas = models.FileField(upload_to="impor/%Y/", blank=True)
    sidik = models.CharField("SHA-256 berkas", max_length=64)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusImpor), default=StatusImpor.DIUNGGAH
    )
    tahap = models.CharField(max_length=10, choices=partial(choices_of, TahapImpor), blank=True, default="")
    pesan = models.TextField(blank=True, help_text="Sebab berkas ditolak dan cara memperbaikinya.")
    jumlah_baris = models.PositiveIntegerField(default=0)
    kemajuan = models.PositiveIntegerField(default=0)
    ringkasan = models.JSONField(default=dict, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    diterapkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    diterapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    dikembalikan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dikembalikan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    rincian_dihapus_pada = models.DateTimeField(null=True, blank=True, editable=False)
    sebab_dihapus = models.CharField(max_length=80, blank=True, default="", editable=False)
    percobaan = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ["-dibuat_pada", "-pk"]

    def __str__(self) -> str:
        return self.nama_berkas


class BarisImpor(models.Model):
    """One row of the file: what it says, what would change, or why it is refused."""

    impor = models.ForeignKey("pegawai.Impor", on_delete=models.CASCADE, db_index=False, related_name="baris")
    nomor = models.PositiveIntegerField("baris di berkas")
    lembar = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=partial(choices_of, StatusBaris))
    kunci = models.CharField(max_length=40, blank=True)
    nama = models.CharField(max_length=150, blank=True)
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    data = models.JSONField(default=dict)
    beda = models.JSONField(default=list, blank=True)
    galat = models.JSONField(default=list, blank=True)
    peringatan = models.JSONField(default=list, blank=True)

    objects = BarisImporQuerySet.as_manager()

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        ordering = ["impor", "lembar", "nomor"]
        indexes = [models.Index(fields=["impor", "status", "nomor"], name="baris_impor_status")]

    def __str__(self) -> str:
        return f"Baris {self.nomor}"


class TulisanImpor(models.Model):
    """One row that an import wrote, and what it replaced: the ground for undoing it (services.rekaman).

    No foreign key to the row: it may go. `kelompok` is the person (or the unit) undone as a whole.
    """

    impor = models.ForeignKey(
        "pegawai.Impor", on_delete=models.CASCADE, db_index=False, related_name="tulisan"
    )
    model = models.CharField(max_length=60)
    objek_id = models.BigIntegerField()
    kelompok = models.BigIntegerField()
    baru = models.BooleanField()
    sebelum = models.TextField("isi semula (tersandi)", blank=True)
    sidik = models.CharField("sidik isi sesudah ditulis", max_length=64)
    pada = models.DateTimeField()
    nasib = models.CharField(max_length=10, choices=partial(choices_of, NasibTulisan), blank=True, default="")
    sebab = models.CharField(max_length=200, blank=True, default="")

    objects = BarisImporQuerySet.as_manager()

    class Meta:
        verbose_name = "tulisan impor"
        verbose_name_plural = "tulisan impor"
        ordering = ["impor", "kelompok", "pk"]
        indexes = [models.Index(fields=["impor", "kelompok"], name="tulisan_impor_kelompok")]

    def __str__(self) -> str:
        return f"{self.model} {self.objek_id}"
