"""Everybody who stands below a leader, level by level along the atasan penilai."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.db.models import Q

from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS

#: No hierarchy is deeper; also the depth at which a faulty circle ends.
TINGKAT_TERDALAM: Final = 8


def people_below(saya: Pegawai) -> dict[int, int | None]:
    """Everybody on duty below `saya`, with their unit; one query per level. Empty while I am not on duty."""
    if saya.kedudukan_hukum not in BERTUGAS:
        return {}
    semua: dict[int, int | None] = {}
    tingkat: Collection[int] = [saya.pk]
    for _ in range(TINGKAT_TERDALAM):
        baru = _langsung(tingkat, saya.instansi_id)
        tingkat = baru.keys() - semua.keys() - {saya.pk}
        if not tingkat:
            break
        semua |= {pk: baru[pk] for pk in tingkat}
    return semua


def direct_reports(saya: Pegawai) -> dict[int, int | None]:
    """Those whom `saya` rates and who are on duty, with their unit."""
    if saya.kedudukan_hukum not in BERTUGAS:
        return {}
    orang = _langsung([saya.pk], saya.instansi_id)
    orang.pop(saya.pk, None)
    return orang


def units_below(saya: Pegawai, orang: dict[int, int | None]) -> list[UnitKerja]:
    """Units in which somebody of `orang` works, with those above them up to the unit of `saya`."""
    dihuni = UnitKerja.objects.filter(pk__in={u for u in orang.values() if u is not None})
    jalur = list(dihuni.order_by().values_list("jalur", flat=True))
    puncak = saya.unit.jalur if saya.unit else ""
    leluhur = Q(pk__in=[])
    for satu in {j[:n] for j in jalur for n in range(6, len(j) + 1, 6)}:
        if satu in jalur or (puncak and satu.startswith(puncak)):
            leluhur |= Q(jalur=satu)
    unit = UnitKerja.objects.filter(leluhur, instansi=saya.instansi_id)
    return list(unit.order_by("jalur", "pk"))


def _langsung(atasan_ids: Collection[int], instansi_id: int) -> dict[int, int | None]:
    orang = Pegawai.objects.filter(instansi=instansi_id, atasan__in=atasan_ids, kedudukan_hukum__in=BERTUGAS)
    return dict(orang.order_by().values_list("pk", "unit_id"))
