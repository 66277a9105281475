"""The plans of development: five years (HCDP) and one year, with what is to be held and for whom."""

from functools import partial

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.models.kompetensi import SatuKompetensi, once_each
from pegawai.querysets import MilikInstansiQuerySet
from pelatihan.enums import StatusRencana
from pelatihan.querysets import MilikHcdpQuerySet, MilikRencanaQuerySet


class PerluDitetapkan(models.Model):
    """A plan that one named person establishes. What was established stays; a change is the next `revisi`.

    `sumber`: from what the plan was proposed, with the versions of the rules; empty when typed by hand.
    """

    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusRencana), default=StatusRencana.DRAF
    )
    revisi = models.PositiveSmallIntegerField("versi rencana", default=1, editable=False)
    sumber = models.CharField(max_length=300, blank=True, editable=False)
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status=StatusRencana.DITETAPKAN,
                    ditetapkan_oleh__isnull=False,
                    ditetapkan_pada__isnull=False,
                )
                | Q(status=StatusRencana.DRAF, ditetapkan_oleh=None, ditetapkan_pada=None),
                name="%(class)s_ditetapkan_lengkap",
            ),
        ]

    @property
    def nama_revisi(self) -> str:
        """', versi 2'; empty for the first."""
        return f", versi {self.revisi}" if self.revisi > 1 else ""


def _one_of_each(tahun: str, nama: str) -> list[models.UniqueConstraint]:
    """No revision twice, and one draft at a time."""
    return [
        models.UniqueConstraint(fields=["instansi", tahun, "revisi"], name=f"{nama}_unik"),
        models.UniqueConstraint(
            fields=["instansi", tahun], condition=Q(status=StatusRencana.DRAF), name=f"{nama}_satu_draf"
        ),
    ]


class Hcdp(PerluDitetapkan):
    """Rencana pengembangan kompetensi lima tahunan, in line with the RPJMD."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="hcdp"
    )
    tahun_mulai = models.PositiveSmallIntegerField()
    tahun_selesai = models.PositiveSmallIntegerField()
    arah = models.TextField("arah kebijakan (RPJMD)", max_length=4000, blank=True)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta(PerluDitetapkan.Meta):
        verbose_name = "HCDP"
        verbose_name_plural = "HCDP"
        ordering = ["-tahun_mulai", "-revisi", "pk"]
        constraints = [
            *PerluDitetapkan.Meta.constraints,
            *_one_of_each("tahun_mulai", "hcdp"),
            models.CheckConstraint(
                condition=Q(tahun_selesai__gte=F("tahun_mulai")),
                name="hcdp_tahun_urut",
                violation_error_message="Tahun selesai tidak boleh sebelum tahun mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"HCDP {self.tahun_mulai}\N{EN DASH}{self.tahun_selesai}{self.nama_revisi}"


class SasaranHcdp(SatuKompetensi):
    """How many people are to have a gap closed in one competency in one year of the plan."""

    hcdp = models.ForeignKey(Hcdp, on_delete=models.CASCADE, related_name="sasaran")
    tahun = models.PositiveSmallIntegerField()
    orang = models.PositiveIntegerField("orang yang celahnya ditutup")
    biaya = models.PositiveBigIntegerField("perkiraan biaya (rupiah)", default=0)

    objects = MilikHcdpQuerySet.as_manager()

    class Meta(SatuKompetensi.Meta):
        verbose_name = "sasaran HCDP"
        verbose_name_plural = "sasaran HCDP"
        ordering = ["tahun", "pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("hcdp", "tahun", name="sasaran_hcdp"),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi} {self.tahun}"


class RencanaTahunan(PerluDitetapkan):
    """Rencana pengembangan kompetensi of one year."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="rencana_tahunan"
    )
    tahun = models.PositiveSmallIntegerField()

    objects = MilikInstansiQuerySet.as_manager()

    class Meta(PerluDitetapkan.Meta):
        verbose_name = "rencana tahunan"
        verbose_name_plural = "rencana tahunan"
        ordering = ["-tahun", "-revisi", "pk"]
        constraints = [*PerluDitetapkan.Meta.constraints, *_one_of_each("tahun", "rencana_tahunan")]

    def __str__(self) -> str:
        return f"Rencana pengembangan kompetensi {self.tahun}{self.nama_revisi}"


class ButirRencana(models.Model):
    """One activity of the plan, in the order of priority. `biaya`: rupiah for all of its participants."""

    rencana = models.ForeignKey(
        RencanaTahunan, on_delete=models.CASCADE, db_index=False, related_name="butir"
    )
    urut = models.PositiveSmallIntegerField()
    pelatihan = models.ForeignKey("pelatihan.Pelatihan", on_delete=models.PROTECT, related_name="+")
    peserta = models.PositiveIntegerField()
    biaya = models.PositiveBigIntegerField("biaya (rupiah)", default=0)
    pagu = models.ForeignKey(
        "pelatihan.Pagu", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bulan = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    alasan = models.CharField(max_length=300, blank=True)

    objects = MilikRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "butir rencana"
        verbose_name_plural = "butir rencana"
        ordering = ["rencana", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "pelatihan"], name="butir_rencana_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.urut}. {self.pelatihan}"
