"""Whose kenaikan pangkat may come too late, why, and what became of it."""

from functools import partial

from django.db import models

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import StatusPeringatan
from karier.querysets import PeringatanQuerySet


class PeringatanKenaikan(models.Model):
    """One per person and golongan; every run of today looks again (`services.peringatan`).

    `tmt_awal`: the possible TMT as first seen, from which lost months are counted; `tmt_kini`: the one that
    is possible now. `syarat`: packed statuses at it (rules.daftar). `penyebab`: code of the first
    requirement that was short, kept when it is mended. `siap`: nothing is short now.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="peringatan_kenaikan"
    )
    sasaran = models.SmallIntegerField("golongan tujuan")
    status = models.CharField(max_length=14, choices=partial(choices_of, StatusPeringatan))
    tmt_awal = models.DateField("TMT paling cepat, pertama dicatat")
    tmt_kini = models.DateField("TMT paling cepat sekarang")
    penyebab = models.CharField(max_length=40)
    syarat = models.BigIntegerField()
    siap = models.BooleanField(default=False)
    bulan_hilang = models.PositiveSmallIntegerField(default=0)
    run_pertama = models.ForeignKey(
        "karier.RunEvaluasi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    run_terakhir = models.ForeignKey(
        "karier.RunEvaluasi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    objects = PeringatanQuerySet.as_manager()

    class Meta:
        verbose_name = "peringatan kenaikan pangkat"
        verbose_name_plural = "peringatan kenaikan pangkat"
        ordering = ["tmt_kini", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "sasaran"], name="peringatan_unik")]
        indexes = [models.Index(fields=["status", "tmt_kini"], name="peringatan_status_tmt")]

    def __str__(self) -> str:
        return f"{self.pegawai}, TMT {kata.tanggal(self.tmt_kini)}"
