"""Named locks, a second connection and the clock of the database.

SQLite has one writer and its transactions begin IMMEDIATE, so there every lock is held already.
"""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

#: First key of every two-key advisory lock of this project. One table, so that no two meet.
RUANG_INSTANSI: Final = 71_001
RUANG_SESI: Final = 71_002
RUANG_SIKLUS: Final = 71_003


def is_postgres() -> bool:
    return connection.vendor == "postgresql"


def sekarang() -> datetime:
    """The clock of the database, the same for every process; aware."""
    return jam_basis() if is_postgres() else timezone.now()


def jam_basis() -> datetime:
    """What PostgreSQL says; the tests of everything else put the day of the tests in its place."""
    saat: datetime = _satu_nilai("SELECT clock_timestamp()")
    return saat


def kunci_instansi(instansi_id: int, *, bersama: bool = False) -> None:
    """Hold the lock of one instansi until this transaction ends.

    Import-apply and start_run take it alone, so that facts do not change under a run; `bersama`
    holders exclude only those. Needs a transaction. Waits at most lock_timeout (OperationalError).
    """
    _harus_dalam_transaksi()
    if is_postgres():
        akhiran = "_shared" if bersama else ""
        _satu_nilai(f"SELECT pg_advisory_xact_lock{akhiran}(%s, %s)", [RUANG_INSTANSI, _int4(instansi_id)])


def kunci_siklus(siklus_id: int, *, bersama: bool) -> None:
    """Hold the lock of one appraisal cycle until this transaction ends.

    Whoever rates holds it together with the others (`bersama`), whoever announces or closes holds it
    alone: nothing is rated between the look at the cycle and its end. Take it before any row.
    """
    _harus_dalam_transaksi()
    if is_postgres():
        akhiran = "_shared" if bersama else ""
        _satu_nilai(f"SELECT pg_advisory_xact_lock{akhiran}(%s, %s)", [RUANG_SIKLUS, _int4(siklus_id)])


@contextmanager
def instansi_bersama(instansi_id: int) -> Iterator[bool]:
    """Try to hold the lock of one instansi together with other workers; yields whether it is held.

    Taken outside any transaction: a REPEATABLE READ snapshot must begin after the lock is held,
    otherwise it would show the state before an import that it had waited for.
    """
    if not is_postgres():
        yield True
        return
    kunci = [RUANG_INSTANSI, _int4(instansi_id)]
    dapat = bool(_satu_nilai("SELECT pg_try_advisory_lock_shared(%s, %s)", kunci))
    try:
        yield dapat
    finally:
        # A dead connection has released its locks by itself.
        if dapat and connection.connection is not None and not connection.connection.closed:
            _satu_nilai("SELECT pg_advisory_unlock_shared(%s, %s)", kunci)


@contextmanager
def coba_kunci_sesi(nama: str) -> Iterator[bool]:
    """Try to be the only process that does `nama`; yields False at once when another one is."""
    if not is_postgres():
        yield True
        return
    kunci = [RUANG_SESI, _int4(_int8(nama))]
    dapat = bool(_satu_nilai("SELECT pg_try_advisory_lock(%s, %s)", kunci))
    try:
        yield dapat
    finally:
        if dapat and connection.connection is not None and not connection.connection.closed:
            _satu_nilai("SELECT pg_advisory_unlock(%s, %s)", kunci)


_setempat = threading.local()


def koneksi_kedua() -> BaseDatabaseWrapper:
    """A connection of this thread beside Django's own, in autocommit: what it writes survives a rollback.

    PostgreSQL only (SQLite has one writer, which would wait for itself). Losing its last writes in a
    crash of the server is allowed, so it does not wait for the disk.
    """
    kedua: BaseDatabaseWrapper | None = getattr(_setempat, "koneksi", None)
    if kedua is not None and kedua.is_usable():
        return kedua
    tutup_koneksi_kedua()
    kedua = connections.create_connection(DEFAULT_DB_ALIAS)
    # In a test the settings of the live connection name the test database.
    kedua.settings_dict["NAME"] = connection.settings_dict["NAME"]
    with kedua.cursor() as kursor:
        kursor.execute("SET synchronous_commit = off")
    _setempat.koneksi = kedua
    return kedua


def tutup_koneksi_kedua() -> None:
    """Close the second connection of this thread, if there is one."""
    kedua = getattr(_setempat, "koneksi", None)
    if kedua is not None:
        _setempat.koneksi = None
        kedua.close()


def _satu_nilai(sql: str, isian: list[Any] | None = None) -> Any:
    with connection.cursor() as kursor:
        kursor.execute(sql, isian)
        baris = kursor.fetchone()
    return baris[0] if baris else None


def _harus_dalam_transaksi() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("This lock lasts until the end of a transaction, and there is none")


def _int8(nama: str) -> int:
    return int.from_bytes(hashlib.blake2b(nama.encode(), digest_size=8).digest(), "big", signed=True)


def _int4(bilangan: int) -> int:
    """A signed 32-bit key; two ids that share one only wait for each other."""
    return (bilangan & 0xFFFF_FFFF) - 0x8000_0000
