"""What mentoring asks of the app above: who is short of what in the last run, and how people were rated."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from karier.models import HasilEvaluasi
from karier.services.cocok import CelahTeknis
from karier.services.keadaan import Keadaan, last_run, stored_outcomes
from karier.services.pencocokan import find_all_gaps
from kinerja.facts import predikat
from mentoring.services.menunggu import Celah
from pegawai.models import Instansi
from pelatihan.services.celah_teknis import technical_gaps

#: People whose facts are in memory at once.
SEPOTONG: Final = 2_000


def gaps_of_run(instansi: Instansi, per: date) -> dict[int, list[Celah]]:
    """By person, the largest gap first: the nine of the last finished run, technical ones beside them.

    Nobody is named before there is a run; what was never assessed is no gap.
    """
    run = last_run(instansi.pk)
    if run is None:
        return {}
    milik = HasilEvaluasi.objects.filter(run_id=run.pk).order_by("pegawai_id")
    ids = list(milik.values_list("pegawai_id", flat=True))
    hasil: dict[int, list[Celah]] = {}
    for awal in range(0, len(ids), SEPOTONG):
        hasil |= _gaps(stored_outcomes(run, ids[awal : awal + SEPOTONG]), per)
    return hasil


def _gaps(keadaan: dict[int, Keadaan], per: date) -> dict[int, list[Celah]]:
    sembilan = find_all_gaps(k for k in keadaan.values() if not k.gagal)
    teknis = technical_gaps(sembilan, per=per)
    hasil = {}
    for pk, celah in sembilan.items():
        semua = [Celah((c.kompetensi.value, None), c.level_sekarang, c.level_wajib) for c in celah]
        semua += [
            Celah(("", t.kompetensi.pk), t.level_sekarang, t.level_wajib)
            for t in (CelahTeknis(*t) for t in teknis[pk])
            if t.level_sekarang is not None
        ]
        if semua:
            hasil[pk] = sorted(semua, key=lambda c: c.punya - c.wajib)
    return hasil


def last_predikat(pegawai_ids: Collection[int], per: date) -> dict[int, int]:
    """The signed predikat of the last year that has one, of the two before `per`'s; one query."""
    baris = predikat(per).filter(pegawai_id__in=list(pegawai_ids))
    isi = baris.values_list("pegawai_id", "predikat_1", "predikat_2")
    return {pk: satu or dua for pk, satu, dua in isi if satu or dua}
