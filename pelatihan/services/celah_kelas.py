"""Which gap of a person a class would close: the app above weighs levels, the catalogue is known here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Final

from pelatihan.kamus.katalog import Bantuan, aims_text
from pelatihan.models import KompetensiPelatihan, Pendaftaran
from pelatihan.rules.pilihan import Kebutuhan

#: (people of one government, its key, day) -> what each lacks; whose data cannot be read is left out.
Pembaca = Callable[[Collection[int], int, date], Mapping[int, Sequence[Kebutuhan]]]
_PEMBACA: Final[list[Pembaca]] = []


def daftarkan_celah(pembaca: Pembaca) -> None:
    """Who knows the gaps, in AppConfig.ready; one at a time."""
    _PEMBACA[:] = [pembaca]


def gaps_closed(semua: Collection[Pendaftaran], *, instansi_id: int, per: date) -> dict[int, str]:
    """By enrolment, what the class does for the gaps of its person, in a sentence; a fixed number of queries.

    Callers have checked that the reader may see the gaps of these people. Nothing is said about a programme
    without a competency, nor about somebody whose data cannot be read.
    """
    if not semua or not _PEMBACA:
        return {}
    level: dict[int, dict[str | int, int]] = {}
    for k in KompetensiPelatihan.objects.filter(pelatihan__in={p.angkatan.pelatihan_id for p in semua}):
        level.setdefault(k.pelatihan_id, {})[k.teknis_id or k.kompetensi] = k.level
    celah = _PEMBACA[0]({p.pegawai_id for p in semua}, instansi_id, per)
    return {
        p.pk: aims_text(_bantuan(celah[p.pegawai_id], level[p.angkatan.pelatihan_id]))
        for p in semua
        if p.pegawai_id in celah and p.angkatan.pelatihan_id in level
    }


def _bantuan(celah: Sequence[Kebutuhan], level: Mapping[str | int, int]) -> list[Bantuan]:
    return [Bantuan(k, level[k.kunci]) for k in celah if k.kunci in level]
