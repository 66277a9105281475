"""The register of requirements: released positions stay for ever."""

import pytest

from asn_karier.lib.aturan import aturan_per
from karier.enums import JALUR_DIHITUNG, JalurPangkat, JenisPutusan, Kerahasiaan
from karier.kamus.label import JUDUL
from karier.kamus.rincian_putusan import penjelas
from karier.rules.daftar import DAFTAR, MENURUT_JENIS, baris_syarat, dasar_hukum, mengikat, posisi
from karier.tests.golden.susun import TANGGAL_UJI

A = aturan_per(TANGGAL_UJI[-1])
SEMUA = [(jenis, baris) for jenis, daftar in MENURUT_JENIS.items() for baris in daftar]

# Released. A new requirement is appended; a line here never changes and never leaves.
POSISI = {
    "data_kepegawaian": 0,
    "data_jabatan": 1,
    "data_golongan": 2,
    "kedudukan_hukum": 3,
    "puncak": 4,
    "masa_pangkat": 5,
    "predikat_2_tahun": 6,
    "jenjang_memuat_pangkat": 7,
    "angka_kredit": 8,
    "pangkat_tertinggi": 9,
    "ujian_dinas": 10,
    "hukuman_disiplin": 11,
    "pemeriksaan_disiplin": 12,
    "belum_bup": 13,
    "pangkat_dalam_rentang_jabatan": 14,
    "jabatan_memuat_pangkat": 15,
    "masa_jabatan": 16,
}
POSISI_PENYESUAIAN = {
    "data_kepegawaian": 0,
    "data_golongan": 1,
    "ijazah": 2,
    "kedudukan_hukum": 3,
    "masa_pangkat": 4,
    "predikat_1_tahun": 5,
    "upkp": 6,
    "hukuman_disiplin": 7,
    "pemeriksaan_disiplin": 8,
    "jenjang_memuat_pangkat": 9,
    "belum_bup": 10,
}
KHUSUS = {"hukuman_disiplin", "pemeriksaan_disiplin", "ujian_dinas", "upkp"}


def test_positions_are_pinned():
    assert {b.kode: b.posisi for b in DAFTAR} == POSISI
    daftar = MENURUT_JENIS[JenisPutusan.PENYESUAIAN_IJAZAH]
    assert {b.kode: b.posisi for b in daftar} == POSISI_PENYESUAIAN
    assert posisi("angka_kredit") == 8
    assert posisi("masa_pangkat", JenisPutusan.PENYESUAIAN_IJAZAH) == 4


@pytest.mark.parametrize("jenis", JenisPutusan)
def test_positions_are_unique_in_order_and_fit_the_packed_number(jenis):
    daftar = MENURUT_JENIS[jenis]
    nomor = [b.posisi for b in daftar]
    assert nomor == sorted(set(nomor))
    assert max(nomor) <= 30
    assert len({b.kode for b in daftar}) == len(daftar)
    assert [baris_syarat(b.kode, jenis) for b in daftar] == list(daftar)


@pytest.mark.parametrize("jenis", [JenisPutusan.KENAIKAN_PANGKAT, JenisPutusan.PENYESUAIAN_IJAZAH])
def test_discipline_and_examinations_are_the_sensitive_class(jenis):
    daftar = MENURUT_JENIS[jenis]
    tertutup = {b.kode for b in daftar if b.kerahasiaan is Kerahasiaan.KHUSUS}
    assert tertutup == KHUSUS & {b.kode for b in daftar}


@pytest.mark.parametrize(
    ("jenis", "perkiraan"),
    [
        (JenisPutusan.KENAIKAN_PANGKAT, ["belum_bup"]),
        (JenisPutusan.PENYESUAIAN_IJAZAH, ["jenjang_memuat_pangkat", "belum_bup"]),
    ],
)
def test_only_the_unverified_requirements_do_not_bind(jenis, perkiraan):
    assert [b.kode for b in MENURUT_JENIS[jenis] if not mengikat(A, b)] == perkiraan


@pytest.mark.parametrize(
    ("kode", "jalur", "pasal"),
    [
        ("masa_pangkat", JalurPangkat.JABATAN_FUNGSIONAL, "PermenPANRB 1/2023; PerBKN 3/2023"),
        ("masa_pangkat", JalurPangkat.REGULER, "PP 99/2000 jo PP 12/2002"),
        ("masa_pangkat", JalurPangkat.STRUKTURAL, "PP 99/2000 jo PP 12/2002"),
        ("hukuman_disiplin", JalurPangkat.JABATAN_FUNGSIONAL, "PP 94/2021 jo PerBKN 6/2022"),
        ("jabatan_memuat_pangkat", JalurPangkat.STRUKTURAL, "PP 100/2000 jo PP 13/2002"),
        ("pangkat_dalam_rentang_jabatan", JalurPangkat.STRUKTURAL, "PP 100/2000 jo PP 13/2002"),
        ("masa_jabatan", JalurPangkat.STRUKTURAL, "PP 99/2000 jo PP 12/2002"),
    ],
)
def test_the_article_cited_is_that_of_the_requirement_and_of_the_path(kode, jalur, pasal):
    assert dasar_hukum(A, baris_syarat(kode), jalur) == pasal


@pytest.mark.parametrize(("jenis", "baris"), SEMUA, ids=[f"{j}-{b.kode}" for j, b in SEMUA])
def test_every_requirement_rests_on_a_law_and_can_be_explained(jenis, baris):
    for jalur in (*JALUR_DIHITUNG, JalurPangkat.TIDAK_BERLAKU):
        assert dasar_hukum(A, baris, jalur)
    assert JUDUL[baris.kode]
    assert callable(penjelas(jenis, baris.kode))
