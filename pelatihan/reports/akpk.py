"""How far the self-assessment of a year is, unit by unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS
from pelatihan.enums import StatusMandiri
from pelatihan.models import PenilaianMandiri


class KemajuanUnit(NamedTuple):
    """`unit` None: people without one. `menurut`: people by the status of their last assessment."""

    unit: UnitKerja | None
    jumlah: int
    menurut: dict[StatusMandiri, int]

    @property
    def belum(self) -> int:
        """Those who have sent nothing yet."""
        return self.jumlah - sum(self.menurut.values())


def progress_by_unit(orang: QuerySet[Pegawai], *, tahun: int) -> list[KemajuanUnit]:
    """Everybody of `orang` on duty by the unit they work in, in the order of the tree; three queries.

    Who changed post has two assessments in a year: the later one counts.
    """
    bertugas = orang.filter(kedudukan_hukum__in=BERTUGAS).order_by()
    jumlah: dict[int | None, int] = dict(
        bertugas.values_list("unit_id").annotate(n=Count("pk")).values_list("unit_id", "n")
    )
    terakhir: dict[int, tuple[int | None, str]] = {}
    semua = PenilaianMandiri.objects.filter(tahun=tahun, pegawai__in=bertugas).order_by("pk")
    for pegawai_id, unit_id, status in semua.values_list("pegawai_id", "pegawai__unit_id", "status"):
        terakhir[pegawai_id] = (unit_id, status)
    menurut: dict[int | None, Counter[StatusMandiri]] = defaultdict(Counter)
    for unit_id, status in terakhir.values():
        menurut[unit_id][StatusMandiri(status)] += 1
    unit: list[Any] = list(
        UnitKerja.objects.filter(pk__in=[u for u in jumlah if u]).order_by("instansi", "jalur")
    )
    tanpa = [None] if None in jumlah else []
    return [
        KemajuanUnit(u, jumlah[u.pk if u else None], dict(menurut[u.pk if u else None]))
        for u in [*unit, *tanpa]
    ]
