"""What an operator may fill in for somebody besides corrections of data; upper apps register it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final

from pegawai.models import Pegawai
from pegawai.services.usulan_pilih import KelompokPilihan

#: (person, account of the operator, moment) -> groups of lines with the way to each.
Pembuat = Callable[[Pegawai, Any, datetime], Iterable[KelompokPilihan]]
_PEMBUAT: Final[dict[str, Pembuat]] = {}


def daftarkan_isikan(kode: str, pembuat: Pembuat) -> None:
    """Lines of one kind; registering a kind again replaces it."""
    _PEMBUAT[kode] = pembuat


def fillable(pegawai: Pegawai, *, actor: Any, at: datetime) -> list[KelompokPilihan]:
    """Every group that has something to fill in."""
    return [k for pembuat in _PEMBUAT.values() for k in pembuat(pegawai, actor, at) if k.pilihan]
