"""What README and docs point at is there."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from pegawai.enums import Jenjang, TingkatPendidikan

ROOT = Path(settings.BASE_DIR)
#: The data of a running installation is not part of the project.
TOP = {path.name for path in ROOT.iterdir()} - {"var"}
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def pointers(text: str) -> Iterator[str]:
    """Paths from the top of the project in backticks, and targets of links to files."""
    for quoted in re.findall(r"`([\w./-]+)(?:: \w+)?`", text):
        if "/" in quoted and quoted.split("/")[0] in TOP:
            yield quoted


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([\w./-]+)(?:#[\w-]*)?\)", text)


def test_paths_named_in_documents_exist():
    lost = {
        f"{document.relative_to(ROOT)}: {path}"
        for document in DOCUMENTS
        for path in pointers(document.read_text())
        if not (ROOT / path).exists()
    }
    assert lost == set()


def test_links_between_documents_lead_somewhere():
    lost = {
        f"{document.relative_to(ROOT)}: {link}"
        for document in DOCUMENTS
        for link in links(document.read_text())
        if not (document.parent / link).exists()
    }
    assert lost == set()


def test_every_code_that_coba_hitung_takes_is_explained():
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    missing = [kode for kode in (*TingkatPendidikan, *Jenjang) if not re.search(rf"\b{kode.value} \w", text)]
    assert missing == []


def test_a_lost_path_would_be_found():
    assert list(pointers("see `karier/tidak_ada.py` and `pegawai/querysets.py: visible_to`")) == [
        "karier/tidak_ada.py",
        "pegawai/querysets.py",
    ]
    assert links("[a](docs/x.md#bab) [b](https://contoh.id)") == ["docs/x.md"]
