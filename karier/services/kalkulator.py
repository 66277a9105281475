"""Questions of the rule book answered, and whole files of cases compared with what they expect."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from asn_karier.lib.aturan import AKAR, aturan_per
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.topik import TANGGAL, MasukanSalah, Topik
from karier.rules.topik import TOPIK

KASUS_KAMI: Final = AKAR / "kasus"
#: The day whose law the shipped cases are about; one about another day names its `per`.
HARI_KASUS: Final = date(2026, 11, 28)
#: Their wording is free; that they are there (or not) is part of the answer.
_BEBAS: Final = frozenset({"alasan", "error", "catatan"})


def cari_topik(kode: str) -> Topik:
    """The topic of that code; TidakDitemukan names where the list is."""
    if kode not in TOPIK:
        raise TidakDitemukan(
            "topik_tidak_dikenal",
            f"Topik '{kode}' tidak ada.",
            tindakan="Daftar topik ada pada /api/v1/kalkulator/ dan manage.py hitung --topik.",
        )
    return TOPIK[kode]


def jawab(kode: str, masukan: Any, *, per: date) -> dict[str, Any]:
    """One answer by the law of `per` (or of the date the topic names).

    TidakDitemukan for an unknown topic, MasukanSalah for an input that cannot be read.
    """
    return cari_topik(kode).jawab(masukan, aturan_per, per)


def jawab_baris(baris: Any, *, per: date) -> dict[str, Any]:
    """One row {id, topic, input} as {id, hasil}; what is wrong with it becomes its answer.

    A row may name its own `per`: the day whose law it is about.
    """
    if not isinstance(baris, Mapping):
        return {"id": None, "hasil": {"error": "Setiap butir ditulis sebagai objek {id, topic, input}."}}
    try:
        hari = TANGGAL.baca(baris["per"]) if "per" in baris else per
        hasil = jawab(str(baris.get("topic", "")), baris.get("input"), per=hari)
    except MasukanSalah as salah:
        hasil = {**_tolakan(salah), "bidang": salah.rincian, "skema": salah.skema}
    except DomainError as salah:
        hasil = _tolakan(salah)
    return {"id": baris.get("id"), "hasil": hasil}


def baca_berkas(jalur: Path) -> list[Any]:
    """The rows of a JSON file, decimals kept exact; DomainError says what is wrong with the file."""
    try:
        isi = json.loads(jalur.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as salah:
        raise DomainError(
            "berkas_tidak_terbaca", f"Berkas {jalur} tidak dapat dibaca: {salah.strerror}"
        ) from salah
    except (ValueError, RecursionError) as salah:
        raise DomainError("bukan_json", f"Berkas {jalur} bukan JSON yang benar: {salah}") from salah
    if not isinstance(isi, list):
        raise DomainError("bukan_daftar", f"Berkas {jalur} harus berisi satu daftar [ … ]")
    return isi


# -- conformance ------------------------------------------------------------------------------


@dataclass
class HasilUji:
    """Cases per topic and what did not come out as expected."""

    jumlah: Counter[str] = field(default_factory=Counter)
    gagal: list[dict[str, Any]] = field(default_factory=list)

    @property
    def lulus(self) -> int:
        return self.jumlah.total() - len(self.gagal)


def uji(kasus: Iterable[Any], *, per: date) -> HasilUji:
    """Answer every case and compare it with its `expected`."""
    hasil = HasilUji()
    for baris in kasus:
        topik = str(baris.get("topic")) if isinstance(baris, Mapping) else "?"
        hasil.jumlah[topik] += 1
        jawaban = jawab_baris(baris, per=per)
        beda = _beda(baris.get("expected") if isinstance(baris, Mapping) else None, jawaban["hasil"])
        if beda:
            hasil.gagal.append({"id": jawaban["id"], "topic": topik, "beda": beda, "hasil": jawaban["hasil"]})
    return hasil


def _beda(harap: Any, hasil: Mapping[str, Any]) -> list[str]:
    if not isinstance(harap, Mapping):
        return ["expected: tidak ada"]
    return [
        f"{k}: diharapkan {v!r}, didapat {hasil.get(k)!r}" for k, v in harap.items() if not _sama(k, v, hasil)
    ]


def _sama(kunci: str, harap: Any, hasil: Mapping[str, Any]) -> bool:
    if kunci not in hasil:
        return False
    if kunci in _BEBAS:
        return bool(hasil[kunci]) is bool(harap)
    return bool(_baku(harap) == _baku(hasil[kunci]))


def _baku(nilai: Any) -> Any:
    """Numbers by their value, whether written 5, 5.0 or 5.00; true is no number."""
    if isinstance(nilai, bool):
        return ("ya", nilai)
    if isinstance(nilai, int | float | Decimal):
        return Decimal(str(nilai)).normalize()
    if isinstance(nilai, Mapping):
        return {k: _baku(v) for k, v in nilai.items()}
    return [_baku(n) for n in nilai] if isinstance(nilai, list) else nilai


def _tolakan(salah: DomainError) -> dict[str, Any]:
    return {"error": salah.pesan, "kode": salah.kode, "tindakan": salah.tindakan}
