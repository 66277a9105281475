"""Facts carried forward: what time changes by itself, and what is assumed."""

from dataclasses import replace
from datetime import date

import pytest

from asn_karier.lib.syarat import TANPA_AKHIR
from karier.rules.andaian import (
    Andaian,
    Ijazah,
    JabatanBaru,
    Waktu,
    bup_jenjang,
    maju,
    post_of,
    tahun_konversi,
    tanpa,
)
from karier.rules.fakta import NAMA_FAKTA, Fakta
from karier.tests.orang import JF, PELAKSANA, A
from kinerja.enums import Predikat
from pegawai.enums import Eselon, JenisJabatan, Jenjang, KedudukanHukum, TingkatPendidikan

PER, TMT = date(2026, 11, 28), date(2027, 1, 1)
TERBUKA = TANPA_AKHIR.item()
SB, BAIK, BP, KURANG = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN, Predikat.KURANG
ORANG = JF | {"predikat_1": None, "predikat_2": BAIK, "predikat_3": SB, "ak_sah": 1000, "ak_draf": None}


def kelak(ke, andaian=None, *, per=PER, tmt=None, ak_sejak=None, **ganti):
    f = Fakta.satu(**(ORANG | ganti))
    return maju(f, A, andaian or Andaian(), per=per, ke=ke, tmt=tmt, ak_sejak=ak_sejak)


def predikat(f):
    return [f.baca(f"predikat_{n}") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("ke", "harap"),
    [
        (date(2026, 12, 1), [BAIK, SB, None]),
        (date(2027, 1, 1), [None, BAIK, SB]),
        (date(2027, 2, 1), [None, BAIK, SB]),
        (date(2027, 3, 1), [BAIK, BAIK, SB]),
        (date(2027, 12, 1), [BAIK, BAIK, SB]),
        (date(2028, 2, 1), [None, BAIK, BAIK]),
        (date(2028, 3, 1), [BAIK, BAIK, BAIK]),
        (date(2030, 3, 1), [BAIK, BAIK, BAIK]),
    ],
)
def test_the_years_of_predikat_shift_and_the_last_one_counts_from_march(ke, harap):
    assert predikat(kelak(ke)) == harap


def test_a_coming_year_can_be_assumed_by_its_number_and_all_others_together():
    andaian = Andaian(predikat={2027: SB}, predikat_lain=BP)
    assert predikat(kelak(date(2029, 3, 1), andaian)) == [BP, SB, BP]


def test_a_recorded_predikat_wins_over_an_assumed_one():
    f = kelak(date(2027, 3, 1), Andaian(predikat={2026: SB, 2025: SB}), predikat_1=KURANG)
    assert predikat(f) == [KURANG, BAIK, SB]


@pytest.mark.parametrize(
    ("per", "tmt", "ke", "harap"),
    [
        # 2025 is not assessed yet: still to come until the end of March, overdue after it.
        (date(2026, 2, 10), date(2026, 3, 1), date(2026, 3, 1), None),
        (date(2026, 2, 10), date(2026, 3, 1), date(2026, 4, 1), BAIK),
        (date(2026, 3, 31), date(2026, 5, 1), date(2026, 5, 1), None),
        (date(2026, 3, 31), date(2026, 5, 1), date(2026, 6, 1), BAIK),
        (date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1), None),
    ],
)
def test_a_year_that_is_overdue_is_not_assumed(per, tmt, ke, harap):
    assert kelak(ke, per=per, tmt=tmt).baca("predikat_1") == harap
    assert kelak(ke, per=per, tmt=tmt).baca("ak_sah") == (2250 if harap else 1000)


