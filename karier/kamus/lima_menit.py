"""Words of a leader's weekly five minutes; the guides stand in lima_menit.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final

from asn_karier.lib import kata
from karier.enums import AlasanPuji, JenisRisiko
from karier.rules.lima_menit import FaktaPuji, Risiko
from kinerja.enums import AlasanBicara
from kinerja.kamus.umpan_balik import titik

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    AlasanPuji: {
        AlasanPuji.PELATIHAN: "Menyelesaikan pelatihan",
        AlasanPuji.CELAH_TERTUTUP: "Kompetensinya kini memenuhi standar jabatan",
        AlasanPuji.REALISASI_AWAL: "Mengirim realisasi lebih awal",
        AlasanPuji.PENGAKUAN: "Mendapat pengakuan",
        AlasanPuji.USUL_DICOBA: "Usul perbaikannya dicoba",
    },
    JenisRisiko: {
        JenisRisiko.TENGGAT: "Tenggat",
        JenisRisiko.KEKOSONGAN: "Jabatan yang akan kosong",
        JenisRisiko.DATA: "Data yang belum tercatat",
    },
}


@cache
def _panduan() -> dict[str, dict[str, str]]:
    isi: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("lima_menit.toml").read_text(encoding="utf-8")
    )
    return {bagian: {k: " ".join(v.split()) for k, v in semua.items()} for bagian, semua in isi.items()}


def panduan_puji(kode: AlasanPuji) -> str:
    """How to say thank you for this."""
    return _panduan()["puji"][kode.value]


def panduan_bicara(kode: AlasanBicara) -> str:
    """How to begin this talk."""
    return _panduan()["bicara"][kode.value]


def panduan_risiko(jenis: JenisRisiko) -> str:
    return _panduan()["risiko"][jenis.value]


def panduan_tanda_tangan() -> str:
    return _panduan()["putusan"]["putusan"]


def kalimat_puji(f: FaktaPuji) -> str:
    """'Menyelesaikan pelatihan: Pelayanan prima, 3 Mei 2027.'"""
    apa = f": {f.apa}" if f.apa else ""
    return titik(f"{LABEL[AlasanPuji][f.kode]}{apa}, {kata.tanggal(f.pada)}")


def kalimat_risiko(r: Risiko, *, hari_ini: date) -> str:
    """The risk as a sentence; a day that rests on an unverified rule is called an estimate."""
    if r.jenis is JenisRisiko.DATA:
        return f"{r.jumlah} bawahan langsung belum tercatat {r.apa}nya."
    hari = kata.tanggal(r.hari) if r.hari else ""
    if r.jenis is JenisRisiko.TENGGAT:
        lewat = " sudah lewat" if r.hari and r.hari < hari_ini else ""
        return titik(f"{r.apa.rstrip('.')}: batasnya {hari}{lewat}")
    return (
        f"Jabatan {r.apa} kosong mulai {hari} menurut batas usia pensiun (perkiraan). "
        "Belum ada pemegang jabatan yang sama di unit itu."
    )
