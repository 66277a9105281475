"""A list of units as HR keeps it in Excel becomes a tree with ids that stay; faults are told by row."""

from __future__ import annotations

from typing import Any

import pytest

from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import Impor, Instansi, UnitKerja
from pegawai.services.impor import periksa, upload
from pegawai.tests.bantu_impor import diterapkan
from pegawai.tests.berkas_buatan import AT, xlsx
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
DAFTAR = [
    "Pemerintah Contoh",
    "--Dinas Kesehatan",
    "----Sekretariat",
    "----Puskesmas",
    "--Dinas Sosial",
    "----Sekretariat",
]


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def cek(instansi: Instansi, baris: list[list[Any]], *kepala: str) -> Impor:
    isi = xlsx({"OPD": [["DAFTAR UNIT KERJA 2026"], [], list(kepala or ("Nama Unit Kerja",)), *baris]})
    return periksa(
        upload(instansi=instansi, jenis="unit", nama_berkas="opd.xlsx", isi=isi, actor=None, at=AT).pk
    )


def masukkan(instansi: Instansi, baris: list[list[Any]], *kepala: str) -> Impor:
    return diterapkan(cek(instansi, baris, *kepala))


def satu_kolom(*nama: str) -> list[list[Any]]:
    return [[n] for n in nama]


def pohon(instansi: Instansi) -> list[tuple[int, str]]:
    return [(u.kedalaman, u.nama) for u in UnitKerja.objects.filter(instansi=instansi).order_by("jalur")]


POHON = [(len(n) - len(n.lstrip("-")), n.lstrip("-")) for n in DAFTAR]
POHON = [(garis // 2, nama) for garis, nama in POHON]


def test_a_list_with_dashes_becomes_a_tree_that_the_preview_shows(instansi: Instansi) -> None:
    impor = masukkan(instansi, satu_kolom(*DAFTAR))
    assert pohon(instansi) == POHON
    tampil = list(impor.baris.order_by("pk").values_list("nama", flat=True))
    assert tampil[:3] == ["Pemerintah Contoh", "– Dinas Kesehatan", "– – Sekretariat"]


def test_numbers_or_a_column_per_level_give_the_same_tree(instansi: Instansi) -> None:
    nomor = ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"]
    masukkan(
        instansi, [[n, nama.strip("-")] for n, nama in zip(nomor, DAFTAR, strict=True)], "No", "Unit Kerja"
    )
    semula = set(UnitKerja.objects.values_list("siasn_id", flat=True))
    kolom = [["" if n != d else nama for n in range(3)] for d, nama in POHON]
    impor = cek(instansi, kolom, "Tingkat 1", "Tingkat 2", "Tingkat 3")
    assert impor.ringkasan["sama"] == len(DAFTAR)
    assert pohon(instansi) == POHON
    assert all(kode.startswith("BUATAN-") for kode in semula)


def test_the_same_list_again_changes_nothing_and_a_longer_one_only_adds(instansi: Instansi) -> None:
    masukkan(instansi, satu_kolom(*DAFTAR))
    kedua = masukkan(instansi, satu_kolom(*DAFTAR, "----Bidang Jaminan"))
    assert (kedua.ringkasan["baru"], kedua.ringkasan["sama"]) == (1, len(DAFTAR))


def test_a_stored_unit_keeps_its_id(instansi: Instansi) -> None:
    akar = UnitKerjaPabrik(instansi=instansi, siasn_id="A" * 32, nama="PEMERINTAH  CONTOH")
    UnitKerjaPabrik(induk=akar, siasn_id="B" * 32, nama="Dinas Kesehatan")
    impor = masukkan(instansi, satu_kolom(*DAFTAR))
    assert (impor.ringkasan["baru"], impor.ringkasan["sama"], impor.ringkasan["berubah"]) == (4, 1, 1)
    assert UnitKerja.objects.get(nama="Puskesmas").induk.siasn_id == "B" * 32


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        (["A", "----B", "--C", "------D"], "Baris 5: «B» melompat"),
        (["A", "--B", "--C", "------D"], "Baris 7: «D» melompat dari tingkat 2 ke tingkat 4"),
        (["A", "--B", "---C"], "Baris 6: takuk «C» tidak sejajar"),
        (["A", "--B", "--b "], "Baris 6: «b» sudah ada pada baris 5 di bawah unit yang sama"),
        (["A", "--B", "--"], "Baris 6: nama unitnya kosong"),
        (["A", "--B", "--C" + "x" * 300], "Baris 6: kolom NAMA: terlalu panjang"),
        (["A", "B", "C"], "tidak menunjukkan unit mana di bawah unit mana"),
    ],
)
def test_a_fault_refuses_the_whole_list_and_names_the_row(
    instansi: Instansi, nama: list[str], kata: str
) -> None:
    impor = cek(instansi, satu_kolom(*nama))
    assert impor.status == StatusImpor.DITOLAK
    assert kata in impor.pesan
    assert not UnitKerja.objects.exists()


def test_units_that_are_not_in_the_list_stay(instansi: Instansi) -> None:
    masukkan(instansi, satu_kolom(*DAFTAR))
    impor = masukkan(instansi, satu_kolom(*DAFTAR[:2]))
    assert impor.ringkasan[StatusBaris.TIDAK_ADA] == 4
    assert pohon(instansi) == POHON