@pytest.mark.parametrize(
    ("ke", "andaian", "ganti", "harap"),
    [
        (TMT, None, {}, 1000),
        (TMT, None, {"ak_draf": 250}, 1250),
        (date(2027, 2, 1), None, {}, 1000),
        (date(2027, 3, 1), None, {}, 2250),
        (date(2028, 2, 1), None, {}, 2250),
        (date(2028, 3, 1), None, {"ak_draf": 250}, 3750),
        (date(2027, 3, 1), None, {"predikat_1": BAIK}, 1000),
        (date(2028, 3, 1), None, {"predikat_1": BAIK}, 2250),
        (date(2028, 3, 1), Andaian(predikat={2026: SB, 2027: KURANG}), {}, 1000 + 1875 + 625),
        (date(2028, 3, 1), Andaian(predikat_lain=BP), {}, 1000 + 938 + 938),
        (date(2028, 3, 1), None, {"ak_sah": None, "ak_draf": 250}, None),
        (date(2028, 3, 1), None, {"jenjang": Jenjang.PELAKSANA}, 1000),
        (date(2028, 3, 1), None, {"jenjang": None}, 1000),
        (date(2028, 3, 1), None, {"jenjang": Jenjang.AHLI_UTAMA}, 11000),
    ],
)
def test_every_assessed_year_adds_its_conversion_and_drafts_are_signed(ke, andaian, ganti, harap):
    f = kelak(ke, andaian, **ganti)
    assert f.baca("ak_sah") == harap
    assert harap is None or f.baca("ak_draf") is None


@pytest.mark.parametrize(
    ("sejak", "ke", "harap"),
    [
        (date(2028, 3, 1), date(2028, 3, 1), 1000),
        (date(2028, 3, 1), date(2029, 2, 1), 1000),
        (date(2028, 3, 1), date(2029, 3, 1), 1000 + 1042),
        (date(2028, 3, 1), date(2030, 3, 1), 1000 + 1042 + 1250),
        (date(2028, 1, 1), date(2029, 3, 1), 1000 + 1250),
        (date(2028, 12, 1), date(2029, 3, 1), 1000 + 104),
        (date(2026, 7, 1), date(2027, 3, 1), 1000 + 625),
    ],
)
def test_a_balance_that_began_within_a_year_gets_the_months_after_it(sejak, ke, harap):
    assert kelak(ke, ak_sejak=sejak).baca("ak_sah") == harap


