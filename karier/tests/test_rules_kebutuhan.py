"""Competency gaps, age of the assessment, JP still to go."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.syarat import Status
from karier.rules.fakta import Fakta
from karier.rules.kebutuhan import (
    KOMPETENSI,
    TANPA_KEBUTUHAN,
    TIDAK_DIKETAHUI,
    hitung_kebutuhan,
    kompetensi_dari_bit,
)
from pegawai.enums import Jenjang, KompetensiMansoskul

PER = date(2026, 11, 21)
A = aturan_per(PER)
K = KompetensiMansoskul


def hitung(**nilai):
    return hitung_kebutuhan(Fakta.satu(**nilai), A, per=PER)


@pytest.mark.parametrize(
    ("wajib", "capai", "gap"), [(3, 2, 1), (3, 3, 0), (2, 4, 0), (5, 1, 4), (None, 2, -1), (3, None, -1)]
)
def test_a_gap_needs_both_the_need_and_the_assessment(wajib, capai, gap):
    hasil = hitung(wajib_komunikasi=wajib, capai_komunikasi=capai)
    assert hasil.gap[0, KOMPETENSI.index(K.KOMUNIKASI)] == gap
    assert kompetensi_dari_bit(int(hasil.kebutuhan[0])) == ([K.KOMUNIKASI] if gap > 0 else [])


def test_the_largest_gap_comes_first_and_the_official_order_breaks_ties():
    hasil = hitung(
        wajib_integritas=3,
        capai_integritas=2,
        wajib_komunikasi=4,
        capai_komunikasi=2,
        wajib_perekat_bangsa=5,
        capai_perekat_bangsa=3,
    )
    assert KOMPETENSI[hasil.kebutuhan_utama[0]] is K.KOMUNIKASI
    assert kompetensi_dari_bit(int(hasil.kebutuhan[0])) == [K.INTEGRITAS, K.KOMUNIKASI, K.PEREKAT_BANGSA]


def test_all_nine_gaps_fit_the_bitmask():
    semua = {f"wajib_{k}": 5 for k in K} | {f"capai_{k}": 1 for k in K}
    hasil = hitung(**semua)
    assert kompetensi_dari_bit(int(hasil.kebutuhan[0])) == list(K)
    assert hasil.kebutuhan_utama[0] == 0


def test_no_gap_has_no_main_need():
    hasil = hitung(wajib_integritas=2, capai_integritas=2)
    assert hasil.kebutuhan_utama[0] == TANPA_KEBUTUHAN
    assert hasil.kebutuhan[0] == 0


@pytest.mark.parametrize(
    ("jenjang", "level"),
    [
        (Jenjang.PELAKSANA, 1),
        (Jenjang.TERAMPIL, 2),
        (Jenjang.PENYELIA, 3),
        (Jenjang.AHLI_PERTAMA, 2),
        (Jenjang.AHLI_UTAMA, 5),
        (Jenjang.PENGAWAS, 2),
        (Jenjang.JPT_PRATAMA, 4),
    ],
)
def test_a_jabatan_without_a_standard_uses_the_level_of_its_jenjang(jenjang, level):
    hasil = hitung(jenjang=jenjang, capai_integritas=1)
    assert hasil.gap[0, 0] == level - 1


def test_the_standard_of_the_jabatan_beats_that_of_the_jenjang():
    assert hitung(jenjang=Jenjang.PELAKSANA, wajib_integritas=4, capai_integritas=1).gap[0, 0] == 3


def test_the_unverified_level_of_jpt_madya_never_makes_a_gap():
    hasil = hitung(jenjang=Jenjang.JPT_MADYA, capai_integritas=1)
    assert hasil.gap[0, 0] == TIDAK_DIKETAHUI


@pytest.mark.parametrize(
    ("tanggal", "status"),
    [
        (date(2023, 11, 21), Status.MEMENUHI),
        (date(2023, 11, 20), Status.BELUM),
        (date(2021, 3, 1), Status.BELUM),
        (None, Status.PERLU_VERIFIKASI),
    ],
)
def test_an_assessment_serves_three_years(tanggal, status):
    assert hitung(asesmen_tanggal=tanggal).asesmen[0] == status


@pytest.mark.parametrize(
    ("jenis", "jp", "tercakup", "status", "kurang"),
    [
        (1, 20, 1, Status.MEMENUHI, 0),
        (1, 35, 0, Status.MEMENUHI, 0),
        (1, 19, 1, Status.BELUM, 1),
        (1, None, 1, Status.BELUM, 20),
        (1, 19, 0, Status.PERLU_VERIFIKASI, 0),
        (1, None, None, Status.PERLU_VERIFIKASI, 0),
        (2, 3, 1, Status.TIDAK_BERLAKU, 0),
    ],
)
def test_too_few_jp_is_only_known_inside_declared_coverage(jenis, jp, tercakup, status, kurang):
    hasil = hitung(jenis_pegawai=jenis, jp_tahun_ini=jp, jp_tercakup=tercakup)
    assert (hasil.jp[0], hasil.jp_kurang[0]) == (status, kurang)
