"""Letters that HR issues, kept as a register: nobody gets two for the same day."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib import kata
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet


class PenerbitanKGB(models.Model):
    """One batch of KGB letters. Without number and date they are drafts (KONSEP)."""

    instansi = models.ForeignKey("pegawai.Instansi", on_delete=models.PROTECT, related_name="+")
    pola_nomor = models.CharField(max_length=80, blank=True)
    tanggal = models.DateField("tanggal surat", null=True, blank=True)
    penanda_tangan = models.ForeignKey(
        "pegawai.PejabatPenandaTangan", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    jumlah = models.PositiveIntegerField(default=0)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    diurungkan_pada = models.DateTimeField(null=True, blank=True)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "penerbitan surat KGB"
        verbose_name_plural = "surat KGB"
        ordering = ["-dibuat_pada", "-pk"]

    def __str__(self) -> str:
        return f"Surat KGB {kata.tanggal(timezone.localdate(self.dibuat_pada))} ({self.jumlah} orang)"


class SuratKGB(models.Model):
    """One letter as it was issued: what it says stays, whatever is corrected later."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="surat_kgb"
    )
    tmt = models.DateField("TMT gaji baru")
    nomor = models.CharField(max_length=80, blank=True)
    tanggal = models.DateField("tanggal surat", null=True, blank=True)
    golongan = models.PositiveSmallIntegerField()
    mkg_bulan = models.PositiveSmallIntegerField("masa kerja golongan (bulan)")
    gaji_lama = models.PositiveIntegerField(null=True, blank=True)
    gaji_baru = models.PositiveIntegerField(null=True, blank=True)
    #: A day or an amount rests on an unverified row of the rules: the letter stays a draft.
    perkiraan = models.BooleanField(default=False)
    penerbitan = models.ForeignKey("pegawai.PenerbitanKGB", on_delete=models.PROTECT, related_name="surat")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "surat KGB"
        verbose_name_plural = "surat KGB"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "tmt"], name="surat_kgb_unik")]

    def __str__(self) -> str:
        return f"Surat KGB TMT {kata.tanggal(self.tmt)}"

    @property
    def konsep(self) -> bool:
        return not self.nomor
