"""Shared by the tests of karier."""

from collections.abc import Iterator

import pytest

from asn_karier.lib.db import tutup_koneksi_kedua
from karier.tests.bantu import memenuhi
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import hr_dari, nyatakan_lengkap


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
