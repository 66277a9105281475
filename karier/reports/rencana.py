"""How far the individual plans of a government are: by unit, and out of what they ask for."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final, NamedTuple

from django.db.models import Count, Q

from asn_karier.lib import kata
from asn_karier.lib.export import Sel
from karier.enums import StatusButir, StatusIdp
from karier.models import ButirRencana, RencanaPengembangan
from pegawai.models import UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.reports.laporan import IsiLaporan, Laporan, Permintaan, tabel_angka

TANPA_UNIT: Final = "Unit kerja belum dicatat"
KEPALA: Final = (
    "Unit kerja", "Pegawai", "Belum ada rencana", "Draf", "Menunggu atasan", "Menunggu pegawai", "Disepakati",
    "Selesai",
)  # fmt: skip


class BarisUnit(NamedTuple):
    """One unit: people on duty, and how many plans stand where; `belum`: who has none."""

    unit_id: int | None
    nama: str
    orang: int
    belum: int
    status: dict[StatusIdp, int]


def by_unit(orang: Any, tahun: int) -> list[BarisUnit]:
    """Units of these people in the order of the tree; three queries."""
    bertugas = orang.filter(kedudukan_hukum__in=BERTUGAS).order_by()
    semua = dict(bertugas.values_list("unit_id").annotate(Count("pk")))
    rencana = RencanaPengembangan.objects.filter(tahun=tahun, pegawai__in=bertugas.values("pk"))
    hitung = Counter(
        {
            (u, s): n
            for u, s, n in rencana.order_by()
            .values_list("pegawai__unit_id", "status")
            .annotate(n=Count("pk"))
        }
    )
    nama = dict(
        UnitKerja.objects.filter(pk__in=[u for u in semua if u]).order_by("jalur").values_list("pk", "nama")
    )
    urut = [*nama, *([None] if None in semua else [])]
    return [_row(u, nama.get(u or 0, TANPA_UNIT), semua[u], hitung) for u in urut]


def _row(unit_id: int | None, nama: str, orang: int, hitung: Counter[tuple[int | None, str]]) -> BarisUnit:
    status = {s: hitung[unit_id, s.value] for s in StatusIdp}
    return BarisUnit(unit_id, nama, orang, orang - sum(status.values()), status)


def _laporan(p: Permintaan) -> IsiLaporan:
    """A row per unit and their sum, of the year asked for or of the day; a heading says which."""
    tahun, status = p.tahun or p.per.year, list(StatusIdp)
    semua = by_unit(p.orang, tahun)
    baris: list[list[Sel]] = [[b.nama, b.orang, b.belum, *(b.status[s] for s in status)] for b in semua]
    jumlah: list[Sel] = ["Jumlah", sum(b.orang for b in semua), sum(b.belum for b in semua)]
    jumlah += [sum(b.status[s] for b in semua) for s in status]
    kepala = [*KEPALA[:2], f"{KEPALA[2]} {tahun}", *KEPALA[3:]]
    return tabel_angka(kepala, [*baris, jumlah] if baris else [], berjumlah=bool(baris))


LAPORAN_RENCANA: Final = Laporan(
    "rencana-pengembangan",
    "Rencana pengembangan individu (IDP)",
    "Tiap unit: berapa pegawai yang sudah mempunyai rencana, di mana rencananya, dan siapa yang belum.",
    _laporan,
    "Pengembangan",
    frozenset({"tahun"}),
    siapa=None,
)


class Permintaannya(NamedTuple):
    """One programme that agreed plans ask for."""

    pelatihan_id: int
    peserta: int


class DimintaRencana(NamedTuple):
    """`rencana`: how many agreed plans there are."""

    program: list[Permintaannya]
    rencana: int


def asked_for(instansi_id: int, tahun: int) -> DimintaRencana:
    """Programmes in agreed plans of a year, by how many people ask for them; two queries."""
    disepakati = RencanaPengembangan.objects.filter(
        pegawai__instansi=instansi_id, tahun=tahun, status__in=(StatusIdp.DISEPAKATI, StatusIdp.SELESAI)
    )
    butir = ButirRencana.objects.filter(
        Q(status=StatusButir.RENCANA), rencana__in=disepakati.values("pk"), pelatihan__isnull=False
    )
    jumlah = butir.order_by().values_list("pelatihan").annotate(n=Count("rencana", distinct=True))
    program = [Permintaannya(*b) for b in jumlah.order_by("-n", "pelatihan")]
    return DimintaRencana(program, disepakati.count())


def plan_source(tahun: int, rencana: int) -> str:
    """From what a proposal was made; stands on the plan and on its papers."""
    return f"{kata.bilangan(rencana)} rencana pengembangan individu {tahun} yang disepakati"
