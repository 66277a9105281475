"""Every address the resolver knows, by a name of its own, with the means to ask for it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from asn_karier.tests.dunia import Dunia

MASUK, KELOLA, ALIH = "ke halaman masuk", "ke pintu pengelola", "ke halaman lain"
Jawaban = int | str


class Rute(NamedTuple):
    """`nama` is what the policy table calls it; `pola` is what a person reads in the failure."""

    nama: str
    pola: str


def semua_rute() -> list[Rute]:
    """Walk the resolver; a pattern without a name gets one from its neighbour or its address."""
    return [Rute(nama, pola) for nama, pola in _jelajah(get_resolver(), "", "")]


def _jelajah(resolver: URLResolver, ruang: str, awalan: str) -> Iterator[tuple[str, str]]:
    for p in resolver.url_patterns:
        pola = awalan + str(p.pattern)
        if isinstance(p, URLPattern):
            yield f"{ruang}{p.name or _tanpa_nama(pola)}", pola
        else:
            yield from _jelajah(p, ruang + (f"{p.namespace}:" if p.namespace else ""), pola)


def _tanpa_nama(pola: str) -> str:
    """The admin's old address of an object has no name: kelola/app/model/<path:object_id>/."""
    bagian = pola.strip("/").split("/")
    return f"{bagian[1]}_{bagian[2]}_alamat_lama" if len(bagian) == 4 else pola


def minta(
    dunia: Dunia, siapa: str, metode: str, alamat: str, data: dict[str, Any] | None = None
) -> HttpResponse:
    """Ask as `siapa`, and undo whatever the answer changed."""
    client = Client(raise_request_exception=False)
    if siapa != "anonim":
        client.cookies[settings.SESSION_COOKIE_NAME] = dunia.sesi[siapa]
    titik = transaction.savepoint()
    try:
        jawaban = getattr(client, metode.lower())(alamat, data or {})
        jawaban.isi_teks = _teks(jawaban)
        return jawaban
    finally:
        transaction.savepoint_rollback(titik)


def ringkas(jawaban: HttpResponse) -> Jawaban:
    """A status code; a redirect says where to."""
    if jawaban.status_code not in (301, 302, 303):
        return jawaban.status_code
    jalan = urlsplit(jawaban["Location"]).path
    if jalan == reverse(settings.LOGIN_URL):
        return MASUK
    return KELOLA if jalan == reverse("admin:login") else ALIH


def _teks(jawaban: Any) -> str:
    """Everything a person could read in the answer, sheets inside a workbook too."""
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    if isi[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
            isi = b"".join(berkas.read(n) for n in berkas.namelist())
    kepala = " ".join(f"{k}: {v}" for k, v in jawaban.items())
    return f"{kepala}\n{isi.decode(errors='replace')}"
