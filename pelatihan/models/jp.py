"""Activities that people report with a proof, and what HR made of them."""

from functools import partial

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import BentukPengembangan, CaraKonfirmasi
from pegawai.querysets import UsulanQuerySet
from pelatihan.enums import StatusKegiatan


class KegiatanMandiri(models.Model):
    """One own activity. `jp_diklaim` as reported, `jp_diakui` by `pegawai.rules.pengakuan_jp` when accepted.

    `oleh`: who entered it; somebody else than the person needs their yes (`cara`), by a code or a sheet.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="kegiatan_mandiri")
    bentuk = models.PositiveSmallIntegerField(choices=partial(choices_of, BentukPengembangan))
    nama = models.CharField(max_length=200)
    penyelenggara = models.CharField(max_length=150, blank=True)
    mulai = models.DateField()
    selesai = models.DateField()
    jp_diklaim = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    jp_diakui = models.PositiveSmallIntegerField(null=True, blank=True)
    nomor_sertifikat = models.CharField(max_length=80, blank=True)
    bukti = models.ForeignKey("pegawai.Bukti", on_delete=models.PROTECT, related_name="+")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cara = models.CharField(
        "konfirmasi",
        max_length=8,
        choices=partial(choices_of, CaraKonfirmasi),
        default=CaraKonfirmasi.SENDIRI,
    )
    kertas = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kode_sidik = models.CharField(max_length=64, blank=True, editable=False)
    kode_sampai = models.DateTimeField(null=True, blank=True, editable=False)
    kode_gagal = models.PositiveSmallIntegerField(default=0, editable=False)
    status = models.CharField(
        max_length=20, choices=partial(choices_of, StatusKegiatan), default=StatusKegiatan.MENUNGGU
    )
    alasan = models.CharField("catatan pemeriksa", max_length=300, blank=True)
    diperiksa_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = UsulanQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan pengembangan"
        verbose_name_plural = "kegiatan pengembangan"
        ordering = ["-selesai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="kegiatan_tanggal_urut",
                violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusKegiatan.DITERIMA, jp_diakui__isnull=False)
                | Q(~Q(status=StatusKegiatan.DITERIMA), jp_diakui=None),
                name="kegiatan_diakui_lengkap",
            ),
        ]
        indexes = [
            models.Index(
                fields=["dikirim_pada"],
                condition=Q(status=StatusKegiatan.MENUNGGU),
                name="kegiatan_menunggu",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
