"""The case of ethics in a real browser: read, answered and talked about on a small phone, without a fault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from asn_karier.tests.chromium import PONSEL, Orang
from kinerja.kamus.etika import pustaka
from kinerja.models import JawabanEtika, KasusEtika
from kinerja.tests.pabrik_etika import DiskusiPabrik, JawabanPabrik, KasusPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def kasus() -> KasusEtika:
    dari = pustaka()["pelaksana-loket"]
    satu: KasusEtika = KasusPabrik(
        judul=dari.judul,
        kasus=dari.kasus,
        pertanyaan=dari.pertanyaan,
        mulai=date(2020, 1, 1),
        batas=date(2099, 11, 30),
    )
    return satu


@pytest.fixture
def atasan(kasus: KasusEtika) -> Any:
    unit = UnitKerjaPabrik(instansi=kasus.instansi, nama="Dinas Uji")
    orang = PegawaiPabrik(struktural=True, unit=unit, nama="Kepala Contoh")
    DiskusiPabrik(jawaban=JawabanPabrik(kasus=kasus, pegawai=PegawaiPabrik(unit=unit, atasan=orang)))
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
def test_from_the_home_page_two_clicks_send_an_answer(
    buka: Any, atasan: Any, kasus: KasusEtika, skrip: bool
) -> None:
    layar = buka(atasan, skrip=skrip, layar=PONSEL)
    layar.buka("/")
    layar.tekan(f"Bahas kasus etika: {kasus.judul}")
    layar.halaman.get_by_label("Jawaban Anda").fill("Saya menelepon kepala seksi dulu.")
    layar.tekan("Kirim jawaban")
    assert layar.klik == 2
    assert "Jawaban rekan" in layar.baca()
    assert JawabanEtika.objects.filter(pegawai=atasan.pegawai).count() == 1
    layar.potret("umum-etika")


def test_its_pages_fit_a_small_phone_and_have_no_fault(buka: Any, atasan: Any, kasus: KasusEtika) -> None:
    JawabanPabrik(kasus=kasus, pegawai=atasan.pegawai)
    layar = buka(atasan, layar=PONSEL)
    for ekor in ("", f"{kasus.pk}/", f"{kasus.pk}/diskusi/", f"{kasus.pk}/pelajaran/"):
        layar.buka(f"/kinerja/etika/{ekor}")
        assert layar.lebar_lebih() <= 0, ekor
        assert layar.cacat() == [], ekor


def test_the_desk_of_hr_has_no_fault(buka: Any, kasus: KasusEtika) -> None:
    layar = buka(hr_dari(kasus.instansi))
    for ekor in ("pustaka/", f"{kasus.pk}/peserta/", f"{kasus.pk}/selesai/", f"{kasus.pk}/change/"):
        layar.buka(f"/kelola/kinerja/kasusetika/{ekor}")
        assert layar.cacat() == [], ekor
