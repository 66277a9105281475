"""Opening made-up files in tests: one small table, NIP NAMA TMT."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, buka_buku, temukan_tabel
from pegawai.tests.berkas_buatan import xlsx

SKEMA = Skema("Contoh", ("NIP", "NAMA", "TMT"))
KEPALA = ["NIP", "NAMA", "TMT"]
SATU = ["198501012010031001", "SITI", "01-04-2022"]


def buka(isi: bytes, nama: str = "berkas.xlsx") -> Buku:
    return buka_buku(io.BytesIO(isi), nama)


def tabel(isi: bytes, nama: str = "berkas.xlsx") -> Tabel:
    return temukan_tabel(buka(isi, nama), SKEMA)


def isian(isi: bytes, nama: str = "berkas.xlsx") -> Isian:
    satu = tabel(isi, nama)
    nomor, sel = next(iter(satu.isi()))
    return Isian(satu, nomor, sel)


def baca_semua(isi: bytes, nama: str = "berkas.xlsx") -> list[tuple[int, list[object]]]:
    return list(tabel(isi, nama).isi())


LEMBAR1 = "xl/worksheets/sheet1.xml"


def tolak(jalan: Callable[[], object]) -> DomainError:
    with pytest.raises(DomainError) as tangkapan:
        jalan()
    assert tangkapan.value.tindakan, "every refusal says what to do"
    return tangkapan.value


BAIK = xlsx({"Data": [KEPALA, SATU]})
