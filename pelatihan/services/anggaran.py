"""Rupiah move on a pagu, never above it: one conditional UPDATE, and a line that says why.

`Pagu.versi` counts what people edit (`services.pagu`), not these movements: who changes the amount on a busy
day is not told that somebody was approved meanwhile.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from asn_karier.lib import kata
from asn_karier.lib.errors import Bentrok
from pelatihan.enums import JenisMutasi
from pelatihan.models import MutasiAnggaran, Pagu, Pendaftaran


@transaction.atomic
def commit_budget(*, pagu_id: int, rupiah: int, pendaftaran: Pendaftaran, actor: Any, at: datetime) -> None:
    """Take `rupiah` for one participant. Bentrok `pagu_tidak_cukup` when what is left does not suffice."""
    if rupiah == 0:
        return
    cukup = Pagu.objects.filter(pk=pagu_id, jumlah__gte=F("komitmen") + F("realisasi") + rupiah)
    if not cukup.update(komitmen=F("komitmen") + rupiah):
        raise _tidak_cukup(pagu_id, rupiah)
    _catat(pagu_id, JenisMutasi.KOMITMEN, rupiah, pendaftaran, actor, at)


@transaction.atomic
def release_budget(*, pagu_id: int, rupiah: int, pendaftaran: Pendaftaran, actor: Any, at: datetime) -> None:
    """Give back what was taken and not paid."""
    if rupiah == 0:
        return
    Pagu.objects.filter(pk=pagu_id).update(komitmen=F("komitmen") - rupiah)
    _catat(pagu_id, JenisMutasi.LEPAS, rupiah, pendaftaran, actor, at)


@transaction.atomic
def realise_budget(*, pagu_id: int, rupiah: int, pendaftaran: Pendaftaran, actor: Any, at: datetime) -> None:
    """What was taken is paid: it leaves the commitments and joins the realisation."""
    if rupiah == 0:
        return
    Pagu.objects.filter(pk=pagu_id).update(komitmen=F("komitmen") - rupiah, realisasi=F("realisasi") + rupiah)
    _catat(pagu_id, JenisMutasi.REALISASI, rupiah, pendaftaran, actor, at)


def _catat(
    pagu_id: int, jenis: JenisMutasi, rupiah: int, pendaftaran: Pendaftaran, actor: Any, at: datetime
) -> None:
    MutasiAnggaran.objects.create(
        pagu_id=pagu_id, jenis=jenis, rupiah=rupiah, pendaftaran=pendaftaran, oleh=actor, pada=at
    )


def _tidak_cukup(pagu_id: int, rupiah: int) -> Bentrok:
    pagu = Pagu.objects.get(pk=pagu_id)
    return Bentrok(
        "pagu_tidak_cukup",
        f"Sisa pagu {pagu} {kata.rupiah(max(pagu.sisa, 0))}, yang diperlukan {kata.rupiah(rupiah)}.",
        tindakan="Kurangi peserta, lepaskan komitmen lain, atau ubah pagu.",
    )
