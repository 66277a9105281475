"""Query parameters, declared once: read strictly, refused by name, and described in OpenAPI."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter

from asn_karier.lib.errors import DomainError


class MasukanKeliru(DomainError):  # noqa: N818 - named in the language of the domain
    """Some parameters cannot be read; `bidang` says which and why."""

    def __init__(self, bidang: Mapping[str, str]) -> None:
        super().__init__(
            "masukan_salah",
            "Ada isian yang belum benar.",
            tindakan="Baca bidang: nama isian dan apa yang perlu diperbaiki.",
        )
        self.bidang = dict(bidang)


@dataclass(frozen=True, slots=True)
class Isian:
    """One parameter. `pilihan`: what it may say; `id`: a public id; `angka`: lowest and highest (clamped)."""

    nama: str
    arti: str
    pilihan: tuple[str, ...] = ()
    id: bool = False
    angka: tuple[int, int] | None = None
    bawaan: int | None = None
    terpanjang: int = 80

    def baca(self, teks: str) -> Any:
        """The value; ValueError with the sentence for the reader."""
        if self.angka:
            if not (teks.isascii() and teks.isdigit() and len(teks) < 10):
                raise ValueError(f"Tulis bilangan bulat, misalnya {self.bawaan}.")
            return min(max(int(teks), self.angka[0]), self.angka[1])
        if self.id:
            return _uuid(teks)
        if self.pilihan and teks not in self.pilihan:
            raise ValueError(f"Pilih salah satu: {', '.join(self.pilihan)}.")
        if len(teks) > self.terpanjang or "\x00" in teks or not teks.strip():
            raise ValueError(f"Isi dengan 1 sampai {self.terpanjang} huruf.")
        return teks

    def skema(self) -> OpenApiParameter:
        if self.angka:
            bentuk: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
        elif self.id:
            bentuk = {"type": "string", "format": "uuid"}
        elif self.pilihan:
            bentuk = {"type": "string", "enum": list(self.pilihan)}
        else:
            bentuk = {"type": "string", "minLength": 1, "maxLength": self.terpanjang}
        if self.bawaan is not None:
            bentuk["default"] = self.bawaan
        return OpenApiParameter(self.nama, bentuk, OpenApiParameter.QUERY, description=self.arti)


BATAS: Final = Isian(
    "batas",
    "Banyaknya baris dalam satu jawaban. Lebih dari 500 dibaca sebagai 500.",
    angka=(1, 500),
    bawaan=100,
)
KURSOR: Final = Isian(
    "kursor", "kursor_berikut dari jawaban sebelumnya, untuk halaman berikutnya.", terpanjang=400
)


def baca_masukan(query: QueryDict, isian: Iterable[Isian]) -> dict[str, Any]:
    """Every parameter that was given, read; MasukanKeliru names all that are unknown, twice or wrong."""
    dikenal = {i.nama: i for i in isian}
    hasil: dict[str, Any] = {i.nama: i.bawaan for i in dikenal.values() if i.bawaan is not None}
    keliru: dict[str, str] = {}
    for nama, semua in query.lists():
        if nama not in dikenal:
            keliru[nama[:80]] = (
                f"Isian ini tidak dikenal. Yang dikenal: {', '.join(sorted(dikenal)) or 'tidak ada'}."
            )
        elif len(semua) > 1:
            keliru[nama] = "Isian ini ditulis lebih dari sekali."
        else:
            try:
                hasil[nama] = dikenal[nama].baca(semua[0])
            except ValueError as salah:
                keliru[nama] = str(salah)
    if keliru:
        raise MasukanKeliru(keliru)
    return hasil


def parameter_dari(isian: Iterable[Isian]) -> list[OpenApiParameter]:
    """The same parameters for OpenAPI."""
    return [i.skema() for i in isian]


def _uuid(teks: str) -> UUID:
    try:
        if len(teks) != 36:
            raise ValueError
        return UUID(teks)
    except ValueError:
        raise ValueError("Isi dengan id dari REST ini, misalnya 0b8f2c1e-….") from None
