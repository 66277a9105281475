"""What *Pemantauan pengembangan* shows: tables by unit and region, equality, the estimated index, one page.

Screen, file and paper are cut from the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from asn_karier.lib import kata
from karier.enums import DimensiSetara, UkuranPantau
from karier.kamus.pantau import ARTI, DIMENSI, JUDUL, finding, group_names, nothing_found, share
from karier.models import HasilEvaluasi, RunEvaluasi
from karier.rules.ipasn import PARUH
from karier.rules.pantau import (
    PALING_SEDIKIT,
    Bagian,
    Nomor,
    Topeng,
    comparable,
    hide_beside,
    hide_small,
    tally,
    tell,
    worth_a_look,
)
from karier.services.keadaan import last_run
from karier.services.pantau import Pantauan, Ukur

#: KEPUTUSAN of the issue: by what PNS and PPPK are compared; one is never compared with the other.
SETARA: Final = {
    "PNS": (UkuranPantau.KENAIKAN_TEPAT, UkuranPantau.JP),
    "PPPK": (
        UkuranPantau.JP,
        UkuranPantau.MENTORING,
        UkuranPantau.UMPAN_BALIK,
        UkuranPantau.PERPANJANGAN,
    ),
}


class Tabel(NamedTuple):
    """`baris`: name of the group, people in it, a text per heading after the first two."""

    kepala: list[str]
    baris: list[tuple[str, str, list[str]]]

    @property
    def sel(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Per row its name, and (heading, text) of every cell after it: a phone shows rows as cards."""
        return [(n, list(zip(self.kepala[1:], [o, *isi], strict=True))) for n, o, isi in self.baris]


class Setara(NamedTuple):
    """Groups of PNS or of PPPK side by side, and the differences that deserve a look."""

    judul: str
    tabel: list[tuple[str, Tabel]]
    temuan: list[str]
    banyak: int


class Indeks(NamedTuple):
    """Estimate of the Indeks Profesionalitas from the stored run: points 0-100 as text, "" of too few."""

    run: RunEvaluasi
    seluruh: str
    dikenal: str
    unit: list[tuple[str, str, str]]


def by_unit(p: Pantauan) -> Tabel:
    """A row per perangkat daerah and one for all."""
    tabel = _table(p, list(p.ukur), p.unit, p.nama_unit, kepala="Unit kerja")
    tabel.baris.append(("Jumlah", kata.bilangan(len(p)), [share(tell(b)) for b in overall(p).values()]))
    return tabel


def by_region(p: Pantauan) -> Tabel:
    dimensi = DimensiSetara.WILAYAH
    nama = group_names(dimensi)
    return _table(p, list(p.ukur), p.dimensi[dimensi], nama, kepala=DIMENSI[dimensi])


def equality(p: Pantauan) -> list[Setara]:
    """Whether a chance depends on sex, age or place, told apart for PNS and PPPK."""
    return [_compared(p, judul, ukuran) for judul, ukuran in SETARA.items()]


def overall(p: Pantauan) -> dict[UkuranPantau, Bagian]:
    """Of everybody whom a measure concerns."""
    return {u: Bagian(int((m.ya & m.termasuk).sum()), int(m.termasuk.sum())) for u, m in p.ukur.items()}


def unit_shares(p: Pantauan) -> dict[UkuranPantau, list[Bagian]]:
    return {u: tally(p.unit, len(p.nama_unit), m.termasuk, m.ya) for u, m in p.ukur.items()}


def meanings(p: Pantauan) -> list[tuple[str, str]]:
    """Heading and meaning of every measure that the page tells."""
    return [(JUDUL[u], ARTI[u]) for u in p.ukur]


def professionalism(p: Pantauan) -> Indeks | None:
    """From the last run; None before the first. The official index stands in SIASN."""
    run = last_run(p.instansi_id)
    if run is None:
        return None
    nilai = dict(
        HasilEvaluasi.objects.filter(run_id=run.pk, ipasn__isnull=False)
        .order_by()
        .values_list("pegawai_id", "ipasn")
    )
    poin = np.array([nilai.get(pk, -1) for pk in p.pk.tolist()], dtype=np.int32)
    unit = [(n, *_points(poin[p.unit == i])) for i, n in enumerate(p.nama_unit)]
    rata, dikenal = _points(poin)
    return Indeks(run, rata, dikenal, unit)


