"""The year of performance in a real browser: clicks within budget, no fault for axe, 320 px, no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser

from asn_karier.tests.chromium import PONSEL, Orang, chromium
from kinerja.enums import StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian, RefleksiDiri, SiklusPenilaian
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

__all__ = ["chromium"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def siklus() -> SiklusPenilaian:
    siklus: SiklusPenilaian = SiklusPabrik(status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    return siklus


@pytest.fixture
def atasan(siklus: SiklusPenilaian) -> Any:
    orang = PegawaiPabrik(struktural=True, unit=UnitKerjaPabrik(instansi=siklus.instansi))
    for n in range(20):
        bawahan = PegawaiPabrik(pelaksana=True, atasan=orang, nama=f"Bawahan {n:02}")
        RefleksiDiri.objects.create(pegawai=bawahan, siklus=siklus, isi="Saya menata ulang arsip.")
    return PenggunaPabrik(pegawai=orang)


@pytest.fixture
def buka(chromium: Browser, live_server: Any) -> Iterator[Any]:
    semua: list[Orang] = []

    def buka_layar(*args: Any, **kwargs: Any) -> Orang:
        semua.append(Orang(chromium, live_server.url, *args, **kwargs))
        return semua[-1]

    yield buka_layar
    for o in semua:
        o.tutup()


@pytest.mark.parametrize("skrip", [True, False])
def test_a_leader_rates_twenty_people_in_three_clicks_and_forty_choices(
    buka: Any, atasan: Any, skrip: bool
) -> None:
    layar = buka(atasan, skrip=skrip)
    layar.buka("/")
    layar.tekan("Nilai 20 pegawai")
    sesuai = layar.halaman.get_by_label("Sesuai ekspektasi")
    pilihan = sesuai.count()
    for ke in range(pilihan):
        sesuai.nth(ke).check()
    layar.tekan("Periksa lalu kirim")
    layar.tekan("Kirim penilaian")
    assert (layar.klik, pilihan) == (3, 40)
    assert "Penilaian 20 pegawai terkirim" in layar.baca()
    assert Penilaian.objects.filter(status=StatusPenilaian.DITETAPKAN).count() == 20


def test_the_pages_of_a_rater_fit_a_small_phone_and_have_no_fault(
    buka: Any, atasan: Any, siklus: Any
) -> None:
    layar = buka(atasan, layar=PONSEL)
    for alamat in ("/", "/kinerja/", "/kinerja/penilaian/", f"/kinerja/penilaian/{siklus.pk}/",
                   "/kinerja/delegasi/", "/kinerja/kalibrasi/"):  # fmt: skip
        layar.buka(alamat)
        assert layar.lebar_lebih() <= 0, alamat
        assert layar.cacat() == [], alamat
