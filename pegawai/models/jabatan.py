"""Posts and what they ask for."""

from functools import partial
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import Eselon, JenisJabatan, Jenjang
from pegawai.models.kompetensi import NilaiMansoskul
from pegawai.querysets import MilikInstansiQuerySet
from pegawai.rules.eselon import kode_eselon


class Jabatan(models.Model):
    """Reference row, shared by all instansi. BUP in years; null means the general rule of the jenjang."""

    siasn_id = models.CharField("ID jabatan SIASN", max_length=36, unique=True)
    nama = models.CharField(max_length=250)
    jenis = models.PositiveSmallIntegerField(choices=partial(choices_of, JenisJabatan))
    jenjang = models.PositiveSmallIntegerField(choices=partial(choices_of, Jenjang), null=True, blank=True)
    kelas = models.PositiveSmallIntegerField(null=True, blank=True)
    bup = models.PositiveSmallIntegerField(
        "batas usia pensiun (tahun)",
        null=True,
        blank=True,
        help_text="Kosongkan bila mengikuti aturan umum jenjangnya.",
    )
    rumpun = models.CharField(max_length=120, blank=True)
    eselon = models.CharField(max_length=5, blank=True)
    #: Follows from `eselon` and `jenjang`; kept by `save`, and by `dengan_kode_eselon` where rows go in bulk.
    eselon_kode = models.PositiveSmallIntegerField(
        choices=partial(choices_of, Eselon), null=True, blank=True, editable=False
    )
    naik_ke = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="jabatan pada jenjang berikut",
        help_text="Terisi sendiri dari nama jabatan SIASN. Ubah bila keliru.",
    )

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kelas=None) | models.Q(kelas__range=(1, 17)),
                name="jabatan_kelas_1_17",
                violation_error_message="Kelas jabatan antara 1 dan 17.",
            ),
            models.CheckConstraint(
                condition=models.Q(bup=None) | models.Q(bup__range=(50, 75)),
                name="jabatan_bup_wajar",
                violation_error_message="Batas usia pensiun antara 50 dan 75 tahun.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.dengan_kode_eselon()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "eselon_kode"}
        super().save(*args, **kwargs)

    def dengan_kode_eselon(self) -> "Jabatan":
        """Itself, with the code that its words and jenjang tell."""
        self.eselon_kode = kode_eselon(self.eselon, self.jenjang)
        return self


class StandarKompetensi(NilaiMansoskul):
    """Required levels of one jabatan; without a row the general level of its jenjang is used."""

    jabatan = models.OneToOneField("pegawai.Jabatan", on_delete=models.CASCADE, related_name="standar")

    class Meta:
        verbose_name = "standar kompetensi"
        verbose_name_plural = "standar kompetensi"

    def __str__(self) -> str:
        return f"Standar {self.jabatan}"


class KebutuhanJabatan(models.Model):
    """Vacancies of one jabatan in one instansi by its peta jabatan; without a row they are unknown."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="kebutuhan"
    )
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.PROTECT, related_name="kebutuhan")
    lowongan = models.PositiveSmallIntegerField(
        validators=[MaxValueValidator(32_767)],
        help_text="Banyaknya jabatan yang kosong menurut peta jabatan. 0 berarti tidak ada yang kosong.",
    )
    per_tanggal = models.DateField(help_text="Keadaan pada tanggal ini.")
    sumber = models.CharField(
        max_length=120, blank=True, help_text="Misalnya keputusan tentang peta jabatan."
    )
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "lowongan jabatan"
        verbose_name_plural = "lowongan jabatan"
        ordering = ["jabatan__nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "jabatan"],
                name="kebutuhan_unik",
                violation_error_message="Lowongan jabatan ini sudah dicatat. Ubah catatan yang ada.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan}: {self.lowongan}"


class PetaJabatan(models.Model):
    """How many holders of one jabatan one unit needs (peta jabatan); the people are counted, not stored."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="peta_jabatan"
    )
    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, related_name="peta_jabatan")
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.PROTECT, related_name="+")
    kebutuhan = models.PositiveSmallIntegerField(validators=[MaxValueValidator(32_767)])
    per_tanggal = models.DateField()
    sumber = models.CharField(max_length=120, blank=True)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "kebutuhan jabatan"
        verbose_name_plural = "peta jabatan"
        ordering = ["unit__jalur", "jabatan__nama", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "unit", "jabatan"], name="peta_jabatan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan}, {self.unit}: {self.kebutuhan}"
