"""Levels of competency (PermenPANRB 38/2017).

The nine managerial and socio-cultural ones stand in one row, technical ones in a row each, and so does what
a finished training adds.
"""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.querysets import MilikPegawaiQuerySet, RujukanQuerySet


def level_field(nama: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    """Level 0-5: 0 is nothing shown yet, null is not assessed. A standard asks for at least 1."""
    return models.PositiveSmallIntegerField(
        nama, null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )


class NilaiMansoskul(models.Model):
    """The nine levels in official order. Fields are named as in `enums.KompetensiMansoskul`."""

    integritas = level_field("Integritas")
    kerja_sama = level_field("Kerja Sama")
    komunikasi = level_field("Komunikasi")
    orientasi_hasil = level_field("Orientasi pada Hasil")
    pelayanan_publik = level_field("Pelayanan Publik")
    pengembangan_diri = level_field("Pengembangan Diri dan Orang Lain")
    mengelola_perubahan = level_field("Mengelola Perubahan")
    pengambilan_keputusan = level_field("Pengambilan Keputusan")
    perekat_bangsa = level_field("Perekat Bangsa")

    class Meta:
        abstract = True


class AsesmenKompetensi(NilaiMansoskul):
    """Levels of one person on one day, by an assessment (PerBKN 26/2019) or as confirmed by the atasan.

    What somebody thinks of themself is no row here. `berlaku_sampai` None: as long as the rule says.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="asesmen"
    )
    tanggal = models.DateField()
    asal = models.CharField(
        max_length=10, choices=partial(choices_of, SumberKompetensi), default=SumberKompetensi.ASESMEN
    )
    berlaku_sampai = models.DateField(
        null=True, blank=True, help_text="Kosongkan bila hasilnya tidak menyebut masa berlaku."
    )
    sumber = models.CharField(max_length=120, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "asesmen kompetensi"
        verbose_name_plural = "asesmen kompetensi"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tanggal", "asal"], name="asesmen_unik"),
            models.CheckConstraint(
                condition=models.Q(berlaku_sampai=None) | models.Q(berlaku_sampai__gte=models.F("tanggal")),
                name="asesmen_berlaku_urut",
                violation_error_message="Masa berlaku harus sesudah tanggal asesmen.",
            ),
        ]

    def __str__(self) -> str:
        return f"Asesmen {kata.tanggal(self.tanggal)}"


def _level(nama: str = "level", terendah: int = 1) -> "models.PositiveSmallIntegerField[int, int]":
    return models.PositiveSmallIntegerField(
        nama, validators=[MinValueValidator(terendah), MaxValueValidator(5)]
    )


class KompetensiTeknis(models.Model):
    """A technical competency. Without an instansi all share it, and it is read only for each of them."""

    kode = models.SlugField(max_length=60)
    nama = models.CharField(max_length=200)
    uraian = models.TextField(max_length=1000, blank=True)
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, null=True, blank=True, related_name="kompetensi_teknis"
    )
    aktif = models.BooleanField(default=True)

    objects = RujukanQuerySet.as_manager()

    class Meta:
        verbose_name = "kompetensi teknis"
        verbose_name_plural = "kompetensi teknis"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "kode"],
                condition=models.Q(instansi__isnull=False),
                name="kompetensi_teknis_instansi_unik",
            ),
            models.UniqueConstraint(
                fields=["kode"], condition=models.Q(instansi=None), name="kompetensi_teknis_bersama_unik"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class StandarTeknis(models.Model):
    """Level of one technical competency that one jabatan asks for."""

    jabatan = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.CASCADE, db_index=False, related_name="standar_teknis"
    )
    kompetensi = models.ForeignKey(KompetensiTeknis, on_delete=models.PROTECT, related_name="standar")
    level = _level("level yang disyaratkan")

    class Meta:
        verbose_name = "standar kompetensi teknis"
        verbose_name_plural = "standar kompetensi teknis"
        constraints = [
            models.UniqueConstraint(fields=["jabatan", "kompetensi"], name="standar_teknis_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.kompetensi} level {self.level}"


class LevelTeknis(models.Model):
    """Level of one person in one technical competency on one day, by an assessment or the atasan."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="level_teknis"
    )
    kompetensi = models.ForeignKey(KompetensiTeknis, on_delete=models.PROTECT, related_name="level")
    level = _level(terendah=0)
    tanggal = models.DateField()
    asal = models.CharField(
        max_length=10, choices=partial(choices_of, SumberKompetensi), default=SumberKompetensi.ASESMEN
    )
    berlaku_sampai = models.DateField(null=True, blank=True)
    sumber = models.CharField(max_length=120, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "level kompetensi teknis"
        verbose_name_plural = "level kompetensi teknis"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "kompetensi", "tanggal", "asal"], name="level_teknis_unik"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kompetensi} level {self.level}"


def once_each(*kolom: str, name: str) -> list[models.UniqueConstraint]:
    """No competency twice per `kolom`; two constraints, because an empty foreign key equals no other."""
    ganda = "Kompetensi ini sudah ada di daftar."
    return [
        models.UniqueConstraint(
            fields=[*kolom, "kompetensi"],
            condition=~models.Q(kompetensi=""),
            name=f"{name}_unik",
            violation_error_message=ganda,
        ),
        models.UniqueConstraint(
            fields=[*kolom, "teknis"],
            condition=models.Q(teknis__isnull=False),
            name=f"{name}_teknis_unik",
            violation_error_message=ganda,
        ),
    ]


class SatuKompetensi(models.Model):
    """One competency: one of the nine by its code, or a technical one. Exactly one of the two."""

    kompetensi = models.CharField(
        "kompetensi manajerial/sosial kultural",
        max_length=30,
        blank=True,
        choices=partial(choices_of, KompetensiMansoskul),
    )
    teknis = models.ForeignKey(
        "pegawai.KompetensiTeknis",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="kompetensi teknis",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(~models.Q(kompetensi="") & models.Q(teknis=None))
                | models.Q(kompetensi="", teknis__isnull=False),
                name="%(class)s_satu_kompetensi",
                violation_error_message="Pilih satu: kompetensi manajerial/sosial kultural, atau teknis.",
            ),
        ]

    @property
    def nama_kompetensi(self) -> str:
        """As people call it; a technical one costs a query unless it was joined."""
        return str(self.teknis) if self.teknis_id else str(self.get_kompetensi_display())


class KenaikanKompetensi(SatuKompetensi):
    """What a passed training showed: `level` of one competency, until a later assessment says otherwise.

    Written and taken back only by `services.kompetensi`.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, related_name="kenaikan_kompetensi"
    )
    level = _level()
    tanggal = models.DateField()
    nomor_sertifikat = models.CharField(max_length=80)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta(SatuKompetensi.Meta):
        verbose_name = "kenaikan kompetensi dari pelatihan"
        verbose_name_plural = "kenaikan kompetensi dari pelatihan"
        ordering = ["-tanggal", "pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("nomor_sertifikat", name="kenaikan_kompetensi"),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi} level {self.level}"
