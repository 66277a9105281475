"""Seniors who fulfil the criteria and have no profile yet: a list that HR invites from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from mentoring.models import ProfilMentor
from mentoring.rules.syarat_mentor import LEVEL_SENIOR, is_senior
from mentoring.services.bahan import Kunci, predikat_of
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import Instansi, KompetensiTeknis, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.reports.posisi import dengan_posisi
from pegawai.services.kompetensi_baca import levels_of
from pegawai.services.profil import day_in


class CalonSenior(NamedTuple):
    """`keahlian`: what they hold at the level of a senior, by the records."""

    pegawai_id: int
    nama: str
    jabatan: str
    unit: str
    keahlian: list[tuple[Kunci, int]]


def senior_candidates(instansi: Instansi, *, at: datetime) -> list[CalonSenior]:
    """By name; a fixed number of queries. Why somebody is not on it is told to nobody."""
    per = day_in(instansi, at)
    punya = ProfilMentor.objects.values("pegawai")
    orang = Pegawai.objects.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS).exclude(pk__in=punya)
    semua = list(dengan_posisi(orang, per).select_related("unit").order_by("nama", "pk"))
    ids = [p.pk for p in semua]
    predikat = predikat_of(ids, per)
    terduga = [p for p in semua if _senior(p, predikat.get(p.pk), LEVEL_SENIOR)]
    level = levels_of([p.pk for p in terduga], per=per)
    hasil = []
    for p in terduga:
        keahlian = [(k, kini.level) for k, kini in level[p.pk].items() if kini.level >= LEVEL_SENIOR]
        if _senior(p, predikat.get(p.pk), max((n for _, n in keahlian), default=0)):
            unit = p.unit.nama if p.unit else ""
            hasil.append(CalonSenior(p.pk, p.nama_gelar, p.jabatan_kini or "", unit, keahlian))
    return hasil


def skill_texts(calon: Iterable[CalonSenior]) -> dict[int, str]:
    """'Komunikasi level 5, Analisis data level 4' of each, the highest first; one query."""
    semua = list(calon)
    teknis = KompetensiTeknis.objects.in_bulk({t for c in semua for (_, t), _ in c.keahlian if t is not None})
    nama: dict[Kunci, str] = {(k.value, None): n for k, n in LABEL[KompetensiMansoskul].items()}
    nama |= {("", pk): t.nama for pk, t in teknis.items()}
    return {
        c.pegawai_id: ", ".join(f"{nama[k]} level {n}" for k, n in sorted(c.keahlian, key=lambda s: -s[1]))
        for c in semua
    }


def _senior(p: Pegawai, predikat: int | None, level: int) -> bool:
    jenjang: int | None = getattr(p, "jenjang_kini", None)
    return is_senior(bertugas=True, predikat=predikat, jenjang=jenjang, level_tertinggi=level)
