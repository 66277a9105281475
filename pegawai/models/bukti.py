"""Evidence: a paper or a photograph that somebody hands over with a request."""

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisBukti


class Bukti(models.Model):
    """One file as it is kept: checked, photographs made anew without their metadata, encrypted.

    Whose it is and who may open it says the record that points here. Written and opened only by
    `services.bukti`.
    """

    berkas = models.CharField(max_length=120, unique=True, editable=False)
    jenis = models.CharField(max_length=3, choices=partial(choices_of, JenisBukti))
    #: As the sender called it, for people to recognise it; never part of a path or a header.
    nama = models.CharField("nama berkas", max_length=120)
    ukuran = models.PositiveIntegerField(help_text="Byte, seperti yang disimpan.")
    sidik = models.CharField("SHA-256 isi yang disimpan", max_length=64)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "bukti"
        verbose_name_plural = "bukti"

    def __str__(self) -> str:
        return self.nama
