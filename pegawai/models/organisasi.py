"""Governments and their organisation tree."""

from functools import partial

from django.db import models
from django.db.models import Q

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisInstansi, KewajibanMfa, ZonaWaktu
from pegawai.querysets import LEBAR_SEGMEN, InstansiQuerySet, PenandaTanganQuerySet, UnitKerjaQuerySet


class Instansi(models.Model):
    """A regional government: the tenant. Words that differ per region are columns, not code."""

    kode = models.SlugField(max_length=40, unique=True, help_text="Kode pendek, misalnya batanghari.")
    nama = models.CharField(max_length=150)
    jenis = models.CharField(
        max_length=12, choices=partial(choices_of, JenisInstansi), default=JenisInstansi.KABUPATEN
    )
    zona_waktu = models.CharField(max_length=40, default="Asia/Jakarta")
    pengelola = models.CharField(
        "nama pengelola kepegawaian", max_length=40, default="BKPSDM", help_text="BKPSDM, BKD, atau BKPP."
    )
    bantuan = models.CharField(
        max_length=200,
        blank=True,
        help_text="Kontak bantuan di kaki setiap halaman, misalnya nomor WhatsApp dan jam layanan.",
    )
    #: The letterhead and the date line of every paper of this office (`reports.kantor`).
    nama_kantor = models.CharField(
        max_length=150,
        blank=True,
        help_text="Nama lengkap pada kop surat, misalnya Badan Kepegawaian dan Pengembangan SDM.",
    )
    alamat = models.CharField(
        "alamat kantor", max_length=200, blank=True, help_text="Alamat dan telepon pada kop surat."
    )
    kota = models.CharField(
        "kota surat",
        max_length=60,
        blank=True,
        help_text="Tempat pada baris tanggal surat, misalnya Muara Bulian.",
    )
    mfa_asn = models.CharField(
        "verifikasi dua langkah bagi ASN",
        max_length=10,
        choices=partial(choices_of, KewajibanMfa),
        default=KewajibanMfa.SUKARELA,
        help_text="Pengelola dan pimpinan selalu memakainya. Pilihan ini untuk ASN yang lain.",
    )

    siasn_id = models.CharField(
        "ID instansi SIASN",
        max_length=36,
        blank=True,
        help_text="Instansi Kerja ID pada berkas SIASN. Dipakai pada berkas untuk SIASN.",
    )
    uji_coba = models.BooleanField(
        "instansi uji coba",
        default=False,
        editable=False,
        help_text="Isinya orang rekaan, untuk mencoba REST. Tidak pernah memuat data nyata.",
    )

    objects = InstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama


class PejabatPenandaTangan(models.Model):
    """Who signs papers of an instansi, from `mulai` to `sampai`."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="penanda_tangan"
    )
    nama = models.CharField("nama dan gelar", max_length=150)
    nip = models.CharField(
        "NIP", max_length=18, blank=True, help_text="18 angka. Kosongkan bila bukan ASN, misalnya Bupati."
    )
    pangkat = models.CharField(max_length=60, blank=True, help_text="Misalnya Pembina Utama Muda (IV/c).")
    jabatan = models.CharField(max_length=150, help_text="Tertulis di atas tanda tangan.")
    atas_nama = models.CharField(
        max_length=100, blank=True, help_text="Misalnya Bupati Batang Hari. Tercetak sebagai a.n."
    )
    mulai = models.DateField("mulai menandatangani")
    sampai = models.DateField("sampai", null=True, blank=True, help_text="Kosongkan bila masih berlaku.")

    objects = PenandaTanganQuerySet.as_manager()

    class Meta:
        verbose_name = "penanda tangan surat"
        verbose_name_plural = "penanda tangan surat"
        ordering = ["-mulai", "nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "mulai", "nama", "jabatan"],
                name="penanda_tangan_unik",
                violation_error_message="Penanda tangan ini sudah dicatat mulai tanggal yang sama.",
            ),
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=models.F("mulai")),
                name="penanda_tangan_urut",
                violation_error_message="Tanggal akhir harus sama dengan atau sesudah tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama}, {self.jabatan}"


class UnitKerja(models.Model):
    """A node of the tree. `jalur` is a materialised path of six-digit segments, kept by services.unit."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="unit"
    )
    siasn_id = models.CharField("ID unor SIASN", max_length=36)
    nama = models.CharField(max_length=250)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="anak")
    jalur = models.CharField(max_length=120, editable=False)
    terpencil = models.BooleanField(
        default=False, help_text="Unit jauh atau jaringan lemah: pelatihan daring didahulukan."
    )
    zona_waktu = models.CharField(
        max_length=40,
        blank=True,
        choices=partial(choices_of, ZonaWaktu),
        help_text="Hanya untuk unit di zona lain, misalnya badan penghubung di Jakarta. Kosong: zona "
        "instansi.",
    )

    objects = UnitKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["jalur"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "siasn_id"], name="unit_siasn_unik"),
            models.UniqueConstraint(fields=["instansi", "jalur"], name="unit_jalur_unik"),
            models.CheckConstraint(
                condition=Q(induk=None) | ~Q(induk=models.F("id")),
                name="unit_bukan_induk_sendiri",
                violation_error_message="Unit tidak dapat menjadi induk bagi dirinya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def kedalaman(self) -> int:
        """0 for the root."""
        return len(self.jalur) // LEBAR_SEGMEN - 1
