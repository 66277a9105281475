"""Shared by the tests of pegawai."""

import pytest
from django.test import Client

from pegawai.models import Instansi, Pengguna
from pegawai.tests.pabrik import hr_dari


@pytest.fixture
def hr(client: Client, instansi: Instansi) -> Pengguna:
    """HR of the `instansi` of the test, signed in with `client`."""
    pengguna = hr_dari(instansi)
    client.force_login(pengguna)
    return pengguna
