"""The sweeper: a step of every Celery worker that finds again what messages lose.

Every few seconds (ASN_SAPU_DETIK, default 3) it writes the heartbeat of its worker, hints work that
waits, closes what is finished and drains the outbox. One process at a time does so (advisory lock);
with the in-memory broker it is what feeds its own worker. No beat is needed.
"""

import logging
import os
import socket
import threading
from datetime import datetime, timedelta
from typing import Any, Final

from celery import bootsteps
from django.conf import settings
from django.db import connections, transaction

from asn_karier.lib import outbox
from asn_karier.lib.db import coba_kunci_sesi, is_sambungan_putus, sekarang, tutup_koneksi_kedua
from asn_karier.lib.models import DenyutPekerja
from asn_karier.lib.tasks import hint_now, sapuan_terdaftar, tandai_pekerja

log = logging.getLogger(__name__)

#: Hints per kind of work and round: enough to wake every worker, too few to fill a queue.
PETUNJUK: Final = 20


def nama_pekerja() -> str:
    """Host and process: what a heartbeat and an attempt are signed with."""
    return f"{socket.gethostname()}:{os.getpid()}"[:120]


class Penyapu(bootsteps.StartStopStep):
    """Starts after the pool and before the consumer, whose start returns only when the worker stops."""

    requires = {"celery.worker.components:Pool"}

    def __init__(self, parent: Any, **pilihan: Any) -> None:
        super().__init__(parent, **pilihan)
        self._berhenti = threading.Event()
        self._utas: threading.Thread | None = None
        self._mulai: datetime | None = None

    def start(self, parent: Any) -> None:
        tandai_pekerja()
        self._berhenti.clear()
        self._utas = threading.Thread(target=self._jalan, name="asn-penyapu", daemon=True)
        self._utas.start()

    def stop(self, parent: Any) -> None:
        """End the thread; a round that hangs on a dead database does not hold the worker up."""
        self._berhenti.set()
        if self._utas is not None:
            self._utas.join(timeout=5)

    terminate = stop

    def _jalan(self) -> None:
        while not self._berhenti.is_set():
            self._putaran_aman()
            self._berhenti.wait(float(settings.ASN_SAPU_DETIK))

    def _putaran_aman(self) -> None:
        """One round; nothing that goes wrong in it ends the sweeper."""
        try:
            if self._mulai is None:
                self._mulai = sekarang()
                lupakan_denyut_lama(self._mulai)
            catat_denyut(self._mulai)
            sapu()
        except Exception as galat:
            if is_sambungan_putus(galat):
                log.warning("Penyapu menunggu basis data (%s).", type(galat).__name__)
            else:
                log.exception("Putaran penyapu terhenti; dilanjutkan pada putaran berikut.")
        finally:
            tutup_koneksi_kedua()
            connections.close_all()


def catat_denyut(mulai: datetime) -> None:
    """Write that this worker lives, by the clock of the database."""
    saat = sekarang()
    DenyutPekerja.objects.update_or_create(
        pekerja=nama_pekerja(),
        defaults={"terakhir": saat},
        create_defaults={"mulai": mulai, "terakhir": saat},
    )


def lupakan_denyut_lama(saat: datetime) -> None:
    """Workers that have been silent for a day are history."""
    DenyutPekerja.objects.filter(terakhir__lt=saat - timedelta(days=1)).delete()


def sapu() -> None:
    """One round of sweeping, unless another process is at it."""
    with coba_kunci_sesi("sapu") as dapat:
        if not dapat:
            return
        for nama, sapuan in sapuan_terdaftar().items():
            _sapu_satu(nama, sapuan)
        outbox.drain()


def _sapu_satu(nama: str, sapuan: Any) -> None:
    """One kind of work; its failure does not keep the others waiting."""
    try:
        hint_now(nama, list(sapuan.claimable())[:PETUNJUK])
        sapuan.close_finished()
    except Exception as galat:
        if is_sambungan_putus(galat) or transaction.get_connection().in_atomic_block:
            raise
        log.exception("Sapuan %s terhenti; dilanjutkan pada putaran berikut.", nama)
