"""Sentences about a kenaikan pangkat that may come too late."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from asn_karier.lib import kata
from karier.enums import Kerahasiaan, Pelaku
from karier.kamus.kalimat import Pembaca
from karier.kamus.label import JUDUL, PELAKU_TEKS
from karier.rules.peringatan import yang_kurang


class Tugas(NamedTuple):
    """One thing that somebody must still do: what, who, and until when."""

    kode: str
    judul: str
    pelaku: Pelaku
    pelaku_teks: str


def tugas_peringatan(syarat: int, *, pembaca: Pembaca, boleh_khusus: bool) -> list[Tugas]:
    """What is short at the possible TMT; without `boleh_khusus` only what everybody may read."""
    return [
        Tugas(b.kode, JUDUL[b.kode], b.pelaku, PELAKU_TEKS[pembaca][b.pelaku])
        for b in yang_kurang(syarat)
        if boleh_khusus or b.kerahasiaan is Kerahasiaan.UMUM
    ]


def kalimat_hilang(bulan: int) -> str:
    return f"{bulan} bulan" if bulan else "\N{EN DASH}"


def kalimat_tenggat(tmt: date, tutup: date) -> str:
    """Until when it must be there, and for what."""
    return f"paling lambat {kata.tanggal(tutup)}, untuk TMT {kata.tanggal(tmt)}"
