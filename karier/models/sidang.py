"""What the committee of talent decided: a session, its rows, and what the instansi released of them."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from karier.enums import JenisPenetapan
from karier.querysets import PenetapanQuerySet, SidangQuerySet

BERITA_TERPANJANG = 4000


class SidangTalenta(models.Model):
    """One meeting about the boxes that one run proposes, of the whole instansi or of a unit and below.

    Once something of it is released (`ditutup_pada`) nothing of it changes any more.
    """

    komite = models.ForeignKey("karier.KomiteTalenta", on_delete=models.PROTECT, related_name="sidang")
    tanggal = models.DateField("tanggal sidang")
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    run = models.ForeignKey("karier.RunEvaluasi", on_delete=models.PROTECT, related_name="+")
    nomor_berita = models.CharField("nomor berita acara", max_length=80, blank=True)
    berita_acara = models.TextField("isi berita acara", max_length=BERITA_TERPANJANG, blank=True)
    #: Voices of the committee on that day, so that the quorum stays what it was.
    suara = models.PositiveSmallIntegerField()
    dibuka_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuka_pada = models.DateTimeField(default=timezone.now, editable=False)
    ditutup_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = SidangQuerySet.as_manager()

    class Meta:
        verbose_name = "sidang talenta"
        verbose_name_plural = "sidang talenta"
        ordering = ["-tanggal", "-pk"]

    def __str__(self) -> str:
        return f"Sidang talenta {kata.tanggal(self.tanggal)}"


class HadirSidang(models.Model):
    """Who of the committee was there."""

    sidang = models.ForeignKey(SidangTalenta, on_delete=models.PROTECT, db_index=False, related_name="hadir")
    anggota = models.ForeignKey("karier.AnggotaKomite", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "kehadiran sidang talenta"
        verbose_name_plural = "kehadiran sidang talenta"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["sidang", "anggota"], name="sidang_hadir_sekali")]

    def __str__(self) -> str:
        return f"Hadir {self.sidang_id}/{self.anggota_id}"


class PenetapanKotak(TambahSaja):
    """Append-only: what was said last about a person counts; URUNGKAN says nothing any more.

    `komponen`: the components in senti as they were on the table, `keyakinan` what the data carry.
    """

    sidang = models.ForeignKey(
        SidangTalenta, on_delete=models.PROTECT, db_index=False, related_name="penetapan"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    urutan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=partial(choices_of, JenisPenetapan))
    kotak = models.PositiveSmallIntegerField(null=True, blank=True)
    kotak_usulan = models.PositiveSmallIntegerField()
    sumbu_x = models.PositiveSmallIntegerField()
    sumbu_y = models.PositiveSmallIntegerField()
    komponen = models.JSONField()
    keyakinan = models.CharField(max_length=10)
    alasan = models.CharField(max_length=500, blank=True)
    pemutus = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = PenetapanQuerySet.as_manager()

    class Meta:
        verbose_name = "penetapan kotak talenta"
        verbose_name_plural = "penetapan kotak talenta"
        ordering = ["pk"]
        constraints = [
            # Two members at once: the second finds that the row is no longer what they saw.
            models.UniqueConstraint(fields=["sidang", "pegawai", "urutan"], name="penetapan_urutan_unik"),
            models.CheckConstraint(
                condition=~Q(pemutus=F("pegawai")),
                name="penetapan_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat menetapkan kotak Anda sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisPenetapan.URUNGKAN, kotak=None)
                | (~Q(jenis=JenisPenetapan.URUNGKAN) & Q(kotak__range=(1, 9))),
                name="penetapan_kotak_1_9",
                violation_error_message="Pilih kotak 1 sampai 9.",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisPenetapan.SETUJU) | ~Q(alasan=""),
                name="penetapan_beralasan",
                violation_error_message="Tuliskan alasan penetapan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: kotak {self.kotak or self.kotak_usulan}"


class RilisKotak(TambahSaja):
    """What makes a box known to its person: a named official who has no voice in the committee."""

    penetapan = models.OneToOneField(PenetapanKotak, on_delete=models.PROTECT, related_name="rilis")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    pejabat = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "rilis kotak talenta"
        verbose_name_plural = "rilis kotak talenta"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pejabat=F("pegawai")),
                name="rilis_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat merilis kotak Anda sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"Rilis {self.pegawai_id}"
