"""Recognition of work: a dated record, and the story that its owner may allow to be public."""

from functools import partial

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import StatusPengakuan, SumberPengakuan
from kinerja.querysets import KisahQuerySet, PengakuanQuerySet


class Pengakuan(models.Model):
    """A finished project or thanks of citizens, proposed by one person and confirmed by a leader.

    `rujukan` says in words where thanks of citizens stand (a letter, a number of a review).
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="pengakuan"
    )
    pengusul = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    sumber = models.CharField(max_length=10, choices=partial(choices_of, SumberPengakuan))
    judul = models.CharField("atas apa", max_length=120)
    uraian = models.TextField(max_length=800)
    rujukan = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(help_text="Hari proyek selesai atau terima kasih diterima.")
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPengakuan), default=StatusPengakuan.DIUSULKAN
    )
    penetap = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan = models.CharField(max_length=300, blank=True)
    diputuskan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    kunci = models.UUIDField(editable=False)
    diusulkan_pada = models.DateTimeField(default=timezone.now)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PengakuanQuerySet.as_manager()

    class Meta:
        verbose_name = "pengakuan"
        verbose_name_plural = "pengakuan"
        ordering = ["-tanggal", "-pk"]
        indexes = [models.Index(fields=["pegawai", "status"], name="pengakuan_pegawai")]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "pengusul"], name="pengakuan_sekali"),
            models.CheckConstraint(
                condition=~Q(pengusul=F("pegawai")),
                name="pengakuan_bukan_usul_sendiri",
                violation_error_message="Pengakuan diusulkan untuk orang lain.",
            ),
            models.CheckConstraint(
                condition=Q(penetap=None) | ~Q(penetap=F("pegawai")),
                name="pengakuan_bukan_diri_sendiri",
                violation_error_message="Pengakuan ditetapkan oleh orang lain.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPengakuan.DIUSULKAN, penetap=None, diputuskan_pada=None)
                | (
                    ~Q(status=StatusPengakuan.DIUSULKAN)
                    & Q(penetap__isnull=False, diputuskan_pada__isnull=False)
                ),
                name="pengakuan_diputus_seseorang",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPengakuan.TIDAK_DITETAPKAN) | ~Q(alasan=""),
                name="pengakuan_ditolak_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def nomor(self) -> str:
        """'PNG-2026-000012': printed on the piagam."""
        return f"PNG-{self.tanggal.year}-{self.pk:06d}"


class KisahPublik(models.Model):
    """One consent to a public story: exactly the words that are shown while it is not revoked.

    `nama` and `unit` are empty where the person did not allow them. A revoked consent keeps its dates
    and no text.
    """

    pengakuan = models.ForeignKey(Pengakuan, on_delete=models.PROTECT, db_index=False, related_name="kisah")
    judul = models.CharField(max_length=120, blank=True)
    kisah = models.TextField(max_length=800, blank=True)
    nama = models.CharField(max_length=260, blank=True)
    unit = models.CharField(max_length=250, blank=True)
    disetujui_pada = models.DateTimeField(default=timezone.now)
    dicabut_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = KisahQuerySet.as_manager()

    class Meta:
        verbose_name = "kisah publik"
        verbose_name_plural = "kisah publik"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["pengakuan", "dicabut_pada"], name="kisah_pengakuan")]
        constraints = [
            models.UniqueConstraint(
                fields=["pengakuan"], condition=Q(dicabut_pada=None), name="kisah_satu_yang_berlaku"
            ),
            models.CheckConstraint(
                condition=Q(dicabut_pada=None) | Q(judul="", kisah="", nama="", unit=""),
                name="kisah_dicabut_kosong",
            ),
        ]

    def __str__(self) -> str:
        return f"Kisah nomor {self.pk}"
