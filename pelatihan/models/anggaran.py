"""What may be spent on development, and every movement on it."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from pegawai.querysets import MilikInstansiQuerySet
from pelatihan.enums import JenisMutasi, SumberDana
from pelatihan.querysets import MutasiQuerySet


class Pagu(models.Model):
    """Rupiah of one instansi (or one of its units) for a year from one source.

    `komitmen` is taken and not yet paid, `realisasi` was paid. Both move only by the conditional UPDATE of
    `services.anggaran`, `jumlah` and `versi` only by `services.pagu`; the check constraint is the last word.
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="pagu"
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pagu",
        help_text="Kosongkan bila untuk seluruh instansi.",
    )
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField("sumber dana", max_length=6, choices=partial(choices_of, SumberDana))
    jumlah = models.PositiveBigIntegerField("jumlah (rupiah)")
    komitmen = models.PositiveBigIntegerField(default=0, editable=False)
    realisasi = models.PositiveBigIntegerField(default=0, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "pagu pengembangan"
        verbose_name_plural = "pagu pengembangan"
        ordering = ["-tahun", "sumber", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "sumber"],
                condition=Q(unit=None),
                name="pagu_instansi_unik",
                violation_error_message="Pagu ini sudah dicatat. Ubah catatan yang ada.",
            ),
            models.UniqueConstraint(
                fields=["instansi", "unit", "tahun", "sumber"],
                condition=Q(unit__isnull=False),
                name="pagu_unit_unik",
                violation_error_message="Pagu ini sudah dicatat. Ubah catatan yang ada.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=F("komitmen") + F("realisasi")),
                name="pagu_tidak_terlampaui",
                violation_error_message="Pagu tidak dapat kurang dari yang sudah dikomitmenkan dan dibayar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()} {self.tahun}"

    @property
    def sisa(self) -> int:
        """Rupiah that nobody has taken."""
        return self.jumlah - self.komitmen - self.realisasi


class MutasiAnggaran(TambahSaja):
    """One movement; the sums of these are the counters of the pagu. `rupiah` is never negative.

    Of UBAH_PAGU it is the amount from then on: the last such line is the amount of today.
    """

    pagu = models.ForeignKey(Pagu, on_delete=models.PROTECT, related_name="mutasi")
    jenis = models.CharField(max_length=9, choices=partial(choices_of, JenisMutasi))
    rupiah = models.PositiveBigIntegerField()
    pendaftaran = models.ForeignKey(
        "pelatihan.Pendaftaran", on_delete=models.PROTECT, null=True, blank=True, related_name="mutasi"
    )
    keterangan = models.CharField(max_length=200, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pada = models.DateTimeField(default=timezone.now)

    objects = MutasiQuerySet.as_manager()

    class Meta:
        verbose_name = "mutasi anggaran"
        verbose_name_plural = "mutasi anggaran"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.rupiah}"
