"""What follows when the records of one person were put right: an upper app judges them anew at once.

An accepted correction lets it follow in its own transaction. A form of HR lets it follow after its commit,
so that whatever goes wrong there never takes with it what was typed. Imports do neither: a run follows them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from django.db import transaction

log = logging.getLogger(__name__)

Penerus = Callable[..., None]
_SESUDAH: list[Penerus] = []


def daftarkan_sesudah_ubah(fungsi: Penerus) -> None:
    """Let an upper app act: `fungsi(pegawai_id=)`, in a transaction or outside one; twice is once."""
    if fungsi not in _SESUDAH:
        _SESUDAH.append(fungsi)


def follow_now(*, pegawai_id: int) -> None:
    """In the transaction of the caller, who has called `urutan_kunci.tahan_pendahulu` before."""
    for fungsi in _SESUDAH:
        fungsi(pegawai_id=pegawai_id)


def follow_after_commit(*, pegawai_id: int) -> None:
    """Once what was written stands; a failure is logged and changes nothing of it."""
    transaction.on_commit(partial(_follow, pegawai_id))


def _follow(pegawai_id: int) -> None:
    try:
        follow_now(pegawai_id=pegawai_id)
    except Exception as galat:  # noqa: BLE001 - anything at all: the record is saved, the next run judges it
        # Without the message, which may quote the data of the person.
        log.warning("Pegawai %s belum dihitung ulang: %s", pegawai_id, type(galat).__name__)
