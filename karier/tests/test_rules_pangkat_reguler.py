"""Kenaikan pangkat reguler: ceiling of the education, ujian dinas, top of the scale."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.syarat import unpack_status
from karier.rules.daftar import posisi
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan
from karier.tests.orang import PELAKSANA, TMT, B, M, P, Satu, T
from pegawai.enums import TingkatPendidikan
from pegawai.rules.golongan import urut_pns


@pytest.mark.parametrize(
    ("ijazah", "tertinggi"),
    [
        ("SD", "II/a"),
        ("SLTP", "II/c"),
        ("SLTP_KEJURUAN", "II/d"),
        ("SLTA", "III/b"),
        ("SLTA_KEJURUAN", "III/b"),
        ("DIPLOMA_I", "III/b"),
        ("DIPLOMA_II", "III/b"),
        ("DIPLOMA_III", "III/c"),
        ("DIPLOMA_IV", "III/d"),
        ("S1", "III/d"),
        ("PROFESI", "IV/a"),
        ("S2", "IV/a"),
        ("S3", "IV/b"),
    ],
)
def test_the_ceiling_of_the_education_is_reached_but_not_passed(ijazah, tertinggi):
    lulus = {"ud_tk1": 1, "ud_tk2": 1, "pendidikan": TingkatPendidikan[ijazah]}
    puncak = urut_pns(tertinggi)
    sampai = Satu(PELAKSANA, golongan=puncak - 1, **lulus)
    lewat = Satu(PELAKSANA, golongan=puncak, **lulus)
    assert (sampai["pangkat_tertinggi"], sampai.status) == (M, M)
    assert (lewat["pangkat_tertinggi"], lewat.status, lewat.cepat) == (B, B, None)


@pytest.mark.parametrize("ijazah", [None, TingkatPendidikan.SPESIALIS, TingkatPendidikan.SUBSPESIALIS])
def test_an_education_without_a_known_ceiling_needs_checking(ijazah):
    assert Satu(PELAKSANA, pendidikan=ijazah)["pangkat_tertinggi"] is P


@pytest.mark.parametrize(
    ("golongan", "ijazah", "tk1", "tk2", "tercakup", "status"),
    [
        ("III/a", "SLTA", None, None, 1, T),
        ("IV/a", "S3", None, None, 1, T),
        ("II/d", "SLTA", 1, None, 1, M),
        ("II/d", "SLTA", 1, None, 0, M),
        ("II/d", "SLTA", None, None, 1, B),
        ("II/d", "SLTA", 0, 1, 1, B),
        ("II/d", "SLTA", None, None, 0, P),
        ("II/d", "S1", None, None, 1, P),
        ("II/d", "DIPLOMA_IV", 0, None, 1, P),
        ("II/d", "S1", 1, None, 1, M),
        ("III/d", "S1", None, None, 1, B),
        ("III/d", "S1", None, 1, 1, M),
        ("III/d", "S1", 1, None, 1, B),
        ("III/d", "S2", None, None, 1, M),
        ("III/d", "S2", None, None, 0, M),
        ("III/d", "PROFESI", None, None, 1, M),
        ("III/d", "S3", None, None, 1, P),
    ],
)
def test_ujian_dinas_is_asked_at_the_two_borders_and_education_can_exempt(
    golongan, ijazah, tk1, tk2, tercakup, status
):
    hasil = Satu(
        PELAKSANA,
        golongan=urut_pns(golongan),
        pendidikan=TingkatPendidikan[ijazah],
        ud_tk1=tk1,
        ud_tk2=tk2,
        ujian_tercakup=tercakup,
    )
    assert hasil["ujian_dinas"] is status


@pytest.mark.parametrize(
    ("per", "ujian", "plafon"), [(date(2026, 11, 21), M, M), (date(2026, 11, 22), P, P)], ids=str
)
def test_an_ijazah_profesi_is_checked_since_it_is_no_longer_read_as_dokter_or_apoteker(per, ujian, plafon):
    orang = Fakta.satu(**PELAKSANA | {"golongan": urut_pns("III/d"), "pendidikan": TingkatPendidikan.PROFESI})
    hasil = putuskan(orang, aturan_per(per), tmt=TMT)
    dinilai = [unpack_status(hasil.syarat[0], posisi(k)) for k in ("ujian_dinas", "pangkat_tertinggi")]
    assert [*dinilai, hasil.status[0]] == [ujian, plafon, max(ujian, plafon)]


@pytest.mark.parametrize(
    ("golongan", "lulus", "status"), [("III/d", None, P), ("II/d", None, P), ("III/d", 1, M)]
)
def test_a_leadership_training_of_unknown_level_may_exempt_so_nobody_is_refused(golongan, lulus, status):
    orang = Satu(
        PELAKSANA,
        golongan=urut_pns(golongan),
        pendidikan=TingkatPendidikan.SLTA,
        diklat_kepemimpinan=1,
        ud_tk1=None,
        ud_tk2=lulus,
    )
    assert orang["ujian_dinas"] is status


def test_an_exam_without_a_known_education_needs_checking():
    assert Satu(PELAKSANA, golongan=urut_pns("II/d"), pendidikan=None)["ujian_dinas"] is P


def test_the_top_of_the_scale_is_named_as_the_reason():
    hasil = Satu(PELAKSANA, golongan=17, pendidikan=TingkatPendidikan.S3)
    assert (hasil.status, hasil.alasan, hasil.berikut, hasil.cepat, hasil.kurang) == (B, "puncak", 0, None, 1)
