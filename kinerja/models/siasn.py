"""What SIASN holds beside a rating of ours: both are kept, neither overwrites the other."""

from functools import partial

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from kinerja.enums import BentukSiasn, Predikat, Rating
from kinerja.querysets import MilikPengelolaQuerySet


class PenilaianSiasn(models.Model):
    """The rating that a file from SIASN gives for a period which was rated here differently.

    Read by HR only: where the rating of here is not announced yet, it might tell it.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penilaian_siasn"
    )
    bentuk = models.CharField(max_length=20, choices=partial(choices_of, BentukSiasn))
    mulai = models.DateField()
    sampai = models.DateField()
    rating_hasil = models.PositiveSmallIntegerField(
        "rating hasil kerja", choices=partial(choices_of, Rating), null=True, blank=True
    )
    rating_perilaku = models.PositiveSmallIntegerField(
        "rating perilaku kerja", choices=partial(choices_of, Rating), null=True, blank=True
    )
    predikat = models.PositiveSmallIntegerField(choices=partial(choices_of, Predikat))
    penilai_nip = models.CharField("NIP atau NRP penilai", max_length=30, blank=True)
    penilai_nama = models.CharField("nama penilai", max_length=150, blank=True)
    sumber = models.CharField(max_length=120, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPengelolaQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penilaian menurut SIASN"
        verbose_name_plural = "penilaian menurut SIASN"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "bentuk", "mulai"], name="penilaian_siasn_unik"),
            models.CheckConstraint(condition=Q(sampai__gte=F("mulai")), name="penilaian_siasn_urut"),
        ]

    def __str__(self) -> str:
        return f"{kata.tanggal(self.mulai)} sampai {kata.tanggal(self.sampai)}: {self.get_predikat_display()}"
