"""Forms as a browser finds them on a page, filled in so that they can be sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

from pegawai.tests.berkas_bukti import unggahan

#: What is typed into an empty field that asks for something: a day, a number, or words.
_HARI, _BILANGAN, _KATA = "21-11-2026", "7", "Uji seram"

#: Fields of free text, which may say anything.
BEBAS = frozenset(
    {"sumber", "nomor_sk", "tempat", "nama", "nama_kantor", "penyelenggara", "catatan", "alasan", "dasar"}
)


@dataclass
class Formulir:
    """One form of method POST: where it goes, and its fields as sent without touching anything else."""

    alamat: str
    isi: dict[str, list[str]] = field(default_factory=dict)
    tombol: list[tuple[str, str]] = field(default_factory=list)
    berkas: list[str] = field(default_factory=list)
    tujuan_tombol: list[str] = field(default_factory=list)

    def kiriman(self, tambah: str = "") -> dict[str, Any]:
        """As sent; `tambah` goes behind what is typed freely, so that something really changes."""
        semua: dict[str, Any] = {k: list(v) for k, v in self.isi.items()}
        for nama in BEBAS & semua.keys() if tambah else ():
            semua[nama] = [f"{teks} {tambah}" for teks in semua[nama]]
        semua |= {k: v for k, v in self.tombol[:1] if k}
        # An upload can be read once.
        return semua | {nama: unggahan() for nama in self.berkas}


class _Pembaca(HTMLParser):
    def __init__(self, alamat: str, kata: Mapping[str, str]) -> None:
        super().__init__()
        self.alamat, self.kata, self.hasil = alamat, kata, list[Formulir]()
        self.kini: Formulir | None = None
        self.pilih: str | None = None
        self.wajib = False
        self.teks: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {k: v or "" for k, v in attrs}
        if tag == "form":
            post = a.get("method", "").lower() == "post"
            self.kini = Formulir(urljoin(self.alamat, a.get("action", ""))) if post else None
            if self.kini is not None:
                self.hasil.append(self.kini)
        if self.kini is None:
            return
        getattr(self, f"_{tag}", lambda a: None)(a)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.kini = None
        if tag == "textarea" and self.kini is not None and self.teks is not None:
            self.kini.isi.setdefault(self.teks, [_KATA])
            self.teks = None
        if tag == "select":
            self.pilih = None

    def handle_data(self, data: str) -> None:
        if self.teks is not None and self.kini is not None and data.strip():
            self.kini.isi[self.teks] = [data.strip()]

    def _input(self, a: dict[str, str]) -> None:
        assert self.kini is not None
        nama, jenis, nilai = a.get("name", ""), a.get("type", "text"), a.get("value", "")
        if not nama or nama == "csrfmiddlewaretoken":
            return
        if jenis == "submit":
            self.kini.tombol.append((nama, nilai))
        elif jenis == "file":
            self.kini.berkas.append(nama)
        elif jenis in ("checkbox", "radio"):
            if "checked" in a or jenis == "checkbox" or nama not in self.kini.isi:
                lama = self.kini.isi.get(nama, []) if jenis == "checkbox" else []
                self.kini.isi[nama] = [*lama, nilai or "on"]
        else:
            self.kini.isi[nama] = [nilai or self._ketik(nama, a)]

    def _ketik(self, nama: str, a: dict[str, str]) -> str:
        """What somebody in a hurry types: only where something must stand."""
        if "required" not in a and nama not in self.kata:
            return ""
        if nama in self.kata:
            return self.kata[nama]
        if a.get("placeholder") == "tgl-bln-tahun":
            return _HARI
        return _BILANGAN if "number" in (a.get("type"), a.get("inputmode")) else _KATA

    def _button(self, a: dict[str, str]) -> None:
        assert self.kini is not None
        if a.get("type", "submit") == "submit":
            self.kini.tombol.append((a.get("name", ""), a.get("value", "")))
            if "formaction" in a:
                self.kini.tujuan_tombol.append(urljoin(self.alamat, a["formaction"]))

    def _select(self, a: dict[str, str]) -> None:
        self.pilih = a.get("name", "")
        self.wajib = "required" in a

    def _option(self, a: dict[str, str]) -> None:
        if self.pilih is None or self.kini is None:
            return
        nama, nilai = self.pilih, a.get("value", "")
        kosong = self.kini.isi.get(nama, [""]) == [""] and self.wajib
        if "selected" in a or nama not in self.kini.isi or kosong:
            self.kini.isi[nama] = [nilai]

    def _textarea(self, a: dict[str, str]) -> None:
        self.teks = a.get("name", "")


def formulir_di(alamat: str, halaman: str, kata: Mapping[str, str] | None = None) -> list[Formulir]:
    """Every form of a page that writes, a button with an address of its own as a form of its own.

    `kata`: what is typed into fields of these names when they are empty.
    """
    pembaca = _Pembaca(alamat, kata or {})
    pembaca.feed(halaman)
    hasil = []
    for f in pembaca.hasil:
        tujuan = f.tujuan_tombol or [f.alamat]
        hasil += [Formulir(t, f.isi, f.tombol, f.berkas) for t in tujuan]
    return hasil
