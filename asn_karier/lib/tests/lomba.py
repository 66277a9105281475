"""Races: work that begins together, each with its own connection."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections

from asn_karier.lib.db import tutup_koneksi_kedua
from asn_karier.lib.errors import DomainError

#: Seconds after which threads that should meet are said never to do so.
PALING_LAMA = 60
#: The threads of the race that runs now.
_peserta: list[threading.Thread] = []
#: Tests of two writers at once. The gate runs them on PostgreSQL.
BERSAMA = [
    pytest.mark.lambat,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
    pytest.mark.django_db(transaction=True),
]


def bersamaan(fungsi: Any) -> Any:
    """One such test among others."""
    for tanda in BERSAMA:
        fungsi = tanda(fungsi)
    return fungsi


def kode_atau_hasil(kerja: Callable[[], Any]) -> Callable[[], Any]:
    """The same work; a refusal by the domain is its code."""

    def coba() -> Any:
        try:
            return kerja()
        except DomainError as salah:
            return salah.kode

    return coba


def bertemu(fungsi: Callable[..., Any]) -> Callable[..., Any]:
    """`fungsi`, after which two threads meet before they go on.

    Where a lock lets only one of them get so far, that one goes on as soon as the other waits for it or has
    ended: no clock decides who wins, however busy the machine is.
    """
    tiba: set[int] = set()

    def jalan(*args: Any, **kwargs: Any) -> Any:
        hasil = fungsi(*args, **kwargs)
        tiba.add(threading.get_ident())
        akhir = time.monotonic() + PALING_LAMA
        while len(tiba) < 2 and _others_run() and not _somebody_waits_for_me():
            assert time.monotonic() < akhir, "the other thread neither came nor waits for a lock"
            time.sleep(0.01)
        return hasil

    return jalan


def menunggu_saya(utas: threading.Thread) -> bool:
    """Waits until this thread waits for a lock that the caller holds (True), or has ended (False)."""
    akhir = time.monotonic() + PALING_LAMA
    while utas.is_alive():
        if _somebody_waits_for_me():
            return True
        assert time.monotonic() < akhir, "the thread neither ended nor waits for a lock"
        time.sleep(0.01)
    return False


def _others_run() -> bool:
    return any(u.is_alive() for u in _peserta if u is not threading.current_thread())


def _somebody_waits_for_me() -> bool:
    """Whether another connection waits for a lock that this one holds; live, also inside a transaction."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND"
            " pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
        )
        return bool(kursor.fetchone()[0])


def bertemu_sesudah(monkeypatch: pytest.MonkeyPatch, *tempat: tuple[Any, str]) -> None:
    """Whoever has done one of these steps waits a moment for the other one."""
    temu = bertemu(lambda: None)

    def sesudah(fungsi: Callable[..., Any]) -> Callable[..., Any]:
        def jalan(*args: Any, **kwargs: Any) -> Any:
            hasil = fungsi(*args, **kwargs)
            temu()
            return hasil

        return jalan

    for modul, nama in tempat:
        monkeypatch.setattr(modul, nama, sesudah(getattr(modul, nama)))


def berlomba(*pekerjaan: Callable[[], Any]) -> list[Any]:
    """What each returns, in threads that begin together; each has its own connection."""
    palang, hasil = threading.Barrier(len(pekerjaan)), []

    def jalan(kerja: Callable[[], Any]) -> None:
        try:
            palang.wait()
            hasil.append(kerja())
        finally:
            tutup_koneksi_kedua()
            connections.close_all()

    _peserta[:] = [threading.Thread(target=jalan, args=[kerja]) for kerja in pekerjaan]
    for u in _peserta:
        u.start()
    for u in _peserta:
        u.join()
    return hasil
