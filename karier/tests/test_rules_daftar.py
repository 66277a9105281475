"""The register of requirements: released positions stay for ever."""

from asn_karier.lib.aturan import aturan_per
from karier.kamus.label import JUDUL
from karier.kamus.rincian import RINCIAN
from karier.rules.aturan_pangkat import susun
from karier.rules.daftar import DAFTAR, MENURUT_KODE, dasar_hukum, mengikat, posisi
from karier.tests.golden.susun import TANGGAL_UJI

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
}


def test_positions_are_pinned():
    assert {b.kode: b.posisi for b in DAFTAR} == POSISI
    assert posisi("angka_kredit") == 8


def test_positions_are_unique_in_order_and_fit_the_packed_number():
    nomor = [b.posisi for b in DAFTAR]
    assert nomor == sorted(set(nomor))
    assert max(nomor) <= 30
    assert len(MENURUT_KODE) == len(DAFTAR)


def test_discipline_and_examinations_are_the_sensitive_class():
    khusus = {"hukuman_disiplin", "pemeriksaan_disiplin", "ujian_dinas"}
    assert {b.kode for b in DAFTAR if b.kerahasiaan == 2} == khusus


def test_only_the_unverified_requirement_does_not_bind():
    p = susun(aturan_per(TANGGAL_UJI[-1]))
    assert [b.kode for b in DAFTAR if not mengikat(p, b)] == ["belum_bup"]


def test_the_article_cited_is_that_of_the_requirement_and_of_the_path():
    a = aturan_per(TANGGAL_UJI[-1])
    assert dasar_hukum(a, MENURUT_KODE["masa_pangkat"], jf=True) == "PermenPANRB 1/2023; PerBKN 3/2023"
    assert dasar_hukum(a, MENURUT_KODE["masa_pangkat"], jf=False) == "PP 99/2000 jo PP 12/2002"
    assert dasar_hukum(a, MENURUT_KODE["hukuman_disiplin"], jf=True) == "PP 94/2021 jo PerBKN 6/2022"


def test_every_requirement_rests_on_a_law_and_can_be_explained():
    for baris in DAFTAR:
        for jf in (True, False):
            assert dasar_hukum(aturan_per(TANGGAL_UJI[-1]), baris, jf=jf)
        assert JUDUL[baris.kode]
        assert baris.kode in RINCIAN
