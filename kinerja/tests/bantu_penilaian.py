"""A leader with an open cycle, and what the team page sends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.enums import (
    Rating,
    StatusSiklus,
)
from kinerja.models import SiklusPenilaian
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


@pytest.fixture
def siklus() -> SiklusPenilaian:
    siklus: SiklusPenilaian = SiklusPabrik(status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    return siklus


@pytest.fixture
def atasan(siklus: SiklusPenilaian) -> Pegawai:
    atasan: Pegawai = PegawaiPabrik(struktural=True, unit=UnitKerjaPabrik(instansi=siklus.instansi))
    return atasan


@pytest.fixture
def client_atasan(atasan: Pegawai) -> Client:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=atasan))
    return client


def bawahan(atasan: Pegawai, banyak: int) -> list[Pegawai]:
    return [PegawaiPabrik(pelaksana=True, atasan=atasan, nama=f"Bawahan {n:02}") for n in range(banyak)]


def isian(orang: Pegawai, hasil: Rating = SESUAI, perilaku: Rating = SESUAI, **lain: str) -> dict[str, Any]:
    isi = {"hasil": str(hasil.value), "perilaku": str(perilaku.value), "kalimat": "", "versi": "", **lain}
    return {f"p{orang.pk}-{nama}": nilai for nama, nilai in isi.items()}


def semua_isian(orang: list[Pegawai], **lain: Any) -> dict[str, Any]:
    return {kunci: nilai for o in orang for kunci, nilai in isian(o, **lain).items()}


def tim(siklus: SiklusPenilaian) -> str:
    return reverse("kinerja:penilaian_tim", args=[siklus.pk])
