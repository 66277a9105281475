"""One person judged anew at once, because their records were put right.

What a finished run stored is the record of that run and stays. The person is marked instead: pages then
compute them live (services.keadaan) until a run has read the new records. Their recommendations follow
by the same reconciliation as in a run, under the law and the dates of the last one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import numpy as np
from django.db import transaction

from asn_karier.lib.aturan import aturan_dari_versi
from asn_karier.lib.db import sekarang
from karier.models import HasilEvaluasi, HitungUlang, Rekomendasi, RunEvaluasi
from karier.services.fakta import kumpulkan
from karier.services.hasil import hitung
from karier.services.keadaan import last_run
from karier.services.selaras import selaraskan
from karier.services.usul import tahan_milik
from pegawai.models import Pegawai


def recompute_person(*, pegawai_id: int) -> None:
    """Mark the person and bring their recommendations in line.

    Outside a transaction the mark stands also when the rest fails. Whom the last run has not seen yet, the
    next one judges: nothing recommends them before.
    """
    # The clock of the database, like the stamps of runs.
    tanda = HitungUlang(pegawai_id=pegawai_id, pada=sekarang())
    HitungUlang.objects.bulk_create(
        [tanda], update_conflicts=True, unique_fields=["pegawai"], update_fields=["pada"]
    )
    instansi_id = Pegawai.objects.values_list("instansi_id", flat=True).get(pk=pegawai_id)
    run = last_run(instansi_id)
    if run is None or not HasilEvaluasi.objects.filter(run_id=run.pk, pegawai_id=pegawai_id).exists():
        return
    aturan = aturan_dari_versi(run.versi_aturan)
    ids = np.array([pegawai_id], dtype=np.int64)
    with transaction.atomic():
        tahan_milik([pegawai_id])
        k = kumpulkan(ids, per_tanggal=run.per_tanggal, tmt=run.tmt_sasaran, aturan=aturan)
        selaraskan(run=run, h=hitung(k, aturan=aturan, per_tanggal=run.per_tanggal, tmt=run.tmt_sasaran))


def corrected_among(usulan: Iterable[Rekomendasi]) -> set[int]:
    """Which of `usulan` are about people whose records were put right after the run behind it began."""
    semua = list(usulan)
    tanda = HitungUlang.objects.filter(pegawai_id__in={r.pegawai_id for r in semua})
    pada = dict(tanda.values_list("pegawai_id", "pada"))
    return {r.pk for r in semua if r.pegawai_id in pada and pada[r.pegawai_id] >= r.run_terakhir.dibuat_pada}


def corrected_since(run: RunEvaluasi, pegawai_id: int) -> datetime | None:
    """When the records of a person were put right after `run` had begun; None when they were not."""
    tanda = HitungUlang.objects.filter(pegawai_id=pegawai_id, pada__gte=run.dibuat_pada)
    return tanda.values_list("pada", flat=True).first()
