"""Which rows of a person can be asked to be corrected, with the way to each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.urls import reverse

from pegawai.models import Pegawai
from pegawai.services.usulan_baca import Kunci
from pegawai.services.usulan_rekam import REKAM, Rekam

Alamat = Callable[[str, int], str]


class Pilihan(NamedTuple):
    """One line for templates/partials/tugas.html."""

    judul: str
    url: str
    tanda: str
    kelas: str
    ket: str


class KelompokPilihan(NamedTuple):
    kode: str
    judul: str
    pilihan: list[Pilihan]


def own_address(kode: str, objek_id: int) -> str:
    """Where a person asks about one of their own rows."""
    return reverse("pegawai:usulkan", args=[kode, objek_id])


def choices(
    pegawai: Pegawai, *, usul: Mapping[Kunci, str], alamat: Alamat = own_address, khusus: bool = True
) -> list[KelompokPilihan]:
    """Every kind with its rows, and one line for what is missing; `khusus`: sensitive kinds too."""
    semua = [_kelompok(r, pegawai, usul, alamat) for r in REKAM.values() if khusus or not r.khusus]
    return [k for k in semua if k.pilihan]


def _kelompok(r: Rekam, pegawai: Pegawai, usul: Mapping[Kunci, str], alamat: Alamat) -> KelompokPilihan:
    baris = [(r.baris(objek), 0 if r.tentang_orang else int(objek.pk)) for objek in r.semua(pegawai)]
    if r.tambah:
        baris.append((r.tambah, 0))
    pilihan = [
        Pilihan(teks, alamat(r.kode, pk), "", "", " ".join(_kalimat(usul, r.kode, pk))) for teks, pk in baris
    ]
    return KelompokPilihan(r.kode, r.judul, pilihan)


def _kalimat(usul: Mapping[Kunci, str], kode: str, pk: int) -> list[str]:
    return sorted({kalimat for (k, p, _), kalimat in usul.items() if (k, p) == (kode, pk)})
