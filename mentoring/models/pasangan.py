"""A mentoring pair, from proposal to the end."""

from functools import partial

from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import AlasanBelum, StatusPasangan
from mentoring.querysets import MEMEGANG_TEMPAT, PasanganQuerySet
from pegawai.models.kompetensi import SatuKompetensi


class Pasangan(SatuKompetensi):
    """`mentor_pegawai` repeats mentor.pegawai so that the database itself refuses mentoring oneself."""

    mentor = models.ForeignKey("mentoring.ProfilMentor", on_delete=models.PROTECT, related_name="pasangan")
    mentor_pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, related_name="+", editable=False
    )
    mentee = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="dibimbing")
    #: Which wait it answers; None for a pair from before there were any.
    permintaan = models.ForeignKey(
        "mentoring.PermintaanMentor",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pasangan",
        editable=False,
    )
    program = models.ForeignKey(
        "mentoring.ProgramMentoring",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pasangan",
    )
    status = models.CharField(
        max_length=16, choices=partial(choices_of, StatusPasangan), default=StatusPasangan.DIUSULKAN
    )
    #: The two yeses, and until when the next word is awaited.
    dipilih_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dijawab_pada = models.DateTimeField(null=True, blank=True, editable=False)
    batas = models.DateTimeField(null=True, blank=True, editable=False)
    alasan_belum = models.CharField(
        max_length=10, blank=True, choices=partial(choices_of, AlasanBelum), editable=False
    )
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=0, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PasanganQuerySet.as_manager()

    class Meta(SatuKompetensi.Meta):
        verbose_name = "pasangan mentoring"
        verbose_name_plural = "pasangan mentoring"
        ordering = ["-pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(mentor_pegawai=models.F("mentee")),
                name="pasangan_bukan_diri_sendiri",
                violation_error_message="Seseorang tidak dapat menjadi mentor bagi dirinya sendiri.",
            ),
            models.UniqueConstraint(
                fields=["mentee"],
                condition=Q(status__in=[s.value for s in MEMEGANG_TEMPAT]),
                name="pasangan_mentee_satu",
                violation_error_message="Pegawai ini sudah mempunyai mentor, atau menunggu jawaban mentor.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPasangan.BELUM_DITERIMA.value) | ~Q(alasan_belum=""),
                name="pasangan_belum_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi}: {self.get_status_display()}"
