"""A government of two large services and a small one, as monitoring reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from karier.services.pantau import Pantauan, read_monitoring
from karier.tests.bantu import jalankan_pada
from pegawai.models import Instansi
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    UnitKerjaPabrik,
)

PER = date(2026, 11, 30)


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="nabire")
    return satu


def pns(instansi: Instansi, **lain: Any) -> Any:
    return PegawaiPabrik(pelaksana=True, instansi=instansi, **lain)


def pppk(instansi: Instansi, **lain: Any) -> Any:
    return PegawaiPabrik(pppk=True, instansi=instansi, **lain)


def run(instansi: Instansi) -> Any:
    return jalankan_pada(instansi, PER)


def ramai(instansi: Instansi) -> Pantauan:
    """Two services of twelve, one remote, where nobody learned; a small one of three."""
    akar = UnitKerjaPabrik(instansi=instansi, nama="Sekretariat Daerah")
    kota = UnitKerjaPabrik(instansi=instansi, induk=akar, nama="Dinas Kota")
    jauh = UnitKerjaPabrik(instansi=instansi, induk=akar, nama="Dinas Pulau", terpencil=True)
    kecil = UnitKerjaPabrik(instansi=instansi, induk=akar, nama="Kantor Kecil")
    for _ in range(12):
        PengembanganPabrik(pegawai=pns(instansi, unit=kota), tanggal_selesai=date(2026, 3, 1), jp=20)
        pns(instansi, unit=jauh)
    for _ in range(3):
        pns(instansi, unit=kecil)
    return read_monitoring(instansi.pk, per=PER)
