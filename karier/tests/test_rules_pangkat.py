"""Kenaikan pangkat: paths, what both paths ask for, and the whole decision."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from karier.enums import JalurPangkat, Kerahasiaan
from karier.rules.daftar import DAFTAR
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan
from karier.tests.orang import JF, PELAKSANA, STRUKTURAL, TMT, B, M, P, Satu, T, aturan_lain
from pegawai.enums import JenisJabatan, KedudukanHukum
from pegawai.rules.golongan import urut_pns

BIASA = (KedudukanHukum.AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN)


@pytest.mark.parametrize("dasar", [PELAKSANA, JF])
def test_a_person_who_has_everything_is_eligible_on_the_target(dasar):
    hasil = Satu(dasar)
    assert (hasil.status, hasil.kurang, hasil.alasan) == (M, 0, None)
    assert (hasil.berikut, hasil.cepat) == (urut_pns("III/b"), TMT)


# -- paths ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ganti", "jalur", "status"),
    [
        ({}, JalurPangkat.REGULER, M),
        ({"jenis_jabatan": JenisJabatan.FUNGSIONAL, "ak_sah": 5000}, JalurPangkat.JABATAN_FUNGSIONAL, P),
        ({"jenis_jabatan": JenisJabatan.STRUKTURAL}, JalurPangkat.STRUKTURAL, P),
        ({"jenis_jabatan": JenisJabatan.RANGKAP}, JalurPangkat.BELUM_DIHITUNG, T),
        ({"jenis_jabatan": None}, JalurPangkat.BELUM_DIHITUNG, P),
        ({"jenis_pegawai": 2, "status_kepegawaian": 3}, JalurPangkat.TIDAK_BERLAKU, T),
        ({"status_kepegawaian": 1}, JalurPangkat.TIDAK_BERLAKU, T),
        ({"status_kepegawaian": None}, JalurPangkat.BELUM_DIHITUNG, P),
        ({"jenis_pegawai": None, "status_kepegawaian": None}, JalurPangkat.BELUM_DIHITUNG, P),
        ({"kedudukan_hukum": None}, JalurPangkat.REGULER, P),
        ({"golongan": None}, JalurPangkat.REGULER, P),
    ],
)
def test_everyone_is_judged_by_their_own_path_or_told_that_it_is_not_built(ganti, jalur, status):
    hasil = Satu(PELAKSANA, **ganti)
    assert (hasil.jalur, hasil.status) == (jalur, status)


@pytest.mark.parametrize(
    ("dasar", "kedudukan"),
    [
        *((PELAKSANA, k) for k in KedudukanHukum if k not in (*BIASA, KedudukanHukum.TUGAS_BELAJAR)),
        *((dasar, k) for dasar in (JF, STRUKTURAL) for k in KedudukanHukum if k not in BIASA),
    ],
)
def test_other_standing_is_never_judged_by_the_ordinary_rule(dasar, kedudukan):
    hasil = Satu(dasar, kedudukan_hukum=kedudukan)
    assert (hasil.jalur, hasil.status) == (JalurPangkat.BELUM_DIHITUNG, T)
    assert (hasil.terkemas, hasil.berikut, hasil.cepat, hasil.alasan) == (0, 0, None, None)


def test_a_pelaksana_in_tugas_belajar_goes_on_by_the_ordinary_path():
    hasil = Satu(PELAKSANA, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR)
    assert (hasil.jalur, hasil.status, hasil["kedudukan_hukum"]) == (JalurPangkat.REGULER, M, M)
    assert (hasil.berikut, hasil.cepat, hasil.terkemas) == (urut_pns("III/b"), TMT, Satu(PELAKSANA).terkemas)
    muda = Satu(PELAKSANA, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR, tmt_golongan=date(2022, 7, 1))
    assert (muda.status, muda.alasan, muda.cepat) == (B, "masa_pangkat", date(2026, 7, 1))


@pytest.mark.parametrize(
    ("nama", "baris", "jalur"),
    [
        ("TUGAS_BELAJAR", {"conf": "UNV"}, JalurPangkat.BELUM_DIHITUNG),
        ("TUGAS_BELAJAR", {"nilai": False}, JalurPangkat.BELUM_DIHITUNG),
        ("CLTN", {"conf": "V1"}, JalurPangkat.BELUM_DIHITUNG),
        ("CLTN", {"conf": "V1", "nilai": True}, JalurPangkat.REGULER),
    ],
)
def test_which_standing_goes_on_by_the_ordinary_path_stands_in_the_file(nama, baris, jalur):
    a = aturan_lain("kp_kedudukan", nama, "jalur_reguler", **baris)
    assert Satu(PELAKSANA, a=a, kedudukan_hukum=KedudukanHukum[nama]).jalur is jalur


def test_a_pppk_or_a_cpns_in_tugas_belajar_is_not_judged():
    for ganti in ({"jenis_pegawai": 2, "status_kepegawaian": 3}, {"status_kepegawaian": 1}):
        hasil = Satu(PELAKSANA, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR, **ganti)
        assert (hasil.jalur, hasil.status) == (JalurPangkat.TIDAK_BERLAKU, T)
    tak_tahu = Satu(PELAKSANA, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR, status_kepegawaian=None)
    assert (tak_tahu.jalur, tak_tahu.status) == (JalurPangkat.BELUM_DIHITUNG, P)


@pytest.mark.parametrize("dasar", [PELAKSANA, JF, STRUKTURAL])
@pytest.mark.parametrize("lewat", [None, date(2020, 1, 1)], ids=["no penalty recorded", "one of the past"])
def test_a_standing_of_penalty_blocks_and_changes_no_open_requirement(dasar, lewat):
    aktif = Satu(dasar)
    hasil = Satu(dasar, kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN, hukdis_sampai=lewat)
    assert (hasil.jalur, hasil.berikut) == (aktif.jalur, aktif.berikut)
    assert (hasil.status, hasil.alasan, hasil.kurang, hasil.cepat) == (B, "hukuman_disiplin", 1, None)
    terbuka = [b.kode for b in DAFTAR if b.kerahasiaan is Kerahasiaan.UMUM]
    assert [hasil[k] for k in terbuka] == [aktif[k] for k in terbuka]


def test_the_end_of_a_recorded_penalty_counts_also_under_a_standing_of_penalty():
    isian = {"hukdis_sampai": date(2026, 9, 30)}
    hasil = Satu(PELAKSANA, kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN, **isian)
    assert hasil.cepat == Satu(PELAKSANA, **isian).cepat == date(2026, 10, 1)


@pytest.mark.parametrize("hari", [date(9999, 12, 1), date(9999, 12, 30)])
def test_what_ends_with_the_calendar_has_no_earliest_date(hari):
    hasil = Satu(PELAKSANA, hukdis_sampai=hari)
    assert (hasil.status, hasil.cepat) == (B, None)


@pytest.mark.parametrize(
    ("hilang", "kode"),
    [
        ("status_kepegawaian", "data_kepegawaian"),
        ("jenis_jabatan", "data_jabatan"),
        ("golongan", "data_golongan"),
    ],
)
def test_a_missing_record_is_named(hilang, kode):
    hasil = Satu(PELAKSANA, **{hilang: None})
    assert hasil[kode] is P
    assert hasil.alasan == kode
    assert hasil.cepat is None


# -- both paths -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dasar", "mulai", "status", "cepat"),
    [
        (PELAKSANA, date(2022, 6, 1), M, TMT),
        (PELAKSANA, date(2022, 6, 2), B, date(2026, 7, 1)),
        (PELAKSANA, date(2023, 4, 1), B, date(2027, 4, 1)),
        (PELAKSANA, None, P, None),
        (JF, date(2024, 6, 1), M, TMT),
        (JF, date(2024, 7, 1), B, date(2026, 7, 1)),
        (JF, None, P, None),
    ],
)
def test_time_in_the_pangkat_is_counted_in_whole_months_up_to_the_tmt(dasar, mulai, status, cepat):
    hasil = Satu(dasar, tmt_golongan=mulai)
    assert (hasil["masa_pangkat"], hasil.status, hasil.cepat) == (status, status, cepat)


@pytest.mark.parametrize(
    ("tmt", "p1", "p2", "p3", "status", "cepat"),
    [
        (TMT, 4, 4, None, M, TMT),
        (TMT, 5, 4, 1, M, TMT),
        (TMT, 3, 4, 4, B, date(2028, 3, 1)),
        (TMT, 4, 3, 4, B, date(2027, 3, 1)),
        (TMT, None, 4, 4, P, None),
        (TMT, None, 3, 4, B, None),
        (TMT, 4, None, 4, P, None),
        (date(2027, 1, 1), None, 4, 4, M, date(2027, 1, 1)),
        (date(2027, 3, 1), None, 4, 4, M, date(2027, 3, 1)),
        (date(2027, 4, 1), None, 4, 4, P, None),
        (date(2027, 1, 1), None, 4, 3, B, date(2027, 3, 1)),
        (date(2027, 1, 1), None, 3, 4, B, date(2028, 3, 1)),
        (date(2027, 1, 1), None, 4, None, P, None),
        (date(2027, 1, 1), 3, 4, 4, B, date(2029, 3, 1)),
        (date(2027, 1, 1), 4, 4, 1, M, date(2027, 1, 1)),
    ],
)
def test_each_of_the_last_two_years_is_at_least_baik(tmt, p1, p2, p3, status, cepat):
    hasil = Satu(PELAKSANA, tmt, predikat_1=p1, predikat_2=p2, predikat_3=p3, tmt_golongan=date(2020, 1, 1))
    assert (hasil["predikat_2_tahun"], hasil.status, hasil.cepat) == (status, status, cepat)


@pytest.mark.parametrize(
    ("sampai", "tercakup", "status", "cepat"),
    [
        (None, 1, M, TMT),
        (None, 0, P, None),
        (None, None, P, None),
        (date(2026, 5, 31), 1, M, TMT),
        (date(2026, 6, 1), 1, B, date(2026, 7, 1)),
        (date(2026, 8, 31), 0, B, None),
        (date(2026, 8, 31), 1, B, date(2026, 9, 1)),
        (date(2026, 9, 1), 1, B, date(2026, 10, 1)),
        (date(9999, 12, 31), 1, B, None),
    ],
)
def test_a_penalty_that_runs_on_the_tmt_blocks_and_an_empty_register_counts_only_inside_coverage(
    sampai, tercakup, status, cepat
):
    hasil = Satu(JF, hukdis_sampai=sampai, disiplin_tercakup=tercakup)
    assert (hasil["hukuman_disiplin"], hasil.status, hasil.cepat) == (status, status, cepat)


@pytest.mark.parametrize(
    ("dalam", "tercakup", "status"), [(1, 1, B), (1, 0, B), (0, 1, M), (None, 1, M), (0, 0, P)]
)
def test_a_running_examination_blocks(dalam, tercakup, status):
    hasil = Satu(PELAKSANA, dalam_pemeriksaan=dalam, disiplin_tercakup=tercakup)
    assert (hasil["pemeriksaan_disiplin"], hasil.status) == (status, status)


@pytest.mark.parametrize(
    ("lahir", "bup", "status"),
    [
        (date(1968, 6, 1), 58, M),
        (date(1968, 5, 31), 58, B),
        (None, 58, P),
        (date(1968, 5, 31), None, P),
    ],
)
def test_the_age_limit_is_shown_but_decides_nothing_because_it_is_unverified(lahir, bup, status):
    hasil = Satu(PELAKSANA, tanggal_lahir=lahir, bup=bup)
    assert hasil["belum_bup"] is status
    assert (hasil.status, hasil.kurang, hasil.cepat) == (M, 0, TMT)


# -- the whole decision -----------------------------------------------------------------------


def test_the_reason_is_the_first_unmet_in_the_order_of_the_register_and_all_are_counted():
    hasil = Satu(JF, tmt_golongan=date(2025, 1, 1), predikat_1=2, ak_sah=0)
    assert (hasil.alasan, hasil.kurang) == ("masa_pangkat", 3)
    assert hasil.cepat == date(2030, 3, 1)


def test_what_is_unmet_for_certain_beats_what_needs_checking():
    hasil = Satu(PELAKSANA, tmt_golongan=None, predikat_1=2)
    assert (hasil.status, hasil.alasan, hasil.kurang, hasil.cepat) == (B, "predikat_2_tahun", 1, None)


def test_a_rank_of_the_superior_is_no_fact_of_any_rule():  # KPN-018, KPN-022
    assert not [b for b in Fakta.__slots__ if "atasan" in b]


def test_a_half_year_of_the_old_regime_ends_on_a_period_of_that_regime():
    lama = aturan_per(date(2025, 3, 1))
    hasil = putuskan(
        Fakta.satu(**(PELAKSANA | {"tmt_golongan": date(2021, 9, 1)})), lama, tmt=date(2025, 6, 1)
    )
    assert hasil.paling_cepat[0].item() == date(2025, 10, 1)
