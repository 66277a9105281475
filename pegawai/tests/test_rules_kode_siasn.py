"""The reference codes of SIASN, both ways."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisJabatan
from pegawai.rules.kode_siasn import cari_id, cari_nama

A = aturan_per(date(2026, 11, 21))
TABEL = ("jenis_jabatan", "jenis_kp", "jenis_hukuman", "kedudukan_hukum", "penghargaan", "periodik")


@pytest.mark.parametrize("tabel", TABEL)
def test_every_row_is_found_by_its_id_and_by_its_name(tabel):
    for kode, baris in A["kode_siasn"].tabel(tabel).items():
        menurut_id, menurut_nama = cari_id(tabel, kode, A), cari_nama(tabel, baris["nilai"], A)
        assert menurut_id == menurut_nama
        assert (menurut_id.id, menurut_id.nama) == (kode, baris["nilai"])


@pytest.mark.parametrize(("tabel", "banyak"), [*zip(TABEL, (4, 12, 21, 33, 29, 2), strict=True)])
def test_no_row_was_lost(tabel, banyak):
    assert len(A["kode_siasn"].tabel(tabel)) == banyak


@pytest.mark.parametrize("tulisan", ["02", "2", " 2 ", "002"])
def test_leading_zeros_do_not_matter(tulisan):
    assert cari_id("kedudukan_hukum", tulisan, A).nama == "CLTN"


@pytest.mark.parametrize("nama", ["KARYA SATYA  20 TAHUN", "karya satya 20 tahun", "Karya-Satya 20 Tahun"])
def test_capitals_spaces_and_signs_of_a_name_do_not_matter(nama):
    assert cari_nama("penghargaan", nama, A).id == "202"


def test_a_penalty_is_found_by_the_wording_of_the_law_too():
    assert cari_nama("jenis_hukuman", "Penurunan jabatan setingkat lebih rendah selama 12 bln", A).id == "27"


def test_an_unverified_row_is_marked():
    assert not cari_id("kedudukan_hukum", "72", A).terverifikasi
    assert cari_id("kedudukan_hukum", "71", A).terverifikasi


@pytest.mark.parametrize("kode", ["10", "", "0", "A"])
def test_an_unknown_id_is_refused_with_what_was_asked(kode):
    with pytest.raises(DomainError, match=f"'kedudukan hukum' tidak memuat id {kode}") as galat:
        cari_id("kedudukan_hukum", kode, A)
    assert galat.value.kode == "kode_siasn"
    assert galat.value.tindakan


def test_an_unknown_name_is_refused_with_what_was_asked():
    with pytest.raises(DomainError, match="'jenis kp' tidak memuat nama 'Anumerta'"):
        cari_nama("jenis_kp", " Anumerta ", A)


def test_the_jenis_jabatan_of_the_enum_are_those_of_siasn():
    assert {int(k) for k in A["kode_siasn"].tabel("jenis_jabatan")} == {j.value for j in JenisJabatan}
