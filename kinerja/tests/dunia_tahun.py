"""The people of a year of performance, for walks in the browser: small, and made once per walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser

from asn_karier.tests.chromium import chromium
from asn_karier.tests.jejak import MEJA_HR, PIMPINAN, PORTAL, Jejak, lapor
from kinerja.enums import JenisPeriodik, SumberKinerja
from kinerja.models import PengaturanKinerja
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

__all__ = ["chromium", "layar"]
JANUARI, DESEMBER, SESUDAH = (
    datetime(2026, 1, 12, 3, 0, tzinfo=UTC),
    datetime(2026, 12, 14, 3, 0, tzinfo=UTC),
    datetime(2027, 1, 12, 3, 0, tzinfo=UTC),
)


class Tahun:
    """An instansi with one head, one leader, people of that leader, HR and an operator."""

    def __init__(self, sumber: SumberKinerja, bawahan: int = 2) -> None:
        self.instansi: Instansi = InstansiPabrik(kode="batanghari")
        PengaturanKinerja.objects.create(instansi=self.instansi, sumber=sumber, periodik=JenisPeriodik.TRIWULAN)
        self.unit = UnitKerjaPabrik(instansi=self.instansi, nama="Dinas Uji")
        self.kepala: Pegawai = self._orang("Kepala Dinas", None, struktural=True)
        self.atasan: Pegawai = self._orang("Atasan Penilai", self.kepala, struktural=True)
        self.orang = [self._orang(f"Bawahan {n:02}", self.atasan, pelaksana=True) for n in range(bawahan)]
        self.hr: Pengguna = hr_dari(self.instansi)

    def _orang(self, nama: str, atasan: Pegawai | None, **sifat: Any) -> Pegawai:
        satu: Pegawai = PegawaiPabrik(
            instansi=self.instansi, unit=self.unit, nama=nama, atasan=atasan, **sifat
        )
        PenggunaPabrik(pegawai=satu)
        return satu


def akun(pegawai: Pegawai) -> Pengguna:
    satu: Pengguna = Pengguna.objects.get(pegawai=pegawai)
    return satu


class Layar:
    """Opens screens at a moment of the year; whoever walked is asked at the end what was wrong."""

    def __init__(self, chromium: Browser, alamat: str) -> None:
        self._chromium, self._alamat = chromium, alamat
        self.semua: list[Jejak] = []
        self.skrip = True

    def __call__(self, akun: Pengguna | None = None, **lain: Any) -> Jejak:
        satu = Jejak(self._chromium, self._alamat, akun, skrip=self.skrip, **lain)
        self.semua.append(satu)
        return satu

    def hr(self, akun: Pengguna) -> Jejak:
        return self(akun, kelas=MEJA_HR)

    def pimpinan(self, pegawai: Pegawai) -> Jejak:
        return self(akun(pegawai), kelas=PIMPINAN)

    def asn(self, pegawai: Pegawai) -> Jejak:
        return self(akun(pegawai), kelas=PORTAL)

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


Pembuka = Callable[..., Jejak]
