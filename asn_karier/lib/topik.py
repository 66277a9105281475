"""Calculators: a topic is one question of the rule book with the shape of its input.

Every app lists its topics in `rules/topik.py`; `karier.rules.topik` is the registry over all of them.
Pure: the same topics answer REST, `manage.py hitung` and the conformance suite.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.nilai import (
    baca_bilangan,
    baca_desimal,
    baca_tanggal,
    baca_teks,
    baca_waktu,
    baca_ya_tidak,
    isian_salah,
)

Isi = Mapping[str, Any]
Skema = dict[str, Any]

#: More rows than this are no question about one person.
_TERBANYAK: Final = 1000
_CONTOH: Final = 12
#: Between the words of a name: AHLI_MUDA and ahli-muda are Ahli Muda.
_JARAK: Final = re.compile(r"[\s_-]+")


class _TakDiisi(Enum):
    TAK_DIISI = "tak diisi"


#: An optional input that was not given at all. `None` is a value: known to be unknown.
TAK_DIISI: Final = _TakDiisi.TAK_DIISI


class Tanya(NamedTuple):
    """When a question is asked, and the law of any day."""

    per: date
    hukum: Callable[[date], Aturan]


@dataclass(frozen=True)
class Isian:
    """One input: how it is read, and its JSON Schema.

    `baca` turns the JSON value into a value of the domain, or raises DomainError saying what to write.
    """

    baca: Callable[[Any], Any]
    skema: Skema
    wajib: bool = True
    bawaan: Any = TAK_DIISI
    boleh_null: bool = False

    def opsional(self, bawaan: Any = TAK_DIISI) -> Isian:
        """May be left out; the rule then gets `bawaan`."""
        return replace(self, wajib=False, bawaan=bawaan)

    def atau_null(self) -> Isian:
        """May be null: known to be unknown. The rule then gets None."""
        skema = {"anyOf": [self.skema, {"type": "null"}]}
        return replace(self, skema=skema, boleh_null=True)


@dataclass(frozen=True)
class Topik:
    """One question. `hitung(a, **isi)` answers with plain JSON values (numbers may be Decimal or Fraction).

    `menurut` names the input whose date chooses the law; without one the date of the question does.
    `sama` names other words for an input, as other topics and people call it. `berwaktu`: the answer may
    fall under the law of another day, so `hitung` also gets `tanya` (see Tanya). `perlu_isi`: no input is
    required, but one of them is. `kosong`: every input may be null (a missing fact), and then these keys of
    the answer are null: PERLU_VERIFIKASI.
    """

    kode: str
    judul: str
    isian: Mapping[str, Isian]
    hitung: Callable[..., Mapping[str, Any]]
    menurut: str = ""
    sama: Mapping[str, str] = field(default_factory=dict)
    berwaktu: bool = False
    perlu_isi: bool = False
    kosong: tuple[str, ...] = ()

    @cached_property
    def dibaca(self) -> Mapping[str, Isian]:
        """The inputs as they are read."""
        return {n: i if i.boleh_null or not self.kosong else i.atau_null() for n, i in self.isian.items()}

    def skema(self) -> Skema:
        """JSON Schema of the input."""
        return {"title": self.judul, **_skema_objek(self.dibaca)}

    def baca(self, masukan: Any) -> dict[str, Any]:
        """The input read; MasukanSalah names every field that is wrong."""
        return _baca_isi(masukan, self)

    def jawab(self, masukan: Any, aturan: Callable[[date], Aturan], per: date) -> dict[str, Any]:
        """Read the input and answer by the law of its day.

        What the law itself refuses is an answer too: `error` and `tindakan`. MasukanSalah when the
        input cannot be read.
        """
        isi = self.baca(masukan)
        hari = isi.get(self.menurut)
        if self.berwaktu:
            isi["tanya"] = Tanya(per, aturan)
        if self.kosong and (kurang := [n for n, nilai in isi.items() if _kosong(nilai)]):
            return _belum_diketahui(self.kosong, kurang)
        try:
            hasil = self.hitung(aturan(hari if isinstance(hari, date) else per), **isi)
        except DomainError as tolak:
            hasil = {"error": tolak.pesan, "kode": tolak.kode, "tindakan": tolak.tindakan}
        return {k: _keluar(v) for k, v in hasil.items()}


class MasukanSalah(DomainError):  # noqa: N818 - named in the language of the domain
    """The input of a topic cannot be read; `rincian` names each field, `skema` tells what is expected."""

    def __init__(self, topik: Topik, rincian: Mapping[str, str]) -> None:
        self.rincian, self.skema = dict(rincian), topik.skema()
        super().__init__(
            "masukan_salah",
            f"Masukan topik {topik.kode} belum benar. " + " ".join(f"{n}: {p}." for n, p in rincian.items()),
            tindakan="Perbaiki bidang yang disebut; skema topik ini menunjukkan bentuknya.",
        )


# -- inputs -----------------------------------------------------------------------------------


BILANGAN: Final = Isian(baca_bilangan, {"type": "integer"})
DESIMAL: Final = Isian(baca_desimal, {"type": "number"})
TANGGAL: Final = Isian(baca_tanggal, {"type": "string", "format": "date"})
WAKTU: Final = Isian(baca_waktu, {"type": "string", "format": "date-time"})
YA_TIDAK: Final = Isian(baca_ya_tidak, {"type": "boolean"})
TEKS: Final = Isian(baca_teks, {"type": "string"})


def antara(isian: Isian, dari: int, sampai: int) -> Isian:
    """A number within a range, both ends included."""

    def baca(nilai: Any) -> Any:
        angka = isian.baca(nilai)
        if not dari <= angka <= sampai:
            raise isian_salah(f"tulis angka antara {dari} dan {sampai}", nilai)
        return angka

    return replace(isian, baca=baca, skema=isian.skema | {"minimum": dari, "maximum": sampai})


def pilihan(nama: Mapping[str, Any]) -> Isian:
    """One of several names, read without regard to capitals and to what stands between its words."""
    menurut = {_baku(n): nilai for n, nilai in nama.items()}

    def baca(nilai: Any) -> Any:
        kunci = _baku(nilai) if isinstance(nilai, str) else None
        if kunci not in menurut:
            contoh = ", ".join([*nama][:_CONTOH])
            raise isian_salah(f"pilih salah satu: {contoh}{', …' if len(nama) > _CONTOH else ''}", nilai)
        return menurut[kunci]

    return Isian(baca, {"type": "string", "enum": [*nama]})


def larik(isian: Isian, *, paling_sedikit: int = 0) -> Isian:
    """A list of such inputs."""

    def baca(nilai: Any) -> list[Any]:
        if not isinstance(nilai, Sequence) or isinstance(nilai, str):
            raise isian_salah("tulis daftar [ … ]", nilai)
        if not paling_sedikit <= len(nilai) <= _TERBANYAK:
            raise isian_salah(f"tulis {paling_sedikit} sampai {_TERBANYAK} butir", len(nilai))
        return [_satu(isian, n) for n in nilai]

    return Isian(baca, {"type": "array", "items": isian.skema, "minItems": paling_sedikit})


def objek(isian: Mapping[str, Isian]) -> Isian:
    """A nested object; the rule gets a dictionary with every key."""

    def baca(nilai: Any) -> dict[str, Any]:
        isi, salah = _baca_semua(nilai, isian)
        if salah:
            raise isian_salah("; ".join(f"{n}: {p}" for n, p in salah.items()), None)
        return isi

    return Isian(baca, _skema_objek(isian))


def dibaca(baca: Callable[[str], Any], contoh: Sequence[str]) -> Isian:
    """A text that a reader of the domain understands; `contoh` are shown in the schema."""
    return Isian(lambda nilai: baca(baca_teks(nilai)), {"type": "string", "examples": list(contoh)})


# -- inside -----------------------------------------------------------------------------------


def _baca_isi(masukan: Any, topik: Topik) -> dict[str, Any]:
    isi, salah = _baca_semua(_senama(masukan, topik.sama), topik.dibaca)
    if topik.perlu_isi and not masukan and not salah:
        salah = {"masukan": f"isi sedikitnya satu, misalnya {', '.join([*topik.isian][:_CONTOH])}"}
    if salah:
        raise MasukanSalah(topik, salah)
    return isi


def _senama(masukan: Any, sama: Mapping[str, str]) -> Any:
    """Inputs by their own names; another word stays (and is refused) where its own name is there too."""
    if not isinstance(masukan, Mapping):
        return masukan
    return {n if (baku := sama.get(n, n)) in masukan else baku: nilai for n, nilai in masukan.items()}


def _baca_semua(masukan: Any, isian: Mapping[str, Isian]) -> tuple[dict[str, Any], dict[str, str]]:
    if not isinstance(masukan, Mapping):
        return {}, {"masukan": "tulis objek { … }"}
    salah = {str(n): "bidang ini tidak dikenal" for n in masukan if n not in isian}
    isi = {}
    for nama, satu in isian.items():
        if nama not in masukan:
            isi[nama] = satu.bawaan
            if satu.wajib:
                salah[nama] = "wajib diisi"
            continue
        try:
            isi[nama] = _satu(satu, masukan[nama])
        except DomainError as galat:
            salah[nama] = galat.pesan.rstrip(".")
    return isi, salah


def _satu(isian: Isian, nilai: Any) -> Any:
    if nilai is None:
        if isian.boleh_null:
            return None
        raise isian_salah("tidak boleh kosong", None)
    return isian.baca(nilai)


def _skema_objek(isian: Mapping[str, Isian]) -> Skema:
    return {
        "type": "object",
        "properties": {n: i.skema for n, i in isian.items()},
        "required": [n for n, i in isian.items() if i.wajib],
        "additionalProperties": False,
    }


def _kosong(nilai: Any) -> bool:
    return nilai is None or (isinstance(nilai, list) and None in nilai)


def _belum_diketahui(ditanya: Sequence[str], kurang: Sequence[str]) -> dict[str, Any]:
    return dict.fromkeys(ditanya) | {
        "status": "PERLU_VERIFIKASI",
        "catatan": f"Belum diketahui: {', '.join(kurang)}. Tanpa itu tidak dihitung.",
    }


def _baku(teks: str) -> str:
    return " ".join(_JARAK.split(teks)).strip().casefold()


def _keluar(nilai: Any) -> Any:
    """A JSON value: exact numbers become the number that prints the same."""
    if isinstance(nilai, Enum):
        return nilai.value
    if isinstance(nilai, Decimal | Fraction):
        return int(nilai) if nilai == int(nilai) else float(nilai)
    if isinstance(nilai, date):
        return _saat(nilai) if isinstance(nilai, datetime) else nilai.isoformat()
    if isinstance(nilai, Mapping):
        return {k: _keluar(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_keluar(n) for n in nilai]
    return nilai


def _saat(nilai: datetime) -> str:
    """To the minute, and to the second where there are any."""
    return nilai.isoformat(timespec="seconds" if nilai.second else "minutes")
