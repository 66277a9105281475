"""A class: when and where, how many seats, who teaches."""

from functools import partial

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pelatihan.enums import StatusAngkatan
from pelatihan.querysets import AngkatanQuerySet, MilikAngkatanQuerySet, NarasumberQuerySet


class Angkatan(models.Model):
    """One run of a programme.

    `terisi` counts the enrolments that hold a seat (`enums.BERKURSI`), `urut_terakhir` the applications in
    the order in which they came; both move only by the conditional UPDATE of `services.kursi`, and the
    check constraint is the last word. `biaya`: rupiah per participant, as agreed for this class. `pagu`:
    from what it is paid; None while nothing has to be paid.
    """

    pelatihan = models.ForeignKey("pelatihan.Pelatihan", on_delete=models.PROTECT, related_name="angkatan")
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="angkatan"
    )
    nama = models.CharField(max_length=120, help_text="Misalnya «Angkatan 2, Mei 2027».")
    mulai = models.DateField()
    selesai = models.DateField()
    daftar_sampai = models.DateField("pendaftaran sampai")
    tempat = models.CharField(max_length=200, blank=True)
    tautan = models.URLField("tautan daring", blank=True)
    kursi = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    terisi = models.PositiveSmallIntegerField(default=0, editable=False)
    urut_terakhir = models.PositiveIntegerField(default=0, editable=False)
    biaya = models.PositiveIntegerField("biaya per peserta (rupiah)", default=0)
    pagu = models.ForeignKey(
        "pelatihan.Pagu", on_delete=models.PROTECT, null=True, blank=True, related_name="angkatan"
    )
    perjanjian = models.ForeignKey(
        "pelatihan.PerjanjianMitra", on_delete=models.PROTECT, null=True, blank=True, related_name="angkatan"
    )
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusAngkatan), default=StatusAngkatan.DISIAPKAN
    )
    alasan_batal = models.CharField(max_length=300, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = AngkatanQuerySet.as_manager()

    class Meta:
        verbose_name = "angkatan"
        verbose_name_plural = "angkatan"
        ordering = ["mulai", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "pelatihan", "nama"],
                name="angkatan_unik",
                violation_error_message="Angkatan dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(terisi__lte=F("kursi")),
                name="angkatan_kursi_cukup",
                violation_error_message="Kursi tidak dapat kurang dari peserta yang sudah memegangnya.",
            ),
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")) & Q(daftar_sampai__lte=F("selesai")),
                name="angkatan_tanggal_urut",
                violation_error_message="Urutkan tanggal: pendaftaran ditutup paling lambat hari terakhir, "
                "dan pelatihan selesai sesudah mulai.",
            ),
            models.CheckConstraint(
                condition=Q(biaya=0) | Q(pagu__isnull=False) | Q(status=StatusAngkatan.DISIAPKAN),
                name="angkatan_berbiaya_berpagu",
                violation_error_message="Pilih pagu yang membiayai angkatan ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pelatihan}, {self.nama}"

    @property
    def sisa(self) -> int:
        """Seats nobody holds."""
        return self.kursi - self.terisi


class SesiAngkatan(models.Model):
    """One meeting or webinar. `kode_hadir`: what participants type; empty: presence is noted by the class."""

    angkatan = models.ForeignKey(Angkatan, on_delete=models.CASCADE, db_index=False, related_name="sesi")
    urut = models.PositiveSmallIntegerField(default=1)
    judul = models.CharField(max_length=150)
    mulai = models.DateTimeField()
    selesai = models.DateTimeField()
    kode_hadir = models.CharField(max_length=12, blank=True, editable=False)
    kode_sampai = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MilikAngkatanQuerySet.as_manager()

    class Meta:
        verbose_name = "sesi"
        verbose_name_plural = "sesi"
        ordering = ["angkatan", "urut", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["angkatan", "urut"], name="sesi_angkatan_unik"),
            models.CheckConstraint(
                condition=Q(selesai__gt=F("mulai")),
                name="sesi_angkatan_urut",
                violation_error_message="Sesi selesai sesudah mulai.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class Narasumber(models.Model):
    """Who speaks in a session: one of our people, or a guest by name."""

    sesi = models.ForeignKey(SesiAngkatan, on_delete=models.CASCADE, related_name="narasumber")
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="mengajar"
    )
    nama = models.CharField(max_length=120, blank=True, help_text="Kosongkan bila pegawai instansi ini.")
    asal = models.CharField(max_length=150, blank=True)

    objects = NarasumberQuerySet.as_manager()

    class Meta:
        verbose_name = "narasumber"
        verbose_name_plural = "narasumber"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(pegawai__isnull=False) & Q(nama="")) | (Q(pegawai=None) & ~Q(nama="")),
                name="narasumber_satu",
                violation_error_message="Pilih pegawai, atau tuliskan nama narasumber.",
            ),
            models.UniqueConstraint(
                fields=["sesi", "pegawai"], condition=Q(pegawai__isnull=False), name="narasumber_unik"
            ),
        ]

    def __str__(self) -> str:
        return self.nama or str(self.pegawai)
