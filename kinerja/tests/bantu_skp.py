"""What the tests of SKP say again and again."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from asn_karier.tests import peramban
from kinerja.enums import JenisHasilKerja
from kinerja.models import SKP
from kinerja.tests.pabrik_skp import HasilKerjaPabrik, SKPPabrik, di_sini
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik


def perencana() -> Pegawai:
    """Somebody with an atasan, in an instansi that writes its plans here."""
    atasan = PegawaiPabrik(struktural=True, nama="Atasan Contoh")
    saya: Pegawai = PegawaiPabrik(pelaksana=True, atasan=atasan)
    di_sini(saya.instansi)
    return saya


def rencana(pegawai: Pegawai, **lain: Any) -> SKP:
    """A plan with one whole row."""
    skp: SKP = SKPPabrik(pegawai=pegawai, **lain)
    HasilKerjaPabrik(skp=skp, rhk="Tersusunnya kajian", lengkap=True)
    return skp


def kode(panggil: Any, *args: Any, **lain: Any) -> str:
    """The code with which the domain refuses."""
    with pytest.raises(DomainError) as salah:
        panggil(*args, **lain)
    return str(salah.value.kode)


def masuk(pegawai: Pegawai | None) -> Client:
    return peramban.masuk(PenggunaPabrik(pegawai=pegawai))


def alamat(nama: str, *bagian: Any) -> str:
    """The address of a page of SKP; rows stand for their key."""
    return reverse(f"kinerja:skp_{nama}", args=[getattr(b, "pk", b) for b in bagian])


def baris(**lain: Any) -> dict[str, Any]:
    """The page of a row as a browser sends it."""
    isi = {
        "rhk": "Tersusunnya kajian",
        "jenis": JenisHasilKerja.UTAMA.value,
        "versi": 1,
        "banyak": 1,
        "aksi": "simpan",
    }
    return {**isi, "iki_0": "Jumlah kajian", "target_0": "2 kajian", **lain}
