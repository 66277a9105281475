"""Files from SIASN, and what becomes of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest

from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Instansi, Pegawai
from pegawai.services.impor import periksa, upload
from pegawai.tests.berkas_buatan import AT
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

ID = "A" * 32


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="uji")
    return satu


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    satu: Pegawai = PegawaiPabrik(instansi=instansi, fungsional=True, siasn_id=ID)
    return satu


def skp22(**ubah: Any) -> dict[str, Any]:
    """Baik of 2025 as SIASN hands it out: decimals, its own capitals, the person by PNS ID only."""
    return {
        "id": "x",
        "pnsDinilaiId": ID,
        "tahun": "2025",
        "hasilKinerja": "SESUAI EKSPEKTASI",
        "hasilKinerjaNilai": "2.0",
        "perilakuKerja": "SESUAI EKSPEKTASI",
        "PerilakuKerjaNilai": 2,
        "kuadranKinerja": "BAIK",
        "KuadranKinerjaNilai": 2.0,
        "namaPenilai": "PENILAI",
        "nipNrpPenilai": "",
        "path": {"x": 1},
        **ubah,
    }


def periodik(**ubah: Any) -> dict[str, Any]:
    """Baik of the third quarter of 2026."""
    return {
        "nip": "",
        "pnsDinilaiId": ID,
        "tahun": "2026",
        "periodikId": "2",
        "bulanMulaiPenailan": "7",
        "tahunMulaiPenilaian": 2026,
        "bulanSelesaiPenilaian": "9",
        "tahunSelesaiPenilaian": 2026,
        "hasilKinerjaNilai": "2",
        "perilakuKerjaNilai": "2",
        "kuadranKinerjaNilai": "2",
        **ubah,
    }


def cek(instansi: Instansi, *objek: dict[str, Any], jenis: str = "skp22") -> Impor:
    return cek_berkas(instansi, "riwayat.json", json.dumps({"data": objek}).encode(), jenis)


def cek_berkas(instansi: Instansi, nama: str, isi: bytes, jenis: str = "skp22", actor: Any = None) -> Impor:
    impor = upload(instansi=instansi, jenis=jenis, nama_berkas=nama, isi=isi, actor=actor, at=AT)
    return periksa(impor.pk)


def beda(impor: Impor) -> list[tuple[str, str, str]]:
    return [(b["kolom"], b["lama"], b["baru"]) for baris in impor.baris.all() for b in baris.beda]


def sebab(impor: Impor) -> list[str]:
    baris: Iterable[BarisImpor] = impor.baris.filter(status=StatusBaris.DITOLAK)
    return [g["masalah"] for b in baris for g in b.galat]


TINGGI = {"hasilKinerjaNilai": 1, "PerilakuKerjaNilai": 1, "KuadranKinerjaNilai": 1}
TINGGI_PERIODIK = {"hasilKinerjaNilai": 1, "perilakuKerjaNilai": 1, "kuadranKinerjaNilai": 1}
