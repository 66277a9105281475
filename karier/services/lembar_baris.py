"""One requirement as pages and the API show it."""

from __future__ import annotations

from typing import Any, Final

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.kamus import Putusan, SyaratTerbaca

KELAS: Final = {
    Status.MEMENUHI: "ok",
    Status.BELUM: "perlu",
    Status.PERLU_VERIFIKASI: "periksa",
    Status.TIDAK_BERLAKU: "netral",
}
TERTUTUP: Final = "Ada syarat yang ditangani BKPSDM"


def class_of(p: Putusan) -> str:
    """How a verdict looks; one that asks for nothing now looks like nothing is asked."""
    return "netral" if p.tenang else KELAS[p.status]


def class_of_row(s: SyaratTerbaca) -> str:
    """How a requirement looks; one whose day is far off is not green yet."""
    return "netral" if s.nanti else KELAS[s.status]


def row_of(s: SyaratTerbaca) -> dict[str, Any]:
    """One requirement for the template."""
    return {
        "kode": s.kode,
        "judul": s.judul,
        "status": s.status.name,
        "tanda": s.tanda,
        "kelas": class_of_row(s),
        "nilai_teks": s.nilai,
        "perlu_teks": s.perlu,
        "alasan_teks": s.alasan,
        "sumber": s.sumber,
        "dasar_hukum": s.dasar_hukum,
        "rujukan": s.rujukan,
        "pelaku": s.pelaku.value if s.pelaku else None,
        "pelaku_teks": s.pelaku_teks,
        "tindakan": s.tindakan,
        "paling_cepat": s.paling_cepat,
        "paling_cepat_teks": kata.tanggal(s.paling_cepat) if s.paling_cepat else "",
        "mengikat": s.mengikat,
        "tersembunyi": False,
    }


def closed_row() -> dict[str, Any]:
    """The same for everyone who was judged: its presence says nothing."""
    return {
        "kode": "ditangani_bkpsdm",
        "judul": TERTUTUP,
        "status": "",
        "tanda": "Tidak ditampilkan",
        "kelas": "netral",
        "mengikat": True,
        "tersembunyi": True,
    }
