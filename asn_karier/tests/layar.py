"""Screens of several people at moments of a story, for walks in the browser of whatever app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser

from asn_karier.tests.jejak import MEJA_HR, PIMPINAN, PORTAL, Jejak, lapor
from pegawai.models import Pegawai, Pengguna


def akun(pegawai: Pegawai) -> Pengguna:
    satu: Pengguna = Pengguna.objects.get(pegawai=pegawai)
    return satu


class Layar:
    """Opens screens at a moment of the story; whoever walked is asked at the end what was wrong."""

    #: Whoever sits at a screen of this story.
    jenis: type[Jejak] = Jejak

    def __init__(self, chromium: Browser, alamat: str) -> None:
        self._chromium, self._alamat = chromium, alamat
        self.semua: list[Jejak] = []
        self.skrip = True

    def __call__(self, akun: Pengguna | None = None, **lain: Any) -> Jejak:
        satu = self.jenis(self._chromium, self._alamat, akun, skrip=self.skrip, **lain)
        self.semua.append(satu)
        return satu

    def hr(self, akun: Pengguna, **lain: Any) -> Jejak:
        return self(akun, kelas=MEJA_HR, **lain)

    def pimpinan(self, pegawai: Pegawai, **lain: Any) -> Jejak:
        return self(akun(pegawai), kelas=PIMPINAN, **lain)

    def asn(self, pegawai: Pegawai, **lain: Any) -> Jejak:
        return self(akun(pegawai), kelas=PORTAL, **lain)

    def lapor(self) -> None:
        lapor(*self.semua)


@contextmanager
def pada(saat: datetime) -> Iterator[None]:
    """At this moment, and on; sessions of another moment are over."""
    with time_machine.travel(saat, tick=True):
        yield


@pytest.fixture
def layar(chromium: Browser, live_server: Any) -> Iterator[Layar]:
    buka = Layar(chromium, live_server.url)
    yield buka
    for satu in buka.semua:
        satu.tutup()
