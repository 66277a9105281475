"""The sweeper of imports: whoever is free does what is wanted next."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import InterfaceError, OperationalError

from asn_karier.lib.db import coba_kunci_sesi, is_sambungan_putus, is_sibuk
from pegawai.enums import TahapImpor
from pegawai.models import Impor
from pegawai.services.impor_kembali import kerjakan
from pegawai.services.impor_kerja import periksa, terapkan

log = logging.getLogger(__name__)


class SapuanImpor:
    """Implementation of lib.tasks.Sweepable: imports that wait for a worker."""

    def __init__(self) -> None:
        self._sedang: set[int] = set()
        self._pintu = threading.Lock()

    def claimable(self) -> list[int]:
        """Ids of imports with a wish, the oldest first."""
        menunggu = Impor.objects.exclude(tahap=TahapImpor.TIDAK_ADA).order_by("pk")
        return [pk for pk in menunggu.values_list("pk", flat=True)[:20] if pk not in self._sedang]

    def process_one(self, pk: int) -> bool:
        """Check, apply or undo one import; False when there is nothing to do or someone else is at it."""
        with self._sendiri(pk) as dapat:
            if not dapat:
                return False
            try:
                return _kerjakan(pk)
            except (OperationalError, InterfaceError) as salah:
                # The wish stands: the next round goes on from where this one stopped.
                if not (is_sibuk(salah) or is_sambungan_putus(salah)):
                    raise
                log.info("Impor %s menunggu basis data (%s).", pk, type(salah).__name__)
                return False

    def close_finished(self) -> None:
        """Nothing to close: the last piece closes its import."""

    @contextmanager
    def _sendiri(self, pk: int) -> Iterator[bool]:
        """One worker per import: a lock of the session on PostgreSQL, of this process on SQLite."""
        with self._pintu:
            dapat = pk not in self._sedang
            self._sedang.add(pk)
        if not dapat:
            yield False
            return
        try:
            with coba_kunci_sesi(f"impor:{pk}") as dapat:
                yield dapat
        finally:
            self._sedang.discard(pk)


def _kerjakan(pk: int) -> bool:
    tahap = Impor.objects.filter(pk=pk).values_list("tahap", flat=True).first()
    if tahap == TahapImpor.PERIKSA:
        periksa(pk)
    elif tahap == TahapImpor.TERAPKAN:
        terapkan(pk)
    elif tahap:
        kerjakan(pk)
    return bool(tahap)
