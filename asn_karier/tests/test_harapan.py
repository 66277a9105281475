"""`docs/harapan.md`: every wish has its screen, its walk and its picture, and nothing else stands there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from PIL import Image

from asn_karier.tests.gambar import MEJA, PONSEL, TEMPAT

ROOT: Final = Path(settings.BASE_DIR)
TERBERAT: Final = 60 * 1024
#: The wishes of the programmes, cell by cell; a cell that names several is several wishes here.
HARAPAN: Final[dict[str, tuple[str, ...]]] = {
    "Wanggar": (
        "IDP fitted to need and potential",
        "senior mentors",
        "periodic appraisal feeding kenaikan pangkat",
        "periodic appraisal feeding training",
        "periodic appraisal feeding improvement",
        "finished projects and their effect on citizens as evidence",
        "recurring IT training",
        "sosialisasi against resistance",
        "motivation against resistance",
        "limited budget",
        "partnerships",
    ),
    "Batanghari": (
        "continuous training",
        "workshops, seminars with narasumber",
        "monitoring and evaluation of participants",
        "do active trainees perform better",
        "citizens' dialogue forum",
        "transparency",
        "budget",
        "motivating the busy",
    ),
    "Tanjungselor": (
        "transparent appraisal",
        "constructive feedback",
        "clear career path with criteria and competencies per step",
        "mentoring that builds networks",
        "seminars on current issues",
        "campus collaboration",
        "private collaboration",
        "rigid bureaucracy that hinders innovation",
    ),
    "General": (
        "technical competence",
        "ethics and morals",
        "education",
        "training",
        "appraisal",
        "e-learning and webinars for remote areas",
        "help for those unused to technology",
    ),
    "Medan": (
        "regular competency-based technical and managerial training",
        "junior-senior mentoring",
        "recognition against stigma",
        "leaders who direct",
        "leaders who take part as examples",
        "leaders who give feedback",
        "performance of the agency",
    ),
}


class Baris(NamedTuple):
    program: str
    harapan: str
    layar: str
    berkas: str
    uji: str
    gambar: str


_BARIS: Final = re.compile(r"\| ([^|]+) \| ([^|]+) \| `([\w/.]+)::(\w+)` \| \[picture\]\(([\w/.-]+)\) \|")


def baca(teks: str) -> list[Baris]:
    """The rows of the page, each with the programme whose heading stands above it."""
    hasil: list[Baris] = []
    program = ""
    for satu in teks.splitlines():
        if satu.startswith("## "):
            program = satu.removeprefix("## ")
        elif cocok := _BARIS.fullmatch(satu):
            hasil.append(Baris(program, *cocok.groups()))
        else:
            assert not satu.startswith("|") or satu.startswith(("| wish ", "|---")), satu
    return hasil


HALAMAN: Final = (ROOT / "docs" / "harapan.md").read_text(encoding="utf-8")
SEMUA: Final = baca(HALAMAN)


def bukan_jalan(berkas: str, uji: str) -> str:
    """Why this is no walk in a browser; empty when it is one."""
    if not (ROOT / berkas).is_file():
        return "no such file"
    pohon = ast.parse((ROOT / berkas).read_text(encoding="utf-8"))
    if uji not in {f.name for f in pohon.body if isinstance(f, ast.FunctionDef)}:
        return "no such test"
    tanda = [ast.unparse(n) for n in pohon.body if isinstance(n, ast.Assign)]
    walk = any(t.startswith("pytestmark") and "pytest.mark.peramban" in t for t in tanda)
    return "" if walk else "not marked peramban"


def test_every_wish_has_its_row():
    semua = {(program, h) for program, daftar in HARAPAN.items() for h in daftar}
    assert sorted((b.program, b.harapan) for b in SEMUA) == sorted(semua)


def test_every_row_is_tied_to_a_walk_in_the_browser():
    assert [(b.uji, s) for b in SEMUA if (s := bukan_jalan(b.berkas, b.uji))] == []


def test_every_picture_is_taken_by_the_file_of_its_walk():
    asing = [
        b.gambar
        for b in SEMUA
        if f'"{Path(b.gambar).stem}"' not in (ROOT / b.berkas).read_text(encoding="utf-8")
    ]
    assert asing == []


def test_the_pictures_are_those_of_the_page():
    ada = {p.name for p in TEMPAT.iterdir()}
    assert ada == {Path(b.gambar).name for b in SEMUA}
    assert all((ROOT / "docs" / b.gambar).parent == TEMPAT for b in SEMUA)


def test_pictures_are_small_and_as_wide_as_a_phone_or_a_desk():
    for satu in TEMPAT.iterdir():
        assert satu.stat().st_size <= TERBERAT, satu.name
        with Image.open(satu) as gambar:
            assert gambar.width in (PONSEL["width"], MEJA["width"]), satu.name


def test_a_lost_row_a_lost_test_and_a_test_without_browser_would_be_found():
    satu = (
        "## Medan\n| a wish | *Layar* | `asn_karier/tests/x.py::test_y` | [picture](gambar/harapan/z.png) |"
    )
    assert baca(satu) == [
        Baris("Medan", "a wish", "*Layar*", "asn_karier/tests/x.py", "test_y", "gambar/harapan/z.png")
    ]
    assert bukan_jalan("asn_karier/tests/x.py", "test_y") == "no such file"
    assert bukan_jalan("asn_karier/tests/test_harapan_medan.py", "test_y") == "no such test"
    ini = "test_a_lost_row_a_lost_test_and_a_test_without_browser_would_be_found"
    assert bukan_jalan("asn_karier/tests/test_harapan.py", ini) == "not marked peramban"
