"""The order in which rows about one person are held, so that two who write at once never wait crosswise.

First what upper apps keep about the person and write again afterwards, then the person, then the other rows.
An app registers what comes first (AppConfig.ready), because this one does not know it. Who changes a person
and sets off what follows from it in the same transaction asks for that here, before the person is held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pegawai.models import Pegawai

Pendahulu = Callable[[Iterable[int]], Any]
_PENDAHULU: dict[str, Pendahulu] = {}


def daftarkan_pendahulu(kode: str, tahan: Pendahulu) -> None:
    """Register what an app holds of people before anybody holds the people themselves."""
    _PENDAHULU[kode] = tahan


def tahan_pendahulu(pegawai_ids: Iterable[int]) -> None:
    """Held until the end of the transaction; one statement per app. Call it before the people are held."""
    ids = list(pegawai_ids)
    for tahan in _PENDAHULU.values() if ids else ():
        tahan(ids)


def tahan_pegawai(pegawai_ids: Iterable[int]) -> dict[int, int]:
    """The people, held in the order of their keys until the transaction ends, each with their instansi."""
    semua = Pegawai.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=set(pegawai_ids))
    return dict(semua.order_by("pk").values_list("pk", "instansi_id"))
