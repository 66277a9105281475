"""The sheets Penghargaan and Talenta of Data awal."""

from datetime import date
from typing import Any

import pytest

from karier.models import KomponenTalenta
from karier.models.talenta import KOMPONEN
from karier.rules.data_awal import JENIS_PENGHARGAAN, TALENTA_KOLOM
from karier.tests.test_data_awal import buku, cek, galat, masukkan
from pegawai.enums import KodePenghargaan, StatusBaris
from pegawai.models import Instansi, Pegawai, Penghargaan
from pegawai.tests.bantu_impor import hitung
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="uji")
    return satu


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    satu: Pegawai = PegawaiPabrik(instansi=instansi)
    return satu


def test_the_sheets_name_every_kind_and_every_component() -> None:
    assert set(JENIS_PENGHARGAAN.values()) == set(KodePenghargaan)
    assert tuple(TALENTA_KOLOM) == KOMPONEN


@pytest.mark.parametrize(
    ("jenis", "nama", "harap"),
    [
        ("SATYALANCANA X", "", (201, "")),
        ("satyalancana  xx", "Karya Satya", (202, "")),
        (203, "", (203, "")),
        ("LAINNYA", "Pegawai Teladan", (0, "Pegawai Teladan")),
    ],
)
def test_an_award_comes_in_by_its_name_or_its_number_in_siasn(
    instansi: Instansi, pegawai: Pegawai, jenis: Any, nama: str, harap: tuple[int, str]
) -> None:
    isi = buku(Penghargaan=[[pegawai.nip, jenis, nama, "17-08-2021", "KEPPRES/1"]])
    assert hitung(masukkan(instansi, isi)) == {StatusBaris.BARU: 1}
    satu = Penghargaan.objects.get()
    assert (satu.kode, satu.nama) == harap
    assert (satu.tanggal, satu.nomor_sk, satu.sumber) == (
        date(2021, 8, 17), "KEPPRES/1", "Data awal: data_awal.xlsx"
    )  # fmt: skip
    assert satu.history.count() == 1
    assert hitung(masukkan(instansi, isi)) == {StatusBaris.SAMA: 1}


def test_awards_of_two_degrees_are_two_records_shown_in_words(instansi: Instansi, pegawai: Pegawai) -> None:
    baris = [[pegawai.nip, f"SATYALANCANA {x}", "", "17-08-2021", ""] for x in ("X", "XX")]
    impor = masukkan(instansi, buku(Penghargaan=baris))
    assert Penghargaan.objects.count() == 2
    assert impor.baris.order_by("nomor").first().beda == [
        {"kolom": "Tanggal", "lama": "", "baru": "17-08-2021"},
        {"kolom": "Jenis", "lama": "", "baru": "Satyalancana Karya Satya X (perunggu)"},
    ]


@pytest.mark.parametrize(
    ("baris", "sel", "masalah"),
    [
        (["BINTANG", "", "17-08-2021", ""], "B2", "tidak dikenal"),
        (["", "", "17-08-2021", ""], "B2", "kosong"),
        (["LAINNYA", "", "17-08-2021", ""], "C2", "kosong"),
        (["SATYALANCANA X", "", "", ""], "D2", "kosong"),
    ],
)
def test_an_award_that_cannot_be_told_is_refused_with_its_cell(
    instansi: Instansi, pegawai: Pegawai, baris: list[str], sel: str, masalah: str
) -> None:
    assert galat(instansi, Penghargaan=[[pegawai.nip, *baris]]) == ("Penghargaan", sel, masalah)


def test_scores_come_in_as_hundredths_and_empty_ones_stay_unknown(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    baris = [pegawai.nip, date(2026, 6, 30), "82,5", 70, "", 100, 0, "", 99.99]
    assert hitung(masukkan(instansi, buku(Talenta=[baris]))) == {StatusBaris.BARU: 1}
    satu = KomponenTalenta.objects.get()
    assert [getattr(satu, n) for n in KOMPONEN] == [8250, 7000, None, 10_000, 0, None, 9999]
    assert satu.history.count() == 1


def test_a_correction_of_a_score_is_shown_in_points(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, buku(Talenta=[[pegawai.nip, "30-06-2026", 80, 70, "", "", "", "", ""]]))
    impor = masukkan(instansi, buku(Talenta=[[pegawai.nip, "30-06-2026", "0", "", "", "", "", "", ""]]))
    assert impor.baris.get().beda == [
        {"kolom": "Tanggal", "lama": "", "baru": "30-06-2026"},
        {"kolom": "Potensi", "lama": "80,00", "baru": "0,00"},
    ]
    satu = KomponenTalenta.objects.get()
    assert (satu.potensi, satu.pengembangan) == (0, 7000)


@pytest.mark.parametrize(
    ("skor", "sel", "masalah"),
    [
        (["100,01", *[""] * 6], "C2", "lebih dari 100"),
        (["baik", *[""] * 6], "C2", "bukan angka dengan dua desimal"),
        ([""] * 7, "B2", "tidak satu pun skor terisi"),
    ],
)
def test_a_score_that_is_none_is_refused_with_its_cell(
    instansi: Instansi, pegawai: Pegawai, skor: list[str], sel: str, masalah: str
) -> None:
    assert galat(instansi, Talenta=[[pegawai.nip, "30-06-2026", *skor]]) == ("Talenta", sel, masalah)


def test_the_highest_score_is_accepted(instansi: Instansi, pegawai: Pegawai) -> None:
    baris = [pegawai.nip, "30-06-2026", "100,00", *[""] * 6]
    assert hitung(cek(instansi, buku(Talenta=[baris]))) == {StatusBaris.BARU: 1}
