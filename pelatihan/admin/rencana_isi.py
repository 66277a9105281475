"""The plan of a year as its page shows it: money, lines, what has come of them."""

from __future__ import annotations

from typing import Any

from asn_karier.lib import kata
from pelatihan.forms.rencana import KumpulanButir, name_of_fund
from pelatihan.kamus.rencana import above_pagu
from pelatihan.reports.rencana import Capaian, Rincian, fund_lines


def money(r: Rincian) -> dict[str, Any]:
    """The plan beside what may be spent, in words, for the page and the question."""
    return {
        "jumlah": kata.rupiah(r.jumlah),
        "batas": kata.rupiah(r.batas),
        "persen": min(100 * r.jumlah // r.batas, 100) if r.batas else 0,
        "lewat": above_pagu(r.jumlah, r.batas),
        "ada_pagu": bool(r.pagu),
        "dana": [
            {
                "nama": name_of_fund(d.pagu) if d.pagu else "Belum ada sumber dana",
                "pagu": kata.rupiah(d.pagu.jumlah) if d.pagu else "–",
                "rencana": kata.rupiah(d.rencana),
                "lebih": kata.rupiah(d.lebih) if d.lebih else "",
            }
            for d in fund_lines(r)
        ],
    }


def line_rows(isian: KumpulanButir, r: Rincian) -> list[dict[str, Any]]:
    """For templates/admin/pelatihan/butir_isian.html."""
    return [
        {
            "form": f, "nama": f.baris.nama, "alasan": f.baris.alasan, "jalan": kata.rupiah(j.jumlah),
            "lewat": j.lewat, "biaya": kata.rupiah(b.biaya), "jp": b.pelatihan.jp, "peserta": b.peserta,
            "dana": name_of_fund(b.pagu) if b.pagu else "Belum",
            "bulan": kata.BULAN[b.bulan - 1] if b.bulan else "Belum",
        }
        for f, b, j in zip(isian.forms, r.butir, r.jalan, strict=True)
    ]  # fmt: skip


def progress_row(c: Capaian) -> dict[str, Any]:
    """Planned beside done."""
    b, k = c.butir, c.kegiatan
    return {
        "nama": c.nama,
        "di_luar": b is None,
        "rencana": b.peserta if b else 0,
        "peserta": k.peserta if k else 0,
        "angkatan": k.selesai if k else 0,
        "berjalan": k.berjalan if k else 0,
        "jp": k.jp if k else 0,
        "biaya": kata.rupiah(b.biaya) if b else "–",
        "realisasi": kata.rupiah(k.realisasi) if k else kata.rupiah(0),
    }
