"""Stored files that no row names: what a transaction left behind that rolled back after it had stored one.

A file may be removed only when no column of any app names it, so every column that does is registered here
(AppConfig.ready). Files of the last day are left alone: their transaction may still be open.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from django.db import models

from pegawai.services import brankas

log = logging.getLogger(__name__)

MASA_TUNGGU: Final = timedelta(days=1)
#: Names asked about in one query.
BAGIAN: Final = 500
_BERNAMA: Final = re.compile(r"[^/]+/\d{4}/[0-9a-f]{32}\.sandi")
_KOLOM: list[tuple[type[models.Model], str]] = []


def daftarkan_kolom_berkas(model: type[models.Model], kolom: str) -> None:
    """Say that this column names files of the vault; twice is once."""
    if (model, kolom) not in _KOLOM:
        _KOLOM.append((model, kolom))


def kolom_berkas() -> Sequence[tuple[type[models.Model], str]]:
    """Every column that names files of the vault."""
    return tuple(_KOLOM)


def sweep_files(*, at: datetime, hapus: bool) -> dict[str, int]:
    """How many files there are, by what became of them; only with `hapus` anything is removed.

    `dipakai` has a row, `baru` has none yet and may still get one, `yatim` has none, `dihapus` is how many
    of those went, `asing` does not bear a name of the vault and is left alone.
    """
    hitung = Counter(dipakai=0, baru=0, yatim=0, dihapus=0, asing=0)
    semua = brankas.daftar()
    while bagian := list(islice(semua, BAGIAN)):
        nama = {n for n in bagian if _BERNAMA.fullmatch(n)}
        dipakai = _dipakai(nama)
        hitung.update(asing=len(bagian) - len(nama), dipakai=len(dipakai))
        for yatim in sorted(nama - dipakai):
            hitung.update(_buang(yatim, at, hapus=hapus))
    if hitung["dihapus"]:
        log.info("%s berkas tanpa catatan dihapus.", hitung["dihapus"])
    return dict(hitung)


def _dipakai(nama: set[str]) -> set[str]:
    return {
        str(satu)
        for model, kolom in _KOLOM
        for satu in model._default_manager.filter(**{f"{kolom}__in": nama}).values_list(kolom, flat=True)
    }


def _buang(nama: str, at: datetime, *, hapus: bool) -> Iterator[str]:
    """What is to be counted about one file that has no row."""
    sejak = brankas.disimpan_pada(nama)
    if sejak is None:  # somebody else removed it meanwhile
        return
    if sejak > at - MASA_TUNGGU:
        yield "baru"
        return
    yield "yatim"
    if hapus:
        brankas.hapus(nama)
        yield "dihapus"