def _points(poin: Nomor) -> tuple[str, str]:
    """Mean of what is known, and of how many people it is."""
    dikenal = poin[poin >= 0]
    dari = f"{kata.bilangan(len(dikenal))} dari {kata.bilangan(len(poin))} orang"
    if len(dikenal) < PALING_SEDIKIT:
        return "", dari
    return kata.senti(round(100 * float(dikenal.mean()) / PARUH)), dari


def _everybody(p: Pantauan) -> Topeng:
    return np.ones(len(p), dtype=np.bool_)


def _table(
    p: Pantauan, ukuran: Sequence[UkuranPantau], kelompok: Nomor, nama: Sequence[str], *, kepala: str
) -> Tabel:
    semua = _everybody(p)
    kolom = [hide_small(_shares(p.ukur[u], kelompok, len(nama), semua)) for u in ukuran]
    return _rows(tally(kelompok, len(nama), semua, semua), kolom, ukuran, nama, kepala)


def _table_of(p: Pantauan, ukuran: Sequence[UkuranPantau], d: DimensiSetara, siapa: Topeng) -> Tabel:
    """Of PNS or of PPPK."""
    nama = group_names(d)
    orang = tally(p.dimensi[d], len(nama), siapa, siapa)
    return _rows(orang, [_told(p, u, d, siapa) for u in ukuran], ukuran, nama, DIMENSI[d])


def _told(p: Pantauan, u: UkuranPantau, d: DimensiSetara, siapa: Topeng) -> list[Bagian | None]:
    """All together are told by region and in one sum (`by_region`, `by_unit`)."""
    milik, lain = (_shares(p.ukur[u], p.dimensi[d], len(group_names(d)), s) for s in (siapa, ~siapa))
    return hide_beside(milik, lain, per_kelompok=d is DimensiSetara.WILAYAH)


def _rows(
    orang: Sequence[Bagian],
    kolom: Sequence[Sequence[Bagian | None]],
    ukuran: Sequence[UkuranPantau],
    nama: Sequence[str],
    kepala: str,
) -> Tabel:
    baris = [
        (n, kata.bilangan(orang[i].dari), [share(k[i]) for k in kolom])
        for i, n in enumerate(nama)
        if orang[i].dari
    ]
    return Tabel([kepala, "Pegawai", *(JUDUL[u] for u in ukuran)], baris)


def _shares(m: Ukur, kelompok: Nomor, banyak: int, siapa: Topeng) -> list[Bagian]:
    return tally(kelompok, banyak, m.termasuk & siapa, m.ya)


def _compared(p: Pantauan, judul: str, ukuran: Sequence[UkuranPantau]) -> Setara:
    siapa = p.pns if judul == "PNS" else ~p.pns
    ada = [u for u in ukuran if u in p.ukur]
    tabel = [(DIMENSI[d], _table_of(p, ada, d, siapa)) for d in DimensiSetara]
    banding = [
        (u, d, _shares(p.ukur[u], p.dimensi[d], len(group_names(d)), siapa))
        for u in ada
        for d in DimensiSetara
        if any(_told(p, u, d, siapa))
    ]
    banyak = sum(comparable(b) for _, _, b in banding)
    temuan = [t for satu in banding for t in _findings(*satu)]
    return Setara(judul, tabel, temuan or [nothing_found(banyak)], banyak)


def _findings(u: UkuranPantau, d: DimensiSetara, baris: list[Bagian]) -> Iterator[str]:
    """Of two groups one sentence says it all: that about the lower one."""
    nama, perlu = group_names(d), worth_a_look(baris)
    for i, selisih in perlu[:1] if len(nama) == 2 else perlu:
        yield finding(u, kata.huruf_kecil_awal(nama[i]), selisih)


def as_rows(tabel: Tabel) -> list[list[Any]]:
    """The rows of a table for a file."""
    return [[nama, orang, *isi] for nama, orang, isi in tabel.baris]
