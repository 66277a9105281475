"""From the gaps of a government to a proposed plan: of the next year, and of five years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from karier.reports.rencana import asked_for, plan_source
from karier.services.kebutuhan_instansi import KebutuhanInstansi, top_gaps
from pelatihan.kamus.rencana import explain_line
from pelatihan.models import KompetensiPelatihan, Pagu, Pelatihan
from pelatihan.reports.anggaran import pagu_of_year
from pelatihan.rules.pilihan import is_meant_for
from pelatihan.rules.rencana import (
    Perlu,
    Sasaran,
    Tawaran,
    assign_funds,
    propose_plan,
    spread_months,
    spread_targets,
)
from pelatihan.services.hcdp import LAMA, Kunci, Pasokan, supply
from pelatihan.services.katalog import sasaran_dari


@dataclass(frozen=True, slots=True)
class UsulButir:
    """One proposed line, ready to show and to store."""

    pelatihan: Pelatihan
    peserta: int
    biaya: int
    pagu_id: int | None
    bulan: int
    alasan: str


@dataclass(frozen=True, slots=True)
class UsulRencana:
    butir: list[UsulButir]
    pagu: list[Pagu]


def suggest_plan(k: KebutuhanInstansi, *, tahun: int) -> UsulRencana:
    """The plan of `tahun` by the greedy rule over the catalogue, with the funds of that year."""
    instansi_id = k.run.instansi_id
    katalog = {p.pk: p for p in _programmes(instansi_id)}
    usulan = propose_plan(k.celah, _offers(k, list(katalog.values())))
    pagu = pagu_of_year(instansi_id, tahun)
    # A fund of one unit pays only for its own people, which a line of the whole government cannot promise.
    kas = {p.pk: p.sisa for p in pagu if p.unit_id is None}
    dana = assign_funds([u.biaya for u in usulan], kas)
    nama = list(k.kompetensi.values())
    butir = [
        UsulButir(katalog[u.pk], u.peserta, u.biaya, d, bulan, explain_line(u, nama))
        for u, d, bulan in zip(usulan, dana, spread_months(len(usulan)), strict=True)
    ]
    return UsulRencana(butir, pagu)


def suggest_from_plans(instansi_id: int, *, tahun: int) -> UsulRencana:
    """The plan of `tahun` out of what agreed individual plans ask for: the most wanted programme first."""
    diminta = asked_for(instansi_id, tahun).program
    semua: Any = Pelatihan.objects
    katalog = {p.pk: p for p in semua.untuk(instansi_id).filter(pk__in=[d.pelatihan_id for d in diminta])}
    ada = [d for d in diminta if d.pelatihan_id in katalog]
    pagu = pagu_of_year(instansi_id, tahun)
    biaya = [katalog[d.pelatihan_id].biaya * d.peserta for d in ada]
    dana = assign_funds(biaya, {p.pk: p.sisa for p in pagu if p.unit_id is None})
    butir = [
        UsulButir(katalog[d.pelatihan_id], d.peserta, rupiah, kas, bulan, _asked_text(d.peserta))
        for d, rupiah, kas, bulan in zip(ada, biaya, dana, spread_months(len(ada)), strict=True)
    ]
    return UsulRencana(butir, pagu)


def _asked_text(orang: int) -> str:
    return f"Diminta {orang} rencana pengembangan individu yang disepakati."


def plan_source_of(instansi_id: int, tahun: int) -> str:
    """From what such a proposal is made, in words."""
    return plan_source(tahun, asked_for(instansi_id, tahun).rencana)


def suggest_targets(
    k: KebutuhanInstansi, *, tahun_mulai: int, pagu: int | None
) -> tuple[list[Sasaran], dict[Kunci, int]]:
    """Targets of five years within the seats of the catalogue and `pagu` rupiah a year; who finds no room."""
    pasokan = supply(k.run.instansi_id)
    tidak_ada = Pasokan(0, 0, 0)
    perlu = [
        Perlu(b.kunci, b.orang, (p := pasokan.get(b.kunci, tidak_ada)).kursi, p.biaya) for b in top_gaps(k)
    ]
    return spread_targets(perlu, tahun=range(tahun_mulai, tahun_mulai + LAMA), pagu=pagu)


def assumed_pagu(instansi_id: int, tahun: int) -> int | None:
    """Rupiah of all funds of `tahun`, else of the newest year before it; None: none on record."""
    semua: Any = Pagu.objects.filter(instansi=instansi_id, tahun__lte=tahun)
    terakhir = semua.order_by("-tahun").values_list("tahun", flat=True).first()
    return None if terakhir is None else sum(p.jumlah for p in pagu_of_year(instansi_id, terakhir))


def _programmes(instansi_id: int) -> list[Pelatihan]:
    semua: Any = Pelatihan.objects
    milik = semua.untuk(instansi_id).filter(pk__in=KompetensiPelatihan.objects.values("pelatihan"))
    return list(milik.prefetch_related("kompetensi", "sasaran").order_by("pk"))


def _offers(k: KebutuhanInstansi, katalog: Sequence[Pelatihan]) -> list[Tawaran]:
    """Programmes as the rule takes them. Whom one is meant for is asked once per kind of holder."""
    kolom = {kunci: n for n, kunci in enumerate(k.kompetensi)}
    hasil = []
    for p in katalog:
        menutup = tuple(
            (kolom[kunci], b.level)
            for b in p.kompetensi.all()
            if (kunci := Kunci(b.kompetensi, b.teknis_id)) in kolom
        )
        sasaran = tuple(sasaran_dari(s) for s in p.sasaran.all())
        # Nobody is asked about a programme that is meant for everybody.
        cocok = np.array(
            [not sasaran or is_meant_for(sasaran, siapa) for siapa in k.pemangku], dtype=np.bool_
        )
        hasil.append(Tawaran(p.pk, p.biaya, p.kapasitas, menutup, cocok[k.kelompok]))
    return hasil
