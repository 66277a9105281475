"""One person of a run as the HR page shows it: kenaikan pangkat, the other decisions, the measures."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat
from karier.kamus import LABEL, Pembaca, SyaratTerbaca, jelaskan, judul_putusan, nama_golongan, putusan_lain
from karier.reports.hasil import BarisHasil
from karier.rules.keputusan import LainSatu, unpack_lain
from karier.services.lembar_baris import class_of, class_of_row
from karier.services.lembar_putusan import LAIN

_BELUM: Final = "belum dapat dihitung"


def isi_orang(b: BarisHasil, *, sendiri: bool) -> dict[str, Any]:
    """`sendiri`: about the officer who reads, who must not read their own box before its release."""
    return {
        "kelas": class_of(b.putusan),
        "golongan_berikut": nama_golongan(b.golongan_berikut),
        "jalur": LABEL[JalurPangkat][b.jalur],
        "syarat": _baris(b.syarat),
        "putusan_lain": _putusan_lain(b),
        "ukuran": _ukuran(b, sendiri),
    }


def _baris(syarat: list[SyaratTerbaca]) -> list[dict[str, Any]]:
    return [{"isi": s, "kelas": class_of_row(s)} for s in syarat]


def _putusan_lain(b: BarisHasil) -> list[dict[str, Any]]:
    """Decisions that apply to the person; HR reads their closed requirements too."""
    isi = []
    for jenis in LAIN:
        p = b.hasil.putusan(jenis)
        if p.status is Status.TIDAK_BERLAKU:
            continue
        verdict = putusan_lain(b.hasil, jenis, pembaca=Pembaca.PENGELOLA, boleh_khusus=True)
        isi.append(
            {
                "judul": judul_putusan(jenis, p.sasaran),
                "kelas": class_of(verdict),
                "verdict": verdict,
                "syarat": _baris(jelaskan(b.hasil, jenis=jenis, pembaca=Pembaca.PENGELOLA)),
            }
        )
    return isi


def _ukuran(b: BarisHasil, sendiri: bool) -> list[tuple[str, str]]:
    """Estimates of ours: none decides anything, and the talent box is for HR alone until it is released."""
    lain = unpack_lain(b.hasil.lain)
    ipasn = lain.angka("ipasn")
    return [
        ("KGB berikutnya menurut masa kerja golongan", _hari(lain.hari("kgb_berikut"))),
        ("Mencapai batas usia pensiun", _hari(lain.hari("mencapai_bup"))),
        ("TMT pensiun (perkiraan, belum terverifikasi)", _hari(lain.hari("tmt_pensiun"))),
        ("Indeks Profesionalitas (perkiraan internal)", _BELUM if ipasn is None else kata.senti(ipasn * 50)),
        *([] if sendiri else _talent(lain)),
    ]


def _talent(lain: LainSatu) -> list[tuple[str, str]]:
    x, y, kotak = (lain.angka(n) for n in ("sumbu_x", "sumbu_y", "kotak"))
    return [
        ("Sumbu potensial", _BELUM if x is None else kata.senti(x)),
        ("Sumbu kinerja", _BELUM if y is None else kata.senti(y)),
        ("Kotak talenta (usulan hitungan)", _BELUM if kotak is None else str(kotak)),
    ]


def _hari(hari: date | None) -> str:
    return kata.tanggal(hari) if hari else _BELUM
