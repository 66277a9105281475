"""Somebody who plans, the atasan, and the plan of a year: for the tests of the SKP."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from kinerja.models import SKP, HasilKerja
from kinerja.tests.bantu_skp import masuk, perencana, rencana
from kinerja.tests.pabrik_skp import SAAT, HasilKerjaPabrik, SKPPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PenggunaPabrik


@pytest.fixture
def desember() -> Iterator[Any]:
    with time_machine.travel(SAAT, tick=False) as saat:
        yield saat


@pytest.fixture
def saya() -> Pegawai:
    return perencana()


@pytest.fixture
def akun(saya: Pegawai) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=saya)
    return akun


@pytest.fixture
def atasan(saya: Pegawai) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=saya.atasan)
    return akun


@pytest.fixture
def klien(saya: Pegawai) -> Client:
    return masuk(saya)


@pytest.fixture
def klien_atasan(saya: Pegawai) -> Client:
    return masuk(saya.atasan)


@pytest.fixture
def skp(saya: Pegawai) -> SKP:
    skp: SKP = SKPPabrik(pegawai=saya)
    return skp


@pytest.fixture
def terkirim(saya: Pegawai) -> SKP:
    return rencana(saya, dikirim=True)


@pytest.fixture
def induk(saya: Pegawai) -> HasilKerja:
    leader = SKPPabrik(pegawai=saya.atasan, dikirim=True)
    induk: HasilKerja = HasilKerjaPabrik(skp=leader, rhk="Meningkatnya mutu layanan")
    return induk
