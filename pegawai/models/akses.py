"""Who may see a person outside roles and reporting line; granted and revoked by services.akun."""

from functools import partial

from django.conf import settings
from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import DasarAkses


class AksesPegawai(models.Model):
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="akses"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="akses")
    dasar = models.CharField(max_length=10, choices=partial(choices_of, DasarAkses))
    mulai = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "akses pegawai"
        verbose_name_plural = "akses pegawai"
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "pegawai", "dasar", "mulai"], name="akses_unik"),
        ]

    def __str__(self) -> str:
        return self.get_dasar_display()
