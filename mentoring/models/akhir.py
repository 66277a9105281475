"""How a pair ended, the thanks, the papers, and the kind words of HR."""

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import JenisSurat, SebabAkhir
from mentoring.models.catatan import CatatanDasar
from mentoring.models.pasangan import Pasangan
from mentoring.querysets import MilikBerduaQuerySet
from pegawai.querysets import MilikPegawaiQuerySet


class AkhirPasangan(models.Model):
    """Who ended it and why, read by the two. Levels of the mentee in the competency of the pair, 0 to 5."""

    pasangan = models.OneToOneField(Pasangan, on_delete=models.PROTECT, related_name="akhir")
    sebab = models.CharField(max_length=18, choices=partial(choices_of, SebabAkhir))
    oleh = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)
    level_awal = models.PositiveSmallIntegerField(null=True, blank=True)
    level_akhir = models.PositiveSmallIntegerField(null=True, blank=True)
    dilihat_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MilikBerduaQuerySet.as_manager()

    class Meta:
        verbose_name = "akhir pasangan mentoring"
        verbose_name_plural = "akhir pasangan mentoring"
        ordering = ["-pada", "-pk"]

    def __str__(self) -> str:
        return f"Akhir pasangan nomor {self.pasangan_id}"


class Apresiasi(CatatanDasar):
    """The mentee thanks the mentor. `dihitung`: HR may count that there was one."""

    dihitung = models.BooleanField(default=False)
    dibaca_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MilikBerduaQuerySet.as_manager()

    class Meta(CatatanDasar.Meta):
        verbose_name = "apresiasi mentor"
        verbose_name_plural = "apresiasi mentor"
        constraints = [models.UniqueConstraint(fields=["pasangan"], name="apresiasi_satu")]

    def __str__(self) -> str:
        return f"Apresiasi nomor {self.pk}"


class SuratMentoring(models.Model):
    """A paper that proves itself, made from confirmed meetings. `muatan` is what was signed."""

    nomor = models.CharField(max_length=40, unique=True, editable=False)
    pasangan = models.ForeignKey(Pasangan, on_delete=models.PROTECT, db_index=False, related_name="surat")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="surat_mentoring")
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisSurat))
    mulai = models.DateField()
    sampai = models.DateField()
    pertemuan = models.PositiveSmallIntegerField()
    menit = models.PositiveIntegerField()
    jp = models.PositiveSmallIntegerField()
    muatan = models.TextField(editable=False)
    tanda_tangan = models.CharField(max_length=100, editable=False)
    kunci = models.CharField("id kunci", max_length=16, editable=False)
    diterbitkan_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "surat mentoring"
        verbose_name_plural = "surat mentoring"
        ordering = ["-diterbitkan_pada", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pasangan", "pegawai", "jenis", "sampai", "pertemuan", "jp"],
                name="surat_mentoring_satu",
            ),
        ]

    def __str__(self) -> str:
        return self.nomor


class SapaanMentoring(models.Model):
    """HR asks after a pair; both read it. `pesan` is HR's own, and no secret."""

    pasangan = models.ForeignKey(Pasangan, on_delete=models.PROTECT, related_name="sapaan")
    pesan = models.CharField(max_length=300)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikBerduaQuerySet.as_manager()

    class Meta:
        verbose_name = "sapaan mentoring"
        verbose_name_plural = "sapaan mentoring"
        ordering = ["-pada", "-pk"]

    def __str__(self) -> str:
        return f"Sapaan nomor {self.pk}"
