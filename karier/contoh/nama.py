"""Names put together at random from common given names: nobody real is described."""

import csv
from importlib.resources import files
from random import Random

from pegawai.enums import JenisKelamin


def _daftar() -> dict[str, tuple[str, ...]]:
    with files("karier.contoh").joinpath("data/nama.csv").open(encoding="utf-8") as berkas:
        baris = [(b["daftar"], b["nama"]) for b in csv.DictReader(berkas)]
    return {d: tuple(nama for daftar, nama in baris if daftar == d) for d in dict(baris)}


DAFTAR = _daftar()
BAGIAN_SATU_KATA, BAGIAN_TIGA_KATA = 0.06, 0.38


def nama_orang(acak: Random, kelamin: JenisKelamin) -> str:
    """One to three words; men and women draw from their own lists."""
    jenis = "pria" if kelamin is JenisKelamin.PRIA else "wanita"
    depan, belakang = DAFTAR[jenis], DAFTAR[f"belakang_{jenis}"]
    undi = acak.random()
    if undi < BAGIAN_SATU_KATA:
        return acak.choice(belakang)
    pertama = acak.choice(depan)
    tengah = f" {acak.choice(depan)}" if undi > 1 - BAGIAN_TIGA_KATA else ""
    return f"{pertama}{tengah} {acak.choice(belakang)}"


def tempat_lahir(acak: Random) -> str:
    """A town of birth; most are near."""
    return acak.choice(DAFTAR["tempat_lahir"])
