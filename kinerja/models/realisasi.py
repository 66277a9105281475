"""What was done of a plan in one period, with its evidence."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import StatusPengisian
from kinerja.kamus.realisasi import nomor_pengisian
from kinerja.kamus.usul_perbaikan import kalimat_hasil
from kinerja.models.skp import IKI_TERPANJANG, RHK_TERPANJANG
from kinerja.querysets import IsiPengisianQuerySet, PengisianQuerySet
from pegawai.enums import CaraKonfirmasi

#: Longest text that a field takes.
TEKS_TERPANJANG = 1000
CATATAN_TERPANJANG = 500
ALASAN_TERPANJANG = 300


class PengisianRealisasi(models.Model):
    """The realisation of one plan in one cycle, from its first word until the atasan has it.

    `isi_pada`: since when the server has exactly what stands in it, so that what was typed before the last
    day counts as in time. `dikirim_pada` stays when the atasan returns it. `alasan_terlambat` is empty for
    what came in time. `diisikan_oleh` typed it for the person, whose yes came by `cara`.
    """

    skp = models.ForeignKey("kinerja.SKP", on_delete=models.PROTECT, db_index=False, related_name="pengisian")
    siklus = models.ForeignKey("kinerja.SiklusPenilaian", on_delete=models.PROTECT, related_name="pengisian")
    status = models.CharField(
        max_length=20, choices=partial(choices_of, StatusPengisian), default=StatusPengisian.DRAF
    )
    isi_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dikirim_pada = models.DateTimeField("dikirim", null=True, blank=True, editable=False)
    alasan_terlambat = models.CharField(max_length=ALASAN_TERPANJANG, blank=True)
    catatan = models.CharField(
        max_length=1000, blank=True, help_text="Catatan atasan ketika realisasi dikembalikan."
    )
    dikembalikan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    dikembalikan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    diisikan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cara = models.CharField(
        "konfirmasi",
        max_length=8,
        choices=partial(choices_of, CaraKonfirmasi),
        default=CaraKonfirmasi.SENDIRI,
    )
    kertas = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    kode_sidik = models.CharField(max_length=64, blank=True, editable=False)
    kode_sampai = models.DateTimeField(null=True, blank=True, editable=False)
    kode_gagal = models.PositiveSmallIntegerField(default=0, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PengisianQuerySet.as_manager()

    class Meta:
        verbose_name = "realisasi kinerja"
        verbose_name_plural = "realisasi kinerja"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "siklus"], name="pengisian_unik"),
            models.CheckConstraint(
                condition=~Q(status=StatusPengisian.DIKIRIM) | Q(dikirim_pada__isnull=False),
                name="pengisian_dikirim_berwaktu",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPengisian.MENUNGGU_KONFIRMASI) | Q(diisikan_oleh__isnull=False),
                name="pengisian_menunggu_berpengisi",
            ),
            models.CheckConstraint(
                condition=Q(cara=CaraKonfirmasi.SENDIRI) | Q(diisikan_oleh__isnull=False),
                name="pengisian_cara_berpengisi",
            ),
        ]

    def __str__(self) -> str:
        return f"Realisasi {self.siklus}"

    @property
    def nomor(self) -> str:
        return nomor_pengisian(self.siklus.tahun, self.pk)

    @property
    def pegawai_id(self) -> int:
        """Whose it is, for the trail."""
        return self.skp.pegawai_id


class Realisasi(models.Model):
    """What was done of one indicator. The words of the plan stand here as they were when it was filled in."""

    pengisian = models.ForeignKey(
        PengisianRealisasi, on_delete=models.CASCADE, db_index=False, related_name="realisasi"
    )
    indikator = models.ForeignKey(
        "kinerja.Indikator", on_delete=models.SET_NULL, null=True, related_name="realisasi"
    )
    urutan = models.PositiveSmallIntegerField(default=1)
    rhk = models.CharField("rencana hasil kerja", max_length=RHK_TERPANJANG)
    iki = models.CharField("indikator kinerja individu", max_length=IKI_TERPANJANG)
    aspek = models.CharField(max_length=12, blank=True)
    target = models.CharField(max_length=IKI_TERPANJANG)
    target_angka = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    satuan = models.CharField(max_length=40, blank=True)
    teks = models.CharField("realisasi", max_length=TEKS_TERPANJANG, blank=True)
    angka = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    catatan = models.CharField(max_length=CATATAN_TERPANJANG, blank=True)

    objects = IsiPengisianQuerySet.as_manager()

    class Meta:
        verbose_name = "isi realisasi"
        verbose_name_plural = "isi realisasi"
        ordering = ["urutan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pengisian", "indikator"], name="realisasi_indikator_unik")
        ]

    def __str__(self) -> str:
        return self.iki

    @property
    def terisi(self) -> bool:
        return bool(self.teks) or self.angka is not None


class BuktiDukung(models.Model):
    """One piece of evidence for one hasil kerja: a link, a file in the encrypted store, or an idea that was
    tried and measured."""

    pengisian = models.ForeignKey(PengisianRealisasi, on_delete=models.CASCADE, related_name="bukti_dukung")
    hasil_kerja = models.ForeignKey(
        "kinerja.HasilKerja", on_delete=models.SET_NULL, null=True, related_name="bukti_dukung"
    )
    rhk = models.CharField("rencana hasil kerja", max_length=RHK_TERPANJANG)
    tautan = models.URLField(max_length=500, blank=True)
    berkas = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    usul = models.ForeignKey(
        "kinerja.UsulPerbaikan", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = IsiPengisianQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tautan="", berkas__isnull=False, usul=None)
                | (~Q(tautan="") & Q(berkas=None, usul=None))
                | Q(tautan="", berkas=None, usul__isnull=False),
                name="bukti_dukung_satu",
                violation_error_message="Isi tautan atau pilih berkas.",
            ),
        ]

    def __str__(self) -> str:
        return self.tautan or self.usul_teks or str(self.berkas)

    @property
    def usul_teks(self) -> str:
        """What the idea was and what trying it did; empty for other evidence."""
        if self.usul is None:
            return ""
        return f"Usul perbaikan {self.usul.nomor}: {self.usul.coba} {kalimat_hasil(self.usul)}"
