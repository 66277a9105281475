"""Open assignments that build a competency of a plan: offered beside it, taken on the page of assignments."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from karier.enums import StatusButir, StatusIdp
from karier.models import PesertaPenugasan
from karier.rules.rencana import CelahIdp
from karier.services.penugasan_baca import SaranPenugasan, assignments_for
from karier.services.rencana_baca import ButirTerbaca
from pegawai.models import Pegawai
from pelatihan.rules.pilihan import Kebutuhan

#: So many stand beside a plan; the page of assignments shows all.
TAWARAN_TERBANYAK: Final = 3


def offers_for_plan(
    *,
    pegawai: Pegawai,
    status: StatusIdp,
    butir: Sequence[ButirTerbaca],
    celah: Sequence[CelahIdp],
    hari: date,
) -> list[SaranPenugasan]:
    """For gaps of now that an item not yet done is about, without those they said yes to. Four queries."""
    kunci = {b.butir.celah_kunci for b in butir if not b.tuntas and b.butir.status == StatusButir.RENCANA}
    kebutuhan = [Kebutuhan(c.kunci, c.nama, c.sekarang, c.wajib) for c in celah if c.kunci in kunci]
    if status == StatusIdp.SELESAI or not kebutuhan:
        return []
    saran = assignments_for(pegawai=pegawai, kebutuhan=kebutuhan, hari=hari)
    ikut = _answered(pegawai, [s.penugasan.pk for s in saran]) if saran else ()
    return [s for s in saran if s.penugasan.pk not in ikut][:TAWARAN_TERBANYAK]


def _answered(pegawai: Pegawai, penugasan: Sequence[int]) -> Collection[int]:
    milik = PesertaPenugasan.objects.filter(pegawai=pegawai, penugasan__in=penugasan)
    return set(milik.values_list("penugasan", flat=True))
