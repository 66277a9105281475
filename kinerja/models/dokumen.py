"""The signed copy of a paper, tied to what the paper said when it was signed."""

from functools import partial

from django.db import models

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JenisDokumen
from kinerja.querysets import BerkertasQuerySet


class SalinanTertanda(models.Model):
    """One signed paper of one person, `kunci` says which of its kind.

    `sidik` is the fingerprint of what was signed: when the paper would say something else by now, it is a
    KONSEP again and this copy is of the past.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="salinan_tertanda"
    )
    jenis = models.CharField(max_length=20, choices=partial(choices_of, JenisDokumen))
    kunci = models.PositiveIntegerField()
    sidik = models.CharField("sidik isi", max_length=64)
    bukti = models.OneToOneField("pegawai.Bukti", on_delete=models.PROTECT, related_name="+")

    objects = BerkertasQuerySet.as_manager()

    class Meta:
        verbose_name = "salinan bertanda tangan"
        verbose_name_plural = "salinan bertanda tangan"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "jenis", "kunci"], name="salinan_tertanda_unik")
        ]

    def __str__(self) -> str:
        return f"Salinan {self.get_jenis_display()}"
