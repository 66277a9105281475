"""The dialogue with citizens, on the page or as a meeting: topics, what was said, answers, promises."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JenisTopik, StatusKiriman, StatusTindak
from kinerja.models.warga import KirimanWarga, syarat_kiriman
from kinerja.querysets import JanjiQuerySet, MasukanQuerySet, MilikUnitQuerySet


class TopikForum(models.Model):
    """A topic of one unit. `tanggal` and `jam` are on the clock of that unit."""

    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, related_name="+")
    judul = models.CharField(max_length=150)
    uraian = models.TextField(max_length=3000, help_text="Apa yang ingin dibicarakan dengan warga.")
    jenis = models.CharField(
        max_length=12, choices=partial(choices_of, JenisTopik), default=JenisTopik.DARING
    )
    tempat = models.CharField(max_length=200, blank=True, help_text="Untuk pertemuan tatap muka.")
    tanggal = models.DateField("tanggal pertemuan", null=True, blank=True)
    jam = models.TimeField(
        "jam pertemuan", null=True, blank=True, help_text="Menurut jam setempat unit, misalnya 09:00."
    )
    notulen = models.TextField(
        max_length=10000, blank=True, help_text="Ringkasan pertemuan. Sebut jabatan, bukan nama warga."
    )
    terbit = models.BooleanField("tampil untuk umum", default=True)
    dibuka = models.BooleanField("menerima masukan", default=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "topik dialog warga"
        verbose_name_plural = "topik dialog warga"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(jenis=JenisTopik.PERTEMUAN)
                | (Q(tanggal__isnull=False, jam__isnull=False) & ~Q(tempat="")),
                name="topik_pertemuan_lengkap",
                violation_error_message="Isi tempat, tanggal, dan jam pertemuan.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class MasukanForum(KirimanWarga):
    """What a citizen says on a topic, and what an office answers."""

    topik = models.ForeignKey(TopikForum, on_delete=models.PROTECT, db_index=False, related_name="masukan")
    tindak = models.CharField(
        "tindak lanjut",
        max_length=12,
        choices=partial(choices_of, StatusTindak),
        default=StatusTindak.DITERIMA,
    )
    tanggapan = models.TextField(max_length=1000, blank=True)
    kantor = models.CharField(max_length=250, blank=True, help_text="Kantor yang menanggapi.")
    ditanggapi_hari = models.DateField(null=True, blank=True)
    ditanggapi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MasukanQuerySet.as_manager()

    class Meta:
        verbose_name = "masukan warga"
        verbose_name_plural = "masukan warga"
        ordering = ["hari", "pk"]
        indexes = [
            models.Index(fields=["topik", "status"], name="masukan_topik_status"),
            models.Index(fields=["status", "hari"], name="masukan_status_hari"),
        ]
        constraints = [
            *syarat_kiriman("masukan"),
            models.CheckConstraint(
                condition=Q(tindak=StatusTindak.DITERIMA)
                | (Q(status=StatusKiriman.TAMPIL) & ~Q(tanggapan="") & ~Q(kantor="")),
                name="masukan_ditanggapi_kantor",
                violation_error_message="Isi tanggapan. Hanya masukan yang tampil dapat ditanggapi.",
            ),
        ]


class JanjiForum(models.Model):
    """What an office promised, until when. Neither is changed: a later day would hide a late promise."""

    topik = models.ForeignKey(TopikForum, on_delete=models.PROTECT, db_index=False, related_name="janji")
    isi = models.CharField("isi janji", max_length=300)
    tenggat = models.DateField()
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusTindak), default=StatusTindak.DITERIMA
    )
    alasan = models.CharField(
        max_length=300, blank=True, help_text="Wajib untuk yang tidak dapat dijalankan; tampil untuk umum."
    )
    selesai = models.DateField("selesai pada", null=True, blank=True, editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = JanjiQuerySet.as_manager()

    class Meta:
        verbose_name = "janji kepada warga"
        verbose_name_plural = "janji kepada warga"
        ordering = ["tenggat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["topik", "isi"],
                name="janji_unik",
                violation_error_message="Janji ini sudah dicatat pada topik itu.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusTindak.TIDAK_DAPAT) | ~Q(alasan=""),
                name="janji_batal_beralasan",
                violation_error_message="Tulis alasan janji itu tidak dapat dijalankan.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusTindak.DIJALANKAN, selesai__isnull=False)
                | (~Q(status=StatusTindak.DIJALANKAN) & Q(selesai=None)),
                name="janji_dijalankan_bertanggal",
                violation_error_message="Janji yang dijalankan mempunyai tanggal selesai.",
            ),
        ]

    def __str__(self) -> str:
        return self.isi
