"""Somebody with an atasan, their plan, and the third quarter to fill in: for the tests of realisation."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.models import SKP, SiklusPenilaian
from kinerja.tests.pabrik_realisasi import SAAT, siklus_pabrik, skp_pabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

#: After the last day to fill in.
TERLAMBAT = datetime(2026, 10, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def pagi(time_machine: Any) -> None:
    """The clock stands at SAAT."""
    time_machine.move_to(SAAT, tick=False)


@pytest.fixture
def akun() -> Pengguna:
    atasan = PegawaiPabrik(struktural=True)
    orang: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=atasan, nama="Ani"))
    return orang


@pytest.fixture
def atasan(akun: Pengguna) -> Pengguna:
    penilai: Pengguna = PenggunaPabrik(pegawai=akun.pegawai.atasan)
    return penilai


@pytest.fixture
def skp(akun: Pengguna) -> SKP:
    return skp_pabrik(akun.pegawai)


@pytest.fixture
def siklus(akun: Pengguna) -> SiklusPenilaian:
    return siklus_pabrik(akun.pegawai.instansi)


@pytest.fixture
def url(skp: SKP, siklus: SiklusPenilaian) -> str:
    return reverse("kinerja:realisasi", args=[siklus.pk, skp.pk])


@pytest.fixture
def client(akun: Pengguna) -> Client:
    return masuk(akun)
