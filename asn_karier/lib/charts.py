"""Small pictures as SVG text: the same inline in a page and inside a PDF. No script, no style attribute.

Whoever shows one says the same in words beside it: a picture is never the only place of a number.
"""

from __future__ import annotations

from typing import Final

from django.utils.html import escape

#: Fits a phone of 320 px inside a card.
_LEBAR: Final = 250
_TINGGI: Final = 64
_TEPI: Final = 16
_SUMBU: Final = 40
#: Two numbers nearer than this would stand on each other.
_RAPAT: Final = 60
_GARIS: Final = "#454c55"
_WARNA: Final = "#0b4a6f"


def dot_interval(nilai: float, bawah: float, atas: float, *, teks: str, ujung: tuple[str, str]) -> str:
    """A dot with its interval on an axis that shows zero. `teks`: the alternative; `ujung`: the two ends
    as written below the axis.
    """
    kiri, kanan = min(bawah, 0.0), max(atas, 0.0)
    jarak = (kanan - kiri) or 1.0

    def x(n: float) -> float:
        return round(_TEPI + (n - kiri) / jarak * (_LEBAR - 2 * _TEPI), 1)

    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEBAR} {_TINGGI}" width="{_LEBAR}" '
        f'height="{_TINGGI}" role="img" aria-label="{escape(teks)}">'
        f'<g stroke="{_GARIS}"><path d="M{_TEPI} {_SUMBU}H{_LEBAR - _TEPI}"/>'
        f'<path d="M{x(0)} 10V{_SUMBU + 5}" stroke-dasharray="3 3"/></g>'
        f'<path d="M{x(bawah)} 22H{x(atas)}" stroke="{_WARNA}" stroke-width="4"/>'
        f'<circle cx="{x(nilai)}" cy="22" r="7" fill="{_WARNA}"/>'
        f'<g font-size="13" font-family="sans-serif" fill="{_GARIS}">'
        f"{_ujung(x(bawah), x(atas), ujung)}{_nol(x(0), x(bawah), x(atas))}</g></svg>"
    )


def _ujung(kiri: float, kanan: float, teks: tuple[str, str]) -> str:
    if kanan - kiri < _RAPAT:
        return _label((kiri + kanan) / 2, f"{teks[0]} sampai {teks[1]}")
    return _label(kiri, teks[0]) + _label(kanan, teks[1])


def _label(x: float, teks: str) -> str:
    tempat = "start" if x < _LEBAR / 4 else "end" if x > _LEBAR * 3 / 4 else "middle"
    return f'<text x="{x}" y="{_SUMBU + 18}" text-anchor="{tempat}">{escape(teks)}</text>'


def _nol(x: float, *lain: float) -> str:
    """The mark of zero, where it does not stand on another number."""
    return "" if any(abs(x - satu) < _RAPAT for satu in lain) else _label(x, "0")
