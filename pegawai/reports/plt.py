"""Who acts for the head of a unit on a day, and what is wrong with it: columns in memory, few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any, Final

from django.db.models import F, Q, QuerySet

from pegawai.enums import JenisPlt
from pegawai.models import Pegawai, PenugasanPlt

_KOLOM: Final = ("pegawai_id", "unit_id", "unit__jalur", "mulai", "sampai", "pegawai__unit__jalur")


def _penugasan(instansi_id: int | None) -> QuerySet[Any]:
    semua: QuerySet[Any] = PenugasanPlt.objects.order_by("mulai", "pk")
    return semua if instansi_id is None else semua.filter(unit__instansi_id=instansi_id)


def acting_heads(instansi_id: int | None, per: date) -> dict[int, int]:
    """The PLT of each unit on `per`; of several the one who began last. PLH is not among them."""
    berlaku = Q(sampai=None) | Q(sampai__gte=per)
    baris = _penugasan(instansi_id).filter(berlaku, jenis=JenisPlt.PLT, mulai__lte=per)
    return dict(baris.values_list("unit_id", "pegawai_id"))


def doubly_acting(instansi_id: int | None, per: date) -> set[int]:
    """People who act for one unit at the same time as somebody else, now or later."""
    menurut_unit: dict[int, list[tuple[int, date, date]]] = defaultdict(list)
    berjalan = _penugasan(instansi_id).filter(Q(sampai=None) | Q(sampai__gte=per))
    for siapa, unit, mulai, sampai in berjalan.values_list("pegawai_id", "unit_id", "mulai", "sampai"):
        menurut_unit[unit].append((siapa, mulai, sampai or date.max))
    return {
        siapa
        for rekan in menurut_unit.values()
        for a, b in combinations(rekan, 2)
        if a[0] != b[0] and a[1] <= b[2] and b[1] <= a[2]
        for siapa in (a[0], b[0])
    }


def rated_by_expired(instansi_id: int | None, per: date) -> set[int]:
    """People of a unit whose atasan led it as PLT or PLH only, and does so no more.

    An atasan whose own unit is that unit or one above it leads them anyhow.
    """
    lewat = dict(_berakhir(instansi_id, per))
    if not lewat:
        return set()
    orang = Pegawai.objects.filter(atasan_id__in={siapa for siapa, _ in lewat}).order_by()
    if instansi_id is not None:
        orang = orang.filter(instansi_id=instansi_id)
    hasil = set()
    for pk, atasan, unit, unit_atasan in orang.values_list(
        "pk", "atasan_id", F("unit__jalur"), F("atasan__unit__jalur")
    ):
        di_bawah = [j for siapa, j in lewat if siapa == atasan and (unit or "").startswith(j)]
        if di_bawah and not (unit_atasan and unit.startswith(unit_atasan)):
            hasil.add(pk)
    return hasil


def _berakhir(instansi_id: int | None, per: date) -> Iterator[tuple[tuple[int, str], date]]:
    """(person, path of the unit) of assignments that ended and were not followed by another."""
    terakhir: dict[tuple[int, str], date] = {}
    for siapa, _, jalur, mulai, sampai, _ in _penugasan(instansi_id).values_list(*_KOLOM):
        if mulai <= per:
            kunci = siapa, jalur
            terakhir[kunci] = max(terakhir.get(kunci, date.min), sampai or date.max)
    yield from ((k, sampai) for k, sampai in terakhir.items() if sampai < per)
