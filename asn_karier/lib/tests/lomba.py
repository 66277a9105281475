"""Races: work that begins together, each with its own connection."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connections

from asn_karier.lib.db import tutup_koneksi_kedua
from asn_karier.lib.errors import DomainError


def kode_atau_hasil(kerja: Callable[[], Any]) -> Callable[[], Any]:
    """The same work; a refusal by the domain is its code."""

    def coba() -> Any:
        try:
            return kerja()
        except DomainError as salah:
            return salah.kode

    return coba


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
