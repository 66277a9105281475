"""Two ratings make a predikat, of a year or of a period in it; the predikat is derived, never typed."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from kinerja.enums import Predikat, Rating, StatusPenilaian, SumberPenilaian
from kinerja.querysets import EvaluasiQuerySet, PenilaianQuerySet


class DuaRating(models.Model):
    """What every appraisal is. Imported ones carry their source; ratings may be unknown there.

    `ditetapkan_*` is the signature of the pejabat penilai; what is signed counts and is read once it is
    announced (status DITETAPKAN).
    """

    penilai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rating_hasil = models.PositiveSmallIntegerField(
        "rating hasil kerja", choices=partial(choices_of, Rating), null=True, blank=True
    )
    rating_perilaku = models.PositiveSmallIntegerField(
        "rating perilaku kerja", choices=partial(choices_of, Rating), null=True, blank=True
    )
    predikat = models.PositiveSmallIntegerField(choices=partial(choices_of, Predikat), editable=False)
    umpan_balik = models.TextField(blank=True, max_length=1000)
    #: Why the pejabat penilai changed it between sending and announcement.
    alasan_ubah = models.CharField("alasan perubahan", max_length=500, blank=True, editable=False)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPenilaian), default=StatusPenilaian.DRAF
    )
    sumber = models.CharField(
        max_length=12, choices=partial(choices_of, SumberPenilaian), default=SumberPenilaian.DI_SINI
    )
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    #: Who prepared the draft for the pejabat penilai (DelegasiPenilaian); None: they did so themself.
    disiapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    diumumkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    @property
    def predikat_terbuka(self) -> str:
        """': Baik' of a result; nothing before: rows of others (answers, steps) name it in lists."""
        return f": {self.get_predikat_display()}" if self.status == StatusPenilaian.DITETAPKAN else ""


class Penilaian(DuaRating):
    """The yearly appraisal of one person: a judgement of its own beside the periodic ones."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penilaian"
    )
    tahun = models.PositiveSmallIntegerField()

    objects = PenilaianQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penilaian kinerja"
        verbose_name_plural = "penilaian kinerja"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="penilaian_tahun_unik"),
            models.CheckConstraint(
                condition=Q(penilai=None) | ~Q(penilai=F("pegawai")),
                name="penilaian_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menilai dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(sumber=SumberPenilaian.DI_SINI)
                | Q(rating_hasil__isnull=False, rating_perilaku__isnull=False),
                name="penilaian_di_sini_dua_rating",
                violation_error_message="Isi rating hasil kerja dan rating perilaku kerja.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}{self.predikat_terbuka}"


class EvaluasiPeriodik(DuaRating):
    """The evaluation of a quarter or month, or of the part of it that one pejabat penilai saw.

    A change of post or atasan inside the period makes two rows, one after the other.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="evaluasi_periodik"
    )
    siklus = models.ForeignKey("kinerja.SiklusPenilaian", on_delete=models.PROTECT, related_name="evaluasi")
    mulai = models.DateField(help_text="Hari pertama masa yang dinilai.")
    sampai = models.DateField(help_text="Hari terakhir masa yang dinilai.")

    objects = EvaluasiQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "evaluasi periodik"
        verbose_name_plural = "evaluasi periodik"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "mulai"], name="evaluasi_mulai_unik"),
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="evaluasi_urut"),
            models.CheckConstraint(
                condition=Q(penilai=None) | ~Q(penilai=F("pegawai")),
                name="evaluasi_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menilai dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(sumber=SumberPenilaian.DI_SINI)
                | Q(rating_hasil__isnull=False, rating_perilaku__isnull=False),
                name="evaluasi_di_sini_dua_rating",
                violation_error_message="Isi rating hasil kerja dan rating perilaku kerja.",
            ),
        ]

    def __str__(self) -> str:
        return f"{kata.tanggal(self.mulai)} sampai {kata.tanggal(self.sampai)}{self.predikat_terbuka}"
