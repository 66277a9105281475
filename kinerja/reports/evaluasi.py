"""Dokumen evaluasi kinerja of a year, quarter or month (PermenPANRB 6/2022)."""

from __future__ import annotations

from datetime import date
from typing import Any

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.kata import tanggal
from kinerja.enums import JenisSiklus, Predikat, PredikatOrganisasi, SumberPenilaian
from kinerja.kamus import LABEL
from kinerja.kamus.dokumen import (
    DARI_LUAR,
    DASAR_EVALUASI,
    RATING_TAK_TERCATAT,
    TANPA_PENILAI,
    kalimat_pola,
)
from kinerja.models import EvaluasiPeriodik, Penilaian, PredikatOrganisasiUnit
from kinerja.reports.kertas import Pasang, part, people, place_and_day, rows_of, sheet, signature, span
from kinerja.rules.distribusi import KODE, terbanyak
from kinerja.rules.masa_siklus import masa_siklus
from pegawai.services.profil import day_of

Baris = Penilaian | EvaluasiPeriodik


def span_of(p: Baris) -> tuple[date, date]:
    """First and last day that were rated."""
    if isinstance(p, EvaluasiPeriodik):
        return p.mulai, p.sampai
    masa = masa_siklus(p.tahun, JenisSiklus.TAHUNAN, 0)
    return masa.mulai, masa.sampai


def evaluation_sheet(p: Baris, organisasi: PredikatOrganisasiUnit | None) -> dict[str, Any]:
    """The paper of one announced appraisal. `organisasi`: None where nobody recorded one."""
    mulai, sampai = span_of(p)
    orang = people([p.pegawai_id, p.penilai_id], per=sampai)
    penilai = orang.get(p.penilai_id or 0)
    instansi = p.pegawai.instansi
    bagian = [
        part("Pegawai yang dinilai", pasangan=orang[p.pegawai_id].baris),
        part("Pejabat penilai kinerja", pasangan=rows_of(penilai, tanpa=TANPA_PENILAI)),
        part("Hasil evaluasi", pasangan=_ratings(p)),
        part("Umpan balik", teks=p.umpan_balik) if p.umpan_balik else None,
        part("Kinerja organisasi", pasangan=_organisation(organisasi)) if organisasi else None,
    ]
    hari = day_of(p.pegawai, p.ditetapkan_pada) if p.ditetapkan_pada else None
    return sheet(
        judul=_title(p),
        instansi=instansi,
        ringkas=[("Periode penilaian", span(mulai, sampai))],
        bagian=[b for b in bagian if b],
        tanda_tangan=[
            signature("Pegawai yang dinilai", orang[p.pegawai_id], tempat=" "),
            signature("Pejabat penilai kinerja", penilai, tempat=place_and_day(instansi, hari)),
        ],
        catatan=[DASAR_EVALUASI, *([] if p.sumber == SumberPenilaian.DI_SINI else [DARI_LUAR])],
    )


def _title(p: Baris) -> str:
    if isinstance(p, EvaluasiPeriodik):
        return "Dokumen evaluasi kinerja periodik"
    return f"Dokumen evaluasi kinerja tahun {p.tahun}"


def _ratings(p: Baris) -> list[Pasang]:
    return [
        ("Rating hasil kerja", str(p.get_rating_hasil_display() or RATING_TAK_TERCATAT)),
        ("Rating perilaku kerja", str(p.get_rating_perilaku_display() or RATING_TAK_TERCATAT)),
        ("Predikat kinerja pegawai", str(p.get_predikat_display())),
    ]


def _organisation(o: PredikatOrganisasiUnit) -> list[Pasang]:
    a = aturan_per(o.siklus.masa.sampai)
    baris = [
        ("Predikat kinerja organisasi", str(o.get_predikat_display())),
        ("Ditetapkan oleh", f"{o.penetap}, {o.dokumen} tanggal {tanggal(o.tanggal)}"),
    ]
    if KODE not in a:  # before the SE there was no pola
        return baris
    predikat = terbanyak(PredikatOrganisasi(o.predikat), a)
    return [*baris, ("Pola distribusi", kalimat_pola(LABEL[Predikat][predikat]))]
