"""Downloads that go on where the network broke off: one byte range per request (RFC 9110, section 14).

Django's FileResponse knows no ranges: after a break at 90 percent it would send everything again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

_POTONG: Final = 64 * 1024
#: One range only. Several at once would need a multipart answer, which no download manager needs.
_SATU: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class Rentang(NamedTuple):
    """Bytes from `dari` up to and including `sampai`."""

    dari: int
    sampai: int

    @property
    def panjang(self) -> int:
        return self.sampai - self.dari + 1


class TakTerpenuhiError(Exception):
    """No byte of the file lies in the range."""


class Unduhan(NamedTuple):
    """A file to hand out. `sidik`: another content has another one. `nama`: as it is saved."""

    berkas: BinaryIO
    panjang: int
    sidik: str
    nama: str
    jenis: str = "application/octet-stream"


def read_range(kepala: str, panjang: int) -> Rentang | None:
    """The one range of a Range header within `panjang` bytes; None where it asks for nothing we know.

    TakTerpenuhiError when it lies behind the end of the file.
    """
    cocok = _SATU.fullmatch(kepala.strip())
    if cocok is None or cocok[0] == "bytes=-":
        return None
    awal, akhir = cocok[1], cocok[2]
    if awal and akhir and int(akhir) < int(awal):
        return None
    dari = int(awal) if awal else max(panjang - int(akhir), 0)
    sampai = min(int(akhir), panjang - 1) if awal and akhir else panjang - 1
    if dari > sampai or (not awal and not int(akhir)):
        raise TakTerpenuhiError
    return Rentang(dari, sampai)


def hand_out(request: HttpRequest, unduhan: Unduhan) -> HttpResponseBase:
    """The file or the part asked for, always as a download that no browser runs or sniffs.

    304 for who has it already, 416 for a range behind its end. The caller has asked who may read it.
    """
    etag = f'"{unduhan.sidik}"'
    jawaban = get_conditional_response(request, etag=etag) or _jawab(request, unduhan, etag)
    if not jawaban.streaming:
        unduhan.berkas.close()
    jawaban["ETag"] = etag
    jawaban["Accept-Ranges"] = "bytes"
    jawaban["Cache-Control"] = "private, no-cache, no-transform"
    # Compressed on the way, half a file could not be put together with the other half.
    jawaban["Content-Encoding"] = "identity"
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    jawaban["X-Content-Type-Options"] = "nosniff"
    return jawaban


def _jawab(request: HttpRequest, unduhan: Unduhan, etag: str) -> HttpResponseBase:
    try:
        bagian = _diminta(request, unduhan.panjang, etag)
    except TakTerpenuhiError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{unduhan.panjang}"})
    kirim = bagian or Rentang(0, unduhan.panjang - 1)
    jawaban = StreamingHttpResponse(
        _Bagian(unduhan.berkas, kirim), status=206 if bagian else 200, content_type=unduhan.jenis
    )
    jawaban["Content-Length"] = str(kirim.panjang)
    jawaban["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=unduhan.nama)
    if bagian:
        jawaban["Content-Range"] = f"bytes {bagian.dari}-{bagian.sampai}/{unduhan.panjang}"
    return jawaban


def _diminta(request: HttpRequest, panjang: int, etag: str) -> Rentang | None:
    """None: everything. A part of a file that changed meanwhile (If-Range) would not fit the first part."""
    if request.method != "GET" or request.headers.get("If-Range", etag) != etag:
        return None
    return read_range(request.headers.get("Range", ""), panjang)


class _Bagian:
    """A part of an open file, piece by piece; Django closes it with the answer, read to the end or not."""

    def __init__(self, berkas: BinaryIO, rentang: Rentang) -> None:
        self._berkas, self._rentang = berkas, rentang

    def __iter__(self) -> Iterator[bytes]:
        self._berkas.seek(self._rentang.dari)
        sisa = self._rentang.panjang
        while sisa > 0 and (potong := self._berkas.read(min(_POTONG, sisa))):
            sisa -= len(potong)
            yield potong

    def close(self) -> None:
        self._berkas.close()
