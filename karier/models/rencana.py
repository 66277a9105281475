"""The individual plan (IDP): what a person learns in a year, agreed with the atasan."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from karier.enums import AsalButir, CaraBelajar, StatusButir, StatusIdp
from karier.querysets import MilikRencanaQuerySet, RencanaQuerySet
from karier.rules.rencana import way_of
from pegawai.enums import BentukPengembangan, KompetensiMansoskul

TEKS_TERPANJANG = 300


class RencanaPengembangan(models.Model):
    """One year of one person. `versi` counts changes of words, never progress.

    Who agreed to what: `setuju_pegawai` and `setuju_atasan` name the version that each has consented to, and
    a plan is agreed only while both are the same words. `dikirim_pada`: until it is there, nobody but the
    person reads the items. `dasar`: the gaps as they were when it was drafted, for *Sejak rencana ini*.
    `nomor_akhir`: the last number that an item got; numbers are never given twice.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="rencana_pengembangan"
    )
    tahun = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=partial(choices_of, StatusIdp), default=StatusIdp.DRAF)
    atasan = models.ForeignKey(
        "pegawai.Pegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Siapa yang menyepakatinya terakhir.",
    )
    versi = models.PositiveIntegerField(default=1, editable=False)
    setuju_pegawai = models.PositiveIntegerField(null=True, blank=True, editable=False)
    setuju_atasan = models.PositiveIntegerField(null=True, blank=True, editable=False)
    nomor_akhir = models.PositiveSmallIntegerField(default=0, editable=False)
    dasar = models.JSONField(default=dict, editable=False)
    dikirim_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disepakati_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = RencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana pengembangan"
        verbose_name_plural = "rencana pengembangan (IDP)"
        ordering = ["-tahun", "pk"]
        indexes = [models.Index(fields=["tahun", "status"], name="rencana_tahun_status")]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="rencana_satu_setahun"),
            models.CheckConstraint(
                condition=~Q(status=StatusIdp.DISEPAKATI)
                | Q(
                    setuju_pegawai=F("versi"),
                    setuju_atasan=F("versi"),
                    atasan__isnull=False,
                    disepakati_pada__isnull=False,
                ),
                name="rencana_kata_yang_sama",
                violation_error_message="Rencana yang disepakati memuat kata-kata yang sama bagi keduanya.",
            ),
            models.CheckConstraint(
                condition=Q(atasan=None) | ~Q(atasan=F("pegawai")),
                name="rencana_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menyepakati rencananya sendiri sebagai atasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Rencana pengembangan {self.tahun}"


class ButirRencana(models.Model):
    """One activity. `nomor` is its own in the plan, `urut` where it stands.

    `kompetensi` or `teknis`: the gap that it is about, where it is about one. `tujuan` says the same, or a
    post, in words. What fulfils it (a class, a certificate, a pair) is derived and never stored here.
    """

    rencana = models.ForeignKey(
        RencanaPengembangan, on_delete=models.PROTECT, db_index=False, related_name="butir"
    )
    nomor = models.PositiveSmallIntegerField(editable=False)
    urut = models.PositiveSmallIntegerField(default=1)
    kegiatan = models.CharField(max_length=TEKS_TERPANJANG)
    bentuk = models.PositiveSmallIntegerField(choices=partial(choices_of, BentukPengembangan))
    tujuan = models.CharField(max_length=150, blank=True)
    mulai = models.DateField("hari pertama")
    selesai = models.DateField("hari terakhir")
    jp = models.PositiveSmallIntegerField(
        "perkiraan JP", validators=[MinValueValidator(1), MaxValueValidator(999)]
    )
    biaya = models.PositiveIntegerField("biaya (rupiah)", default=0)
    alasan = models.CharField(max_length=TEKS_TERPANJANG, blank=True)
    kompetensi = models.CharField(max_length=30, choices=partial(choices_of, KompetensiMansoskul), blank=True)
    teknis = models.ForeignKey(
        "pegawai.KompetensiTeknis", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pelatihan = models.ForeignKey(
        "pelatihan.Pelatihan", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rekomendasi = models.ForeignKey(
        "karier.Rekomendasi", on_delete=models.PROTECT, null=True, blank=True, related_name="butir_rencana"
    )
    lanjutan_dari = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="lanjutan"
    )
    asal = models.CharField(max_length=12, choices=partial(choices_of, AsalButir), default=AsalButir.PEGAWAI)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusButir), default=StatusButir.RENCANA
    )
    selesai_pada = models.DateTimeField(null=True, blank=True, editable=False)
    refleksi = models.CharField(max_length=1000, blank=True)
    bukti = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MilikRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan rencana"
        verbose_name_plural = "kegiatan rencana"
        ordering = ["urut", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "nomor"], name="butir_nomor_unik"),
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="butir_tanggal_urut",
                violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
            ),
            models.CheckConstraint(condition=Q(kompetensi="") | Q(teknis=None), name="butir_satu_kompetensi"),
            models.CheckConstraint(
                condition=Q(status=StatusButir.SELESAI, selesai_pada__isnull=False)
                | (~Q(status=StatusButir.SELESAI) & Q(selesai_pada=None)),
                name="butir_selesai_berwaktu",
            ),
        ]

    def __str__(self) -> str:
        return self.kegiatan

    @property
    def cara(self) -> CaraBelajar:
        """Work, people or classes."""
        return way_of(BentukPengembangan(self.bentuk))

    @property
    def celah_kunci(self) -> str | int | None:
        """The competency it is about, as gaps name it."""
        return self.teknis_id or self.kompetensi or None
