"""Sentences about a kenaikan pangkat that may come too late."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
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


def tugas_peringatan(syarat: int, a: Aturan, *, pembaca: Pembaca, boleh_khusus: bool) -> list[Tugas]:
    """What is short at the possible TMT, by its law `a`.

    Without `boleh_khusus` only what everybody may read; never what nobody can do anything about.
    """
    return [
        Tugas(k.baris.kode, JUDUL[k.baris.kode], k.pelaku, PELAKU_TEKS[pembaca][k.pelaku])
        for k in yang_kurang(syarat, a)
        if k.pelaku and (boleh_khusus or k.baris.kerahasiaan is Kerahasiaan.UMUM)
    ]


def kalimat_hilang(bulan: int) -> str:
    return f"{bulan} bulan" if bulan else "\N{EN DASH}"


def kalimat_tenggat(tmt: date, tutup: date) -> str:
    """Until when it must be there, and for what."""
    return f"paling lambat {kata.tanggal(tutup)}, untuk TMT {kata.tanggal(tmt)}"
