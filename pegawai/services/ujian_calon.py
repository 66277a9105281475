"""Who needs an examination: said by the app that judges people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from pegawai.models import JadwalUjian


class Calon(NamedTuple):
    """Somebody who needs this examination. `lain`: how many other things are short."""

    pegawai_id: int
    keterangan: str
    lain: int


PembacaCalon = Callable[[JadwalUjian], Iterable[Calon]]
_calon: list[PembacaCalon] = []


def daftarkan_calon(pembaca: PembacaCalon) -> PembacaCalon:
    """The app that judges people says who needs an examination; the last registration counts."""
    _calon[:] = [pembaca]
    return pembaca


def candidates(jadwal: JadwalUjian) -> list[Calon]:
    """Who needs it and is not registered, those first for whom it is the only thing missing."""
    terdaftar = set(jadwal.peserta.values_list("pegawai_id", flat=True))
    semua = [c for baca in _calon for c in baca(jadwal) if c.pegawai_id not in terdaftar]
    return sorted(semua, key=lambda c: (c.lain, c.pegawai_id))