@pytest.mark.parametrize(
    ("ganti", "selesai", "ke", "harap"),
    [
        # (last day, standing) as known for `ke`.
        ({}, None, TMT, (None, 1)),
        ({}, date(2027, 5, 31), date(2028, 1, 1), (None, 1)),
        ({"hukdis_sampai": date(2027, 3, 31)}, None, date(2027, 4, 1), (date(2027, 3, 31), 1)),
        ({"hukdis_sampai": date(2027, 3, 31)}, date(2027, 1, 31), TMT, (date(2027, 1, 31), 1)),
        ({"hukdis_sampai": TERBUKA}, date(2027, 1, 31), TMT, (date(2027, 1, 31), 1)),
        ({"hukdis_sampai": date(2026, 11, 27)}, date(2027, 1, 31), TMT, (date(2026, 11, 27), 1)),
        (
            {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN, "hukdis_sampai": date(2027, 3, 31)},
            None,
            date(2027, 3, 1),
            (date(2027, 3, 31), 7),
        ),
        (
            {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN, "hukdis_sampai": date(2027, 3, 31)},
            None,
            date(2027, 4, 1),
            (date(2027, 3, 31), 1),
        ),
        (
            {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN, "hukdis_sampai": date(2026, 11, 28)},
            None,
            TMT,
            (date(2026, 11, 28), 1),
        ),
        # A standing without a running entry in the register stays until somebody says when it ends.
        (
            {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN, "hukdis_sampai": date(2026, 11, 27)},
            None,
            date(2029, 1, 1),
            (date(2026, 11, 27), 7),
        ),
        ({"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN}, None, date(2029, 1, 1), (None, 7)),
        (
            {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN},
            date(2027, 1, 31),
            date(2027, 2, 1),
            (date(2027, 1, 31), 1),
        ),
        (
            {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN},
            date(2027, 2, 1),
            date(2027, 2, 1),
            (date(2027, 2, 1), 7),
        ),
    ],
)
def test_a_penalty_ends_on_its_day_or_on_the_assumed_one(ganti, selesai, ke, harap):
    f = kelak(ke, Andaian(hukuman_selesai=selesai), **ganti)
    assert (f.baca("hukdis_sampai"), f.baca("kedudukan_hukum")) == harap


@pytest.mark.parametrize(
    ("ke", "diperiksa", "akhir"),
    [(date(2027, 2, 1), 0, date(2027, 1, 31)), (date(2027, 1, 31), 1, date(2027, 1, 31))],
)
def test_an_examination_and_the_last_penalty_end_with_it(ke, diperiksa, akhir):
    f = kelak(ke, Andaian(hukuman_selesai=date(2027, 1, 31)), dalam_pemeriksaan=1, hukdis_terakhir=TERBUKA)
    assert (f.baca("dalam_pemeriksaan"), f.baca("hukdis_terakhir")) == (diperiksa, akhir)
    lama = kelak(ke, Andaian(hukuman_selesai=date(2027, 1, 31)), hukdis_terakhir=date(2020, 1, 1))
    assert (lama.baca("dalam_pemeriksaan"), lama.baca("hukdis_terakhir")) == (None, date(2020, 1, 1))


def test_what_is_recorded_and_better_stays():
    andaian = Andaian(uji_kompetensi=TMT, pendidikan=Ijazah(TingkatPendidikan.SLTA, PER), lowongan=True)
    f = kelak(TMT, andaian, ukom_tanggal=date(2027, 6, 1), lowongan=3)
    assert [f.baca(n) for n in ("ukom_tanggal", "pendidikan", "lowongan")] == [
        date(2027, 6, 1),
        TingkatPendidikan.S1,
        3,
    ]
    assert kelak(TMT, andaian, pendidikan=None).baca("pendidikan") == TingkatPendidikan.SLTA


@pytest.mark.parametrize(("tercatat", "harap"), [(None, 1), (0, 1), (2, 2)])
def test_a_vacancy_is_assumed_only_when_it_is_said(tercatat, harap):
    assert kelak(TMT, Andaian(lowongan=True), lowongan=tercatat).baca("lowongan") == harap
    assert kelak(TMT, lowongan=tercatat).baca("lowongan") == tercatat


def test_jp_begin_again_with_the_year():
    assert kelak(date(2026, 12, 1), jp_tahun_ini=30).baca("jp_tahun_ini") == 30
    assert kelak(TMT, jp_tahun_ini=30).baca("jp_tahun_ini") is None
    assert kelak(TMT, Andaian(jp=24), jp_tahun_ini=30).baca("jp_tahun_ini") == 24


PINDAH = JabatanBaru(date(2027, 5, 1), JenisJabatan.STRUKTURAL, Jenjang.PENGAWAS, Eselon.IV_A)
JABATAN = ("jenis_jabatan", "jenjang", "eselon", "tmt_jabatan", "bup", "ak_sah", "ak_draf", "lowongan")


@pytest.mark.parametrize(
    ("ke", "tmt_jabatan", "pindah"),
    [
        (date(2027, 4, 30), None, False),
        (date(2027, 5, 1), None, True),
        (date(2027, 5, 1), date(2027, 4, 30), True),
        (date(2027, 5, 1), date(2027, 5, 1), False),
        (date(2030, 1, 1), date(2027, 5, 1), False),
    ],
)
def test_an_assumed_post_is_held_from_its_day_unless_a_later_one_is(ke, tmt_jabatan, pindah):
    f = kelak(ke, Andaian(jabatan=PINDAH), tmt_jabatan=tmt_jabatan, lowongan=2)
    assert (f.baca("jenjang") == Jenjang.PENGAWAS) is pindah
    if pindah:
        assert [f.baca(n) for n in JABATAN] == [1, 41, 41, date(2027, 5, 1), 58, None, None, None]


def test_a_post_in_the_same_jenjang_keeps_the_balance_and_its_own_age_limit_counts():
    baru = JabatanBaru(TMT, JenisJabatan.FUNGSIONAL, Jenjang.AHLI_PERTAMA, bup=60)
    f = kelak(TMT, Andaian(jabatan=baru, lowongan=True))
    assert [f.baca(n) for n in JABATAN] == [2, 31, None, TMT, 60, 1000, None, 1]


@pytest.mark.parametrize(("jenjang", "bup"), [(34, 65), (33, 60), (10, 58), (None, None)])
def test_the_general_age_limit_of_a_jenjang(jenjang, bup):
    assert bup_jenjang(jenjang, A) == bup


def test_nothing_else_changes():
    awal, akhir = Fakta.satu(**ORANG), kelak(TMT)
    tetap = NAMA_FAKTA - {"jp_tahun_ini"}
    assert {n: akhir.baca(n) for n in tetap} == {n: awal.baca(n) for n in tetap}


def test_an_assumption_can_be_taken_away():
    andaian = Andaian(ujian_dinas=TMT, lowongan=True, predikat_lain=SB)
    assert tanpa(andaian, "ujian_dinas") == Andaian(lowongan=True, predikat_lain=SB)
    assert tanpa(andaian, "lowongan") == Andaian(ujian_dinas=TMT, predikat_lain=SB)
    assert Andaian().predikat_tahun(2030) is BAIK


def test_days_of_assumptions_are_told():
    andaian = Andaian(
        pendidikan=Ijazah(TingkatPendidikan.S2, date(2027, 1, 2)),
        jabatan=PINDAH,
        uji_kompetensi=date(2027, 1, 3),
        upkp=date(2027, 1, 4),
        ujian_dinas=date(2027, 1, 5),
    )
    assert list(andaian.tanggal()) == [
        date(2027, 1, 2),
        date(2027, 5, 1),
        date(2027, 1, 3),
        date(2027, 1, 4),
        date(2027, 1, 5),
    ]
    assert list(andaian.tanggal_dokumen()) == [date(2027, 1, 2), date(2027, 1, 4), date(2027, 1, 5)]
    assert [*Andaian().tanggal(), *Andaian().tanggal_dokumen()] == []


def test_a_pelaksana_has_no_balance_to_grow():
    f = maju(Fakta.satu(**PELAKSANA), A, Andaian(), per=PER, ke=date(2029, 6, 1))
    assert (f.baca("ak_sah"), f.baca("ak_draf")) == (None, None)


@pytest.mark.parametrize(
    ("jenjang", "jenis"),
    [
        (Jenjang.PELAKSANA, JenisJabatan.PELAKSANA),
        (Jenjang.AHLI_UTAMA, JenisJabatan.FUNGSIONAL),
        (Jenjang.PENGAWAS, JenisJabatan.STRUKTURAL),
    ],
)
def test_the_kind_of_a_post_follows_from_its_jenjang(jenjang, jenis):
    assert post_of(jenjang, PER) == JabatanBaru(PER, jenis, jenjang)


def test_a_balance_that_starts_again_takes_no_year_before_its_start():
    f = Fakta.satu(**ORANG)
    w = Waktu(PER, date(2027, 1, 1), date(2030, 6, 1), bulan_tertunda=3, bulan_konversi=3)
    assert tahun_konversi(f, w) == [2026, 2027, 2028, 2029]
    assert tahun_konversi(f, replace(w, ak_sejak=date(2028, 7, 1))) == [2028, 2029]
    assert tahun_konversi(f, replace(w, ak_sejak=date(2025, 7, 1))) == [2026, 2027, 2028, 2029]
