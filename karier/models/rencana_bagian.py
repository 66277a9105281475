"""What stands beside a plan: its dialogue, the words that were kept, what came in from outside."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from karier.enums import LangkahIdp, SebabNaskah, StatusKiriman
from karier.querysets import KirimanQuerySet, MilikRencanaQuerySet, NaskahRencanaQuerySet
from pegawai.enums import CaraKonfirmasi


class DialogRencana(TambahSaja):
    """One step or word, in time order."""

    rencana = models.ForeignKey("karier.RencanaPengembangan", on_delete=models.PROTECT, related_name="dialog")
    langkah = models.CharField(
        max_length=12, choices=partial(choices_of, LangkahIdp), default=LangkahIdp.CATATAN
    )
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    pada = models.DateTimeField(default=timezone.now)
    isi = models.CharField(max_length=1000, blank=True)

    objects = MilikRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan dialog rencana"
        verbose_name_plural = "catatan dialog rencana"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_langkah_display()


class NaskahRencana(TambahSaja):
    """The words of one version, kept because somebody sent, answered, agreed or took them along.

    `isi`: the items in their order, as `karier.rules.beda_rencana.Baris`.
    """

    rencana = models.ForeignKey(
        "karier.RencanaPengembangan", on_delete=models.PROTECT, related_name="naskah", db_index=False
    )
    versi = models.PositiveIntegerField()
    sebab = models.CharField(max_length=12, choices=partial(choices_of, SebabNaskah))
    isi = models.JSONField()
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    atasan = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    pada = models.DateTimeField(default=timezone.now)

    objects = NaskahRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "naskah rencana"
        verbose_name_plural = "naskah rencana"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "versi", "sebab"], name="naskah_rencana_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.get_sebab_display()} (versi {self.versi})"


class KirimanRencana(models.Model):
    """Words from outside: a sheet of the person, joined at once, or an operator's, which wait for their yes.

    `versi_dasar`: what they were written on. `isi`: the items as they came. `jadi`: as they are to be, with
    every conflict answered; `versi_sini` is the version that was answered about.
    """

    rencana = models.ForeignKey(
        "karier.RencanaPengembangan", on_delete=models.PROTECT, related_name="kiriman"
    )
    versi_dasar = models.PositiveIntegerField()
    versi_sini = models.PositiveIntegerField()
    sidik = models.CharField("sidik isi", max_length=64)
    isi = models.JSONField()
    jadi = models.JSONField()
    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusKiriman), default=StatusKiriman.MENUNGGU
    )
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    pada = models.DateTimeField(default=timezone.now)
    cara = models.CharField(
        "konfirmasi", max_length=8, choices=partial(choices_of, CaraKonfirmasi), blank=True
    )
    kertas = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kode_sidik = models.CharField(max_length=64, blank=True, editable=False)
    kode_sampai = models.DateTimeField(null=True, blank=True, editable=False)
    kode_gagal = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = KirimanQuerySet.as_manager()

    class Meta:
        verbose_name = "kiriman rencana"
        verbose_name_plural = "kiriman rencana"
        ordering = ["-pk"]
        constraints = [
            # The same sheet twice is one, unless the person refused it before.
            models.UniqueConstraint(
                fields=["rencana", "versi_dasar", "sidik"],
                condition=~Q(status=StatusKiriman.DITOLAK),
                name="kiriman_sekali",
            ),
            models.UniqueConstraint(
                fields=["rencana"],
                condition=Q(status=StatusKiriman.MENUNGGU),
                name="kiriman_satu_menunggu",
            ),
        ]

    def __str__(self) -> str:
        return f"Kiriman nomor {self.pk}"
