"""Angka kredit in senti (hundredths): exact integers, as PermenPANRB 1/2023 and PerBKN 3/2023 round."""

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from kinerja.enums import StatusKonversi
from kinerja.querysets import BerkertasQuerySet, KonversiQuerySet
from pegawai.enums import Jenjang


class PenetapanAngkaKredit(models.Model):
    """PAK: the signed total up to and including `sampai`."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="pak"
    )
    nomor = models.CharField(max_length=80, blank=True)
    sampai = models.DateField(help_text="Hari terakhir masa penilaian yang dihitung dalam PAK ini.")
    jenjang = models.PositiveSmallIntegerField(choices=partial(choices_of, Jenjang))
    jumlah_senti = models.PositiveIntegerField(help_text="Seperseratus angka kredit; 4250 berarti 42,50.")
    sumber = models.CharField(max_length=120, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = BerkertasQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penetapan angka kredit (PAK)"
        verbose_name_plural = "penetapan angka kredit (PAK)"
        ordering = ["-sampai", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "sampai"], name="pak_unik")]

    def __str__(self) -> str:
        return f"PAK sampai {kata.tanggal(self.sampai)}"


class KonversiAngkaKredit(models.Model):
    """Predikat of one year turned into angka kredit: one line for each jenjang held in that year.

    Until the year is converted, the periodic evaluations in it may be (`siklus`): the yearly lines take
    their place, so both never stand beside each other. A line is a draft until the pejabat penilai signs it.
    When its ground changes afterwards it is a draft again; what was signed stays in the history.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="konversi_ak"
    )
    tahun = models.PositiveSmallIntegerField()
    mulai = models.DateField(help_text="Hari pertama masa yang dikonversi.")
    bulan = models.PositiveSmallIntegerField(help_text="Banyaknya bulan yang dinilai, 1-12.")
    jenjang = models.PositiveSmallIntegerField(choices=partial(choices_of, Jenjang))
    koefisien_milli = models.PositiveIntegerField()
    persen = models.PositiveSmallIntegerField()
    nilai_senti = models.PositiveIntegerField()
    #: The quarter or month whose predikat was converted; None: that of the year.
    siklus = models.ForeignKey(
        "kinerja.SiklusPenilaian", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        max_length=15, choices=partial(choices_of, StatusKonversi), default=StatusKonversi.DRAF
    )
    ditandatangani_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = KonversiQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "konversi angka kredit"
        verbose_name_plural = "konversi angka kredit"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "mulai"], name="konversi_mulai_unik"),
            models.CheckConstraint(condition=models.Q(bulan__range=(1, 12)), name="konversi_bulan_1_12"),
        ]

    def __str__(self) -> str:
        return f"Konversi {self.masa_predikat}"

    @property
    def masa_predikat(self) -> str:
        """'2026', or the name of the quarter or month."""
        return str(self.siklus or self.tahun)


class SegaranKonversi(models.Model):
    """Up to when the written posts of one instansi have reached its conversions."""

    instansi = models.OneToOneField(
        "pegawai.Instansi", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    sampai = models.DateTimeField()

    class Meta:
        verbose_name = "segaran konversi"
        verbose_name_plural = "segaran konversi"

    def __str__(self) -> str:
        return f"Konversi segar sampai {self.sampai:%d-%m-%Y %H:%M}"
