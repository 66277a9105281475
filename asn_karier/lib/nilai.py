"""One value of JSON as a number, a date or a text; DomainError says what to write instead.

Bounded, so that no input costs more time or memory than an answer is worth.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any, Final, TypeVar

from asn_karier.lib.errors import DomainError

Hari = TypeVar("Hari", bound=date)

#: Larger numbers are no personnel matter.
_TERBESAR: Final = 10**9
#: More digits than any amount or score has.
_ANGKA: Final = 30
_TAHUN: Final = (1900, 2200)
#: A number as a spreadsheet hands it on, no longer than the largest one.
_BULAT: Final = re.compile(r"-?[0-9]{1,10}", re.ASCII)
#: 31-12-2026, as SIASN writes dates.
_HARI_SIASN: Final = re.compile(r"^(\d\d)-(\d\d)-(\d{4})$", re.ASCII)


def baca_bilangan(nilai: Any) -> int:
    if isinstance(nilai, str) and _BULAT.fullmatch(nilai.strip()):
        nilai = int(nilai)
    if isinstance(nilai, float | Decimal) and isfinite(nilai) and nilai == int(nilai):
        nilai = int(nilai)
    if not isinstance(nilai, int) or isinstance(nilai, bool) or abs(nilai) > _TERBESAR:
        raise isian_salah("tulis bilangan bulat", nilai)
    return nilai


def baca_desimal(nilai: Any) -> Decimal:
    if isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal | str):
        raise isian_salah("tulis angka", nilai)
    try:
        angka = Decimal(str(nilai))
    except InvalidOperation:
        raise isian_salah("tulis angka, misalnya 42.5", nilai) from None
    # An exponent far below the point would cost minutes in exact arithmetic.
    if not angka.is_finite() or abs(angka) > _TERBESAR or len(angka.as_tuple().digits) > _ANGKA:
        raise isian_salah("tulis angka, misalnya 42.5", nilai)
    if int(angka.as_tuple().exponent) < -_ANGKA:
        raise isian_salah(f"tulis angka dengan paling banyak {_ANGKA} desimal", nilai)
    return angka


def baca_tanggal(nilai: Any) -> date:
    try:
        hari = nilai if type(nilai) is date else date.fromisoformat(_HARI_SIASN.sub(r"\3-\2-\1", nilai))
    except (TypeError, ValueError):
        raise isian_salah("tulis tanggal tahun-bulan-hari yang ada dalam kalender", nilai) from None
    return _dalam_masa(hari, nilai)


def baca_waktu(nilai: Any) -> datetime:
    try:
        saat = datetime.fromisoformat(nilai)
    except (TypeError, ValueError):
        raise isian_salah("tulis tanggal dan jam seperti 2026-03-02T09:00", nilai) from None
    return _dalam_masa(saat, nilai)


def _dalam_masa(hari: Hari, nilai: Any) -> Hari:
    """Dates with room on both sides: a career and its arithmetic stay inside the calendar."""
    if not _TAHUN[0] <= hari.year <= _TAHUN[1]:
        raise isian_salah(f"tulis tahun antara {_TAHUN[0]} dan {_TAHUN[1]}", nilai)
    return hari


def baca_ya_tidak(nilai: Any) -> bool:
    if not isinstance(nilai, bool):
        raise isian_salah("tulis true atau false", nilai)
    return nilai


def baca_teks(nilai: Any) -> str:
    if not isinstance(nilai, str):
        raise isian_salah("tulis teks", nilai)
    try:
        nilai.encode()
    except UnicodeEncodeError:
        raise isian_salah("tulis teks yang dapat dibaca", None) from None
    return nilai


def isian_salah(pesan: str, nilai: Any) -> DomainError:
    diisi = "" if nilai is None else f". Yang diisi {json.dumps(nilai, ensure_ascii=False, default=str)[:60]}"
    return DomainError("isian_salah", f"{pesan}{diisi}")
