"""Small pictures as SVG text: the same inline in a page and inside a PDF. No script, no style attribute.

Whoever shows one says the same in words beside it: a picture is never the only place of a number.
"""

from __future__ import annotations

from typing import Final

from django.utils.html import escape

_LEBAR: Final = 480
_TINGGI: Final = 64
_TEPI: Final = 24
_SUMBU: Final = 40
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
        f"{_label(x(bawah), ujung[0])}{_label(x(atas), ujung[1])}{_nol(x(0), x(bawah), x(atas))}</g></svg>"
    )


def _label(x: float, teks: str) -> str:
    tempat = "start" if x < _LEBAR / 4 else "end" if x > _LEBAR * 3 / 4 else "middle"
    return f'<text x="{x}" y="{_SUMBU + 18}" text-anchor="{tempat}">{escape(teks)}</text>'


def _nol(x: float, *lain: float) -> str:
    """The mark of zero, where it does not stand on another number."""
    return "" if any(abs(x - satu) < 60 for satu in lain) else _label(x, "0")
