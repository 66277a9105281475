"""A SIASN file through the machine, and what came of it."""

from __future__ import annotations

from typing import Any

from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Instansi
from pegawai.services.impor import periksa, upload
from pegawai.tests.bantu_impor import diterapkan
from pegawai.tests.berkas_buatan import AT, baris_siasn, csv_siasn


def cek(instansi: Instansi, isi: bytes, nama: str = "export.csv", actor: Any = None) -> Impor:
    """Upload and check, without applying."""
    impor = upload(instansi=instansi, jenis="siasn", nama_berkas=nama, isi=isi, actor=actor, at=AT)
    return periksa(impor.pk)


def masukkan(instansi: Instansi, *baris: dict[str, str]) -> Impor:
    """Upload, check and apply."""
    return diterapkan(cek(instansi, csv_siasn(*baris)))


def satu(impor: Impor, nomor: int = 2) -> BarisImpor:
    return impor.baris.get(nomor=nomor)


def galat(instansi: Instansi, **ubah: str) -> list[dict[str, str]]:
    """Faults of one row that differs from a sound one by `ubah`."""
    impor = cek(instansi, csv_siasn(baris_siasn(**ubah)))
    assert satu(impor).status == StatusBaris.DITOLAK
    return satu(impor).galat


def peringatan(instansi: Instansi, **ubah: str) -> str:
    baris = satu(cek(instansi, csv_siasn(baris_siasn(**ubah))))
    assert baris.status == StatusBaris.BARU
    return " ".join(p["masalah"] for p in baris.peringatan)
