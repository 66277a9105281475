"""Machinery tables. No foreign key to any app: actor and subject are stored as (kind, id)."""

from django.db import models
from django.utils import timezone


class Outbox(models.Model):
    """An effect or event that must happen at least once after the transaction that wrote it."""

    jenis = models.CharField(max_length=60)
    kunci = models.CharField(max_length=120, unique=True)
    muatan = models.JSONField(default=dict)
    dibuat_pada = models.DateTimeField(default=timezone.now)
    terkirim_pada = models.DateTimeField(null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    jadwal_berikut = models.DateTimeField(default=timezone.now)
    galat = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "pesan keluar"
        verbose_name_plural = "pesan keluar"
        indexes = [
            models.Index(
                fields=["jadwal_berikut"], condition=models.Q(terkirim_pada=None), name="outbox_menunggu"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.kunci}"


class EfekTerkirim(models.Model):
    """Ledger of our own consumers: an event has its effect once per receiver."""

    kunci = models.CharField(max_length=120)
    penerima = models.CharField(max_length=60)
    pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "efek terkirim"
        verbose_name_plural = "efek terkirim"
        constraints = [models.UniqueConstraint(fields=["kunci", "penerima"], name="efek_sekali")]

    def __str__(self) -> str:
        return f"{self.penerima} {self.kunci}"


class KunciIdempotensi(models.Model):
    """A repeated unsafe request with the same key gets the first answer, never a second effect."""

    pelaku = models.CharField(max_length=60)
    kunci = models.CharField(max_length=80)
    sidik = models.CharField(max_length=64)
    jawaban = models.JSONField(null=True, blank=True)
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "kunci idempotensi"
        verbose_name_plural = "kunci idempotensi"
        constraints = [models.UniqueConstraint(fields=["pelaku", "kunci"], name="idempotensi_unik")]

    def __str__(self) -> str:
        return f"{self.pelaku} {self.kunci}"


class JadwalJalan(models.Model):
    """One row per due moment of a schedule: five beats or none fire it once."""

    jadwal = models.CharField(max_length=60)
    jatuh_tempo = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "jadwal"
        verbose_name_plural = "jadwal"
        constraints = [models.UniqueConstraint(fields=["jadwal", "jatuh_tempo"], name="jadwal_sekali")]

    def __str__(self) -> str:
        return f"{self.jadwal} {self.jatuh_tempo:%Y-%m-%d %H:%M}"


class Jejak(models.Model):
    """Append-only trail: who read or changed what, when, why, through which door (UU PDP Ps 31-32)."""

    pada = models.DateTimeField(default=timezone.now)
    pelaku_jenis = models.CharField(max_length=20)
    pelaku_id = models.BigIntegerField(null=True)
    pelaku_nama = models.CharField(max_length=120, blank=True)
    tindakan = models.CharField(max_length=30)
    subjek_jenis = models.CharField(max_length=30)
    subjek_id = models.BigIntegerField(null=True)
    keperluan = models.CharField(max_length=200, blank=True)
    kanal = models.CharField(max_length=20)
    rincian = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "jejak"
        verbose_name_plural = "jejak"
        indexes = [
            models.Index(fields=["subjek_jenis", "subjek_id", "-pada"], name="jejak_subjek"),
            models.Index(fields=["pelaku_jenis", "pelaku_id", "-pada"], name="jejak_pelaku"),
        ]

    def __str__(self) -> str:
        return f"{self.pada:%Y-%m-%d %H:%M} {self.tindakan} {self.subjek_jenis}"


class DenyutPekerja(models.Model):
    """Heartbeat of a worker process; health reads this, not the broker."""

    pekerja = models.CharField(max_length=120, unique=True)
    mulai = models.DateTimeField(default=timezone.now)
    terakhir = models.DateTimeField(default=timezone.now)
    rincian = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "denyut pekerja"
        verbose_name_plural = "denyut pekerja"

    def __str__(self) -> str:
        return self.pekerja


class Draf(models.Model):
    """What somebody typed into a form and has not sent yet: theirs alone, no admin page shows it.

    `kunci` is the path that the form is posted to; `isi` its words, encrypted. `disimpan_pada`: since when
    the server has exactly this text, so that what was typed before a deadline can be told.
    """

    pengguna_id = models.BigIntegerField()
    kunci = models.CharField(max_length=200)
    isi = models.TextField()
    versi = models.PositiveIntegerField(default=1)
    disimpan_pada = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "draf isian"
        verbose_name_plural = "draf isian"
        constraints = [models.UniqueConstraint(fields=["pengguna_id", "kunci"], name="draf_unik")]

    def __str__(self) -> str:
        return self.kunci
