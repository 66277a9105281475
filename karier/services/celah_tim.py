"""What people of a team lack, for who decides about their training: as last judged, and technical."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from karier.services.cocok import CelahTeknis
from karier.services.keadaan import read_outcomes
from karier.services.pencocokan import find_all_gaps
from pelatihan.rules.pilihan import Kebutuhan
from pelatihan.services.celah_teknis import technical_gaps


def needs_of(pegawai_ids: Collection[int], instansi_id: int, per: date) -> dict[int, list[Kebutuhan]]:
    """By person, the largest first; whoever cannot be computed is left out. Queries do not grow."""
    keadaan = read_outcomes(pegawai_ids, instansi_id=instansi_id, per=per)
    sembilan = find_all_gaps(k for k in keadaan.values() if not k.gagal)
    teknis = technical_gaps(sembilan, per=per)
    hasil: dict[int, list[Kebutuhan]] = {}
    for pk, celah in sembilan.items():
        semua = [*(c.kebutuhan for c in celah), *(CelahTeknis(*t).kebutuhan for t in teknis[pk])]
        hasil[pk] = sorted(semua, key=lambda k: -k.besar)
    return hasil
