"""The weekly five minutes in a real browser: praise in three presses, a small phone, without scripts too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from asn_karier.tests.chromium import PONSEL, Orang
from karier.models import LimaMenit
from kinerja.models import UmpanBalik
from kinerja.tests.pabrik_umpan_balik import PengakuanPabrik
from kinerja.tests.pabrik_usul_perbaikan import Rantai, UsulPerbaikanPabrik, rantai_pabrik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def r() -> Rantai:
    r = rantai_pabrik()
    PengakuanPabrik(pegawai=r.orang, diputuskan_pada=timezone.now())
    UsulPerbaikanPabrik(pegawai=r.rekan.pegawai)
    return r


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
def test_praise_in_three_clicks_and_the_week_is_ticked(buka: Any, r: Rantai, skrip: bool) -> None:
    layar = buka(r.atasan, skrip=skrip)
    layar.buka("/")
    layar.tekan("Lima menit minggu ini")
    layar.tekan("Beri pujian kepada Rini")
    layar.halaman.get_by_label("Apa yang terjadi?").fill("Antrean loket menjadi 20 menit.")
    layar.halaman.get_by_label("Dampaknya?").fill("Warga tidak menunggu di luar.")
    layar.halaman.get_by_label("Berikutnya?").fill("Bagikan caranya kepada loket sebelah.")
    layar.tekan("Kirim")
    assert layar.klik == 3
    assert UmpanBalik.objects.get().pegawai == r.orang

    layar.buka("/karier/lima-menit/")
    assert "Memuji 1 orang" in layar.baca()
    assert "Sudah minggu ini" in layar.baca()
    layar.tekan("Selesai untuk minggu ini")
    assert LimaMenit.objects.get().pegawai == r.atasan.pegawai


def test_the_page_fits_a_small_phone_has_no_fault_and_is_light(buka: Any, r: Rantai) -> None:
    layar = buka(r.atasan, layar=PONSEL)
    jawaban = layar.halaman.goto(f"{layar.alamat}/karier/lima-menit/")
    assert jawaban is not None
    assert len(jawaban.body()) < 40_000
    assert layar.lebar_lebih() <= 0
    assert layar.cacat() == []
