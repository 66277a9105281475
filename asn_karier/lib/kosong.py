"""Calculators that answer a missing fact (null) with null, and say what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from asn_karier.lib.aturan import Aturan

Hitung = Callable[..., Mapping[str, Any]]


def bila_lengkap(hitung: Hitung, *ditanya: str) -> Hitung:
    """`hitung`, but with an input that is null the keys `ditanya` are null: PERLU_VERIFIKASI."""

    def jawab(a: Aturan, **isi: Any) -> Mapping[str, Any]:
        kurang = [n for n, nilai in isi.items() if _kosong(nilai)]
        if not kurang:
            return hitung(a, **isi)
        return dict.fromkeys(ditanya) | {
            "status": "PERLU_VERIFIKASI",
            "catatan": f"Belum diketahui: {', '.join(kurang)}. Tanpa itu tidak dihitung.",
        }

    return jawab


def _kosong(nilai: Any) -> bool:
    return nilai is None or (isinstance(nilai, list) and None in nilai)
