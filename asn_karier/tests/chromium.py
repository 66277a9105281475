"""The Chromium of this machine, driven as a person would: what is on the screen, and what is pressed.

Clicks are counted as `pengguna` counts them: links and buttons, not the answers that are chosen.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from asn_karier.tests.gambar import simpan_gambar

if TYPE_CHECKING:
    from pegawai.models import Pengguna

NAMA: Final = ("chromium", "chromium-browser", "google-chrome")
PONSEL, MEJA = {"width": 320, "height": 740}, {"width": 1280, "height": 900}
#: Rules of WCAG 2.2 AA and what axe calls best practice are both kept.
ATURAN: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all walks; skipped where none is installed (`apt install chromium`)."""
    jalur = next((j for n in NAMA if (j := shutil.which(n))), None)
    if jalur is None and os.environ.get("ASN_UJI_CHROMIUM") == "wajib":
        pytest.fail("Chromium is missing")
    if jalur is None:
        pytest.skip("needs Chromium: apt install chromium")
    # The sync driver keeps an event loop in this thread, which Django takes for an async caller.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=jalur, args=["--no-sandbox"])
        yield peramban
        peramban.close()


class Orang:
    """Somebody at a screen: signed in or not, with or without scripts."""

    def __init__(
        self,
        chromium: Browser,
        alamat: str,
        akun: Pengguna | None = None,
        *,
        skrip: bool = True,
        layar: dict[str, int] | None = None,
    ) -> None:
        self.alamat, self.klik = alamat, 0
        ukuran: Any = layar or MEJA
        self.konteks: BrowserContext = chromium.new_context(
            base_url=alamat, java_script_enabled=skrip, viewport=ukuran, locale="id-ID"
        )
        if akun is not None:
            self._masuk(akun)
        self.halaman: Page = self.konteks.new_page()
        self.halaman.set_default_timeout(10_000)

    def _masuk(self, akun: Pengguna) -> None:
        """With the cookies of somebody who has just signed in."""
        klien = Client()
        klien.force_login(akun)
        kuki: Any = [{"name": n, "value": k.value, "url": self.alamat} for n, k in klien.cookies.items()]
        self.konteks.add_cookies(kuki)

    def buka(self, alamat: str) -> None:
        """Type an address: no click."""
        jawaban = self.halaman.goto(alamat)
        assert jawaban is not None
        assert jawaban.status < 400, f"{alamat}: {jawaban.status}"
        assert self.halaman.url == f"{self.alamat}{alamat}", f"{alamat} leads to {self.halaman.url}"

    def tekan(self, teks: str, *, ke: int = 0) -> None:
        """Press the link or button that begins with these words; one click."""
        cocok = self.halaman.locator("a, button, input[type=submit], summary").filter(has_text=teks)
        assert cocok.count() > ke, f"No «{teks}» on {self.halaman.url}: {self.baca()[:600]}"
        cocok.nth(ke).click()
        self.halaman.wait_for_load_state()
        self.klik += 1

    def baca(self) -> str:
        """The words on the screen."""
        return self.halaman.locator("body").inner_text()

    def lebar_lebih(self) -> int:
        """How many pixels the page is wider than the screen."""
        return int(
            self.halaman.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def cacat(self) -> list[str]:
        """What axe finds wrong on this page (needs scripts)."""
        hasil = Axe().run(self.halaman, options=ATURAN)
        return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in hasil.response["violations"]]

    def potret(self, nama: str, *, dari: str = "") -> None:
        """The picture of this page for `docs/harapan.md`, from the heading `dari` on."""
        simpan_gambar(self.halaman, nama, dari)

    def tutup(self) -> None:
        self.konteks.close()
