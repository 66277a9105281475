"""What happens beside a run: a person judged anew, and a person who asks a human to look."""

from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from karier.enums import HasilTinjau, StatusTinjau, SubjekTinjau
from karier.querysets import TinjauQuerySet


class HitungUlang(models.Model):
    """Whose records were put right after the last run: their pages are computed anew until the next one."""

    pegawai = models.OneToOneField(
        "pegawai.Pegawai", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    pada = models.DateTimeField()

    class Meta:
        verbose_name = "hitung ulang"
        verbose_name_plural = "hitung ulang"

    def __str__(self) -> str:
        return f"Hitung ulang {self.pegawai_id}"


class PermintaanTinjau(models.Model):
    """A person objects to an outcome of the engine (UU 27/2022 art. 10): a named officer reads and answers.

    The answer never changes an outcome; it says what was found and what follows.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="permintaan_tinjau")
    subjek = models.CharField(max_length=20, choices=partial(choices_of, SubjekTinjau))
    alasan = models.CharField("yang ingin ditinjau", max_length=1000)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusTinjau), default=StatusTinjau.MENUNGGU
    )
    #: The outcome that the person had before them, in words: a later run shows another.
    terbaca = models.CharField("hasil yang dibaca pegawai", max_length=300)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    tenggat = models.DateTimeField(editable=False)
    hasil = models.CharField(max_length=12, choices=partial(choices_of, HasilTinjau), blank=True)
    jawaban = models.CharField(max_length=1000, blank=True)
    dijawab_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    penjawab = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dijawab_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TinjauQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan tinjau"
        verbose_name_plural = "permintaan tinjau"
        ordering = ["tenggat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "subjek"],
                condition=Q(status=StatusTinjau.MENUNGGU.value),
                name="tinjau_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=Q(penjawab=None) | ~Q(penjawab=F("pegawai")),
                name="tinjau_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat menjawab permintaan Anda sendiri.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenggat"], condition=Q(status=StatusTinjau.MENUNGGU.value), name="tinjau_menunggu"
            ),
        ]

    def __str__(self) -> str:
        return f"Permintaan tinjau nomor {self.pk}"

    @property
    def tenggat_berjalan(self) -> datetime | None:
        """Until when HR has to answer; None once it did."""
        return self.tenggat if self.status == StatusTinjau.MENUNGGU else None
