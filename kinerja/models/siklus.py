"""The appraisal cycles of an instansi: the year, and the periodic evaluations inside it."""

from datetime import date
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import (
    CaraPengumuman,
    JenisPeriodik,
    JenisSiklus,
    PredikatOrganisasi,
    StatusSiklus,
    SumberKinerja,
)
from kinerja.querysets import MilikInstansiQuerySet, MilikSiklusQuerySet, RefleksiQuerySet, SiklusQuerySet
from kinerja.rules.masa_siklus import Masa, masa_siklus


class PengaturanKinerja(models.Model):
    """How an instansi works with performance. A cycle keeps what stood here when it was made."""

    instansi = models.OneToOneField(
        "pegawai.Instansi", on_delete=models.CASCADE, related_name="pengaturan_kinerja"
    )
    sumber = models.CharField(
        "sumber kinerja",
        max_length=12,
        choices=partial(choices_of, SumberKinerja),
        default=SumberKinerja.EKINERJA,
        help_text="Tempat SKP dan rating diisi. Yang diisi di e-Kinerja BKN diimpor dan tidak diketik lagi.",
    )
    periodik = models.CharField(
        "evaluasi periodik",
        max_length=12,
        choices=partial(choices_of, JenisPeriodik),
        default=JenisPeriodik.TRIWULAN,
    )
    konversi_periodik = models.BooleanField(
        "konversi angka kredit periodik",
        default=False,
        help_text="Predikat periodik pejabat fungsional ikut dikonversi menjadi angka kredit. Konversi "
        "tahunan kemudian menggantikannya.",
    )

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "pengaturan kinerja"
        verbose_name_plural = "pengaturan kinerja"

    def __str__(self) -> str:
        return f"Pengaturan kinerja {self.instansi}"


class SiklusPenilaian(models.Model):
    """One evaluation: of a year, or its `ke`-th quarter or month. Its data check is seen before it opens.

    Days are days of the unit (`services.tenggat`). After `batas_pengisian` people are late and may still
    fill in with a reason, after `batas_penilaian` leaders are late; what ends both is HR closing the cycle.
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="siklus"
    )
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(
        max_length=12, choices=partial(choices_of, JenisSiklus), default=JenisSiklus.TAHUNAN
    )
    ke = models.PositiveSmallIntegerField(
        default=0, help_text="Triwulan 1-4 atau bulan 1-12; 0 untuk tahunan."
    )
    nama = models.CharField(max_length=100)
    sumber = models.CharField(
        "sumber kinerja",
        max_length=12,
        choices=partial(choices_of, SumberKinerja),
        default=SumberKinerja.DI_SINI,
    )
    pengumuman = models.CharField(
        "hasil diumumkan",
        max_length=12,
        choices=partial(choices_of, CaraPengumuman),
        default=CaraPengumuman.LANGSUNG,
    )
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusSiklus), default=StatusSiklus.DISIAPKAN
    )
    batas_pengisian = models.DateField(
        null=True,
        blank=True,
        help_text="Hari pegawai diharapkan selesai mengisi realisasi dan refleksi. Kosong: sama dengan "
        "batas penilaian.",
    )
    batas_penilaian = models.DateField(
        help_text="Hari semua penilaian diharapkan selesai. Sesudahnya atasan masih dapat menilai sampai "
        "siklus ditutup."
    )
    diperiksa_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuka_pada = models.DateTimeField(null=True, blank=True, editable=False)
    penetapan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    diumumkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditutup_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = SiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "siklus penilaian"
        verbose_name_plural = "siklus penilaian"
        ordering = ["-tahun", "-ke", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "jenis", "ke"],
                name="siklus_masa_unik",
                violation_error_message="Siklus untuk masa ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisSiklus.TAHUNAN, ke=0)
                | Q(jenis=JenisSiklus.TRIWULAN, ke__range=(1, 4))
                | Q(jenis=JenisSiklus.BULANAN, ke__range=(1, 12)),
                name="siklus_ke_menurut_jenis",
                violation_error_message="Triwulan 1 sampai 4, bulan 1 sampai 12.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def masa(self) -> Masa:
        """First and last day that are evaluated."""
        return masa_siklus(self.tahun, JenisSiklus(self.jenis), self.ke)

    @property
    def tahunan(self) -> bool:
        return self.jenis == JenisSiklus.TAHUNAN

    @property
    def akhir_pengisian(self) -> date:
        return self.batas_pengisian or self.batas_penilaian


class PerpanjanganSiklus(models.Model):
    """A later last day for one person or for a unit and all below it, with a reason everybody reads."""

    siklus = models.ForeignKey(
        SiklusPenilaian, on_delete=models.CASCADE, db_index=False, related_name="perpanjangan"
    )
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sampai = models.DateField()
    alasan = models.CharField(max_length=200)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikSiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "perpanjangan siklus"
        verbose_name_plural = "perpanjangan siklus"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["siklus", "sampai"], name="perpanjangan_siklus")]
        constraints = [
            models.CheckConstraint(
                condition=Q(pegawai=None, unit__isnull=False) | Q(pegawai__isnull=False, unit=None),
                name="perpanjangan_satu_sasaran",
                violation_error_message="Pilih satu pegawai atau satu unit.",
            ),
        ]

    def __str__(self) -> str:
        return f"Perpanjangan sampai {self.sampai:%d-%m-%Y}"


class RefleksiDiri(models.Model):
    """What a person says about the period before they are rated; their own words, next to the rating."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="refleksi"
    )
    siklus = models.ForeignKey(SiklusPenilaian, on_delete=models.PROTECT, related_name="+")
    isi = models.TextField(max_length=2000)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = RefleksiQuerySet.as_manager()

    class Meta:
        verbose_name = "refleksi diri"
        verbose_name_plural = "refleksi diri"
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "siklus"], name="refleksi_unik")]

    def __str__(self) -> str:
        return f"Refleksi {self.siklus}"


class PredikatOrganisasiUnit(models.Model):
    """Predikat kinerja organisasi as the leadership one level above set it (SE MenPANRB 03/2023).

    `unit` None: the whole instansi. Without a row no pola distribusi is shown.
    """

    siklus = models.ForeignKey(
        SiklusPenilaian, on_delete=models.CASCADE, db_index=False, related_name="predikat_organisasi"
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    predikat = models.PositiveSmallIntegerField(choices=partial(choices_of, PredikatOrganisasi))
    penetap = models.CharField(
        "ditetapkan oleh", max_length=120, help_text="Nama dan jabatan pimpinan yang menetapkan."
    )
    dokumen = models.CharField("nomor dokumen", max_length=120)
    tanggal = models.DateField("tanggal dokumen")
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    dicatat_pada = models.DateTimeField(default=timezone.now)

    objects = MilikSiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "predikat kinerja organisasi"
        verbose_name_plural = "predikat kinerja organisasi"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["siklus", "unit"], name="predikat_organisasi_unik", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"Predikat organisasi {self.siklus}"
