"""What can be followed, for whom it is meant, and which competency it closes up to which level."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import BentukPengembangan, JenisJabatan, Jenjang, KompetensiMansoskul
from pelatihan.enums import Metode
from pelatihan.querysets import PelatihanQuerySet


class Pelatihan(models.Model):
    kode = models.SlugField(max_length=60, unique=True)
    nama = models.CharField(max_length=200)
    bentuk = models.PositiveSmallIntegerField(choices=partial(choices_of, BentukPengembangan))
    metode = models.CharField(max_length=12, choices=partial(choices_of, Metode))
    jp = models.PositiveSmallIntegerField("jam pelajaran (JP)")
    biaya = models.PositiveIntegerField("biaya per peserta (rupiah)", default=0)
    penyelenggara = models.CharField(max_length=150, blank=True)
    ukuran_mb = models.PositiveSmallIntegerField("ukuran materi (MB)", null=True, blank=True)
    aktif = models.BooleanField(default=True)

    objects = PelatihanQuerySet.as_manager()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(jp__gte=1),
                name="pelatihan_jp_positif",
                violation_error_message="Pelatihan bernilai sedikitnya 1 JP.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KompetensiPelatihan(models.Model):
    """After this programme a participant can reach `level` of `kompetensi`."""

    pelatihan = models.ForeignKey(
        "pelatihan.Pelatihan", on_delete=models.CASCADE, db_index=False, related_name="kompetensi"
    )
    kompetensi = models.CharField(max_length=30, choices=partial(choices_of, KompetensiMansoskul))
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta:
        verbose_name = "kompetensi pelatihan"
        verbose_name_plural = "kompetensi pelatihan"
        constraints = [
            models.UniqueConstraint(fields=["pelatihan", "kompetensi"], name="kompetensi_pelatihan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kompetensi_display()} sampai level {self.level}"


class SasaranPelatihan(models.Model):
    """Holders of which jabatan the programme is meant for; one row that fits is enough, no row: everybody."""

    pelatihan = models.ForeignKey("pelatihan.Pelatihan", on_delete=models.CASCADE, related_name="sasaran")
    jenis_jabatan = models.PositiveSmallIntegerField(
        "untuk jenis jabatan",
        choices=partial(choices_of, JenisJabatan),
        null=True,
        blank=True,
        help_text="Kosongkan bila untuk semua jenis jabatan.",
    )
    jenjang_dari = models.PositiveSmallIntegerField(
        "untuk jenjang dari",
        choices=partial(choices_of, Jenjang),
        null=True,
        blank=True,
        help_text="Kosongkan bersama «sampai jenjang» bila untuk semua jenjang.",
    )
    jenjang_sampai = models.PositiveSmallIntegerField(
        "sampai jenjang",
        choices=partial(choices_of, Jenjang),
        null=True,
        blank=True,
        help_text="Untuk satu jenjang saja, isi sama dengan «untuk jenjang dari».",
    )
    nama_jabatan = models.CharField(
        "nama jabatan diawali",
        max_length=120,
        blank=True,
        help_text="Misalnya «Auditor». Kosongkan bila tidak tergantung nama jabatan.",
    )

    class Meta:
        verbose_name = "sasaran pelatihan"
        verbose_name_plural = "sasaran pelatihan (kosong: untuk semua pegawai)"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(jenjang_dari=None, jenjang_sampai=None)
                | models.Q(
                    jenjang_dari__isnull=False,
                    jenjang_sampai__isnull=False,
                    jenjang_sampai__gte=models.F("jenjang_dari"),
                ),
                name="sasaran_jenjang_urut",
                violation_error_message="Isi kedua jenjang, dari yang lebih rendah sampai yang lebih tinggi, "
                "atau kosongkan keduanya.",
            ),
            models.CheckConstraint(
                condition=~models.Q(jenis_jabatan=None, jenjang_dari=None, nama_jabatan=""),
                name="sasaran_berisi",
                violation_error_message="Isi jenis jabatan, jenjang, atau nama jabatan. "
                "Bila pelatihan untuk semua pegawai, hapus baris ini.",
            ),
        ]

    def __str__(self) -> str:
        jenjang = f"{self.get_jenjang_dari_display()} sampai {self.get_jenjang_sampai_display()}"
        bagian = (
            self.get_jenis_jabatan_display() if self.jenis_jabatan else "",
            jenjang if self.jenjang_dari else "",
            self.nama_jabatan,
        )
        return ", ".join(b for b in bagian if b)
