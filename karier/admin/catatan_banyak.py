"""What the confirm pages of many say beside the names: once what is true of all, else at each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from asn_karier.lib import kata
from karier.admin.putusan import dasar_putusan
from karier.models import Rekomendasi
from karier.services.catatan_putusan import gaps_of, notes_of, rules_behind
from karier.services.jejak_keputusan import tujuan_usulan


class CatatanBanyak(NamedTuple):
    """`semua`: true of everybody; `sendiri`: recommendation -> the rest of what is true of that one."""

    semua: list[str]
    sendiri: dict[int, list[str]]
    aturan: list[str]


def catatan_banyak(usulan: Sequence[Rekomendasi]) -> CatatanBanyak:
    """A fixed number of queries."""
    menurut = notes_of(usulan)
    banyak = Counter(teks for catatan in menurut.values() for teks in catatan)
    semua = [teks for teks, n in banyak.items() if n == len(usulan)]
    sisa = {pk: [t for t in catatan if t not in semua] for pk, catatan in menurut.items()}
    return CatatanBanyak(
        semua, {pk: catatan for pk, catatan in sisa.items() if catatan}, rules_behind(usulan)
    )


def baris_banyak(usulan: Sequence[Rekomendasi], catatan: CatatanBanyak, per: date) -> list[dict[str, Any]]:
    """One row each, with what the page of that one decision would say of it."""
    celah = gaps_of(usulan, per=per)
    return [
        {
            "nama": r.pegawai.nama_gelar,
            "nip": r.pegawai.nip,
            "url": dasar_putusan(r),
            "tujuan": tujuan_usulan(r),
            "keadaan": _keadaan(r),
            "kesenjangan": ", ".join(c.teks for c in celah.get(r.pegawai_id, [])),
            "catatan": catatan.sendiri.get(r.pk, []),
        }
        for r in usulan
    ]


def kelompok_banyak(usulan: Sequence[Rekomendasi]) -> list[tuple[str, int]]:
    """How many of each target, period and state, the most frequent first."""
    return Counter(f"{tujuan_usulan(r)}, {_keadaan(r)}" for r in usulan).most_common()


def _keadaan(r: Rekomendasi) -> str:
    return f"{kata.tanggal(r.periode)}, sekarang {kata.huruf_kecil_awal(r.get_status_display())}"
