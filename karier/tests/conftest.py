"""The engine opens a second connection per thread on PostgreSQL; a test leaves none behind."""

from collections.abc import Iterator

import pytest

from asn_karier.lib.db import tutup_koneksi_kedua


@pytest.fixture(autouse=True)
def _tanpa_koneksi_kedua() -> Iterator[None]:
    yield
    tutup_koneksi_kedua()
