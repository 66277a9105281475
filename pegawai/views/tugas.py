"""*Yang perlu Anda lakukan*: one list on the home page, filled in by every app."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.http import HttpRequest

from pegawai.models import Pegawai


class Tugas(NamedTuple):
    """One line for templates/partials/tugas.html. `menit`: how long it takes, 0 when nobody knows.

    `batas` orders the list: what ends first stands first, what has no end last.
    """

    judul: str
    url: str
    tanda: str = ""
    kelas: str = ""
    ket: str = ""
    menit: int = 0
    batas: datetime | None = None


class Penanya(NamedTuple):
    """Who looks at their list, and when."""

    request: HttpRequest
    saya: Pegawai
    at: datetime


Pembuat = Callable[[Penanya], Iterable[Tugas]]
_PEMBUAT: dict[str, Pembuat] = {}


def daftarkan_tugas(kode: str, pembuat: Pembuat) -> None:
    """Tasks of one kind for whoever asks; registering a kind again replaces it."""
    _PEMBUAT[kode] = pembuat


def collect_tasks(penanya: Penanya) -> list[Tugas]:
    """Every task that waits for this person, by what ends first."""
    semua = [t for pembuat in _PEMBUAT.values() for t in pembuat(penanya)]
    return sorted(semua, key=_urutan)


def _urutan(t: Tugas) -> tuple[bool, Any]:
    return (t.batas is None, t.batas and t.batas.timestamp())
