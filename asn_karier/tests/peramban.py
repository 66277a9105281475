"""A browser that knows links and forms and nothing else: no JavaScript, as many offices have it.

It counts what a person would press. A link or a button is found by the words a person reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from django.http import HttpResponse
from django.test import Client

TANPA_ISI = {"input", "br", "img", "meta", "link", "hr", "use", "path"}


@dataclass
class Formulir:
    """One form: where it goes, what stands in it, and the words on its buttons."""

    tujuan: str
    cara: str
    isian: dict[str, Any] = field(default_factory=dict)
    pilihan: dict[str, list[str]] = field(default_factory=dict)
    tombol: dict[str, tuple[str, str]] = field(default_factory=dict)
    terlihat: int = 0


class Halaman(HTMLParser):
    """The links and forms of a page, read as a browser without scripts reads them."""

    def __init__(self, isi: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tautan: list[tuple[str, str]] = []
        self.formulir: list[Formulir] = []
        self.skrip: list[str] = []
        self._teks: list[tuple[str, dict[str, str], list[str]]] = []
        self._dalam: Formulir | None = None
        self._pilih = ""
        self.feed(isi)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {k: v or "" for k, v in attrs}
        if tag == "form":
            self._dalam = Formulir(a.get("action", ""), a.get("method", "get").lower())
            self.formulir.append(self._dalam)
        elif tag == "script":
            self.skrip.append(a.get("src", ""))
        elif self._dalam is not None:
            self._isian(tag, a)
        if tag in ("a", "button", "textarea"):
            self._teks.append((tag, a, []))

    def _isian(self, tag: str, a: dict[str, str]) -> None:
        assert self._dalam is not None
        nama = a.get("name", "")
        self._dalam.terlihat += tag in ("select", "textarea") or (
            tag == "input" and a.get("type") != "hidden"
        )
        if tag == "select":
            self._pilih = nama
        elif tag == "option" and ("selected" in a or self._pilih not in self._dalam.isian):
            self._dalam.isian[self._pilih] = a.get("value", "")
        elif tag == "input" and a.get("type") == "submit":
            self._dalam.tombol[a.get("value", "")] = (nama, a.get("value", ""))
        elif tag == "input" and a.get("type") in ("radio", "checkbox"):
            self._dalam.pilihan.setdefault(nama, []).append(a.get("value", "on"))
            if "checked" in a:
                ganda = self._dalam.isian.get(nama, []) if a["type"] == "checkbox" else []
                self._dalam.isian[nama] = [*ganda, a.get("value", "on")]
        elif tag == "input" and nama and a.get("type") != "file":
            self._tulis(nama, a.get("value", ""))

    def _tulis(self, nama: str, nilai: str) -> None:
        """A field that stands there several times is sent several times."""
        assert self._dalam is not None
        ada = self._dalam.isian.get(nama)
        self._dalam.isian[nama] = (
            nilai if ada is None else [*(ada if isinstance(ada, list) else [ada]), nilai]
        )

    def handle_data(self, data: str) -> None:
        for _, _, teks in self._teks:
            teks.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._dalam = None
        if not self._teks or self._teks[-1][0] != tag:
            return
        _, a, potongan = self._teks.pop()
        teks = " ".join("".join(potongan).split())
        if tag == "a" and "href" in a:
            self.tautan.append((teks, a["href"]))
        elif tag == "button" and self._dalam is not None and a.get("type", "submit") == "submit":
            self._dalam.tombol[teks] = (a.get("name", ""), a.get("value", ""))
        elif tag == "textarea" and self._dalam is not None:
            self._dalam.isian[a.get("name", "")] = "".join(potongan).lstrip("\n")


class Peramban:
    """Where the person is, and how often they pressed something."""

    def __init__(self, client: Client, alamat: str) -> None:
        self.client = client
        self.klik = 0
        self.buka(alamat)

    def buka(self, alamat: str) -> None:
        """Type an address (not a click), or load the present page again."""
        self._tiba(self.client.get(alamat, follow=True))

    def tekan(self, teks: str, *, ke: int = 0) -> None:
        """Follow the link whose words are, or begin with, `teks`."""
        cocok = [u for t, u in self.halaman.tautan if t == teks] or [
            u for t, u in self.halaman.tautan if t.startswith(teks)
        ]
        assert cocok, f"No link «{teks}» on {self.alamat}: {[t for t, _ in self.halaman.tautan]}"
        self.klik += 1
        self._tiba(self.client.get(urljoin(self.alamat, cocok[ke]), follow=True))

    def kirim(self, tombol: str, **isian: Any) -> None:
        """Fill in the form that has this button, and press it."""
        f = next((f for f in self.halaman.formulir if _tombol(f, tombol)), None)
        semua = [t for f in self.halaman.formulir for t in f.tombol]
        assert f is not None, f"No button «{tombol}» on {self.alamat}: {semua}"
        asing = [
            n for n in isian if n not in f.isian and n not in f.pilihan and not hasattr(isian[n], "read")
        ]
        assert not asing, f"No field {asing} in the form of «{tombol}»: {sorted({*f.isian, *f.pilihan})}"
        nama, nilai = f.tombol[_tombol(f, tombol) or tombol]
        data = {**f.isian, **isian, **({nama: nilai} if nama else {})}
        self.klik += 1
        cara = self.client.post if f.cara == "post" else self.client.get
        self._tiba(cara(urljoin(self.alamat, f.tujuan or self.alamat), data, follow=True))

    def _tiba(self, jawaban: HttpResponse) -> None:
        self.jawaban: Any = jawaban
        self.alamat = self.jawaban.request["PATH_INFO"]
        sandi = self.jawaban.request.get("QUERY_STRING", "")
        self.alamat += f"?{sandi}" if sandi else ""
        assert jawaban.status_code == 200, f"{self.alamat}: {jawaban.status_code}"
        if not self.jawaban.streaming and "html" in jawaban["Content-Type"]:
            self.isi = jawaban.content.decode()
            self.halaman = Halaman(self.isi)


def _tombol(f: Formulir, teks: str) -> str | None:
    return next((t for t in f.tombol if t == teks or t.startswith(teks)), None)


def masuk(akun: Any) -> Client:
    """A browser of somebody who is signed in."""
    client = Client()
    client.force_login(akun)
    return client


def teks(jawaban: Any) -> str:
    """The page that came back."""
    isi: str = jawaban.content.decode()
    return isi
