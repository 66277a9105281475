"""What can be followed, for whom it is meant, and which competency it closes up to which level."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import BentukPengembangan, JenisJabatan, Jenjang
from pegawai.models.kompetensi import SatuKompetensi, once_each
from pelatihan.enums import Metode
from pelatihan.querysets import PelatihanQuerySet


class Pelatihan(models.Model):
    """One programme. Without an instansi it is shared by all governments and read only for them.

    `ulang_bulan`: months after which it is to be taken again (recurring levels with a retest); None: never.
    `mitra`: who holds it by agreement; None: the instansi itself, or whoever `penyelenggara` names.
    `asal`: the shared programme that an own one was copied from; it stands in its place.
    """

    kode = models.SlugField(max_length=60, unique=True)
    nama = models.CharField(max_length=200)
    bentuk = models.PositiveSmallIntegerField(choices=partial(choices_of, BentukPengembangan))
    metode = models.CharField(max_length=12, choices=partial(choices_of, Metode))
    jp = models.PositiveSmallIntegerField("jam pelajaran (JP)")
    biaya = models.PositiveIntegerField("biaya per peserta (rupiah)", default=0)
    penyelenggara = models.CharField(max_length=150, blank=True)
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, null=True, blank=True, related_name="pelatihan"
    )
    mitra = models.ForeignKey(
        "pelatihan.Mitra", on_delete=models.PROTECT, null=True, blank=True, related_name="pelatihan"
    )
    ringkasan = models.TextField(max_length=2000, blank=True)
    bidang = models.CharField(
        max_length=80, blank=True, help_text="Misalnya teknologi informasi, etika, keuangan daerah."
    )
    kapasitas = models.PositiveSmallIntegerField(
        "kursi per angkatan", null=True, blank=True, help_text="Kosongkan bila tidak dibatasi."
    )
    ulang_bulan = models.PositiveSmallIntegerField(
        "diulang sesudah (bulan)",
        null=True,
        blank=True,
        help_text="Untuk kemampuan yang perlu diuji ulang. Kosongkan bila cukup sekali.",
    )
    ukuran_mb = models.PositiveSmallIntegerField("ukuran materi (MB)", null=True, blank=True)
    aktif = models.BooleanField(default=True)
    asal = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="salinan",
        verbose_name="disalin dari",
    )

    objects = PelatihanQuerySet.as_manager()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "asal"],
                condition=models.Q(asal__isnull=False),
                name="pelatihan_salinan_unik",
            ),
            models.CheckConstraint(
                condition=models.Q(jp__gte=1),
                name="pelatihan_jp_positif",
                violation_error_message="Pelatihan bernilai sedikitnya 1 JP.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KompetensiPelatihan(SatuKompetensi):
    """After this programme a participant can reach `level` of one competency."""

    pelatihan = models.ForeignKey("pelatihan.Pelatihan", on_delete=models.CASCADE, related_name="kompetensi")
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta(SatuKompetensi.Meta):
        verbose_name = "kompetensi pelatihan"
        verbose_name_plural = "kompetensi pelatihan"
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("pelatihan", name="kompetensi_pelatihan"),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi} sampai level {self.level}"


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
    nama_unit = models.CharField(
        "nama unit memuat",
        max_length=120,
        blank=True,
        help_text="Bidang pekerjaan, misalnya «Puskesmas». Kosongkan bila tidak tergantung unit.",
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
                condition=~models.Q(jenis_jabatan=None, jenjang_dari=None, nama_jabatan="", nama_unit=""),
                name="sasaran_berisi",
                violation_error_message="Isi jenis jabatan, jenjang, nama jabatan, atau nama unit. "
                "Bila pelatihan untuk semua pegawai, hapus baris ini.",
            ),
        ]

    def __str__(self) -> str:
        jenjang = f"{self.get_jenjang_dari_display()} sampai {self.get_jenjang_sampai_display()}"
        bagian = (
            self.get_jenis_jabatan_display() if self.jenis_jabatan else "",
            jenjang if self.jenjang_dari else "",
            self.nama_jabatan,
            self.nama_unit,
        )
        return ", ".join(b for b in bagian if b)
