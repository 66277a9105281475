"""Usul perbaikan cara kerja: an idea, its answer and what trying it did; and who takes part in it."""

from functools import partial

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import (
    PERNAH_DICOBA,
    UJI_SELESAI,
    AlasanBelum,
    ArahUkuran,
    NamaUsul,
    StatusUsul,
)
from kinerja.querysets import IkutUsulQuerySet, UsulPerbaikanQuerySet

MASALAH_TERPANJANG = 300
COBA_TERPANJANG = 500


def _angka() -> "models.DecimalField":
    return models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)


def _orang() -> "models.ForeignKey":
    return models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


class UsulPerbaikan(models.Model):
    """One idea. Who may answer follows from `tingkat` and from the leaders of the author today.

    `tingkat`: 0 the atasan, 1 the leader above, 2 the next. `disampaikan_dari`: the level that passed it
    on, which answers no more. `unit`: where the author worked when it was sent. What was taken back keeps
    its dates and no words.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="usul_perbaikan"
    )
    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+")
    masalah = models.TextField(max_length=MASALAH_TERPANJANG, blank=True)
    coba = models.TextField(max_length=COBA_TERPANJANG, blank=True)
    terbantu = models.CharField(max_length=160, blank=True)
    nama = models.CharField(max_length=8, choices=partial(choices_of, NamaUsul), default=NamaUsul.PIMPINAN)
    asal = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="salinan", editable=False
    )
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusUsul), default=StatusUsul.MENUNGGU
    )
    tingkat = models.PositiveSmallIntegerField(default=0, editable=False)
    batas = models.DateField(editable=False, help_text="Hari terakhir menjawab, menurut jam unit pengusul.")
    naik_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disampaikan_dari = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    disampaikan_oleh = _orang()
    alasan_disampaikan = models.CharField(max_length=300, blank=True)
    penjawab = _orang()
    dijawab_pada = models.DateTimeField(null=True, blank=True, editable=False)
    alasan_belum = models.CharField(max_length=16, blank=True, choices=partial(choices_of, AlasanBelum))
    kata_jawaban = models.TextField(max_length=500, blank=True)
    coba_mulai = models.DateField(null=True, blank=True)
    ukuran = models.CharField(max_length=160, blank=True)
    satuan = models.CharField(max_length=30, blank=True)
    arah = models.CharField(max_length=8, blank=True, choices=partial(choices_of, ArahUkuran))
    angka_sebelum = _angka()
    ukur_pada = models.DateField(null=True, blank=True)
    angka_sesudah = _angka()
    kata_warga = models.TextField(max_length=500, blank=True)
    penutup = _orang()
    selesai_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dilihat_pada = models.DateTimeField(null=True, blank=True, editable=False)
    kunci = models.UUIDField(editable=False)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = UsulPerbaikanQuerySet.as_manager()

    class Meta:
        verbose_name = "usul perbaikan cara kerja"
        verbose_name_plural = "usul perbaikan cara kerja"
        ordering = ["-dikirim_pada", "-pk"]
        indexes = [
            models.Index(
                fields=["batas"], condition=Q(status=StatusUsul.MENUNGGU), name="usul_perbaikan_menunggu"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "kunci"], name="usul_perbaikan_sekali"),
            models.CheckConstraint(
                condition=Q(penjawab=None) | ~Q(penjawab=F("pegawai")),
                name="usul_perbaikan_dijawab_lain",
                violation_error_message="Usul dijawab oleh orang lain.",
            ),
            models.CheckConstraint(
                condition=Q(penutup=None) | ~Q(penutup=F("pegawai")),
                name="usul_perbaikan_ditutup_lain",
                violation_error_message="Hasil usul diputuskan oleh orang lain.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(StatusUsul.MENUNGGU, StatusUsul.DITARIK), penjawab=None)
                | (
                    Q(status__in=(*PERNAH_DICOBA, StatusUsul.BELUM_DAPAT))
                    & Q(penjawab__isnull=False, dijawab_pada__isnull=False)
                ),
                name="usul_perbaikan_dijawab_seseorang",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusUsul.BELUM_DAPAT) | ~Q(alasan_belum=""),
                name="usul_perbaikan_belum_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PERNAH_DICOBA)
                | (Q(angka_sebelum__isnull=False, coba_mulai__isnull=False, ukur_pada__isnull=False)),
                name="usul_perbaikan_dicoba_terukur",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=UJI_SELESAI) | Q(penutup__isnull=False, selesai_pada__isnull=False),
                name="usul_perbaikan_ditutup_seseorang",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusUsul.DITERUSKAN) | Q(angka_sesudah__isnull=False),
                name="usul_perbaikan_diteruskan_terukur",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusUsul.DITARIK, masalah="", coba="", terbantu="")
                | (~Q(status=StatusUsul.DITARIK) & ~Q(masalah="") & ~Q(coba="")),
                name="usul_perbaikan_ditarik_kosong",
            ),
        ]

    def __str__(self) -> str:
        return self.nomor

    @property
    def nomor(self) -> str:
        """'USP-000012': by which people speak of it without its words."""
        return f"USP-{self.pk:06d}"


class IkutUsul(models.Model):
    """A colleague who was asked along; theirs too once they said yes."""

    usul = models.ForeignKey(UsulPerbaikan, on_delete=models.CASCADE, db_index=False, related_name="bersama")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="ikut_usul")
    diajak_pada = models.DateTimeField(default=timezone.now)
    ikut_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = IkutUsulQuerySet.as_manager()

    class Meta:
        verbose_name = "rekan dalam usul perbaikan"
        verbose_name_plural = "rekan dalam usul perbaikan"
        ordering = ["usul", "pk"]
        constraints = [models.UniqueConstraint(fields=["usul", "pegawai"], name="ikut_usul_unik")]

    def __str__(self) -> str:
        return f"Rekan {self.pk}"
