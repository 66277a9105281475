"""Conversation guides, read from `panduan.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Panduan(NamedTuple):
    """A short agenda. `nomor`: the meeting it is for; 3 stands for every later one, None for a situation."""

    kode: str
    nomor: int | None
    judul: str
    menit: int
    untuk: str
    langkah: list[str]
    tanya: list[str]


@cache
def panduan() -> tuple[Panduan, ...]:
    """Every guide in the order of the file."""
    isi = tomllib.loads(Path(__file__).with_name("panduan.toml").read_text(encoding="utf-8"))
    return tuple(
        Panduan(
            kode=p["kode"],
            nomor=p.get("nomor"),
            judul=p["judul"],
            menit=p["menit"],
            untuk=p["untuk"],
            langkah=p["langkah"].strip().splitlines(),
            tanya=p["tanya"].strip().splitlines(),
        )
        for p in isi["panduan"]
    )


def for_meeting(ke: int) -> Panduan:
    """The agenda of the `ke`-th meeting."""
    bernomor = [p for p in panduan() if p.nomor is not None]
    return max((p for p in bernomor if (p.nomor or 0) <= max(ke, 1)), key=lambda p: p.nomor or 0)
