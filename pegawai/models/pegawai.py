"""The person."""

from functools import partial
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib.db import UuidAcak
from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisKelamin, JenisPegawai, KedudukanHukum, StatusKepegawaian
from pegawai.querysets import PegawaiQuerySet


class Pegawai(models.Model):
    """An ASN. Pangkat, jabatan and pendidikan live in the histories; here is only what has no history."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="pegawai"
    )
    #: How programs of agencies name this person: says nothing, never changes, stands in addresses.
    publik = models.UUIDField("ID publik", default=uuid4, db_default=UuidAcak(), unique=True, editable=False)
    siasn_id = models.CharField("PNS ID (SIASN)", max_length=36, unique=True, null=True, blank=True)
    nip = models.CharField("NIP", max_length=18, unique=True)
    nip_lama = models.CharField("NIP lama", max_length=9, blank=True)
    nama = models.CharField(max_length=120)
    gelar_depan = models.CharField(max_length=50, blank=True)
    gelar_belakang = models.CharField(max_length=80, blank=True)
    tempat_lahir = models.CharField(max_length=80, blank=True)
    tanggal_lahir = models.DateField()
    jenis_kelamin = models.CharField(max_length=1, choices=partial(choices_of, JenisKelamin))
    nik_sandi = models.TextField("NIK (tersandi)", blank=True, editable=False)
    nik_indeks = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    no_hp = models.CharField("nomor HP", max_length=20, blank=True)
    email = models.EmailField("surel", blank=True)

    jenis = models.PositiveSmallIntegerField("jenis pegawai", choices=partial(choices_of, JenisPegawai))
    status = models.PositiveSmallIntegerField("status", choices=partial(choices_of, StatusKepegawaian))
    kedudukan_hukum = models.PositiveSmallIntegerField(choices=partial(choices_of, KedudukanHukum))
    #: A standing of the past has no history before the first import, so HR can enter it.
    pernah_cltn = models.BooleanField(
        "pernah CLTN",
        default=False,
        help_text="Pernah menjalani cuti di luar tanggungan negara, juga sebelum data ini dicatat.",
    )
    tmt_cpns = models.DateField("TMT CPNS", null=True, blank=True)
    tmt_pns = models.DateField("TMT PNS", null=True, blank=True)
    perjanjian_mulai = models.DateField("perjanjian kerja mulai", null=True, blank=True)
    perjanjian_sampai = models.DateField("perjanjian kerja sampai", null=True, blank=True)

    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="pegawai"
    )
    atasan = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bawahan",
        verbose_name="atasan penilai",
    )

    versi = models.PositiveIntegerField(default=1, editable=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PegawaiQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["nik_sandi", "nik_indeks", "publik"])

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ["nama", "pk"]
        indexes = [
            models.Index(fields=["instansi", "id"], name="pegawai_instansi_id"),
            # The order of every list of people.
            models.Index(fields=["nama", "id"], name="pegawai_nama_id"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(Q(jenis=JenisPegawai.PPPK) & Q(status=StatusKepegawaian.PPPK))
                | (Q(jenis=JenisPegawai.PNS) & Q(status__in=[StatusKepegawaian.CPNS, StatusKepegawaian.PNS])),
                name="pegawai_jenis_status",
                violation_error_message="Status tidak cocok dengan jenis pegawai (PNS atau PPPK).",
            ),
            models.CheckConstraint(
                condition=Q(perjanjian_sampai=None) | Q(perjanjian_sampai__gte=F("perjanjian_mulai")),
                name="pegawai_perjanjian_urut",
                violation_error_message="Akhir perjanjian kerja harus sesudah mulainya.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama_gelar

    @property
    def nama_gelar(self) -> str:
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"
