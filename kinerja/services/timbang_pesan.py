"""Who gets a reminder, who does not, and when it may come: for a preview and for the sending alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib.aturan import aturan_per
from kinerja.enums import DIUKUR, DORONGAN, JenisPesan, Nasib
from kinerja.models import Pemberitahuan, PilihanPesan, RencanaPengisian, SiklusPenilaian, UkurPesan
from kinerja.rules.pengingat import SEMUA_JAM, SEPEKAN, Jam, is_held_out, next_open, room_left
from pegawai.rules.disiplin import libur_tetap


class Calon(NamedTuple):
    """Somebody who might get a reminder; `kunci` makes it the same one or another."""

    pegawai_id: int
    zona_waktu: str
    kunci: str


class Timbang(NamedTuple):
    """What becomes of it; `pada`: when it may be read."""

    calon: Calon
    nasib: Nasib
    pada: datetime


@dataclass(slots=True)
class Keadaan:
    """What is known about the people of one instansi before anything is sent; five queries."""

    jenis: JenisPesan
    siklus_id: int
    at: datetime
    libur: frozenset[Any]
    diukur: bool
    pilihan: dict[int, tuple[Jam, frozenset[str]]] = field(default_factory=dict)
    sudah: dict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    kunci: set[tuple[int, str]] = field(default_factory=set)


def weigh(
    *, siklus: SiklusPenilaian, jenis: JenisPesan, calon: Iterable[Calon], at: datetime
) -> list[Timbang]:
    """The lot of every candidate, in their order. The same number of queries for one and for all."""
    keadaan = _baca(siklus, jenis, at)
    return [_timbang(keadaan, c) for c in calon]


def holidays(at: datetime) -> frozenset[Any]:
    """National holidays of this year and the next whose day is fixed."""
    return libur_tetap((at.year, at.year + 1), aturan_per(at.date()))


def is_measured(siklus: SiklusPenilaian, jenis: JenisPesan) -> bool:
    """Whether a tenth is left out: in the first cycle in which the instansi sends this kind."""
    return siklus.pk in measured_among([siklus], jenis)


def measured_among(semua: Sequence[SiklusPenilaian], jenis: JenisPesan) -> set[int]:
    """In which of these cycles of one instansi a tenth is left out; one query."""
    if not semua or jenis not in DIUKUR:
        return set()
    pertama = UkurPesan.objects.filter(instansi=semua[0].instansi_id, jenis=jenis)
    siklus_id = pertama.values_list("siklus_id", flat=True).first()
    return {s.pk for s in semua if siklus_id in (None, s.pk)}


def _baca(siklus: SiklusPenilaian, jenis: JenisPesan, at: datetime) -> Keadaan:
    k = Keadaan(jenis, siklus.pk, at, holidays(at), is_measured(siklus, jenis))
    milik = {"pegawai__instansi_id": siklus.instansi_id}
    for pk, buka, tutup, mati in PilihanPesan.objects.filter(**milik).values_list(
        "pegawai_id", "jam_buka", "jam_tutup", "dimatikan"
    ):
        k.pilihan[pk] = (Jam(buka, tutup), frozenset(mati))
    dekat = Pemberitahuan.objects.filter(**milik, jenis__in=DORONGAN, terbit_pada__gt=at - SEPEKAN)
    for pk, pada in dekat.order_by().values_list("pegawai_id", "terbit_pada"):
        k.sudah[pk].append(pada)
    k.kunci = set(
        Pemberitahuan.objects.filter(siklus=siklus, jenis=jenis).order_by().values_list("pegawai_id", "kunci")
    )
    if jenis is not JenisPesan.RENCANA:
        # What somebody asked for keeps its place among the two of the week.
        janji = RencanaPengisian.objects.filter(**milik, pada__gt=at, pada__lt=at + 2 * SEPEKAN)
        for pk, pada in janji.order_by().values_list("pegawai_id", "pada"):
            k.sudah[pk].append(pada)
    return k


def _timbang(k: Keadaan, c: Calon) -> Timbang:
    jam, mati = k.pilihan.get(c.pegawai_id, (SEMUA_JAM, frozenset()))
    pada = next_open(k.at.astimezone(ZoneInfo(c.zona_waktu)), k.libur, jam)
    return Timbang(c, _nasib(k, c, pada, mati), pada)


def _nasib(k: Keadaan, c: Calon, pada: datetime, mati: frozenset[str]) -> Nasib:
    if (c.pegawai_id, c.kunci) in k.kunci:
        return Nasib.SUDAH
    if k.jenis.value in mati:
        return Nasib.MATI
    if not room_left(k.sudah.get(c.pegawai_id, ()), pada):
        return Nasib.PENUH
    if k.diukur and is_held_out(str(c.pegawai_id), k.jenis, k.siklus_id):
        return Nasib.PEMBANDING
    return Nasib.KIRIM
