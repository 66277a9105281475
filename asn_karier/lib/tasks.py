"""Background work: the database is the record, a message is only a hint.

`hint` wakes a worker after the commit and costs the user nothing when the broker is dead.
`Sweepable` is what the sweeper asks of every kind of background work; the upper app registers
itself in `AppConfig.ready` under the name of the Celery task that does one piece of it.
"""

import logging
import os
import threading
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, Protocol

from celery import current_app
from django.conf import settings
from django.db import transaction

log = logging.getLogger(__name__)

#: A request never waits longer for the broker (seconds): half for another hint under way, half for its own.
BATAS_TUNGGU: Final = 1.0


class Sweepable(Protocol):
    """A kind of background work that survives the loss of every message."""

    def claimable(self) -> Iterable[int]:
        """Ids of work that waits and that nobody holds: a few, the oldest first."""

    def process_one(self, pk: int) -> bool:
        """Claim and do one piece; False when there was nothing to do. Safe to call twice."""

    def close_finished(self) -> None:
        """Close whatever has all its pieces done; safe to call from several processes."""


_SAPUAN: dict[str, Sweepable] = {}


def daftarkan_sapuan(nama: str, sapuan: Sweepable) -> None:
    """Register work under the name of its Celery task, which takes one argument `pk`."""
    _SAPUAN[nama] = sapuan


def sapuan_terdaftar() -> Mapping[str, Sweepable]:
    """All registered work by task name."""
    return MappingProxyType(_SAPUAN)


def hint(nama: str, **ids: int) -> None:
    """After the commit, tell the workers that task `nama` has work. Ids only, never personal data.

    Never raises: what is lost here the sweeper finds again within seconds.
    """
    transaction.on_commit(partial(_publish, nama, ids), robust=True)


def hint_semua(nama: str, daftar_pk: list[int]) -> None:
    """After the commit, hint several pieces of work; stops at the first the broker does not take."""
    transaction.on_commit(partial(hint_now, nama, daftar_pk), robust=True)


def hint_now(nama: str, daftar_pk: Iterable[int]) -> None:
    """Hint at once, without waiting for a commit: the sweeper inside a worker."""
    for pk in daftar_pk:
        if not _publish(nama, {"pk": pk}):
            return


def is_broker_dalam_proses() -> bool:
    """The in-memory broker reaches only this process: a message from a web process would wake nobody."""
    return str(settings.CELERY_BROKER_URL).startswith("memory:")


class _Penerbit:
    """One publication at a time in a thread that may hang without anyone waiting for it."""

    def __init__(self) -> None:
        self.di_pekerja = False
        self._sibuk = threading.Lock()
        self._mengeluh = False

    def publish(self, nama: str, ids: dict[str, int]) -> bool:
        """True when the broker took the message in time."""
        if not self._sibuk.acquire(timeout=BATAS_TUNGGU / 2):
            return False
        utas = threading.Thread(target=self._send, args=(nama, ids), daemon=True, name="asn-hint")
        try:
            utas.start()
        except RuntimeError:  # the interpreter is shutting down
            self._sibuk.release()
            return False
        utas.join(BATAS_TUNGGU / 2)
        return not utas.is_alive() and not self._mengeluh

    def _send(self, nama: str, ids: dict[str, int]) -> None:
        try:
            current_app.send_task(nama, kwargs=ids, retry=False, ignore_result=True)
            self._mengeluh = False
        except Exception as galat:  # noqa: BLE001 - kombu, redis and sockets raise anything
            if not self._mengeluh:
                log.warning("Perantara pesan tidak menjawab (%s); penyapu melanjutkan.", type(galat).__name__)
            self._mengeluh = True
        finally:
            self._sibuk.release()


_penerbit = _Penerbit()


def _setelah_fork() -> None:
    # A fork may copy a lock that its holder never gives back in the child.
    global _penerbit
    di_pekerja = _penerbit.di_pekerja
    _penerbit = _Penerbit()
    _penerbit.di_pekerja = di_pekerja


os.register_at_fork(after_in_child=_setelah_fork)


def tandai_pekerja() -> None:
    """This process runs a Celery worker, so the in-memory broker reaches someone."""
    _penerbit.di_pekerja = True


def _publish(nama: str, ids: dict[str, Any]) -> bool:
    if is_broker_dalam_proses() and not _penerbit.di_pekerja:
        return False
    return _penerbit.publish(nama, ids)
