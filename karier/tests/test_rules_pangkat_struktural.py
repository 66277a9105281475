"""Kenaikan pangkat pilihan struktural: below the range of the post, within it, and at its top."""

from datetime import date

import pytest

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from karier.enums import JalurPangkat
from karier.rules.aturan_struktural import susun_struktural
from karier.tests.orang import JF, PELAKSANA, STRUKTURAL, TMT, A, B, M, P, Satu, T, aturan_lain
from pegawai.enums import Eselon, JenisJabatan, Jenjang, KedudukanHukum, TingkatPendidikan
from pegawai.rules.golongan import urut_pns

KHAS = ("pangkat_dalam_rentang_jabatan", "jabatan_memuat_pangkat", "masa_jabatan")
# Eselon IV.a, one step below III/c.
DI_BAWAH = STRUKTURAL | {"golongan": urut_pns("III/b"), "tmt_golongan": date(2025, 6, 1)}


def test_a_structural_official_within_the_range_needs_four_years_in_the_pangkat_and_no_time_in_the_post():
    hasil = Satu(STRUKTURAL, tmt_jabatan=TMT)
    assert (hasil.jalur, hasil.status, hasil.kurang, hasil.alasan) == (JalurPangkat.STRUKTURAL, M, 0, None)
    assert (hasil.berikut, hasil.cepat) == (urut_pns("III/d"), TMT)
    assert [hasil[k] for k in KHAS] == [M, M, T]


@pytest.mark.parametrize(
    ("mulai", "status", "cepat"),
    [
        (date(2022, 6, 1), M, TMT),
        (date(2022, 6, 2), B, date(2026, 7, 1)),
        (date(2025, 6, 1), B, date(2029, 6, 1)),
        (None, P, None),
    ],
)
def test_within_the_range_it_is_four_years(mulai, status, cepat):
    hasil = Satu(STRUKTURAL, tmt_golongan=mulai, tmt_jabatan=date(2020, 1, 1))
    assert (hasil["masa_pangkat"], hasil.status, hasil.cepat) == (status, status, cepat)
    assert hasil["masa_jabatan"] is T


@pytest.mark.parametrize(
    ("pangkat", "jabatan", "masa_pangkat", "masa_jabatan", "status", "cepat"),
    [
        # One year in each.
        (date(2025, 6, 1), date(2025, 6, 1), M, M, M, TMT),
        (date(2025, 7, 1), date(2025, 6, 1), B, M, B, date(2026, 7, 1)),
        (date(2025, 6, 2), date(2025, 6, 1), B, M, B, date(2026, 7, 1)),
        (date(2025, 6, 1), date(2025, 7, 1), M, B, B, date(2026, 7, 1)),
        (date(2025, 6, 1), date(2025, 6, 2), M, B, B, date(2026, 7, 1)),
        (date(2026, 1, 1), date(2025, 12, 1), B, B, B, date(2027, 1, 1)),
        # Four years in the pangkat: the first period after the inauguration.
        (date(2022, 6, 1), date(2026, 5, 31), M, M, M, TMT),
        (date(2022, 6, 1), date(2026, 5, 2), M, M, M, TMT),
        (date(2022, 6, 1), TMT, M, B, B, date(2026, 7, 1)),
        (date(2022, 7, 1), date(2026, 5, 2), M, B, B, date(2026, 7, 1)),
        (date(2022, 9, 1), date(2026, 1, 1), M, B, B, date(2026, 9, 1)),
        (date(2023, 2, 1), date(2026, 1, 1), M, B, B, date(2027, 1, 1)),
        # A missing date is not a fulfilled one; what the other one decides stays decided.
        (None, date(2025, 6, 1), P, M, P, None),
        (None, date(2025, 7, 1), P, P, P, None),
        (date(2025, 6, 1), None, M, P, P, None),
        (date(2022, 6, 1), None, M, P, P, None),
        (date(2025, 7, 1), None, B, P, B, None),
    ],
)
def test_one_step_below_the_range_it_is_a_year_in_pangkat_and_post_or_four_years_and_the_inauguration(
    pangkat, jabatan, masa_pangkat, masa_jabatan, status, cepat
):
    hasil = Satu(DI_BAWAH, tmt_golongan=pangkat, tmt_jabatan=jabatan)
    assert (hasil["masa_pangkat"], hasil["masa_jabatan"]) == (masa_pangkat, masa_jabatan)
    assert (hasil.status, hasil.cepat, hasil.berikut) == (status, cepat, urut_pns("III/c"))


