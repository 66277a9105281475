"""Between rating and announcement: who prepares, what calibration proposes."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JawabanKalibrasi, Rating
from kinerja.querysets import DelegasiQuerySet, SesiQuerySet, UsulKalibrasiQuerySet


class DelegasiPenilaian(models.Model):
    """A leader lets a named person prepare ratings until a day. What is prepared waits for the leader."""

    pemberi = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, related_name="delegasi_diberikan"
    )
    penerima = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, related_name="delegasi_diterima"
    )
    mulai = models.DateField()
    sampai = models.DateField()
    dibuat_pada = models.DateTimeField(default=timezone.now)
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    objects = DelegasiQuerySet.as_manager()

    class Meta:
        verbose_name = "delegasi penilaian"
        verbose_name_plural = "delegasi penilaian"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemberi", "penerima"],
                condition=Q(dicabut_pada=None),
                name="delegasi_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=~Q(pemberi=F("penerima")),
                name="delegasi_orang_lain",
                violation_error_message="Pilih orang lain untuk menyiapkan penilaian.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="delegasi_urut",
                violation_error_message="Hari terakhir harus sama dengan atau sesudah hari pertama.",
            ),
        ]

    def __str__(self) -> str:
        return f"Delegasi sampai {self.sampai:%d-%m-%Y}"


class SesiKalibrasi(models.Model):
    """A talk about the sent ratings of one unit, or of the whole instansi. It only proposes."""

    siklus = models.ForeignKey(
        "kinerja.SiklusPenilaian", on_delete=models.PROTECT, db_index=False, related_name="kalibrasi"
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    peserta = models.ManyToManyField("pegawai.Pegawai", related_name="kalibrasi", blank=True)
    catatan = models.TextField("catatan dialog", blank=True, max_length=4000)
    dibuka_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    dibuka_pada = models.DateTimeField(default=timezone.now)
    ditutup_pada = models.DateTimeField(null=True, blank=True)

    objects = SesiQuerySet.as_manager()

    class Meta:
        verbose_name = "sesi kalibrasi"
        verbose_name_plural = "sesi kalibrasi"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["siklus", "unit"],
                condition=Q(ditutup_pada=None),
                nulls_distinct=False,
                name="kalibrasi_satu_terbuka",
                violation_error_message="Unit ini sudah punya sesi kalibrasi yang terbuka.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kalibrasi {self.unit or self.siklus}"


class UsulKalibrasi(models.Model):
    """A proposal of a session for one rating; the pejabat penilai answers, nobody else changes anything."""

    sesi = models.ForeignKey(SesiKalibrasi, on_delete=models.PROTECT, related_name="usul")
    penilaian = models.ForeignKey(
        "kinerja.Penilaian", on_delete=models.CASCADE, related_name="usul_kalibrasi"
    )
    #: The version that was talked about: a rating that changed since is talked about anew.
    versi = models.PositiveIntegerField()
    rating_hasil = models.PositiveSmallIntegerField(
        "rating hasil kerja yang diusulkan", choices=partial(choices_of, Rating)
    )
    rating_perilaku = models.PositiveSmallIntegerField(
        "rating perilaku kerja yang diusulkan", choices=partial(choices_of, Rating)
    )
    alasan = models.CharField(max_length=500)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    pada = models.DateTimeField(default=timezone.now)
    jawaban = models.CharField(
        max_length=12, choices=partial(choices_of, JawabanKalibrasi), default=JawabanKalibrasi.MENUNGGU
    )
    alasan_jawaban = models.CharField(max_length=500, blank=True)
    dijawab_pada = models.DateTimeField(null=True, blank=True)

    objects = UsulKalibrasiQuerySet.as_manager()

    class Meta:
        verbose_name = "usul kalibrasi"
        verbose_name_plural = "usul kalibrasi"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["penilaian"],
                condition=Q(jawaban=JawabanKalibrasi.MENUNGGU),
                name="usul_kalibrasi_satu_menunggu",
            ),
            models.CheckConstraint(
                condition=Q(jawaban=JawabanKalibrasi.MENUNGGU, dijawab_pada=None)
                | ~Q(jawaban=JawabanKalibrasi.MENUNGGU)
                & Q(dijawab_pada__isnull=False)
                & ~Q(alasan_jawaban=""),
                name="usul_kalibrasi_dijawab_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"Usul kalibrasi, {self.get_jawaban_display().lower()}"
