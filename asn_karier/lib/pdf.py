"""Official papers as PDF: a Typst template and data. Data are passed as JSON and never evaluated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import segno
import typst
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse

JENIS_PDF: Final = "application/pdf"
#: Tagged, so that a screen reader reads it in order.
STANDAR: Final = "ua-1"
_FOLDER: Final = "pdf"
#: How Typst refuses a character without a glyph under this standard.
_TANPA_HURUF: Final = "could not be displayed with font"


def render_pdf(templat: str, isi: Mapping[str, Any]) -> bytes:
    """`templates/pdf/<templat>.typ` over `isi` (JSON values; dates become ISO text).

    Needs `isi["judul"]`, the title of the document. FileNotFoundError for an unknown template. Only the
    fonts inside the library are used, so that the same data give the same paper on every machine.
    """
    berkas = _folder() / f"{templat}.typ"
    if not berkas.is_file():
        raise FileNotFoundError(berkas)
    data = json.dumps(isi, cls=DjangoJSONEncoder)
    try:
        return _compile(berkas, data, pdf_standards=STANDAR)
    except typst.TypstError as galat:
        if _TANPA_HURUF not in str(galat):
            raise
        # A letter that no font of ours has: a box on the paper, not no paper for two hundred people.
        return _compile(berkas, data)


def _compile(berkas: Path, data: str, **pilihan: Any) -> bytes:
    folder = str(berkas.parent)
    isi: bytes = typst.compile(
        str(berkas),
        root=folder,
        sys_inputs={"isi": data},
        format="pdf",
        ignore_system_fonts=True,
        package_path=folder,
        package_cache_path=folder,
        **pilihan,
    )
    return isi


def unduhan_pdf(nama: str, isi: bytes) -> HttpResponse:
    """Always a download: nothing that was made from data runs on our origin."""
    jawaban = HttpResponse(isi, content_type=JENIS_PDF)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}.pdf"'
    return jawaban


def qr_svg(teks: str) -> str:
    """A QR code as SVG text: inline in a page, or in a template by `image(bytes(isi.qr), format: "svg")`."""
    return str(segno.make(teks, error="m", micro=False).svg_inline(scale=4, border=2))


def _folder() -> Path:
    return Path(settings.BASE_DIR) / "templates" / _FOLDER
