"""Feedback through the year: named, between the people and the atasan penilai.

None of these tables has a history or a page at the HR desk: their text is nobody else's.
"""

from functools import partial

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import HubunganPemberi, JenisUmpanBalik, NilaiBerakhlak, TentangUmpanBalik
from kinerja.querysets import CatatanPimpinanQuerySet, TanggapanQuerySet, UmpanBalikQuerySet

KALIMAT_TERPANJANG = 500


class UmpanBalik(models.Model):
    """Three sentences about one thing: what happened, its effect, what next.

    `dilihat_pada`: first shown to anybody but the giver; from then on it cannot be withdrawn.
    `dibaca_pada`: the person said that they read it. What was withdrawn keeps no text.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="umpan_balik"
    )
    pemberi = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="+")
    hubungan = models.CharField(max_length=10, choices=partial(choices_of, HubunganPemberi))
    tentang = models.CharField(max_length=10, choices=partial(choices_of, TentangUmpanBalik))
    nilai = models.CharField(
        "nilai BerAKHLAK", max_length=24, blank=True, choices=partial(choices_of, NilaiBerakhlak)
    )
    jenis = models.CharField(max_length=10, choices=partial(choices_of, JenisUmpanBalik))
    peristiwa = models.TextField("apa yang terjadi", max_length=KALIMAT_TERPANJANG, blank=True)
    dampak = models.TextField(max_length=KALIMAT_TERPANJANG, blank=True)
    berikutnya = models.TextField(max_length=KALIMAT_TERPANJANG, blank=True)
    #: One form, one row: a second click sends the same key.
    kunci = models.UUIDField(editable=False)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    dilihat_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibaca_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditarik_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UmpanBalikQuerySet.as_manager()

    class Meta:
        verbose_name = "umpan balik"
        verbose_name_plural = "umpan balik"
        ordering = ["-dikirim_pada", "-pk"]
        indexes = [
            models.Index(fields=["pegawai", "dikirim_pada"], name="umpan_balik_pegawai"),
            models.Index(fields=["pemberi", "dikirim_pada"], name="umpan_balik_pemberi"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "pemberi"], name="umpan_balik_sekali"),
            models.CheckConstraint(
                condition=~Q(pemberi=F("pegawai")),
                name="umpan_balik_bukan_diri_sendiri",
                violation_error_message="Umpan balik diberikan kepada orang lain.",
            ),
            models.CheckConstraint(
                condition=Q(nilai="") | Q(tentang=TentangUmpanBalik.PERILAKU),
                name="umpan_balik_nilai_perilaku",
                violation_error_message="Nilai BerAKHLAK dipilih untuk perilaku kerja.",
            ),
            models.CheckConstraint(
                condition=Q(ditarik_pada=None) | Q(peristiwa="", dampak="", berikutnya="", dilihat_pada=None),
                name="umpan_balik_ditarik_kosong",
            ),
        ]

    def __str__(self) -> str:
        return f"Umpan balik nomor {self.pk}"


class TanggapanUmpanBalik(models.Model):
    """A word below feedback, by the person or the giver. Never changed, never taken back."""

    umpan_balik = models.ForeignKey(
        UmpanBalik, on_delete=models.PROTECT, db_index=False, related_name="tanggapan"
    )
    oleh = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    isi = models.TextField(max_length=KALIMAT_TERPANJANG)
    kunci = models.UUIDField(editable=False)
    pada = models.DateTimeField(default=timezone.now)

    objects = TanggapanQuerySet.as_manager()

    class Meta:
        verbose_name = "tanggapan umpan balik"
        verbose_name_plural = "tanggapan umpan balik"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["umpan_balik", "kunci"], name="tanggapan_sekali"),
        ]

    def __str__(self) -> str:
        return f"Tanggapan nomor {self.pk}"


class CatatanPimpinan(models.Model):
    """What a leader notes for themself about a direct report. Only they read it, also after a change.

    The text is encrypted: it does not lie open in the table for whoever reads the database.
    """

    pimpinan = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    sandi = models.TextField(editable=False)
    kunci = models.UUIDField(editable=False)
    pada = models.DateTimeField(default=timezone.now)

    objects = CatatanPimpinanQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan pribadi pimpinan"
        verbose_name_plural = "catatan pribadi pimpinan"
        ordering = ["-pada", "-pk"]
        indexes = [models.Index(fields=["pimpinan", "pegawai", "pada"], name="catatan_pimpinan")]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "pimpinan"], name="catatan_pimpinan_sekali"),
            models.CheckConstraint(condition=~Q(pimpinan=F("pegawai")), name="catatan_bukan_diri_sendiri"),
        ]

    def __str__(self) -> str:
        return f"Catatan nomor {self.pk}"
