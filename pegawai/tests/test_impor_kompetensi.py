"""Results of competency tests from a file: both shapes, faults row by row, and nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from pegawai.enums import StatusBaris
from pegawai.models import AsesmenKompetensi, Impor, Instansi, LevelTeknis, Pegawai
from pegawai.services.berkas import buka_buku
from pegawai.services.impor import periksa, upload
from pegawai.services.impor_kompetensi import KEPALA_SATU, KEPALA_SEMBILAN, PembacaKompetensi
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, csv_dari, xlsx
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, KompetensiTeknisPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi)


def cek(instansi: Instansi, isi: bytes, nama: str = "uji.xlsx") -> Impor:
    impor = upload(instansi=instansi, jenis="kompetensi", nama_berkas=nama, isi=isi, actor=None, at=AT)
    return periksa(impor.pk)


def buku(satu: Sequence[Sequence[Any]] = (), sembilan: Sequence[Sequence[Any]] = ()) -> bytes:
    return xlsx({"Satu": [KEPALA_SATU, *satu], "Sembilan": [KEPALA_SEMBILAN, *sembilan]})


def test_both_shapes_come_in_once_and_leave_the_word_of_the_atasan_alone(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    KompetensiTeknisPabrik(instansi=instansi, kode="arsip", nama="Menata arsip")
    AsesmenPabrik(pegawai=pegawai, tanggal=date(2025, 6, 1), asal="atasan", komunikasi=5)
    lain = PegawaiPabrik(instansi=instansi)
    isi = buku(
        [
            [pegawai.nip, "01-06-2025", "komunikasi", 3, "31-05-2028", "Pusat Asesmen"],
            [pegawai.nip, "01-06-2025", "Integritas", 0, "", ""],
            [pegawai.nip, "01-06-2025", "ARSIP", 2, "", ""],
        ],
        [[lain.nip, "02-06-2025", 1, 2, 3, 4, 5, 1, 2, 3, "", "01-06-2028", ""]],
    )
    assert hitung(diterapkan(cek(instansi, isi))) == {StatusBaris.BARU: 4}

    kolom = ("integritas", "kerja_sama", "komunikasi", "berlaku_sampai", "sumber")
    assert AsesmenKompetensi.objects.filter(pegawai=pegawai, asal="asesmen").values_list(*kolom).get() == (
        0, None, 3, date(2028, 5, 31), "Uji kompetensi: uji.xlsx"
    )  # fmt: skip
    assert AsesmenKompetensi.objects.get(pegawai=pegawai, asal="atasan").komunikasi == 5
    assert AsesmenKompetensi.objects.filter(pegawai=lain).values_list(*kolom).get() == (
        1, 2, 3, date(2028, 6, 1), "Uji kompetensi: uji.xlsx"
    )  # fmt: skip
    assert LevelTeknis.objects.values_list("level", "tanggal", "asal").get() == (
        2, date(2025, 6, 1), "asesmen"
    )  # fmt: skip
    assert hitung(diterapkan(cek(instansi, isi)))[StatusBaris.SAMA] == 3


@pytest.mark.parametrize(
    ("baris", "masalah"),
    [
        (["01-06-2025", "Menyanyi", 3, "", ""], "tidak dikenal"),
        (["01-06-2025", "Komunikasi", 6, "", ""], "bukan bilangan yang wajar"),
        (["01-06-2025", "Komunikasi", "", "", ""], "kosong"),
        (["01-06-2099", "Komunikasi", 3, "", ""], "tanggal ini belum tiba"),
        (["01-06-2025", "Komunikasi", 3, "31-05-2025", ""], "sebelum tanggal ujinya"),
    ],
)
def test_a_fault_is_told_on_its_row_with_what_to_do(
    instansi: Instansi, pegawai: Pegawai, baris: list[Any], masalah: str
) -> None:
    impor = cek(instansi, csv_dari([KEPALA_SATU, [pegawai.nip, *baris]]), "uji.csv")
    (satu,) = impor.baris.get(status=StatusBaris.DITOLAK).galat
    assert satu["masalah"] == masalah
    assert satu["perbaikan"]


def test_a_name_that_two_competencies_bear_asks_for_the_code(instansi: Instansi, pegawai: Pegawai) -> None:
    KompetensiTeknisPabrik.create_batch(2, instansi=instansi, nama="Menata arsip")
    impor = cek(instansi, buku([[pegawai.nip, "01-06-2025", "Menata arsip", 3, "", ""]]))
    (satu,) = impor.baris.get().galat
    assert (satu["masalah"], satu["perbaikan"]) == ("dipakai oleh 2 kompetensi", "Tulis kodenya.")


def test_a_file_without_a_competency_is_refused_whole(instansi: Instansi) -> None:
    impor = cek(instansi, xlsx({"A": [["NIP", "TANGGAL", "NAMA"], ["1", "2", "3"]]}))
    assert "Kolom kompetensinya tidak ditemukan" in impor.pesan


def test_the_template_has_both_shapes() -> None:
    contoh = buka_buku(BytesIO(PembacaKompetensi().templat()), "contoh.xlsx")
    assert [b.nama for b in contoh.lembar] == ["Kompetensi", "Sembilan kompetensi"]
