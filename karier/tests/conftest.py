"""Shared by the tests of karier."""

from collections.abc import Iterator

import pytest
import time_machine

from asn_karier.lib.db import tutup_koneksi_kedua
from karier.tests.bantu import memenuhi
from karier.tests.jalan import SAAT
from kinerja.tests.pabrik import predikat_tahun
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari, nyatakan_lengkap


@pytest.fixture(autouse=True)
def _tanpa_koneksi_kedua() -> Iterator[None]:
    """The engine opens a second connection per thread on PostgreSQL; a test leaves none behind."""
    yield
    tutup_koneksi_kedua()


@pytest.fixture
def orang() -> Pegawai:
    """A pelaksana who fulfils everything."""
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    return orang


@pytest.fixture
def hr(orang: Pegawai) -> Pengguna:
    """HR of the instansi of `orang`."""
    return hr_dari(orang.instansi)


# -- pages of the portal --------------------------------------------------------------------------


@pytest.fixture
def hari_ini() -> Iterator[None]:
    """21 November 2026, inside the proposal window for 1 January 2027."""
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture
def atasan() -> Pegawai:
    """A leader."""
    atasan: Pegawai = PegawaiPabrik(struktural=True, nama="Atasan Contoh")
    return atasan


@pytest.fixture
def saya(atasan: Pegawai) -> Pegawai:
    """A pelaksana of `atasan` with everything in order: ready for III/c on 1 January 2027."""
    orang: Pegawai = PegawaiPabrik(pelaksana=True, nama="Saya Contoh", atasan=atasan)
    predikat_tahun(orang, 2024, 2025)
    nyatakan_lengkap(orang.instansi)
    return orang
