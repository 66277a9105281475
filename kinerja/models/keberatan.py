"""An objection to a result, what was on the table when it was filed, and what became of it."""

from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from kinerja.enums import KEBERATAN_TERBUKA, PutusanKeberatan, StatusKeberatan
from kinerja.models.hasil import TentangHasil
from kinerja.querysets import KeberatanQuerySet, MilikKeberatanQuerySet

_TERBUKA = [s.value for s in KEBERATAN_TERBUKA]


class Keberatan(TentangHasil):
    """One objection (PP 30/2019 Ps 59), decided by the atasan of the pejabat penilai.

    `penilai`: whose rating it is about, as recorded at filing. `pemutus`: their atasan then, or the official
    whom HR named (`ditunjuk_*`); None waits for HR. Both stand here so that the database refuses a decision
    about oneself and about one's own rating. `batas_putusan`: the first moment that is late, as counted at
    filing. `sidik_bukti` is the digest of the frozen bundle.
    """

    alasan = models.TextField(max_length=2000)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusKeberatan), default=StatusKeberatan.DITERIMA
    )
    diajukan_pada = models.DateTimeField(default=timezone.now)
    terlambat = models.BooleanField(default=False)
    batas_putusan = models.DateTimeField()
    penilai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pemutus = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditunjuk_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditunjuk_pada = models.DateTimeField(null=True, blank=True)
    alasan_penunjukan = models.CharField(max_length=300, blank=True)
    putusan = models.CharField(max_length=12, blank=True, choices=partial(choices_of, PutusanKeberatan))
    alasan_putusan = models.TextField(max_length=2000, blank=True)
    diputuskan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField(null=True, blank=True)
    putusan_dibaca_pada = models.DateTimeField(null=True, blank=True)
    dinilai_ulang_pada = models.DateTimeField(null=True, blank=True)
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    sidik_bukti = models.CharField(max_length=64, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = KeberatanQuerySet.as_manager()

    class Meta(TentangHasil.Meta):
        verbose_name = "keberatan"
        verbose_name_plural = "keberatan"
        ordering = ["batas_putusan", "pk"]
        constraints = [
            *TentangHasil.Meta.constraints,
            models.UniqueConstraint(
                fields=["penilaian"],
                condition=Q(status__in=_TERBUKA),
                name="keberatan_penilaian_terbuka",
            ),
            models.UniqueConstraint(
                fields=["evaluasi"], condition=Q(status__in=_TERBUKA), name="keberatan_evaluasi_terbuka"
            ),
            models.CheckConstraint(
                condition=Q(pemutus=None) | ~Q(pemutus=F("pegawai")),
                name="keberatan_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat memutuskan keberatan Anda sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(pemutus=None) | Q(penilai=None) | ~Q(pemutus=F("penilai")),
                name="keberatan_bukan_penilainya",
                violation_error_message="Pejabat penilai tidak dapat memutuskan keberatan atas penilaiannya.",
            ),
            models.CheckConstraint(
                condition=Q(
                    ~Q(putusan=""),
                    ~Q(alasan_putusan=""),
                    status=StatusKeberatan.DIPUTUSKAN,
                    pemutus__isnull=False,
                    diputuskan_oleh__isnull=False,
                    diputuskan_pada__isnull=False,
                )
                | Q(~Q(status=StatusKeberatan.DIPUTUSKAN), putusan="", diputuskan_pada=None),
                name="keberatan_putusan_lengkap",
            ),
            models.CheckConstraint(condition=~Q(alasan="") & ~Q(sidik_bukti=""), name="keberatan_beralasan"),
        ]
        indexes = [
            models.Index(
                fields=["pemutus", "batas_putusan"],
                condition=Q(status__in=_TERBUKA),
                name="keberatan_menunggu",
            ),
        ]

    def __str__(self) -> str:
        return f"Keberatan {self.nomor}"

    @property
    def nomor(self) -> str:
        """As the person quotes it: 'KEB-2026-000012'."""
        return f"KEB-{timezone.localtime(self.diajukan_pada).year}-{self.pk:06d}"

    @property
    def terbuka(self) -> bool:
        return self.status in KEBERATAN_TERBUKA

    def lewat(self, at: datetime) -> bool:
        """Whether the day to decide passed, before a decision or before `at`."""
        return (self.diputuskan_pada or self.dicabut_pada or at) >= self.batas_putusan


class BerkasKeberatan(TambahSaja):
    """Everything that stood on the table at filing, frozen: nobody changes it, and its digest tells."""

    keberatan = models.OneToOneField(Keberatan, on_delete=models.PROTECT, related_name="berkas")
    isi = models.JSONField()
    sidik = models.CharField(max_length=64)
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikKeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas bukti keberatan"
        verbose_name_plural = "berkas bukti keberatan"

    def __str__(self) -> str:
        return f"Bukti {self.sidik[:12]}"


class KeteranganKeberatan(TambahSaja):
    """What a party explains while the objection is looked at (PP 30/2019 Ps 59 (3)). Append-only."""

    keberatan = models.ForeignKey(Keberatan, on_delete=models.PROTECT, related_name="keterangan")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    isi = models.TextField(max_length=2000)
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikKeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "keterangan keberatan"
        verbose_name_plural = "keterangan keberatan"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Keterangan nomor {self.pk}"
