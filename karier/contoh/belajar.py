"""Lessons and quizzes of the simulated governments, written for this demo."""

import tomllib
from importlib.resources import files
from typing import Final, NamedTuple


class MateriContoh(NamedTuple):
    judul: str
    isi: str


class SoalContoh(NamedTuple):
    """`jawaban`: the number of the right choice, from 1."""

    pertanyaan: str
    pilihan: list[str]
    jawaban: int


class BahanProgram(NamedTuple):
    """What the participants of one programme read and answer; `nama` as in `pelatihan_daerah.PROGRAM`."""

    nama: str
    materi: tuple[MateriContoh, ...]
    soal: tuple[SoalContoh, ...]


def _baca() -> tuple[BahanProgram, ...]:
    teks = files("karier.contoh").joinpath("data/belajar.toml").read_text(encoding="utf-8")
    return tuple(
        BahanProgram(
            p["nama"],
            tuple(MateriContoh(m["judul"], m["isi"].strip()) for m in p["materi"]),
            tuple(SoalContoh(**s) for s in p["soal"]),
        )
        for p in tomllib.loads(teks)["program"]
    )


BAHAN: Final[tuple[BahanProgram, ...]] = _baca()
