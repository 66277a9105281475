"""*Susun rencana untuk terpilih*: what waits for a decision about people of a cell who have no plan yet.

Nothing is written into anybody's plan: HR establishes, and the person takes it in (`rencana_isi`). The cell
itself is no reason: every line stands on a gap that the run has found, and box 1 has no list.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.db.models.functions import ExtractYear

from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import Rekomendasi, RencanaPengembangan
from karier.rules.rencana import plan_years
from karier.services.usul import TERBANYAK


def waiting_without_plan(pegawai_ids: Collection[int], pengguna: Any, *, per: date) -> list[Rekomendasi]:
    """Development that waits for `pengguna` to establish it, of people without a plan then. One query."""
    berencana = RencanaPengembangan.objects.filter(
        pegawai=OuterRef("pegawai"), tahun=ExtractYear(OuterRef("periode"))
    )
    semua = Rekomendasi.objects.dikelola(pengguna).filter(
        ~Exists(berencana.order_by()),
        pegawai__in=pegawai_ids,
        jenis=JenisRekomendasi.PENGEMBANGAN,
        status=StatusRekomendasi.MENUNGGU,
        periode__in=[date(t, 1, 1) for t in plan_years(per)],
    )
    return list(semua.exclude(pegawai=pengguna.pegawai_id).order_by("pegawai", "pk")[:TERBANYAK])
