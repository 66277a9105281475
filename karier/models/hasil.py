"""One packed row per (run, pegawai). The stored outcome is the record; display explains, never recomputes."""

from functools import partial

from django.db import models

from asn_karier.lib.pilihan import choices_of
from karier.enums import JalurPangkat
from karier.querysets import HasilQuerySet


class HasilEvaluasi(models.Model):
    """Outcomes HR filters or sorts on are plain columns; the rest is a bitmask and the facts read.

    `kp_syarat`: two bits per Syarat at the positions of rules.daftar. `fakta`: rules.fakta.FAKTA_DTYPE.
    `kp_alasan`: position of the first unmet binding Syarat, -1 for none. `kebutuhan`: one bit per competency.
    `lain`: the other decisions and measures, rules.keputusan.LAIN_DTYPE; empty in runs of before they were
    built. What HR filters or sorts of them is repeated in plain columns, whose statuses are those of Status.
    """

    pk = models.CompositePrimaryKey("run_id", "pegawai_id")
    run = models.ForeignKey(
        "karier.RunEvaluasi", on_delete=models.CASCADE, db_constraint=False, db_index=False, related_name="+"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="+")
    kp_syarat = models.BigIntegerField()
    kp_paling_cepat = models.DateField(null=True)
    kp_jalur = models.SmallIntegerField(choices=partial(choices_of, JalurPangkat))
    kp_status = models.SmallIntegerField()
    kp_golongan_berikut = models.SmallIntegerField()
    kp_alasan = models.SmallIntegerField()
    kp_kurang = models.SmallIntegerField()
    kebutuhan = models.SmallIntegerField()
    penyesuaian_status = models.SmallIntegerField(default=0)
    jenjang_status = models.SmallIntegerField(default=0)
    kesiapan_status = models.SmallIntegerField(default=0)
    satyalancana_status = models.SmallIntegerField(default=0)
    kgb_status = models.SmallIntegerField(default=0)
    kgb_tanggal = models.DateField("KGB berikutnya", null=True)
    tmt_pensiun = models.DateField("TMT pensiun (perkiraan)", null=True)
    kotak = models.SmallIntegerField("kotak talenta", null=True)
    ipasn = models.SmallIntegerField("perkiraan IPASN (setengah poin)", null=True)
    fakta = models.BinaryField()
    lain = models.BinaryField(default=bytes)

    objects = HasilQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil evaluasi"
        verbose_name_plural = "hasil evaluasi"

    def __str__(self) -> str:
        return f"Hasil {self.run_id}/{self.pegawai_id}"
