"""*Menunggu Anda*: one list on the home page, filled in by every app."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, NamedTuple, TypeVar

from django.db import transaction
from django.http import HttpRequest

from asn_karier.lib.db import is_sambungan_putus, is_sibuk
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of
from pegawai.services.tenggat import days_left_text
from pegawai.views.saya import leads_anybody

log = logging.getLogger(__name__)
T = TypeVar("T")
#: What a reader misses when the tasks of one app cannot be read, by the first part of their code.
NAMA_APP: Final = {
    "kinerja": "Data kinerja",
    "karier": "Data karier",
    "pelatihan": "Data pelatihan",
    "mentoring": "Data mentoring",
}


class Tugas(NamedTuple):
    """One line for templates/partials/tugas.html. `menit`: how long it takes, 0 when nobody knows.

    `batas` orders the list: what ends first stands first, what has no end last. `memutus`: others wait for
    my word; else it is mine to fill in or to read.
    """

    judul: str
    url: str
    tanda: str = ""
    kelas: str = ""
    ket: str = ""
    menit: int = 0
    batas: datetime | None = None
    memutus: bool = False


class Penanya(NamedTuple):
    """Who looks at their list, and when."""

    request: HttpRequest
    saya: Pegawai
    at: datetime


Pembuat = Callable[[Penanya], Iterable[Tugas]]
_PEMBUAT: dict[str, Pembuat] = {}
#: Kinds that are about people who are led: most people lead nobody, and are not asked.
_PIMPINAN: set[str] = set()


@dataclass(frozen=True, slots=True)
class Terjaga(Generic[T]):
    """What a part of a page came to; `gagal`: what could not be read, as a reader calls it."""

    nilai: T | None
    gagal: list[str]


class DaftarTugas(NamedTuple):
    """Every task by what ends first. `gagal`: what could not be read, as a reader calls it."""

    tugas: list[Tugas]
    gagal: list[str]

    def untuk_orang_lain(self) -> list[Tugas]:
        """What others wait for."""
        return [t for t in self.tugas if t.memutus]

    def sendiri(self) -> list[Tugas]:
        return [t for t in self.tugas if not t.memutus]

    def ditambah(self, lain: Iterable[Tugas]) -> DaftarTugas:
        """With tasks that a page makes itself, in the same order."""
        return self._replace(tugas=sorted([*self.tugas, *lain], key=_urutan))


def daftarkan_tugas(kode: str, pembuat: Pembuat, *, pimpinan: bool = False) -> None:
    """Tasks of one kind for whoever asks; registering a kind again replaces it.

    `pimpinan`: only about people whose pejabat penilai the asker is today (`leads_anybody`).
    """
    _PEMBUAT[kode] = pembuat
    (_PIMPINAN.add if pimpinan else _PIMPINAN.discard)(kode)


def collect_tasks(penanya: Penanya) -> DaftarTugas:
    """Every task that waits for this person; what cannot be read does not take the others along."""
    memimpin = leads_anybody(penanya.request)
    tugas, gagal = _read([kode for kode in _PEMBUAT if memimpin or kode not in _PIMPINAN], penanya)
    return DaftarTugas(sorted(tugas, key=_urutan), list(dict.fromkeys(gagal)))


def _read(semua: list[str], penanya: Penanya) -> tuple[list[Tugas], list[str]]:
    """All kinds in one go; after a failure one by one, so that it stays with the kind it is about."""
    hasil = guarded(
        semua[0] if len(semua) == 1 else "",
        lambda: [t for kode in semua for t in _PEMBUAT[kode](penanya)],
    )
    if not hasil.gagal or len(semua) == 1:
        return hasil.nilai or [], hasil.gagal
    satu_satu = [_read([kode], penanya) for kode in semua]
    return [t for tugas, _ in satu_satu for t in tugas], [n for _, gagal in satu_satu for n in gagal]


def guarded(kode: str, fungsi: Callable[[], T | None]) -> Terjaga[T]:
    """A part of a page whose failure does not take the page along; lost connections do."""
    try:
        # A refusal of the database must not spoil the transaction of the page.
        with transaction.atomic():
            return Terjaga(fungsi(), [])
    except Exception as galat:
        if is_sambungan_putus(galat) or is_sibuk(galat):
            raise
        # Without the message, which may quote the data of the person.
        log.warning("Bagian %s tidak dapat dibaca: %s", kode or "tugas", type(galat).__name__)
        return Terjaga(None, [NAMA_APP.get(kode.partition(".")[0], "Sebagian data")])


def task_line(t: Tugas, penanya: Penanya) -> dict[str, Any]:
    """One line with the days that are left, on the clock of the reader, and the minutes it takes."""
    sisa = days_left_text(t.batas, zone_of(penanya.saya), at=penanya.at)
    menit = f"sekitar {t.menit} menit" if t.menit else ""
    ukuran = " · ".join(bagian for bagian in (sisa, menit) if bagian)
    return {**t._asdict(), "ukuran": ukuran[:1].upper() + ukuran[1:]}


def _urutan(t: Tugas) -> tuple[bool, Any]:
    return (t.batas is None, t.batas and t.batas.timestamp())
