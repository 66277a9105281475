"""Examinations as HR plans them: when, who takes part, with what result."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisUjian, Jenjang, StatusJadwalUjian, StatusPeserta
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet


class JadwalUjian(models.Model):
    """One sitting: ujian dinas, UPKP, or uji kompetensi for a jenjang. Written by `services.ujian`."""

    instansi = models.ForeignKey("pegawai.Instansi", on_delete=models.PROTECT, related_name="jadwal_ujian")
    jenis = models.PositiveSmallIntegerField(choices=partial(choices_of, JenisUjian))
    jenjang = models.PositiveSmallIntegerField(
        "jenjang yang dituju",
        choices=partial(choices_of, Jenjang),
        null=True,
        blank=True,
        help_text="Hanya untuk uji kompetensi kenaikan jenjang.",
    )
    tanggal = models.DateField()
    tempat = models.CharField(max_length=150)
    penyelenggara = models.CharField(max_length=150, blank=True)
    kuota = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Kosong: tidak dibatasi.")
    status = models.CharField(
        max_length=12,
        choices=partial(choices_of, StatusJadwalUjian),
        default=StatusJadwalUjian.RENCANA,
        editable=False,
    )
    alasan_batal = models.CharField(max_length=200, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "jadwal ujian"
        verbose_name_plural = "jadwal ujian"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenjang=None) ^ Q(jenis=JenisUjian.UJI_KOMPETENSI_JENJANG),
                name="jadwal_ujian_berjenjang",
                violation_error_message="Pilih jenjang yang dituju bila ini uji kompetensi kenaikan jenjang, "
                "dan kosongkan untuk ujian yang lain.",
            ),
        ]

    def __str__(self) -> str:
        tujuan = f" ke {self.get_jenjang_display()}" if self.jenjang else ""
        return f"{self.get_jenis_display()}{tujuan}"


class PesertaUjian(models.Model):
    """One person in one sitting. A result also stands in the register (`hasil`)."""

    jadwal = models.ForeignKey(
        "pegawai.JadwalUjian", on_delete=models.PROTECT, db_index=False, related_name="peserta"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="ujian_diikuti")
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPeserta), default=StatusPeserta.TERDAFTAR
    )
    hasil = models.ForeignKey(
        "pegawai.HasilUjian", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    didaftarkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    didaftarkan_pada = models.DateTimeField(default=timezone.now)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "peserta ujian"
        verbose_name_plural = "peserta ujian"
        ordering = ["pegawai__nama", "pk"]
        constraints = [models.UniqueConstraint(fields=["jadwal", "pegawai"], name="peserta_ujian_unik")]

    def __str__(self) -> str:
        return f"{self.pegawai}"
