"""Histories. A series stores only the start of each state, so that periods cannot overlap."""

from functools import partial

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from pegawai.enums import (
    BentukPengembangan,
    JenisPegawai,
    JenisUjian,
    KodePenghargaan,
    StatusDisiplin,
    TingkatHukuman,
    TingkatPendidikan,
)
from pegawai.querysets import MilikPegawaiQuerySet


class Catatan(models.Model):
    """A dated record of one person with where it came from."""

    sumber = models.CharField(max_length=120, blank=True, help_text="Dokumen atau berkas asal catatan ini.")
    #: Writers stamp it with the database's clock inside their transaction (lib.db.sekarang): a time taken
    #: before a wait for a lock would lie before the reading of a run that never saw the change, and
    #: "berubah sejak dihitung" would miss it. The same holds wherever a fact has a `diubah_pada`.
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        abstract = True


class RiwayatPangkat(Catatan):
    """Golongan held since `tmt`. `golongan` is 1..17 on the scale named by `skala`; the scales never mix."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="riwayat_pangkat"
    )
    skala = models.PositiveSmallIntegerField(choices=partial(choices_of, JenisPegawai))
    golongan = models.PositiveSmallIntegerField()
    tmt = models.DateField("TMT")
    masa_kerja_tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    masa_kerja_bulan = models.PositiveSmallIntegerField(null=True, blank=True)
    nomor_sk = models.CharField("nomor SK", max_length=80, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "riwayat pangkat"
        verbose_name_plural = "riwayat pangkat"
        ordering = ["-tmt", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tmt"], name="pangkat_tmt_unik"),
            models.CheckConstraint(condition=Q(golongan__range=(1, 17)), name="pangkat_golongan_1_17"),
        ]

    def __str__(self) -> str:
        return f"Pangkat TMT {kata.tanggal(self.tmt)}"


class RiwayatJabatan(Catatan):
    """Post held since `tmt`."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="riwayat_jabatan"
    )
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tmt = models.DateField("TMT")
    nomor_sk = models.CharField("nomor SK", max_length=80, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "riwayat jabatan"
        verbose_name_plural = "riwayat jabatan"
        ordering = ["-tmt", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "tmt"], name="jabatan_tmt_unik")]

    def __str__(self) -> str:
        return f"Jabatan TMT {kata.tanggal(self.tmt)}"


class RiwayatPendidikan(Catatan):
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="riwayat_pendidikan"
    )
    tingkat = models.PositiveSmallIntegerField(choices=partial(choices_of, TingkatPendidikan))
    siasn_id = models.CharField("ID pendidikan SIASN", max_length=36, blank=True)
    nama = models.CharField("program studi", max_length=200, blank=True)
    sekolah = models.CharField(max_length=200, blank=True)
    tahun_lulus = models.PositiveSmallIntegerField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "riwayat pendidikan"
        verbose_name_plural = "riwayat pendidikan"
        ordering = ["-tingkat", "-tahun_lulus", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tingkat", "nama"], name="pendidikan_unik"),
        ]

    def __str__(self) -> str:
        return self.nama or self.get_tingkat_display()


class HukumanDisiplin(Catatan):
    """A penalty or a running examination (PP 94/2021). Sensitive: the person and authorised HR only."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="hukuman_disiplin"
    )
    status = models.PositiveSmallIntegerField(choices=partial(choices_of, StatusDisiplin))
    tingkat = models.CharField(max_length=1, choices=partial(choices_of, TingkatHukuman), blank=True)
    jenis = models.CharField(max_length=120, blank=True)
    mulai = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    nomor_sk = models.CharField("nomor SK", max_length=80, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "hukuman disiplin"
        verbose_name_plural = "hukuman disiplin"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "mulai", "nomor_sk"], name="disiplin_unik"),
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=models.F("mulai")),
                name="disiplin_tanggal_urut",
                violation_error_message="Akhir hukuman harus sesudah mulainya.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusDisiplin.DIJATUHKAN) | ~Q(tingkat=""),
                name="disiplin_dijatuhkan_bertingkat",
                violation_error_message="Sebutkan tingkat hukuman: ringan, sedang, atau berat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} {kata.tanggal(self.mulai)}"


class HasilUjian(Catatan):
    """Ujian dinas, UPKP and uji kompetensi."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="hasil_ujian"
    )
    jenis = models.PositiveSmallIntegerField(choices=partial(choices_of, JenisUjian))
    tanggal = models.DateField()
    lulus = models.BooleanField()
    nomor = models.CharField(max_length=80, blank=True)
    berlaku_sampai = models.DateField(
        null=True, blank=True, help_text="Bila sertifikatnya menyebut masa berlaku; kosong: tidak dibatasi."
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = "hasil ujian"
        verbose_name_plural = "hasil ujian"
        ordering = ["-tanggal", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "jenis", "tanggal"], name="ujian_unik")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {kata.tanggal(self.tanggal)}"


class PengembanganKompetensi(Catatan):
    """The ledger of jam pelajaran (JP); written only by `services.riwayat`.

    The last day says to which year an activity belongs. `tanggal_mulai` None: the same day, or not known.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="pengembangan"
    )
    bentuk = models.PositiveSmallIntegerField(choices=partial(choices_of, BentukPengembangan))
    nama = models.CharField(max_length=200)
    tanggal_mulai = models.DateField(null=True, blank=True)
    tanggal_selesai = models.DateField()
    jp = models.PositiveSmallIntegerField("jam pelajaran (JP)")
    penyelenggara = models.CharField(max_length=150, blank=True)
    nomor_sertifikat = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = "pengembangan kompetensi"
        verbose_name_plural = "pengembangan kompetensi"
        ordering = ["-tanggal_selesai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "nama", "tanggal_selesai"], name="pengembangan_unik"),
            models.CheckConstraint(
                condition=Q(tanggal_mulai=None) | Q(tanggal_mulai__lte=F("tanggal_selesai")),
                name="pengembangan_tanggal_urut",
                violation_error_message="Hari pertama tidak boleh sesudah hari terakhir.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} ({self.jp} JP)"


class Penghargaan(Catatan):
    """An award. Satyalancana Karya Satya is known by its code, every other one by its name."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penghargaan"
    )
    kode = models.PositiveSmallIntegerField("jenis", choices=partial(choices_of, KodePenghargaan))
    nama = models.CharField(max_length=150, blank=True, help_text="Kosongkan untuk Satyalancana Karya Satya.")
    tanggal = models.DateField(help_text="Tanggal keputusan penghargaan.")
    nomor_sk = models.CharField("nomor SK", max_length=80, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penghargaan"
        verbose_name_plural = "penghargaan"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "kode", "tanggal", "nama"], name="penghargaan_unik"),
            models.CheckConstraint(
                condition=~Q(kode=KodePenghargaan.LAINNYA) | ~Q(nama=""),
                name="penghargaan_lain_bernama",
                violation_error_message="Tuliskan nama penghargaannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama or self.get_kode_display()} {kata.tanggal(self.tanggal)}"
