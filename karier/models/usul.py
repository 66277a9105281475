"""What was sent to BKN: one proposal per recommendation, and the letter that carries many of them."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import JalurPangkat, StatusUsul
from karier.querysets import SuratQuerySet
from pegawai.models import Catatan

#: The code that names data rather than a paper.
DATA_IDENTITAS = "identitas"


class SuratPengantar(models.Model):
    """The covering letter of one batch. A draft until it has its number and the signed copy is attached.

    `kunci` names the confirm page that made it: the same page sent twice makes one letter.
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="surat_pengantar"
    )
    periode = models.DateField("TMT")
    nomor = models.CharField("nomor surat", max_length=80, blank=True)
    tanggal = models.DateField("tanggal surat", null=True, blank=True)
    #: Who was chosen from the register; None on letters whose signer was typed, before there was a choice.
    pejabat = models.ForeignKey(
        "pegawai.PejabatPenandaTangan", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="penanda tangan",
    )  # fmt: skip
    #: As it stands on the paper, whatever the register says later.
    penanda_tangan = models.CharField("nama penanda tangan", max_length=220, blank=True)
    nip_penanda_tangan = models.CharField("NIP penanda tangan", max_length=18, blank=True)
    jabatan_penanda_tangan = models.CharField("jabatan penanda tangan", max_length=260, blank=True)
    berkas_ttd = models.CharField(max_length=200, blank=True, editable=False)
    sidik_ttd = models.CharField("SHA-256 salinan bertanda tangan", max_length=64, blank=True, editable=False)
    kunci = models.CharField(max_length=64, unique=True, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    diunduh_final_pada = models.DateTimeField(null=True, blank=True, editable=False)
    diurungkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = SuratQuerySet.as_manager()

    class Meta:
        verbose_name = "surat pengantar"
        verbose_name_plural = "surat pengantar"
        ordering = ["-dibuat_pada", "-pk"]
        indexes = [models.Index(fields=["instansi", "periode"], name="surat_instansi_periode")]
        constraints = [
            models.CheckConstraint(
                condition=Q(diunduh_final_pada=None) | (~Q(nomor="") & ~Q(berkas_ttd="")),
                name="surat_final_lengkap",
                violation_error_message="Isi nomor surat dan lampirkan salinan bertanda tangan.",
            ),
        ]

    def __str__(self) -> str:
        return f"Surat pengantar {self.nomor or '(belum bernomor)'}, TMT {kata.tanggal(self.periode)}"

    @property
    def final(self) -> bool:
        """Whether it has its number and its signed copy."""
        return bool(self.nomor and self.berkas_ttd)


class UsulKenaikanPangkat(Catatan):
    """What became of one proposal. `alasan` and `dokumen` say why BKN sent it back."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="usul_pangkat")
    rekomendasi = models.OneToOneField("karier.Rekomendasi", on_delete=models.PROTECT, related_name="usul")
    surat = models.ForeignKey(
        "karier.SuratPengantar", on_delete=models.PROTECT, null=True, blank=True, related_name="anggota"
    )
    jalur = models.SmallIntegerField(
        choices=partial(choices_of, JalurPangkat), default=JalurPangkat.TIDAK_BERLAKU
    )
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusUsul), default=StatusUsul.DIUSULKAN
    )
    tanggal_status = models.DateField(help_text="Sejak kapan berstatus demikian.")
    alasan = models.CharField(max_length=300, blank=True)
    dokumen = models.CharField(max_length=40, blank=True, help_text="Dokumen yang diminta BKN diperbaiki.")
    foto_ulang = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name="foto dokumen baru",
    )  # fmt: skip
    nomor_pertek = models.CharField("nomor pertek", max_length=80, blank=True)
    tanggal_pertek = models.DateField("tanggal pertek", null=True, blank=True)
    nomor_sk = models.CharField("nomor SK", max_length=80, blank=True)
    tanggal_sk = models.DateField("tanggal SK", null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "usul kenaikan pangkat"
        verbose_name_plural = "usul kenaikan pangkat"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=[StatusUsul.BTS, StatusUsul.TMS]) | ~Q(alasan=""),
                name="usul_kembali_beralasan",
                violation_error_message="Tuliskan alasan BKN.",
            ),
        ]

    def __str__(self) -> str:
        return f"Usul kenaikan pangkat, {self.get_status_display()}"

    @property
    def meminta_foto(self) -> bool:
        """Whether the person may send a new photograph of a paper; wrong data have a way of their own."""
        return self.status == StatusUsul.BTS and self.dokumen not in ("", DATA_IDENTITAS)
