"""A case of the year, an office with a room in it, and who talks there: for the tests of ethics."""

from typing import Any
from uuid import uuid4

import pytest

from kinerja.services.etika import contribute, send_answer
from kinerja.tests.pabrik_etika import SAAT, KasusPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik


@pytest.fixture
def kasus() -> Any:
    return KasusPabrik()


@pytest.fixture
def dinas(kasus: Any) -> Any:
    return UnitKerjaPabrik(instansi=kasus.instansi, nama="Dinas Contoh")


@pytest.fixture
def unit(dinas: Any) -> Any:
    return UnitKerjaPabrik(induk=dinas, nama="Bidang Arsip")


@pytest.fixture
def atasan(unit: Any) -> Any:
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, unit=unit, nama="Atasan"))


@pytest.fixture
def diri(unit: Any, atasan: Any) -> Any:
    return PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, unit=unit, atasan=atasan.pegawai))


@pytest.fixture
def luar(dinas: Any) -> Any:
    """A colleague of the unit above."""
    return PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, unit=dinas, nama="Luar"))


def jawab(akun: Any, kasus: Any, isi: str = "Saya bertanya dulu.", versi: int = 0, at: Any = SAAT) -> Any:
    return send_answer(kasus_id=kasus.pk, isi=isi, versi=versi, actor=akun, at=at)


def kata(akun: Any, kasus: Any, isi: str = "Saya setuju.", kunci: Any = None) -> Any:
    return contribute(kasus_id=kasus.pk, isi=isi, kunci=kunci or uuid4(), actor=akun, at=SAAT)
