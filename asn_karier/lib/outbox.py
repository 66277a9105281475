"""Effects and events that must happen after the transaction that decided them: at least once, same key.

A service writes a row inside its transaction; the sweeper of a worker delivers it to the consumers
registered for its kind. A consumer runs in one transaction with its entry in EfekTerkirim, so its
effect on this database happens once; an effect outside (mail, webhook) carries the key.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.db import IntegrityError, connection, transaction

from asn_karier.lib.db import is_postgres, sekarang
from asn_karier.lib.models import EfekTerkirim, Outbox

log = logging.getLogger(__name__)

Konsumen = Callable[[str, dict[str, Any]], None]

#: Waiting time doubles from the first to the last (seconds).
JEDA_AWAL: Final = 5
JEDA_TERLAMA: Final = 3600

_KONSUMEN: dict[str, list[tuple[str, Konsumen]]] = {}


def daftarkan_konsumen(jenis: str, fungsi: Konsumen) -> None:
    """Let `fungsi(kunci, muatan)` receive events of `jenis`; registering it twice changes nothing."""
    nama = f"{fungsi.__module__}.{fungsi.__qualname__}"[-60:]
    penerima = _KONSUMEN.setdefault(jenis, [])
    if nama not in [n for n, _ in penerima]:
        penerima.append((nama, fungsi))


def lepaskan_konsumen(jenis: str) -> None:
    """Forget the consumers of `jenis` (tests)."""
    _KONSUMEN.pop(jenis, None)


def tulis(*, jenis: str, kunci: str, muatan: dict[str, Any]) -> None:
    """Write an event in the caller's transaction; the same `kunci` again is the same event.

    `muatan` holds ids and codes, never personal data.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An event belongs to the transaction that decided it, and there is none")
    Outbox.objects.bulk_create([Outbox(jenis=jenis, kunci=kunci, muatan=muatan)], ignore_conflicts=True)


def drain(batas: int = 100) -> int:
    """Deliver up to `batas` due events, each in its own transaction; returns how many were delivered."""
    terkirim = 0
    # Looking first: on SQLite every transaction takes the one write lock.
    if not Outbox.objects.filter(terkirim_pada=None, jadwal_berikut__lte=sekarang()).exists():
        return terkirim
    for _ in range(batas):
        hasil = _kirim_satu()
        if hasil is None:
            break
        terkirim += hasil
    return terkirim


def _kirim_satu() -> bool | None:
    """True delivered, False failed and postponed, None when nothing is due."""
    with transaction.atomic():
        baris = _ambil()
        if baris is None:
            return None
        galat = _serahkan(baris)
        baris.percobaan = min(baris.percobaan + 1, 32_767)
        if galat is None:
            baris.terkirim_pada, baris.galat = sekarang(), ""
        else:
            baris.jadwal_berikut = sekarang() + timedelta(seconds=_jeda(baris.percobaan))
            baris.galat = galat
        baris.save(update_fields=["percobaan", "terkirim_pada", "jadwal_berikut", "galat"])
        return galat is None


def _ambil() -> Outbox | None:
    """One due event, held by this transaction (SQLite: the transaction began IMMEDIATE)."""
    menunggu = Outbox.objects.filter(terkirim_pada=None, jadwal_berikut__lte=sekarang())
    if is_postgres():
        menunggu = menunggu.select_for_update(skip_locked=True, no_key=True)
    return menunggu.order_by("jadwal_berikut", "pk").first()


def _serahkan(baris: Outbox) -> str | None:
    """Run every consumer that has not had its effect yet; the first failure is returned as text."""
    for nama, fungsi in _KONSUMEN.get(baris.jenis, []):
        try:
            with transaction.atomic():
                EfekTerkirim.objects.create(kunci=baris.kunci, penerima=nama)
                fungsi(baris.kunci, baris.muatan)
        except IntegrityError:
            if EfekTerkirim.objects.filter(kunci=baris.kunci, penerima=nama).exists():
                continue  # delivered before
            return "IntegrityError"
        except Exception as galat:  # noqa: BLE001 - a consumer may fail in any way; the event stays
            log.warning("Peristiwa %s belum diterima %s: %s", baris.pk, nama, type(galat).__name__)
            return type(galat).__name__
    return None


def _jeda(percobaan: int) -> int:
    """Seconds until the next attempt: 5, 10, 20, ... at most one hour."""
    return int(min(JEDA_AWAL * 2 ** min(percobaan - 1, 20), JEDA_TERLAMA))
