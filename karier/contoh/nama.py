"""Names put together at random from common given names: nobody real is described."""

import csv
from functools import cache
from importlib.resources import files
from random import Random

from pegawai.enums import JenisKelamin

Daftar = dict[str, tuple[str, ...]]


def _kelompok(baris: list[tuple[str, str]]) -> Daftar:
    return {d: tuple(nama for daftar, nama in baris if daftar == d) for d in dict(baris)}


def _berkas(nama: str) -> list[dict[str, str]]:
    with files("karier.contoh").joinpath(f"data/{nama}").open(encoding="utf-8") as berkas:
        return list(csv.DictReader(berkas))


@cache
def daftar_nama(instansi: str) -> Daftar:
    """The name lists of a region; those it lacks are the general ones."""
    umum = _kelompok([(b["daftar"], b["nama"]) for b in _berkas("nama.csv")])
    khas = [(b["daftar"], b["nama"]) for b in _berkas("nama_wilayah.csv") if b["wilayah"] == instansi]
    return umum | _kelompok(khas)


BAGIAN_SATU_KATA, BAGIAN_TIGA_KATA = 0.06, 0.38


def nama_orang(acak: Random, kelamin: JenisKelamin, daftar: Daftar) -> str:
    """One to three words; men and women draw from their own lists."""
    jenis = "pria" if kelamin is JenisKelamin.PRIA else "wanita"
    depan, belakang = daftar[jenis], daftar[f"belakang_{jenis}"]
    undi = acak.random()
    if undi < BAGIAN_SATU_KATA:
        return acak.choice(belakang)
    pertama = acak.choice(depan)
    tengah = f" {acak.choice(depan)}" if undi > 1 - BAGIAN_TIGA_KATA else ""
    return f"{pertama}{tengah} {acak.choice(belakang)}"


def tempat_lahir(acak: Random, daftar: Daftar) -> str:
    """A town of birth; most are near."""
    return acak.choice(daftar["tempat_lahir"])
