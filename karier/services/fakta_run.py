"""The facts that a run has frozen, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from django.db.models import QuerySet

from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.fakta import Fakta, unpack_fakta
from karier.services.fakta import Ids

#: People in one go: a few megabytes of columns.
UKURAN: Final = 5_000


def baca_fakta(run: RunEvaluasi, baris: QuerySet[Any] | None = None) -> Iterator[tuple[Ids, Fakta]]:
    """Everybody of the run (or of `baris`, rows of it) with their facts, by rising id."""
    semua: QuerySet[Any] = HasilEvaluasi.objects.filter(run=run) if baris is None else baris
    semua = semua.order_by("pegawai_id").values_list("pegawai_id", "fakta")
    sesudah = 0
    while isi := list(semua.filter(pegawai_id__gt=sesudah)[:UKURAN]):
        sesudah = isi[-1][0]
        f = unpack_fakta(b"".join(bytes(fakta) for _, fakta in isi), versi=run.versi_fakta)
        yield np.array([pk for pk, _ in isi], dtype=np.int64), f
