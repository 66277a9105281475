"""Every page does its work without JavaScript: scripts only add, and none stands inside a page.

The journeys of test_perjalanan go through a browser without scripts; here every page is read.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import transaction

from asn_karier.tests.dunia import KOLOM, Dunia, buat_dunia
from asn_karier.tests.kebijakan import KEBIJAKAN
from asn_karier.tests.peramban import Halaman
from asn_karier.tests.rute import minta
from asn_karier.tests.test_otorisasi import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

PEMBACA = ("anonim", "atasan", "hr")
ATRIBUT_SKRIP = re.compile(r"<[^>]+\son[a-z]+\s*=", re.IGNORECASE)
SKRIP_DALAM = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")[^>]*>", re.IGNORECASE)
TANPA_NAMA = re.compile(r'<(?:select|textarea|input(?![^>]*type="(?:hidden|submit)"))\b[^>]*>')
DUA_KALI = re.compile(r"\(tidak wajib\)\s*(?:<[^>]+>\s*)*\(tidak wajib\)")
GAYA_DALAM = re.compile(r"<style|<[^>]+\sstyle\s*=", re.IGNORECASE)

ACUAN = re.compile(r'(?:href|src)="([^"#?]+\.(?:css|js|svg))"')
#: A wide table in a frame that no keyboard reaches. As cards (kartu-hp) it never scrolls on a phone.
GULIR_TERKUNCI = re.compile(r'<div class="gulir[^"]*">\s*<table class="(?![^"]*kartu-hp)[^"]*"')
#: First visit, compressed, everything that the page refers to: kilobytes and requests.
ANGGARAN = {"portal": (30, 4), "admin": (120, 20), "dokumen": (60, 4)}
#: Swagger UI is one script of 450 KB; the page says so, and Rujukan tells the same without.
TERLALU_BERAT = {"api_dokumen_swagger"}


@pytest.fixture(scope="module")
def halaman(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, str]]:
    """Every HTML page that opens, by route and reader."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield dict(_baca(buat_dunia()))
        transaction.set_rollback(True)


def _baca(dunia: Dunia) -> Iterator[tuple[str, str]]:
    for (nama, metode), baris in KEBIJAKAN.items():
        for siapa in PEMBACA:
            if metode != "GET" or baris[KOLOM.index(siapa)] != 200:
                continue
            jawaban = minta(dunia, siapa, "GET", alamat(dunia, nama))
            if "html" in jawaban["Content-Type"]:
                yield f"{nama} oleh {siapa}", jawaban.isi_teks.partition("\n")[2]


def _yang(halaman: dict[str, str], pola: re.Pattern[str]) -> list[str]:
    return [f"{nama}: {cocok.group()[:120]}" for nama, isi in halaman.items() for cocok in pola.finditer(isi)]


def test_there_are_pages_to_read(halaman: dict[str, str]) -> None:
    assert len(halaman) > 80


def test_no_page_holds_a_script_or_a_style_of_its_own(halaman: dict[str, str]) -> None:
    """The Content-Security-Policy would stop them; a page must not need them."""
    assert _yang(halaman, SKRIP_DALAM) == []
    assert _yang(halaman, ATRIBUT_SKRIP) == []


def test_no_portal_page_holds_a_style_of_its_own(halaman: dict[str, str]) -> None:
    portal = {n: isi for n, isi in halaman.items() if not n.startswith("admin:")}
    assert _yang(portal, GAYA_DALAM) == []


def test_no_page_asks_for_a_script_that_lacks_its_library(halaman: dict[str, str]) -> None:
    """Scripts of the stock admin need its jQuery before them, or throw "django is not defined"."""
    yatim = {f"{nama}: {skrip}" for nama, isi in halaman.items() for skrip in _yatim(Halaman(isi).skrip)}
    assert yatim == set()


def _yatim(skrip: list[str]) -> list[str]:
    pustaka = next((i for i, s in enumerate(skrip) if "jquery.init" in s), len(skrip))
    return [s for s in skrip[:pustaka] if "/admin/js/" in s and "/jquery" not in s]


def test_every_field_has_a_name(halaman: dict[str, str]) -> None:
    """A label of its own, or one that only a screen reader reads."""
    tanpa = {
        f"{nama}: {isian}"
        for nama, isi in halaman.items()
        for isian in TANPA_NAMA.findall(isi)
        if not _bernama(isian, isi)
    }
    assert tanpa == set()


def _bernama(isian: str, isi: str) -> bool:
    kenal = re.search(r'\bid="([^"]+)"', isian)
    return "aria-label" in isian or (kenal is not None and f'for="{kenal[1]}"' in isi)


def test_no_label_says_twice_that_a_field_may_stay_empty(halaman: dict[str, str]) -> None:
    assert _yang(halaman, DUA_KALI) == []


def test_every_link_leads_somewhere_without_a_script(halaman: dict[str, str]) -> None:
    mati = [
        f"{nama}: {teks} -> {tujuan}"
        for nama, isi in halaman.items()
        for teks, tujuan in Halaman(isi).tautan
        if tujuan in ("", "#") or tujuan.startswith("javascript:")
    ]
    assert mati == []


def test_every_form_has_a_button_of_its_own(halaman: dict[str, str]) -> None:
    tanpa = [
        f"{nama}: {f.tujuan}"
        for nama, isi in halaman.items()
        for f in Halaman(isi).formulir
        if f.terlihat and not f.tombol
    ]
    assert tanpa == []


def test_every_page_has_one_heading_a_title_and_its_language(halaman: dict[str, str]) -> None:
    cacat = [
        nama
        for nama, isi in halaman.items()
        if len(re.findall(r"<h1[\s>]", isi)) != 1
        or "<title>" not in isi
        or not re.search(r'<html[^>]+lang="id"', isi)
    ]
    assert cacat == []


def test_every_portal_page_lets_the_keyboard_skip_to_its_content(halaman: dict[str, str]) -> None:
    portal = {n: isi for n, isi in halaman.items() if not n.startswith("admin:")}
    assert [n for n, isi in portal.items() if 'href="#isi"' not in isi or 'id="isi"' not in isi] == []


def test_no_frame_that_scrolls_is_out_of_reach_of_the_keyboard(halaman: dict[str, str]) -> None:
    assert _yang(halaman, GULIR_TERKUNCI) == []


def test_every_page_keeps_to_its_budget_of_the_network(halaman: dict[str, str]) -> None:
    lewat = {nama: _bobot(isi) for nama, isi in halaman.items() if not _hemat(nama, _bobot(isi))}
    assert lewat == {}


def _hemat(nama: str, bobot: tuple[int, int]) -> bool:
    rute = nama.partition(" ")[0]
    kelas = "admin" if rute.startswith("admin:") else "dokumen" if "dokumen" in rute else "portal"
    kilobita, permintaan = ANGGARAN[kelas]
    return rute in TERLALU_BERAT or (bobot[0] <= kilobita * 1024 and bobot[1] <= permintaan)


def _bobot(isi: str) -> tuple[int, int]:
    """Bytes and requests of the page and its files."""
    berkas = {b for b in ACUAN.findall(isi) if b.startswith(settings.STATIC_URL)}
    return len(gzip.compress(isi.encode(), 6)) + sum(map(_bobot_berkas, berkas)), 1 + len(berkas)


@cache
def _bobot_berkas(alamat: str) -> int:
    jalan = finders.find(alamat.removeprefix(settings.STATIC_URL))
    assert isinstance(jalan, str), f"berkas statis {alamat} tidak ada"
    return len(gzip.compress(Path(jalan).read_bytes(), 6))
