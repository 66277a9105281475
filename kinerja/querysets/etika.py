"""The case of the year: HR keeps cases; what people wrote is read in their room, after their own answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any, NamedTuple, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSajaQuerySet
from kinerja.enums import StatusKasus
from kinerja.rules.etika import ruang
from pegawai.querysets import MilikInstansiQuerySet


class KasusEtikaQuerySet(MilikInstansiQuerySet):
    """`visible_to` is the desk of HR. The portal asks `terbaca`."""

    def terbaca(self, instansi_id: int) -> Self:
        """What people of an instansi may open: everything but drafts."""
        return self.filter(instansi=instansi_id).exclude(status=StatusKasus.DRAF)


class Ruang(NamedTuple):
    """Who talks together about one case: the unit it stands for, and the units whose people are in it."""

    jalur: str
    unit: frozenset[int]


class JawabanEtikaQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """One's own, and those of one's room in the cases that one has answered. No role opens it."""
        diri = pengguna.pegawai_id if pengguna.is_authenticated and pengguna.is_active else None
        if not diri:
            return self.none()
        q = Q(pegawai=diri)
        for kasus_id, r in rooms_of(self.model, diri).items():
            q |= Q(kasus=kasus_id, unit__in=r.unit)
        return self.filter(q)


class DiskusiEtikaQuerySet(TambahSajaQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """What the people wrote whose answers one reads."""
        jawaban = self.model._meta.get_field("jawaban").related_model
        return self.filter(jawaban__in=jawaban.objects.visible_to(pengguna))


class PelajaranEtikaQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Of the rooms that one is in."""
        diri = pengguna.pegawai_id if pengguna.is_authenticated and pengguna.is_active else None
        jawaban = self.model._meta.get_field("kasus").related_model._meta.get_field("jawaban").related_model
        q = Q(pk__in=[])
        for kasus_id, r in (rooms_of(jawaban, diri) if diri else {}).items():
            q |= Q(kasus=kasus_id, unit__jalur=r.jalur)
        return self.filter(q)


def rooms_of(jawaban: Any, pegawai_id: int, at: datetime | None = None) -> dict[int, Ruang]:
    """The room of a person in each case that they have answered in a unit; two queries."""
    milik = jawaban.objects.filter(pegawai=pegawai_id).exclude(unit=None)
    sendiri = {j.kasus_id: j for j in milik.select_related("kasus__instansi", "unit")}
    if not sendiri:
        return {}
    hitung: dict[int, Counter[str]] = defaultdict(Counter)
    unit: dict[int, dict[int, str]] = defaultdict(dict)
    semua = jawaban.objects.filter(kasus__in=sendiri).exclude(unit=None).order_by()
    for kasus_id, unit_id, jalur, n in semua.values_list("kasus", "unit", "unit__jalur").annotate(
        n=models.Count("pk")
    ):
        hitung[kasus_id][jalur] += n
        unit[kasus_id][unit_id] = jalur
    kini = at or timezone.now()
    return {k: _ruang(j, hitung[k], unit[k], kini) for k, j in sendiri.items()}


def _ruang(jawaban: Any, hitung: Counter[str], unit: dict[int, str], at: datetime) -> Ruang:
    menurut = ruang(hitung, digabung=is_over(jawaban.kasus, at))
    jalur = menurut[jawaban.unit.jalur]
    return Ruang(jalur, frozenset(pk for pk, j in unit.items() if menurut[j] == jalur))


def is_over(kasus: Any, at: datetime) -> bool:
    """Whether the deadline is over everywhere: the day ends last in the west of the country."""
    return bool(at.astimezone(ZoneInfo("Asia/Jakarta")).date() > kasus.batas)
