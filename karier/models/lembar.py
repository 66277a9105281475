"""What was handed to a person: the printed sheet, and the answer to "mengapa usul saya belum?"."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import AlasanPenjelasan
from karier.querysets import LembarQuerySet, PenjelasanQuerySet


class LembarTercetak(models.Model):
    """The short code of one printed sheet. The same content printed again carries the same code.

    `sidik` stands for the content, which is not kept. `lengkap`: it named closed requirements too.
    """

    kode = models.CharField(max_length=10, unique=True)
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="+")
    sidik = models.CharField(max_length=64, editable=False)
    lengkap = models.BooleanField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = LembarQuerySet.as_manager()

    class Meta:
        verbose_name = "lembar pegawai"
        verbose_name_plural = "lembar pegawai"
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "sidik"], name="lembar_sekali_per_isi")]

    def __str__(self) -> str:
        return self.kode_teks

    @property
    def kode_teks(self) -> str:
        """As the paper prints it: 'ABCDE-FGHJK'."""
        return f"{self.kode[:5]}-{self.kode[5:]}"


class Penjelasan(models.Model):
    """The answer to "mengapa usul saya belum?", in the words in which it was sent.

    Append-only: only `dibaca_pada` is filled in later, once. `isi` is the page itself (services.penjelasan);
    it may rest on class KHUSUS, so it is for the person and for HR of the person.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penjelasan"
    )
    run = models.ForeignKey("karier.RunEvaluasi", on_delete=models.PROTECT, related_name="+")
    periode = models.DateField(help_text="TMT yang dinilai.")
    alasan = models.CharField(max_length=12, choices=partial(choices_of, AlasanPenjelasan))
    catatan = models.CharField(max_length=500, blank=True, help_text="Kalimat tambahan dari pengelola.")
    isi = models.JSONField()
    versi_aturan = models.CharField(max_length=300)
    sidik = models.CharField(max_length=64, editable=False)
    pengirim = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)
    dibaca_pada = models.DateTimeField(null=True, blank=True)

    objects = PenjelasanQuerySet.as_manager()

    class Meta:
        verbose_name = "penjelasan"
        verbose_name_plural = "penjelasan"
        ordering = ["-pk"]
        constraints = [
            # Two presses of Kirim are one answer.
            models.UniqueConstraint(fields=["pegawai", "sidik"], name="penjelasan_sekali"),
            models.CheckConstraint(
                condition=Q(pengirim=None) | ~Q(pengirim=F("pegawai")),
                name="penjelasan_bukan_diri_sendiri",
                violation_error_message="Penjelasan untuk Anda sendiri dikirim oleh petugas lain.",
            ),
        ]

    def __str__(self) -> str:
        return f"Penjelasan TMT {kata.tanggal(self.periode)}"
