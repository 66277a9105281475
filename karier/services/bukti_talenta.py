"""What somebody has done and what it changed, beside the components of the talent map: lines, not points."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from karier.models import PesertaPenugasan
from karier.services.penugasan_baca import finished_evidence
from kinerja.services.usul_perbaikan_baca import UsulTerukur, measured_ideas

#: A page stays short; the newest say most.
TERBANYAK: Final = 10


class BuktiTalenta(NamedTuple):
    """`hari`: when it was over; `teks`: what came of it."""

    hari: date
    apa: str
    teks: str


def evidence_of(pegawai_ids: Collection[int], *, terbuka: bool = False) -> dict[int, list[BuktiTalenta]]:
    """By person, the newest first: ideas with a number, ended assignments with an effect; three queries.

    `terbuka`: for the committee, without the ideas whose author is not named to everybody.
    """
    usul = measured_ideas(pegawai_ids, terbuka=terbuka)
    tugas = finished_evidence(pegawai_ids)
    return {
        pk: sorted([*map(_idea, usul[pk]), *_assignments(tugas[pk])], key=lambda b: b.hari, reverse=True)[
            :TERBANYAK
        ]
        for pk in pegawai_ids
    }


def _idea(u: UsulTerukur) -> BuktiTalenta:
    return BuktiTalenta(u.selesai, "Usul perbaikan", u.teks)


def _assignments(semua: Collection[PesertaPenugasan]) -> list[BuktiTalenta]:
    """Only what somebody wrote an effect of."""
    return [
        BuktiTalenta(
            p.penugasan.selesai, "Penugasan", f"{p.penugasan}, {p.penugasan.unit.nama}: {p.penugasan.dampak}"
        )
        for p in semua
        if p.penugasan.dampak
    ]
