"""A round of 360 feedback: who is asked about whom, the sealed answers while it is open, and what is shown.

While a round is open an answer stands sealed in the invitation of its giver, who may change it. Closing takes
all of them out at once and keeps only what `rules.umpan_360` lets be shown: bands of groups, and sentences in
rows whose key is random. From then on no row leads from a sentence or a number to its giver, save to the
superior, who answers by name. None of these tables has a history, a time of writing or a running number.
"""

from functools import partial
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import Kelompok360, Peran360, StatusPutaran360, StatusUndangan360
from kinerja.querysets import (
    Dinilai360QuerySet,
    Kalimat360QuerySet,
    MilikInstansiQuerySet,
    Undangan360QuerySet,
)


class Putaran360(models.Model):
    """One round, run by HR. `batas`: the last day to answer, on the clock of whoever answers."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="putaran_360"
    )
    nama = models.CharField(max_length=100)
    masa_mulai = models.DateField("masa yang dinilai, mulai")
    masa_sampai = models.DateField("masa yang dinilai, sampai")
    batas = models.DateField("batas menjawab")
    untuk_talenta = models.BooleanField("dipakai untuk manajemen talenta", default=False)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPutaran360), default=StatusPutaran360.DISIAPKAN
    )
    dibuka_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditutup_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "putaran umpan balik 360"
        verbose_name_plural = "putaran umpan balik 360"
        ordering = ["-batas", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                name="putaran_360_nama_unik",
                violation_error_message="Putaran dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(masa_sampai__gte=F("masa_mulai")),
                name="putaran_360_masa_urut",
                violation_error_message="Akhir masa yang dinilai harus sama dengan atau sesudah mulainya.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Peserta360(models.Model):
    """Somebody who receives feedback in a round. `ditetapkan`: their atasan has decided who is asked."""

    putaran = models.ForeignKey(Putaran360, on_delete=models.CASCADE, db_index=False, related_name="peserta")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    ditetapkan = models.BooleanField(default=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = Dinilai360QuerySet.as_manager()

    class Meta:
        verbose_name = "peserta umpan balik 360"
        verbose_name_plural = "peserta umpan balik 360"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["putaran", "pegawai"], name="peserta_360_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.putaran}"


class Undangan360(models.Model):
    """Who is asked about whom, once. `segel`: the answer while the round is open, for its giver only."""

    putaran = models.ForeignKey(Putaran360, on_delete=models.CASCADE, db_index=False, related_name="undangan")
    dinilai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    penjawab = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    peran = models.CharField(max_length=10, choices=partial(choices_of, Peran360))
    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusUndangan360), default=StatusUndangan360.DIUSULKAN
    )
    menjawab = models.BooleanField(default=False)
    segel = models.TextField(blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = Undangan360QuerySet.as_manager()

    class Meta:
        verbose_name = "undangan umpan balik 360"
        verbose_name_plural = "undangan umpan balik 360"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["putaran", "dinilai", "penjawab"],
                name="undangan_360_sekali",
                violation_error_message="Pegawai ini sudah ada dalam daftar.",
            ),
            models.CheckConstraint(
                condition=~Q(penjawab=F("dinilai")),
                name="undangan_360_bukan_diri",
                violation_error_message="Tidak ada yang menjawab tentang dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(menjawab=False, segel="") | Q(menjawab=True, status=StatusUndangan360.DIUNDANG),
                name="undangan_360_jawab_bila_diundang",
            ),
        ]

    def __str__(self) -> str:
        return f"Undangan {self.get_peran_display()}"


class Hasil360(models.Model):
    """What a closed round shows of one group about one person. `penjawab`: the superior, and nobody else.

    `nilai` of the superior: the answer to each question. Of a group: the band of each value; nothing for a
    value that too few could judge.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    putaran = models.ForeignKey(Putaran360, on_delete=models.PROTECT, db_index=False, related_name="hasil")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    kelompok = models.CharField(max_length=10, choices=partial(choices_of, Kelompok360))
    penjawab = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nilai = models.JSONField(default=dict)

    objects = Dinilai360QuerySet.as_manager()

    class Meta:
        verbose_name = "hasil umpan balik 360"
        verbose_name_plural = "hasil umpan balik 360"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["putaran", "pegawai", "kelompok"], name="hasil_360_unik"),
            models.CheckConstraint(
                condition=Q(kelompok=Kelompok360.ATASAN, penjawab__isnull=False)
                | (~Q(kelompok=Kelompok360.ATASAN) & Q(penjawab=None)),
                name="hasil_360_hanya_atasan_bernama",
            ),
            models.CheckConstraint(
                condition=Q(penjawab=None) | ~Q(penjawab=F("pegawai")), name="hasil_360_bukan_diri"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kelompok_display()


class Kalimat360(models.Model):
    """One sentence of a shown group. Its key is random, and is the order in which it is written and shown."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    hasil = models.ForeignKey(Hasil360, on_delete=models.CASCADE, related_name="kalimat")
    baik = models.BooleanField(help_text="Yang sudah baik; selain itu yang dapat ditingkatkan.")
    isi = models.TextField()

    objects = Kalimat360QuerySet.as_manager()

    class Meta:
        verbose_name = "kalimat umpan balik 360"
        verbose_name_plural = "kalimat umpan balik 360"
        ordering = ["pk"]

    def __str__(self) -> str:
        return "Kalimat umpan balik 360"
