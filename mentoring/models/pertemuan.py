"""Meetings of a pair and what the two want to reach."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import CaraBertemu, Kemajuan, SebabBeda, StatusPertemuan, StatusSasaran
from mentoring.models.pasangan import Pasangan
from mentoring.querysets import MilikBerduaQuerySet, PertemuanQuerySet
from mentoring.rules.hidup import MENIT_TERLAMA, MENIT_TERPENDEK
from pegawai.enums import KompetensiMansoskul


class Pertemuan(models.Model):
    """One meeting, planned or held. `oleh` planned or logged it, `dijawab_oleh` is the other of the two.

    `jp`: credited to the mentee when it was confirmed; 0 when the month had no room left.
    """

    pasangan = models.ForeignKey(Pasangan, on_delete=models.PROTECT, db_index=False, related_name="pertemuan")
    status = models.CharField(max_length=14, choices=partial(choices_of, StatusPertemuan))
    pada = models.DateField("tanggal")
    pukul = models.TimeField(null=True, blank=True)
    kanal = models.CharField(max_length=16, choices=partial(choices_of, CaraBertemu))
    menit = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(MENIT_TERPENDEK), MaxValueValidator(MENIT_TERLAMA)],
    )
    oleh = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    oleh_pada = models.DateTimeField(default=timezone.now)
    dijawab_oleh = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dijawab_pada = models.DateTimeField(null=True, blank=True)
    sebab_beda = models.CharField(max_length=14, blank=True, choices=partial(choices_of, SebabBeda))
    jp = models.PositiveSmallIntegerField(null=True, blank=True)
    kunci = models.UUIDField(editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PertemuanQuerySet.as_manager()

    class Meta:
        verbose_name = "pertemuan mentoring"
        verbose_name_plural = "pertemuan mentoring"
        ordering = ["-pada", "-pk"]
        indexes = [models.Index(fields=["pasangan", "status", "pada"], name="pertemuan_pasangan")]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "pasangan"], name="pertemuan_sekali"),
            models.UniqueConstraint(
                fields=["pasangan", "pada"],
                condition=Q(status__in=[StatusPertemuan.MENUNGGU.value, StatusPertemuan.TERJADI.value]),
                name="pertemuan_satu_sehari",
            ),
            models.UniqueConstraint(
                fields=["pasangan"],
                condition=Q(status=StatusPertemuan.DIRENCANAKAN.value),
                name="pertemuan_satu_rencana",
            ),
            models.CheckConstraint(
                condition=Q(dijawab_oleh=None) | ~Q(dijawab_oleh=F("oleh")),
                name="pertemuan_bukan_jawaban_sendiri",
                violation_error_message="Pertemuan dikonfirmasi oleh yang tidak mencatatnya.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPertemuan.TERJADI.value)
                | Q(dijawab_oleh__isnull=False, menit__isnull=False, jp__isnull=False),
                name="pertemuan_terjadi_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"Pertemuan nomor {self.pk}"


class SasaranMentoring(models.Model):
    """What the two want to change; counts once the other has agreed. The words are encrypted."""

    pasangan = models.ForeignKey(Pasangan, on_delete=models.PROTECT, related_name="sasaran")
    #: Empty: the competency of the pair itself, which may be a technical one.
    kompetensi = models.CharField(max_length=30, blank=True, choices=partial(choices_of, KompetensiMansoskul))
    sandi = models.TextField(editable=False)
    batas = models.DateField("hari terakhir")
    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusSasaran), default=StatusSasaran.DIUSULKAN
    )
    kemajuan = models.PositiveSmallIntegerField(
        choices=partial(choices_of, Kemajuan), default=Kemajuan.BELUM_MULAI
    )
    oleh = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    oleh_pada = models.DateTimeField(default=timezone.now)
    disetujui_oleh = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    kunci = models.UUIDField(editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = MilikBerduaQuerySet.as_manager()

    class Meta:
        verbose_name = "sasaran mentoring"
        verbose_name_plural = "sasaran mentoring"
        ordering = ["batas", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "pasangan"], name="sasaran_mentoring_sekali"),
            models.CheckConstraint(
                condition=Q(disetujui_oleh=None) | ~Q(disetujui_oleh=F("oleh")),
                name="sasaran_disetujui_yang_lain",
                violation_error_message="Sasaran disetujui oleh yang tidak mengusulkannya.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[StatusSasaran.BERJALAN.value, StatusSasaran.TERCAPAI.value])
                | Q(disetujui_oleh__isnull=False),
                name="sasaran_berjalan_disetujui",
            ),
        ]

    def __str__(self) -> str:
        return f"Sasaran nomor {self.pk}"

    @property
    def nama_kompetensi(self) -> str:
        return self.get_kompetensi_display() if self.kompetensi else self.pasangan.nama_kompetensi
