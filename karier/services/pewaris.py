"""The map of heirs of knowledge: who retires within five years x what few others know x unit.

One answer for pages and for whoever makes pairs out of it: (senior, competency, heirs), each with its
reason, the most urgent first. Who takes part is decided by the two people, so nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.fakta import capai, unpack_rows
from karier.rules.kebutuhan import KOMPETENSI
from karier.rules.pewaris import CAKRAWALA, Pemegang, Warisan, knowledge_leaving
from karier.services.keadaan import last_run
from mentoring.enums import StatusMentor
from mentoring.models import KeahlianMentor
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import KompetensiTeknis, Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS, LEBAR_SEGMEN
from pegawai.services.kompetensi_baca import technical_levels

#: People whose rows are in memory at once.
SEPOTONG: Final = 5_000
#: A perangkat daerah hangs directly below the root of the tree.
_PERANGKAT: Final = 2 * LEBAR_SEGMEN
_TEKNIS: Final = "teknis:"


class PetaPewaris(NamedTuple):
    """`nama`: of each competency and of each unit path; `bersedia`: (person, competency) of open mentors."""

    run: RunEvaluasi
    warisan: list[Warisan]
    kompetensi: Mapping[str, str]
    unit: Mapping[str, str]
    bersedia: frozenset[tuple[int, str]]


def read_heirs(instansi_id: int, *, per: date) -> PetaPewaris | None:
    """None before the first run. Four queries per piece of people, three more for all."""
    run = last_run(instansi_id)
    if run is None:
        return None
    warisan = knowledge_leaving(_holders(run, per), per)
    teknis = KompetensiTeknis.objects.values_list("pk", "nama")
    return PetaPewaris(
        run,
        warisan,
        {k.value: n for k, n in LABEL[KompetensiMansoskul].items()}
        | {f"{_TEKNIS}{pk}": n for pk, n in teknis},
        dict(UnitKerja.objects.filter(instansi=instansi_id).values_list("jalur", "nama")),
        _open_mentors(warisan),
    )  # fmt: skip


def narrowed(peta: PetaPewaris, *, tahun: int | None, unit: UnitKerja | None) -> list[Warisan]:
    """Within so many years, of one perangkat daerah."""
    perangkat = unit.jalur[:_PERANGKAT] if unit else ""
    return [
        w
        for w in peta.warisan
        if (tahun is None or w.tahun <= tahun) and (not perangkat or w.pemegang.unit == perangkat)
    ]


def per_horizon(warisan: Iterable[Warisan]) -> list[tuple[int, int, int]]:
    """(years, people, rare competencies) within each horizon."""
    semua = list(warisan)
    return [
        (t, len({w.pemegang.kunci for w in dalam}), len(dalam))
        for t in CAKRAWALA
        for dalam in [[w for w in semua if w.tahun <= t]]
    ]


def _holders(run: RunEvaluasi, per: date) -> Iterator[Pemegang]:
    """Everybody on duty with each competency that they have shown."""
    milik = HasilEvaluasi.objects.filter(
        run_id=run.pk, pegawai__kedudukan_hukum__in=BERTUGAS, pegawai__instansi=run.instansi_id
    )
    ruas = ("pegawai_id", "fakta", "tmt_pensiun", "pegawai__unit__jalur", "pegawai__atasan_id")
    terakhir = 0
    while baris := list(
        milik.filter(pegawai_id__gt=terakhir).order_by("pegawai_id").values_list(*ruas)[:SEPOTONG]
    ):
        yield from _of_piece(baris, per)
        terakhir = baris[-1][0]


def _of_piece(baris: list[tuple[Any, ...]], per: date) -> Iterator[Pemegang]:
    orang = {pk: ((jalur or "")[:_PERANGKAT], pensiun, atasan) for pk, _, pensiun, jalur, atasan in baris}
    fakta = unpack_rows([bytes(b[1]) for b in baris])
    for k in KOMPETENSI:
        for (pk, *_), level in zip(baris, capai(fakta, k).isi(0).tolist(), strict=True):
            if level:
                yield Pemegang(pk, k.value, level, *orang[pk])
    for pk, teknis, kini in technical_levels(list(orang), per=per):
        if kini.level:
            yield Pemegang(pk, f"{_TEKNIS}{teknis}", kini.level, *orang[pk])


def _open_mentors(warisan: Iterable[Warisan]) -> frozenset[tuple[int, str]]:
    ids = {w.pemegang.kunci for w in warisan}
    ahli = KeahlianMentor.objects.filter(profil__status=StatusMentor.AKTIF, profil__pegawai__in=ids)
    baris = ahli.values_list("profil__pegawai_id", "kompetensi", "teknis_id")
    return frozenset((pk, kompetensi or f"{_TEKNIS}{teknis}") for pk, kompetensi, teknis in baris)


def names_of(warisan: Iterable[Warisan]) -> dict[int, tuple[str, str]]:
    """Name and NIP of everybody in these rows; one query."""
    ids = {p.kunci for w in warisan for p in (w.pemegang, *w.pewaris)}
    return {p.pk: (p.nama_gelar, p.nip) for p in Pegawai.objects.filter(pk__in=ids)}
