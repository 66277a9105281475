"""Pages, and answers that a program need not fetch again when nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.utils.cache import get_conditional_response, patch_vary_headers
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api.kursor import buat_kursor


def potong_halaman(baris: Iterable[Any], batas: int, *, milik: str, kunci: str) -> dict[str, Any]:
    """A page read one row too long: its rows and the cursor of the next one (None on the last)."""
    semua = list(baris)
    halaman = semua[:batas]
    lanjut = buat_kursor([halaman[-1][kunci]], milik=milik) if len(semua) > batas else None
    return {"data": halaman, "kursor_berikut": lanjut}


class JawabanBerETag:
    """For a view: answers of 200 carry an ETag of what they say, and a repeated question gets a 304.

    The mark is made of the bytes of the answer: it cannot tell more than they do.
    """

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        jawaban = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        if isinstance(jawaban, Response) and jawaban.status_code == 200 and request.method in ("GET", "HEAD"):
            jawaban["Cache-Control"] = "private, no-cache"
            patch_vary_headers(jawaban, ["Authorization"])
            jawaban.add_post_render_callback(lambda siap: _bertanda(request, siap))
        return jawaban


def _bertanda(request: Request, jawaban: Any) -> Any:
    tanda = f'W/"{hashlib.blake2b(jawaban.content, digest_size=16).hexdigest()}"'
    jawaban["ETag"] = tanda
    hasil = get_conditional_response(request._request, etag=tanda, response=jawaban)
    return hasil or jawaban
