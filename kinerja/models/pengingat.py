"""Messages to a person, what they chose about them, and what is needed to measure whether they help."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JenisPesan
from kinerja.querysets import MilikSiklusQuerySet, PribadiQuerySet
from kinerja.rules.pengingat import JAM_BUKA, JAM_TUTUP


class Pemberitahuan(models.Model):
    """One message in the inbox of the portal. `kunci` is what makes it one, whoever sends it how often.

    Nothing sensitive stands in it ("Ada umpan balik baru", never the text), because a digest may leave
    the house. `sebab` says why it came. It is read from `terbit_pada` on, which is never in quiet hours.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="pemberitahuan"
    )
    siklus = models.ForeignKey(
        "kinerja.SiklusPenilaian", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisPesan))
    kunci = models.CharField(max_length=80)
    judul = models.CharField(max_length=120)
    isi = models.CharField(max_length=500)
    sebab = models.CharField(max_length=200)
    url = models.CharField(max_length=200, blank=True)
    terbit_pada = models.DateTimeField()
    dibaca_pada = models.DateTimeField(null=True, blank=True)

    objects = PribadiQuerySet.as_manager()

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-terbit_pada", "-pk"]
        indexes = [models.Index(fields=["pegawai", "-terbit_pada"], name="pemberitahuan_orang")]
        constraints = [models.UniqueConstraint(fields=["pegawai", "kunci"], name="pemberitahuan_sekali")]

    def __str__(self) -> str:
        return self.judul


class PilihanPesan(models.Model):
    """What somebody chose; without a row everything stands as it comes: in-app only, all kinds, 7 to 18."""

    pegawai = models.OneToOneField("pegawai.Pegawai", on_delete=models.CASCADE, related_name="pilihan_pesan")
    surel = models.BooleanField("kirim ringkasan lewat surel", default=False)
    hari_ringkasan = models.PositiveSmallIntegerField("hari ringkasan", default=0)
    jam_buka = models.PositiveSmallIntegerField("pesan mulai pukul", default=JAM_BUKA)
    jam_tutup = models.PositiveSmallIntegerField("pesan sampai pukul", default=JAM_TUTUP)
    dimatikan = models.JSONField(default=list, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PribadiQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan pemberitahuan"
        verbose_name_plural = "pilihan pemberitahuan"
        constraints = [
            models.CheckConstraint(
                condition=Q(jam_buka__gte=JAM_BUKA, jam_tutup__lte=JAM_TUTUP, jam_buka__lt=F("jam_tutup")),
                name="pilihan_pesan_jam",
                violation_error_message="Jam pesan antara 07.00 dan 18.00, mulai sebelum selesai.",
            ),
            models.CheckConstraint(
                condition=Q(hari_ringkasan__lte=4),
                name="pilihan_pesan_hari",
                violation_error_message="Ringkasan dikirim pada hari kerja.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pilihan pemberitahuan {self.pegawai_id}"


class RencanaPengisian(models.Model):
    """When somebody plans to fill in: a day and an hour. They are reminded then."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, db_index=False, related_name="+")
    siklus = models.ForeignKey("kinerja.SiklusPenilaian", on_delete=models.CASCADE, related_name="+")
    pada = models.DateTimeField()
    diubah_pada = models.DateTimeField(default=timezone.now)

    objects = PribadiQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana pengisian"
        verbose_name_plural = "rencana pengisian"
        ordering = ["pada"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "siklus"], name="rencana_isi_unik")]

    def __str__(self) -> str:
        return f"Rencana {self.pada:%d-%m-%Y %H:%M}"


class UkurPesan(models.Model):
    """The cycle in which a kind of message is new to an instansi, and therefore measured."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.CASCADE, db_index=False, related_name="+"
    )
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisPesan))
    siklus = models.ForeignKey("kinerja.SiklusPenilaian", on_delete=models.CASCADE, related_name="+")
    mulai = models.DateTimeField()

    objects = MilikSiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "ukuran pesan"
        verbose_name_plural = "ukuran pesan"
        constraints = [models.UniqueConstraint(fields=["instansi", "jenis"], name="ukur_pesan_sekali")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.siklus}"


class PaparanPesan(models.Model):
    """Who was due a message of a measured kind, and whether they got it. Read as numbers only."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    siklus = models.ForeignKey(
        "kinerja.SiklusPenilaian", on_delete=models.CASCADE, db_index=False, related_name="+"
    )
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisPesan))
    pembanding = models.BooleanField()
    pada = models.DateTimeField()

    objects = MilikSiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "paparan pesan"
        verbose_name_plural = "paparan pesan"
        constraints = [
            models.UniqueConstraint(fields=["siklus", "jenis", "pegawai"], name="paparan_pesan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.pada:%d-%m-%Y}"


class KirimanPesan(models.Model):
    """One press of HR on *Kirim pengingat*, or one sending by the system: how many got it."""

    siklus = models.ForeignKey("kinerja.SiklusPenilaian", on_delete=models.CASCADE, related_name="kiriman")
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisPesan))
    jumlah = models.PositiveIntegerField()
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        db_index=False,
    )  # fmt: skip
    pada = models.DateTimeField()

    objects = MilikSiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "kiriman pesan"
        verbose_name_plural = "kiriman pesan"
        ordering = ["-pada", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.jumlah}"
