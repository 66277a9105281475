"""An idea in a real browser: sent in three presses, answered in two, a small phone, without scripts too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser

from asn_karier.tests.chromium import PONSEL, Orang
from kinerja.enums import StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.tests.pabrik_usul_perbaikan import Rantai, UsulPerbaikanPabrik, rantai_pabrik

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


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
def test_from_the_home_page_three_clicks_send_and_two_answer(buka: Any, r: Rantai, skrip: bool) -> None:
    layar = buka(r.diri, skrip=skrip)
    layar.buka("/")
    layar.tekan("Kinerja")
    layar.tekan("Kirim usul")
    layar.halaman.get_by_label("Apa yang menyulitkan?").fill("Surat diketik ulang tiga kali.")
    layar.halaman.get_by_label("Apa yang ingin Anda coba?").fill("Satu formulir untuk tiga meja.")
    layar.halaman.get_by_label("Siapa yang terbantu?").fill("Warga di loket.")
    layar.tekan("Kirim kepada atasan")
    assert layar.klik == 3
    u = UsulPerbaikan.objects.get()

    pimpinan = buka(r.atasan, skrip=skrip)
    pimpinan.buka("/")
    pimpinan.tekan(f"Jawab usul perbaikan: {u.coba}")
    pimpinan.halaman.get_by_label("Bagaimana kita tahu usul ini menolong?").fill("Lama menunggu")
    pimpinan.halaman.get_by_label("Angkanya sekarang").fill("45")
    pimpinan.tekan("Ya, kita coba")
    assert pimpinan.klik == 2
    u.refresh_from_db()
    assert (u.status, u.penjawab) == (StatusUsul.DICOBA, r.atasan.pegawai)
    assert u.dijawab_pada - u.dikirim_pada < timedelta(days=14)
    layar.buka(f"/kinerja/usul-perbaikan/{u.pk}/")
    assert "Lama menunggu" in layar.baca()
    layar.potret("tanjungselor-usul")


def test_its_pages_fit_a_small_phone_have_no_fault_and_are_light(buka: Any, r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    diuji = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    UsulPerbaikanPabrik(pegawai=r.orang, terukur=True, kata_warga="Tidak menunggu lagi.")
    for akun, ekor in (
        (r.diri, ""),
        (r.diri, "kirim/"),
        (r.diri, "dicoba/"),
        (r.diri, f"{u.pk}/"),
        (r.atasan, ""),
        (r.atasan, f"{u.pk}/jawab/"),
        (r.atasan, f"{diuji.pk}/ukur/"),
    ):
        layar = buka(akun, layar=PONSEL)
        jawaban = layar.halaman.goto(f"{layar.alamat}/kinerja/usul-perbaikan/{ekor}")
        assert jawaban is not None
        assert len(jawaban.body()) < 60_000, ekor
        assert layar.lebar_lebih() <= 0, ekor
        assert layar.cacat() == [], ekor
