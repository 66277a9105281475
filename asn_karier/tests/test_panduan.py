"""The year of performance in docs/panduan names pages, buttons and marks as the screen does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PANDUAN = ROOT / "docs" / "panduan"
BAB = re.compile(r"^## Kinerja dalam setahun\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
#: Bold is what one presses or fills in; italic is a page, a menu (`A › B`) or a mark.
KUTIPAN = re.compile(r"\*\*(.+?)\*\*|\*([^*\n]+?)\*")
#: What a page fills in stands as `…` in the guides.
ISIAN = re.compile(r"\{\{.*?\}\}|\{[^{}%#]*\}")
#: What ends a text on the screen: a tag of HTML or of the template, or the quotes of a literal.
PEMISAH = re.compile(r"\{%.*?%\}|\{#.*?#\}|<[^>]*>|\n", re.DOTALL)
#: The same sentence on two lines of Python, and the literals of a file.
SAMBUNGAN = re.compile(r'"\s*\n\s*f?"')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
APLIKASI = ("asn_karier", "karier", "kinerja", "pegawai")


def quoted(text: str) -> Iterator[str]:
    """Every name that a guide quotes; a path of the menu is several."""
    for tebal, miring in KUTIPAN.findall(text):
        yield from (tebal or miring).split(" › ")


def plain(text: str) -> str:
    """As the screen shows it: blanks folded, the capital and the mark at the end no difference."""
    kata = " ".join(ISIAN.sub("…", text).split())
    return kata.strip(" ‹:.,").casefold()


def shown(text: str, akhiran: str) -> Iterator[str]:
    """The texts of one file, each as long as it stands together on the screen."""
    if akhiran == ".html":
        yield from (plain(satu) for satu in PEMISAH.split(text))
        return
    tersambung = SAMBUNGAN.sub("", text.replace("\\N{EN DASH}", "–"))
    yield from (plain(satu) for satu in LITERAL.findall(tersambung))


@pytest.fixture(scope="module")
def layar() -> set[str]:
    """Every text that a template or a module can show."""
    python = (f for app in APLIKASI for f in (ROOT / app).rglob("*.py") if "tests" not in f.parts)
    berkas = [*(ROOT / "templates").rglob("*.html"), *python]
    return {teks for f in berkas for teks in shown(f.read_text(encoding="utf-8"), f.suffix)}


@pytest.mark.parametrize("nama", ["asn", "hr", "pimpinan"])
def test_names_quoted_for_the_year_stand_on_the_screen(nama: str, layar: set[str]):
    bab = BAB.search((PANDUAN / f"{nama}.md").read_text(encoding="utf-8"))
    assert bab is not None
    semua = set(quoted(bab[1]))
    assert len(semua) > 30
    assert {k for k in semua if plain(k) not in layar} == set()


def test_a_name_that_no_page_has_would_be_found(layar: set[str]):
    teks = "Menu *Kinerja › Halaman yang tidak ada*, lalu **Nilai … pegawai**."
    assert [k for k in quoted(teks) if plain(k) not in layar] == ["Halaman yang tidak ada"]
