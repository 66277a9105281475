"""Races: work that begins together, each with its own connection."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, connections

from asn_karier.lib.db import tutup_koneksi_kedua
from asn_karier.lib.errors import DomainError

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


def bertemu(fungsi: Callable[..., Any], paling_lama: float = 0.5) -> Callable[..., Any]:
    """`fungsi`, after which two threads meet before they go on.

    Where a lock lets only one of them get so far, that one goes on alone after a moment.
    """
    palang = threading.Barrier(2)

    def jalan(*args: Any, **kwargs: Any) -> Any:
        hasil = fungsi(*args, **kwargs)
        with suppress(threading.BrokenBarrierError):
            palang.wait(paling_lama)
        return hasil

    return jalan


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

    utas = [threading.Thread(target=jalan, args=[kerja]) for kerja in pekerjaan]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return hasil
