"""Kenaikan pangkat in a jabatan fungsional: angka kredit and the range of the jenjang."""

from datetime import date

import pytest

from karier.tests.orang import JF, TMT, B, M, P, Satu, T
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.rules.golongan import urut_pns


@pytest.mark.parametrize(
    ("sah", "draf", "p1", "status", "cepat"),
    [
        (5000, None, 4, M, TMT),
        (5063, 0, 4, M, TMT),
        (4999, 1, 4, B, TMT),
        (4800, 0, 4, B, date(2027, 3, 1)),
        (3749, None, 4, B, date(2028, 3, 1)),
        (3750, None, 4, B, date(2027, 3, 1)),
        (0, 1250, 4, B, date(2029, 3, 1)),
        (None, 5000, 4, P, None),
    ],
)
def test_only_signed_angka_kredit_counts_and_drafts_tell_how_near_it_is(sah, draf, p1, status, cepat):
    hasil = Satu(JF, ak_sah=sah, ak_draf=draf, predikat_1=p1)
    assert (hasil["angka_kredit"], hasil.status, hasil.cepat) == (status, status, cepat)


def test_the_year_before_the_tmt_still_counts_when_it_is_not_assessed_yet():
    hasil = Satu(JF, date(2027, 1, 1), ak_sah=4800, predikat_1=None, predikat_3=4)
    assert (hasil.status, hasil.alasan, hasil.cepat) == (B, "angka_kredit", date(2027, 3, 1))


@pytest.mark.parametrize(
    ("jenjang", "golongan", "butuh"),
    [
        (Jenjang.TERAMPIL, "II/b", 2000),
        (Jenjang.TERAMPIL, "II/c", 2000),
        (Jenjang.MAHIR, "III/a", 5000),
        (Jenjang.PENYELIA, "III/c", 10000),
        (Jenjang.AHLI_PERTAMA, "III/a", 5000),
        (Jenjang.AHLI_MUDA, "III/c", 10000),
        (Jenjang.AHLI_MADYA, "IV/a", 15000),
        (Jenjang.AHLI_MADYA, "IV/b", 15000),
        (Jenjang.AHLI_UTAMA, "IV/d", 20000),
    ],
)
def test_the_need_of_the_next_pangkat_inside_the_jenjang(jenjang, golongan, butuh):
    dasar = JF | {"jenjang": jenjang, "golongan": urut_pns(golongan)}
    assert Satu(dasar, ak_sah=butuh)["angka_kredit"] is M
    assert Satu(dasar, ak_sah=butuh - 1)["angka_kredit"] is B
    assert Satu(dasar, ak_sah=butuh)["jenjang_memuat_pangkat"] is M


@pytest.mark.parametrize(
    ("jenjang", "golongan"),
    [
        (Jenjang.PEMULA, "II/a"),
        (Jenjang.TERAMPIL, "II/d"),
        (Jenjang.MAHIR, "III/b"),
        (Jenjang.AHLI_PERTAMA, "III/b"),
        (Jenjang.AHLI_PERTAMA, "III/d"),
        (Jenjang.AHLI_MUDA, "III/d"),
        (Jenjang.AHLI_MADYA, "IV/c"),
    ],
)
def test_a_pangkat_above_the_jenjang_asks_for_the_jenjang_first(jenjang, golongan):
    hasil = Satu(JF, jenjang=jenjang, golongan=urut_pns(golongan), ak_sah=50_000)
    assert (hasil["jenjang_memuat_pangkat"], hasil["angka_kredit"]) == (B, T)
    assert (hasil.alasan, hasil.cepat) == ("jenjang_memuat_pangkat", None)


@pytest.mark.parametrize(("jenjang", "golongan"), [(Jenjang.PENYELIA, "III/d"), (Jenjang.AHLI_UTAMA, "IV/e")])
def test_the_top_of_a_category_is_named_as_the_reason(jenjang, golongan):
    hasil = Satu(JF, jenjang=jenjang, golongan=urut_pns(golongan))
    assert (hasil.status, hasil.alasan, hasil.kurang, hasil.berikut) == (B, "puncak", 1, 0)
    assert hasil["jenjang_memuat_pangkat"] is T


@pytest.mark.parametrize(
    ("ganti", "jenjang", "ak"),
    [({"jenjang": None}, P, P), ({"jenjang": Jenjang.AHLI_MUDA, "golongan": urut_pns("III/b")}, M, P)],
)
def test_a_need_the_law_leaves_open_needs_checking(ganti, jenjang, ak):
    hasil = Satu(JF, **ganti)
    assert (hasil["jenjang_memuat_pangkat"], hasil["angka_kredit"], hasil.status) == (jenjang, ak, P)


@pytest.mark.parametrize("kode", ["pangkat_tertinggi", "ujian_dinas"])
def test_jabatan_fungsional_has_no_ceiling_by_education_and_no_exam(kode):
    assert Satu(JF, pendidikan=TingkatPendidikan.SD)[kode] is T
