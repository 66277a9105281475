"""A programme of mentoring: what it aims at, for whom, from when to when."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import SasaranProgram
from pegawai.models.kompetensi import SatuKompetensi, once_each
from pegawai.querysets import MilikInstansiQuerySet


class ProgramMentoring(models.Model):
    """Without a row of `kompetensi` it is about all of them."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="program_mentoring"
    )
    nama = models.CharField("nama program", max_length=120)
    tujuan = models.CharField("tujuan", max_length=300, help_text="Satu kalimat, dibaca mentor dan mentee.")
    mulai = models.DateField("hari pertama")
    selesai = models.DateField("hari terakhir")
    pertemuan = models.PositiveSmallIntegerField(
        "pertemuan yang diharapkan",
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Banyaknya pertemuan selama program.",
    )
    untuk = models.CharField(
        "untuk siapa",
        max_length=10,
        choices=partial(choices_of, SasaranProgram),
        default=SasaranProgram.SEMUA,
    )
    aktif = models.BooleanField("dibuka", default=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "program mentoring"
        verbose_name_plural = "program mentoring"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "nama"], name="program_mentoring_unik"),
            models.CheckConstraint(
                condition=models.Q(selesai__gte=models.F("mulai")),
                name="program_mentoring_urut",
                violation_error_message="Hari terakhir tidak boleh mendahului hari pertama.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KompetensiProgram(SatuKompetensi):
    program = models.ForeignKey(ProgramMentoring, on_delete=models.CASCADE, related_name="kompetensi")

    class Meta(SatuKompetensi.Meta):
        verbose_name = "kompetensi program"
        verbose_name_plural = "kompetensi program"
        ordering = ["pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("program", name="kompetensi_program"),
        ]

    def __str__(self) -> str:
        return self.nama_kompetensi
