"""A dot with its interval: where it stands, and that it is well-formed whatever the words are."""

import re
from xml.etree import ElementTree as ET

import pytest

from asn_karier.lib.charts import dot_interval

SVG = "{http://www.w3.org/2000/svg}"


def gambar(nilai: float, bawah: float, atas: float) -> ET.Element:
    teks = dot_interval(nilai, bawah, atas, teks='Beda <"kecil">', ujung=(str(bawah), str(atas)))
    assert "style=" not in teks
    return ET.fromstring(teks)  # noqa: S314 - our own text


@pytest.mark.parametrize(
    ("bawah", "atas", "harapan"),
    [(-1.0, 3.0, 70.5), (1.0, 4.0, 16.0), (-4.0, -1.0, 234.0), (0.0, 0.0, 16.0)],
)
def test_zero_is_always_on_the_axis(bawah: float, atas: float, harapan: float) -> None:
    akar = gambar((bawah + atas) / 2, bawah, atas)
    putus = next(p for p in akar.iter(f"{SVG}path") if p.get("stroke-dasharray"))
    cocok = re.match(r"M([\d.]+) ", putus.get("d", ""))
    assert cocok is not None
    assert float(cocok[1]) == harapan


def test_the_dot_lies_in_its_interval_and_the_words_are_its_alternative() -> None:
    akar = gambar(1.0, -1.0, 3.0)
    titik = next(akar.iter(f"{SVG}circle"))
    assert float(titik.get("cx", "0")) == 125
    assert akar.get("aria-label") == 'Beda <"kecil">'
    assert [t.text for t in akar.iter(f"{SVG}text")] == ["-1.0", "3.0"]


@pytest.mark.parametrize(
    ("bawah", "atas", "harapan"), [(4.0, 5.0, ["4.0 sampai 5.0", "0"]), (-3.0, 3.0, ["-3.0", "3.0", "0"])]
)
def test_numbers_do_not_stand_on_each_other(bawah: float, atas: float, harapan: list[str]) -> None:
    akar = gambar((bawah + atas) / 2, bawah, atas)
    assert [t.text for t in akar.iter(f"{SVG}text")] == harapan
