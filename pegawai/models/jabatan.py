"""Posts and what they ask for."""

from functools import partial

from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models.kompetensi import NilaiMansoskul


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


class StandarKompetensi(NilaiMansoskul):
    """Required levels of one jabatan; without a row the general level of its jenjang is used."""

    jabatan = models.OneToOneField("pegawai.Jabatan", on_delete=models.CASCADE, related_name="standar")

    class Meta:
        verbose_name = "standar kompetensi"
        verbose_name_plural = "standar kompetensi"

    def __str__(self) -> str:
        return f"Standar {self.jabatan}"
