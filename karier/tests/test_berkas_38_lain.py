"""The 38 kinds of files that go wrong, through the upload page of e-Kinerja and Data awal."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from karier.rules.data_awal import LEMBAR
from pegawai.models import Instansi
from pegawai.tests.berkas_buatan import nip
from pegawai.tests.berkas_dasar import Dasar, Kasus
from pegawai.tests.berkas_kasus import TEPAT, semua_kasus
from pegawai.tests.berkas_pintu import lewat_pintu, potret, uji_kasus
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db
BANYAK = 6
SESUAI = "SESUAI EKSPEKTASI"
ORANG = [nip(n) for n in range(1, BANYAK + 1)]

EKINERJA = Dasar(
    lembar="Rekap Penilaian",
    kepala=["No", "NIP", "Nama", "Rating Hasil Kinerja", "Rating Perilaku Kerja", "Predikat Kinerja Tahunan"],
    baris=[[n, satu, "NAMA", SESUAI, SESUAI, "BAIK"] for n, satu in enumerate(ORANG)],
    nip="NIP",
    pembuka=[["9999 - Pemerintah Contoh"], ["Periode Tahunan Tahun 2025"]],
    nip_lain=nip(90),
)
JP = Dasar(
    lembar="JP",
    kepala=LEMBAR["JP"],
    baris=[[satu, date(2026, 5, n), "Workshop", "Lokakarya", 12, "", ""] for n, satu in enumerate(ORANG, 1)],
    nip="NIP",
    nama="NAMA",
    tanggal="TANGGAL SELESAI",
    boleh_csv=False,
    nip_lain=nip(90),
)
PAK = Dasar(
    lembar="PAK",
    kepala=LEMBAR["PAK"],
    baris=[[satu, "PAK/1", date(2024, 12, 31), "Ahli Muda", 42.5] for satu in ORANG],
    nip="NIP",
    desimal=LEMBAR["PAK"][-1],
    boleh_csv=False,
)
#: What is refused before any reader is asked stands in pegawai/tests/test_berkas_38.py.
TERBUKA = [
    k for k in semua_kasus() if k.kode > "D-14" and k.kode not in ("D-32", "D-33", "D-38") and not k.berat
]
#: The workbook opens sheet by sheet with the same reader, so PAK brings only what JP has not.
SEMUA = [
    (jenis, dasar, kasus)
    for jenis, dasar in (("ekinerja", EKINERJA), ("data_awal", JP), ("data_awal", PAK))
    for kasus in TERBUKA
    if kasus.cocok(dasar) and (dasar is not PAK or "desimal" in kasus.perlu)
]


@pytest.fixture
def instansi(client: Client) -> Instansi:
    instansi = InstansiPabrik(kode="batanghari")
    for satu in ORANG:
        PegawaiPabrik(instansi=instansi, nip=satu, fungsional=True)
    PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), nip=nip(90))
    client.force_login(hr_dari(instansi))
    return instansi


@pytest.mark.parametrize(
    ("jenis", "dasar", "kasus"),
    SEMUA,
    ids=[f"{jenis} {dasar.lembar} {kasus}" for jenis, dasar, kasus in SEMUA],
)
def test_a_file_is_told_clearly_or_read_exactly(
    client: Client, instansi: Instansi, jenis: str, dasar: Dasar, kasus: Kasus
) -> None:
    semula = potret()
    hasil = lewat_pintu(client, instansi, jenis, kasus.nama, kasus.buat(dasar))
    uji_kasus(kasus, dasar, hasil, utuh=potret() == semula)
    if kasus.harap == TEPAT:
        sehat = lewat_pintu(client, instansi, jenis, "sehat.xlsx", dasar.xlsx())
        assert sehat.impor is not None
        assert sehat.impor.ringkasan["sama"] == BANYAK
