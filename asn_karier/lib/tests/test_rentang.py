"""A download that broke off goes on at the next byte, and never joins halves of two files."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.middleware.gzip import GZipMiddleware
from django.test import RequestFactory

from asn_karier.lib.rentang import Rentang, TakTerpenuhiError, Unduhan, hand_out, read_range

ISI = bytes(range(256)) * 600  # more than two pieces


def _unduh(metode: str = "GET", **kepala: str) -> Any:
    berkas = io.BytesIO(ISI)
    request = RequestFactory().generic(metode, "/", headers={"Accept-Encoding": "gzip", **kepala})
    unduhan = Unduhan(berkas, len(ISI), "abc", "1-materi bahasa é.pdf")
    jawaban: Any = GZipMiddleware(lambda r: hand_out(r, unduhan))(request)
    jawaban.isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    for tutup in jawaban._resource_closers:  # what close() does, without its signal to the database
        tutup()
    assert berkas.closed
    return jawaban


@pytest.mark.parametrize(
    ("kepala", "rentang"),
    [
        ("bytes=0-499", Rentang(0, 499)),
        ("bytes=500-", Rentang(500, 999)),
        ("bytes=-200", Rentang(800, 999)),
        ("bytes=-5000", Rentang(0, 999)),
        ("bytes=900-5000", Rentang(900, 999)),
        ("bytes=5-3", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("bytes=a-b", None),
        ("items=0-1", None),
        ("", None),
    ],
)
def test_ranges_as_they_are_asked_for(kepala: str, rentang: Rentang | None) -> None:
    assert read_range(kepala, 1000) == rentang


@pytest.mark.parametrize("kepala", ["bytes=1000-", "bytes=-0", "bytes=2000-3000"])
def test_no_byte_lies_behind_the_end(kepala: str) -> None:
    with pytest.raises(TakTerpenuhiError):
        read_range(kepala, 1000)


def test_the_whole_file_says_that_it_can_be_resumed() -> None:
    jawaban = _unduh()
    assert (jawaban.status_code, jawaban.isi) == (200, ISI)
    assert jawaban["Accept-Ranges"] == "bytes"
    assert jawaban["ETag"] == '"abc"'
    assert jawaban["Content-Length"] == str(len(ISI))
    assert jawaban["Content-Disposition"].startswith("attachment; filename*=utf-8''1-materi")
    assert jawaban["X-Content-Type-Options"] == "nosniff"


def test_the_rest_of_a_broken_download_fits_its_beginning() -> None:
    awal = _unduh(Range="bytes=0-99999")
    sisa = _unduh(**{"Range": "bytes=100000-", "If-Range": awal["ETag"]})
    assert (awal.status_code, sisa.status_code) == (206, 206)
    assert sisa["Content-Range"] == f"bytes 100000-{len(ISI) - 1}/{len(ISI)}"
    assert awal.isi + sisa.isi == ISI


@pytest.mark.parametrize("lama", ['"lain"', 'W/"abc"', "Wed, 06 May 2026 00:00:00 GMT"])
def test_a_file_that_changed_meanwhile_comes_whole(lama: str) -> None:
    jawaban = _unduh(**{"Range": "bytes=100-", "If-Range": lama})
    assert (jawaban.status_code, jawaban.isi) == (200, ISI)


def test_who_has_it_all_gets_nothing_again() -> None:
    selesai = _unduh(Range=f"bytes={len(ISI)}-")
    assert (selesai.status_code, selesai["Content-Range"]) == (416, f"bytes */{len(ISI)}")
    sama = _unduh(**{"If-None-Match": '"abc"'})
    assert (sama.status_code, sama.isi, sama["ETag"]) == (304, b"", '"abc"')