def test_more_than_one_step_below_says_what_is_wrong_and_names_no_date():
    hasil = Satu(DI_BAWAH, golongan=urut_pns("III/a"))
    assert (hasil.status, hasil.alasan, hasil.kurang) == (B, "pangkat_dalam_rentang_jabatan", 1)
    assert (hasil.cepat, hasil["masa_pangkat"], hasil["masa_jabatan"]) == (None, M, M)


def test_the_highest_pangkat_of_the_post_is_reached_but_not_passed():
    hasil = Satu(STRUKTURAL, golongan=urut_pns("III/d"))
    assert (hasil.status, hasil.alasan, hasil.kurang, hasil.cepat) == (B, "jabatan_memuat_pangkat", 1, None)
    assert (hasil.berikut, hasil["puncak"]) == (urut_pns("IV/a"), T)


def test_the_top_of_the_scale_is_named_as_the_reason():
    hasil = Satu(STRUKTURAL, golongan=17, eselon=Eselon.I_A, jenjang=Jenjang.JPT_MADYA)
    assert (hasil.status, hasil.alasan, hasil.berikut, hasil.cepat, hasil.kurang) == (B, "puncak", 0, None, 1)
    assert [hasil[k] for k in KHAS] == [T, T, T]


# -- ranges -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eselon", "terendah", "tertinggi"),
    [
        (Eselon.I_A_UTAMA, "IV/d", "IV/e"),
        (Eselon.I_A, "IV/d", "IV/e"),
        (Eselon.I_B, "IV/c", "IV/e"),
        (Eselon.II_A, "IV/c", "IV/d"),
        (Eselon.II_B, "IV/b", "IV/c"),
        (Eselon.III_A, "IV/a", "IV/b"),
        (Eselon.III_B, "III/d", "IV/a"),
        (Eselon.IV_A, "III/c", "III/d"),
        (Eselon.IV_B, "III/b", "III/c"),
        (Eselon.V_A, "III/a", "III/b"),
        (Eselon.V_B, "III/a", "III/b"),
    ],
)
@pytest.mark.parametrize("jenjang", [None, Jenjang.PENGAWAS])
def test_the_range_is_that_of_the_eselon_whatever_the_jenjang(eselon, terendah, tertinggi, jenjang):
    bawah, atas = urut_pns(terendah), urut_pns(tertinggi)

    def rentang(golongan):
        hasil = Satu(STRUKTURAL, eselon=eselon, jenjang=jenjang, golongan=golongan)
        return hasil["pangkat_dalam_rentang_jabatan"], hasil["jabatan_memuat_pangkat"], hasil["masa_jabatan"]

    assert rentang(bawah - 2) == (B, M, M)
    assert rentang(bawah - 1) == (M, M, M)
    assert rentang(bawah) == (M, M, T)
    assert rentang(atas - 1) == (M, M, T)
    if atas < 17:
        assert rentang(atas) == (M, B, T)


@pytest.mark.parametrize(
    ("jenjang", "terendah", "tertinggi"),
    [
        (Jenjang.JPT_UTAMA, "IV/d", "IV/e"),
        (Jenjang.JPT_MADYA, "IV/c", "IV/e"),
        (Jenjang.JPT_PRATAMA, "IV/b", "IV/d"),
        (Jenjang.ADMINISTRATOR, "III/d", "IV/b"),
        (Jenjang.PENGAWAS, "III/b", "III/d"),
    ],
)
def test_without_an_eselon_the_range_is_that_of_the_jenjang(jenjang, terendah, tertinggi):
    bawah, atas = urut_pns(terendah), urut_pns(tertinggi)

    def rentang(golongan):
        hasil = Satu(STRUKTURAL, eselon=None, jenjang=jenjang, golongan=golongan)
        return hasil["pangkat_dalam_rentang_jabatan"], hasil["jabatan_memuat_pangkat"], hasil["masa_jabatan"]

    assert rentang(bawah - 2) == (B, M, M)
    assert rentang(bawah - 1) == (M, M, M)
    assert rentang(bawah) == (M, M, T)
    if atas < 17:
        assert rentang(atas) == (M, B, T)


@pytest.mark.parametrize("jenjang", [None, Jenjang.PELAKSANA, Jenjang.AHLI_MUDA])
def test_a_post_whose_range_nobody_knows_needs_checking(jenjang):
    hasil = Satu(STRUKTURAL, eselon=None, jenjang=jenjang)
    assert [hasil[k] for k in KHAS] == [P, P, T]
    assert (hasil.status, hasil["masa_pangkat"], hasil.cepat) == (P, P, None)
    assert hasil.alasan == "masa_pangkat"


