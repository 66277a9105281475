"""Pictures of `docs/harapan.md`: taken by the walks themselves when `ASN_GAMBAR=1` asks for them.

Two widths: a phone of 360 px and a desk of 1280 px. A run that is not asked writes nothing.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from PIL import Image
from playwright.sync_api import Page

TEMPAT: Final = Path(settings.BASE_DIR) / "docs" / "gambar" / "harapan"
PONSEL: Final[Any] = {"width": 360, "height": 720}
MEJA: Final[Any] = {"width": 1280, "height": 800}
#: Wider than any phone of the walks, narrower than any desk.
_BATAS: Final = 600
#: Enough for text, lines and the few colours of our pages; all colours weigh three times as much.
_WARNA: Final = 48
KE_ATAS: Final = "e => e.scrollIntoView()"


def simpan_gambar(halaman: Page, nama: str, dari: str = "") -> None:
    """Take what is on the screen, with the heading `dari` at its top; nothing unless it is asked for."""
    if not os.environ.get("ASN_GAMBAR"):
        return
    semula: Any = halaman.viewport_size
    halaman.set_viewport_size(PONSEL if semula["width"] < _BATAS else MEJA)
    halaman.evaluate("scrollTo(0, 0)")
    if dari:
        halaman.locator("h1, h2, h3").filter(has_text=dari, visible=True).first.evaluate(KE_ATAS)
    isi = Image.open(io.BytesIO(halaman.screenshot()))
    halaman.set_viewport_size(semula)
    TEMPAT.mkdir(parents=True, exist_ok=True)
    isi.convert("RGB").quantize(_WARNA, dither=Image.Dither.NONE).save(TEMPAT / f"{nama}.png", optimize=True)
