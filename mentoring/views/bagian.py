"""Parts of the page *Mentor* that belong to others: a running pair, and what came of former ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from pegawai.views.tugas import Penanya, guarded

#: The places of the page, from the top down: after one's own mentor, after one's side as a mentor.
TEMPAT: Final = ("berjalan", "membimbing", "berakhir")


class Bagian(NamedTuple):
    """One section: a template that begins with its own h2, and what it reads as `isi`."""

    templat: str
    isi: dict[str, Any]


Pembuat = Callable[[Penanya], Bagian | None]
_PEMBUAT: dict[str, Pembuat] = {}


def daftarkan_bagian(tempat: str, pembuat: Pembuat) -> None:
    """Fill one place of the page, in AppConfig.ready; None from `pembuat` leaves it out for this person."""
    if tempat not in TEMPAT:
        raise ValueError(f"Unknown place of the page: {tempat}")
    _PEMBUAT[tempat] = pembuat


def collect_parts(penanya: Penanya) -> tuple[list[Bagian], list[str]]:
    """The sections in their order, and what could not be read; one that fails takes no other along."""
    hasil = [guarded("mentoring", _pembuat(t, penanya)) for t in TEMPAT if t in _PEMBUAT]
    gagal = dict.fromkeys(nama for satu in hasil for nama in satu.gagal)
    return [satu.nilai for satu in hasil if satu.nilai is not None], list(gagal)


def _pembuat(tempat: str, penanya: Penanya) -> Callable[[], Bagian | None]:
    return lambda: _PEMBUAT[tempat](penanya)