def test_without_a_golongan_nothing_is_judged_by_a_guess():
    hasil = Satu(STRUKTURAL, golongan=None)
    assert (hasil.status, hasil.alasan, hasil.berikut) == (P, "data_golongan", 0)
    assert [hasil[k] for k in (*KHAS, "masa_pangkat")] == [P, P, T, P]


# -- what the paths share, and what they do not -------------------------------------------------


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"predikat_2": 3}, "predikat_2_tahun"),
        ({"hukdis_sampai": date(2026, 12, 31)}, "hukuman_disiplin"),
        ({"dalam_pemeriksaan": 1}, "pemeriksaan_disiplin"),
    ],
)
def test_predikat_and_discipline_are_asked_as_on_every_path(ganti, kode):
    hasil = Satu(STRUKTURAL, **ganti)
    assert (hasil.status, hasil.alasan) == (B, kode)


@pytest.mark.parametrize(
    "kode", ["pangkat_tertinggi", "ujian_dinas", "angka_kredit", "jenjang_memuat_pangkat"]
)
def test_ceiling_exam_and_angka_kredit_of_the_other_paths_do_not_apply(kode):
    hasil = Satu(STRUKTURAL, pendidikan=TingkatPendidikan.SD, golongan=urut_pns("III/d"), eselon=Eselon.III_B)
    assert (hasil.status, hasil[kode]) == (M, T)


@pytest.mark.parametrize("dasar", [PELAKSANA, JF])
def test_the_other_paths_ask_nothing_of_the_post(dasar):
    hasil = Satu(dasar, eselon=Eselon.I_A, tmt_jabatan=None)
    assert (hasil.status, [hasil[k] for k in KHAS]) == (M, [T, T, T])


@pytest.mark.parametrize("jenis", [JenisJabatan.RANGKAP, None])
def test_rangkap_is_not_judged_by_this_rule(jenis):
    hasil = Satu(STRUKTURAL, jenis_jabatan=jenis)
    assert hasil.jalur is JalurPangkat.BELUM_DIHITUNG
    assert [hasil[k] for k in KHAS] == [T, T, T]


def test_a_run_of_before_this_path_was_built_says_that_it_is_not():
    lama = Aturan({k: A[k] for k in A.versi() if k not in ("kp_struktural", "eselon")}, "uji")
    hasil = Satu(STRUKTURAL, a=lama)
    assert (hasil.jalur, hasil.status, hasil.terkemas) == (JalurPangkat.BELUM_DIHITUNG, T, 0)
    assert susun_struktural(lama) is None
    belajar = Aturan({k: A[k] for k in A.versi() if k != "kp_kedudukan"}, "uji")
    hasil = Satu(PELAKSANA, a=belajar, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR)
    assert hasil.jalur is JalurPangkat.BELUM_DIHITUNG


# -- the numbers are those of the file ------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "nilai", "ganti"),
    [
        ("tingkat_di_bawah", 2, {"golongan": urut_pns("III/a")}),
        ("bulan_pangkat_di_bawah", 11, {"tmt_golongan": date(2025, 7, 1)}),
        ("bulan_jabatan", 11, {"tmt_jabatan": date(2025, 7, 1)}),
        (
            "bulan_pangkat_tanpa_masa_jabatan",
            47,
            {"tmt_golongan": date(2022, 7, 1), "tmt_jabatan": date(2026, 5, 2)},
        ),
        ("hari_setelah_pelantikan", 0, {"tmt_golongan": date(2022, 6, 1), "tmt_jabatan": TMT}),
        (
            "bulan_pangkat_dalam_rentang",
            47,
            {"golongan": urut_pns("III/c"), "tmt_golongan": date(2022, 7, 1)},
        ),
    ],
)
def test_every_number_is_that_of_the_file(nama, nilai, ganti):
    assert Satu(DI_BAWAH, **ganti).status is B
    assert Satu(DI_BAWAH, a=aturan_lain("kp_struktural", nama, nilai=nilai), **ganti).status is M


def test_the_file_can_leave_a_range_without_eselon_unknown():
    a = aturan_lain("kp_struktural", "rentang_tanpa_eselon", nilai="TIDAK")
    hasil = Satu(STRUKTURAL, a=a, eselon=None)
    assert (hasil.status, hasil["pangkat_dalam_rentang_jabatan"]) == (P, P)
    assert Satu(STRUKTURAL, a=a).status is M


def test_a_range_of_a_jenjang_that_is_not_in_its_file_is_noticed():
    with pytest.raises(DomainError, match="jenjang"):
        susun_struktural(Aturan({k: A[k] for k in A.versi() if k != "jenjang"}, "uji"))
