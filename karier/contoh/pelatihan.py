"""The training catalogue of the demo.

Titles are those of programmes that agencies really offer; JP, price (rupiah per seat, 0 where the
regency runs it itself) and the competency level a programme leads to are invented for the simulation.
"""

import csv
from importlib.resources import files

from karier.contoh.bentuk import ProgramPelatihan
from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pelatihan.enums import Metode


def _baca() -> tuple[ProgramPelatihan, ...]:
    with files("karier.contoh").joinpath("data/pelatihan.csv").open(encoding="utf-8") as berkas:
        return tuple(_program(nomor, baris) for nomor, baris in enumerate(csv.DictReader(berkas), start=1))


def _program(nomor: int, baris: dict[str, str]) -> ProgramPelatihan:
    pasangan = (butir.split(":") for butir in baris["kompetensi"].split(";"))
    return ProgramPelatihan(
        kode=f"PLT-{nomor:03d}",
        nama=baris["nama"],
        bentuk=BentukPengembangan[baris["bentuk"]],
        metode=Metode(baris["metode"]),
        jp=int(baris["jp"]),
        biaya=int(baris["biaya"]),
        penyelenggara=baris["penyelenggara"],
        kompetensi=tuple((KompetensiMansoskul(nama), int(level)) for nama, level in pasangan),
    )


KATALOG: tuple[ProgramPelatihan, ...] = _baca()
"""Forty-one programmes in the order of the file."""
