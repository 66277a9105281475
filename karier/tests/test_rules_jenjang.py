"""Kenaikan jenjang: who is judged, each requirement at its edges, and who only waits for a post."""

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.errors import DomainError
from karier.rules.daftar import KENAIKAN_JENJANG
from karier.rules.fakta import Fakta
from karier.rules.jenjang import menunggu_kebutuhan, putuskan_jenjang, susun_jenjang, syarat_jenjang
from karier.tests.orang import PELAKSANA, TMT, A, B, M, P, T
from karier.tests.orang_jabatan import SIAP_JENJANG, diubah, naik
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.rules.golongan import urut_pns


def aturan(nama, **sel):
    return diubah("kenaikan_jenjang", "angka", nama, **sel)


def test_whoever_fulfils_everything_is_ready_for_the_next_jenjang_on_the_tmt():
    h = naik()
    assert (h.status, h.sasaran, h.cepat, h.kurang, h.alasan) == (M, Jenjang.AHLI_MUDA, TMT, 0, None)
    assert [h[b.kode] for b in KENAIKAN_JENJANG] == [T, T, T, M, M, M, M, M, M]


def test_the_positions_are_pinned():
    assert {b.kode: (b.posisi, int(b.kerahasiaan)) for b in KENAIKAN_JENJANG} == {
        "data_kepegawaian": (0, 1),
        "data_jabatan": (1, 1),
        "data_golongan": (2, 1),
        "kedudukan_hukum": (3, 1),
        "ak_kumulatif_jenjang": (4, 1),
        "predikat_1_tahun": (5, 1),
        "uji_kompetensi": (6, 2),
        "hukuman_disiplin": (7, 2),
        "kebutuhan_jabatan": (8, 1),
    }


# -- who is judged ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ganti",
    [
        {"jenis_pegawai": 2, "status_kepegawaian": 3},
        {"status_kepegawaian": 1},
        {"kedudukan_hukum": 2},
        {"kedudukan_hukum": 3},
        {"kedudukan_hukum": 99},
        {"jenis_jabatan": JenisJabatan.PELAKSANA, "jenjang": Jenjang.PELAKSANA},
        {"jenis_jabatan": JenisJabatan.STRUKTURAL, "jenjang": Jenjang.PENGAWAS},
        {"jenjang": Jenjang.PENYELIA, "golongan": urut_pns("III/d")},
        {"jenjang": Jenjang.AHLI_UTAMA, "golongan": urut_pns("IV/e")},
    ],
    ids=["pppk", "cpns", "cltn", "belajar", "lain", "pelaksana", "struktural", "penyelia", "ahli utama"],
)
def test_who_cannot_rise_to_a_next_jenjang_is_not_judged(ganti):
    h = naik(**ganti)
    assert (h.status, h.sasaran, h.cepat, h.syarat, h.alasan) == (T, 0, None, 0, None)
    assert not menunggu_kebutuhan(h.satu, A)


@pytest.mark.parametrize(
    ("ganti", "alasan"),
    [
        ({"jenis_pegawai": None}, "data_kepegawaian"),
        ({"status_kepegawaian": None}, "data_kepegawaian"),
        ({"jenis_jabatan": None}, "data_jabatan"),
        ({"jenjang": None}, "data_jabatan"),
        ({"jenjang": Jenjang.PENGAWAS}, "data_jabatan"),
        ({"golongan": None}, "data_golongan"),
        ({"kedudukan_hukum": None}, "kedudukan_hukum"),
        ({"ak_sah": None}, "ak_kumulatif_jenjang"),
        ({"golongan": urut_pns("III/c")}, "ak_kumulatif_jenjang"),
        ({"predikat_1": None}, "predikat_1_tahun"),
        ({"ukom_tanggal": None, "ujian_tercakup": 0}, "uji_kompetensi"),
        ({"tmt_jabatan": None}, "uji_kompetensi"),
        ({"lowongan": None}, "kebutuhan_jabatan"),
    ],
)
def test_a_missing_fact_is_named_and_neither_passes_nor_fails(ganti, alasan):
    h = naik(**ganti)
    assert (h.status, h.alasan, h.cepat, h.kurang, h[alasan]) == (P, alasan, None, 0, P)


def test_without_a_jenjang_there_is_no_target():
    assert naik(jenjang=None).sasaran == 0


def test_a_structural_post_without_jenjang_is_no_matter_of_kenaikan_jenjang():
    assert naik(jenis_jabatan=JenisJabatan.STRUKTURAL, jenjang=None).status == T


@pytest.mark.parametrize(
    ("jenjang", "golongan", "butuh", "sasaran"),
    [
        (Jenjang.PEMULA, "II/a", 1500, Jenjang.TERAMPIL),
        (Jenjang.TERAMPIL, "II/b", 6000, Jenjang.MAHIR),
        (Jenjang.MAHIR, "III/a", 10000, Jenjang.PENYELIA),
        (Jenjang.AHLI_PERTAMA, "III/a", 10000, Jenjang.AHLI_MUDA),
        (Jenjang.AHLI_PERTAMA, "III/b", 5000, Jenjang.AHLI_MUDA),
        (Jenjang.AHLI_MUDA, "III/c", 20000, Jenjang.AHLI_MADYA),
        (Jenjang.AHLI_MUDA, "III/d", 10000, Jenjang.AHLI_MADYA),
        (Jenjang.AHLI_MADYA, "IV/a", 45000, Jenjang.AHLI_UTAMA),
        (Jenjang.AHLI_MADYA, "IV/c", 15000, Jenjang.AHLI_UTAMA),
    ],
)
def test_the_balance_and_what_earlier_pangkat_used_fill_the_need_of_the_jenjang(
    jenjang, golongan, butuh, sasaran
):
    dasar = {"jenjang": jenjang, "golongan": urut_pns(golongan)}
    cukup, kurang = naik(**dasar, ak_sah=butuh), naik(**dasar, ak_sah=butuh - 1)
    assert (cukup.status, cukup.sasaran) == (M, sasaran)
    assert (kurang.status, kurang.alasan, kurang.kurang) == (B, "ak_kumulatif_jenjang", 1)


@pytest.mark.parametrize(
    ("sah", "draf", "p1", "cepat"),
    [
        (4999, 1, 4, TMT),
        (4999, None, 4, date(2027, 3, 1)),
        (3750, None, 4, date(2027, 3, 1)),
        (3749, 0, 4, date(2028, 3, 1)),
        (3000, 750, 4, date(2027, 3, 1)),
    ],
)
def test_drafts_do_not_count_but_tell_how_near_it_is(sah, draf, p1, cepat):
    h = naik(ak_sah=sah, ak_draf=draf, predikat_1=p1)
    assert (h["ak_kumulatif_jenjang"], h.status, h.cepat) == (B, B, cepat)


@given(st.integers(0, 20_000), st.sampled_from(["III/a", "III/b"]))
def test_the_judgement_agrees_with_fractions(sah, golongan):
    terpakai = Fraction(50) if golongan == "III/b" else Fraction(0)
    cukup = Fraction(sah, 100) + terpakai >= Fraction(100)
    assert naik(ak_sah=sah, golongan=urut_pns(golongan))["ak_kumulatif_jenjang"] is (M if cukup else B)


# -- uji kompetensi and discipline ------------------------------------------------------------


@pytest.mark.parametrize(
    ("lulus", "tmt", "tercakup", "status"),
    [
        (date(2022, 6, 1), date(2022, 6, 1), 1, M),
        (date(2022, 6, 1), date(2022, 6, 1), None, M),
        (date(2022, 5, 31), date(2022, 6, 1), 1, B),
        (date(2022, 5, 31), date(2022, 6, 1), 0, P),
        (date(2022, 5, 31), None, 1, P),
        (None, date(2022, 6, 1), 1, B),
        (None, None, 1, B),
        (None, date(2022, 6, 1), None, P),
    ],
)
def test_a_pass_counts_from_the_tmt_of_the_present_post(lulus, tmt, tercakup, status):
    h = naik(ukom_tanggal=lulus, tmt_jabatan=tmt, ujian_tercakup=tercakup)
    assert (h["uji_kompetensi"], h.status, h.cepat) == (status, status, TMT if status is M else None)


def test_any_pass_counts_where_the_file_says_so():
    a = aturan("uji_kompetensi_sejak_tmt_jabatan", nilai=False)
    assert naik(a=a, ukom_tanggal=date(2001, 1, 1))["uji_kompetensi"] is M
    assert naik(a=a, ukom_tanggal=date(2001, 1, 1), tmt_jabatan=None)["uji_kompetensi"] is M
    assert naik(a=a, ukom_tanggal=None)["uji_kompetensi"] is B


def test_an_exam_that_the_law_no_longer_asks_for_does_not_decide():
    assert naik(a=aturan("uji_kompetensi", nilai=False), ukom_tanggal=None).status == M


@pytest.mark.parametrize(
    ("ganti", "status"),
    [
        ({"hukdis_sampai": TMT}, B),
        ({"hukdis_sampai": date(2026, 5, 31)}, M),
        ({"kedudukan_hukum": 7}, B),
        ({"disiplin_tercakup": 0}, P),
    ],
)
def test_a_penalty_is_shown_and_decides_nothing(ganti, status):
    h = naik(**ganti)
    assert (h["hukuman_disiplin"], h.status, h.kurang, h["kedudukan_hukum"]) == (status, M, 0, M)


def test_a_verified_rule_on_penalties_would_decide():
    a = aturan("hukuman_memblokir", conf="V1")
    h = naik(a=a, hukdis_sampai=date(2026, 12, 31))
    assert (h.status, h.alasan, h.cepat) == (B, "hukuman_disiplin", date(2027, 1, 1))
    assert menunggu_kebutuhan(naik(a=a, lowongan=0).satu, a)
    assert not menunggu_kebutuhan(naik(a=a, lowongan=0, hukdis_sampai=TMT).satu, a)


# -- the post ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("lowongan", "status"), [(0, B), (1, M), (2, M), (None, P)])
def test_one_vacant_post_is_enough(lowongan, status):
    h = naik(lowongan=lowongan)
    assert (h["kebutuhan_jabatan"], h.status) == (status, status)


@pytest.mark.parametrize("lowongan", [0, None])
@pytest.mark.parametrize(
    ("ganti", "menunggu"),
    [
        ({}, True),
        ({"hukdis_sampai": TMT}, True),
        ({"disiplin_tercakup": None}, True),
        ({"ak_sah": 4999}, False),
        ({"ak_sah": None}, False),
        ({"predikat_1": 3}, False),
        ({"ukom_tanggal": None}, False),
        ({"ukom_tanggal": None, "ujian_tercakup": 0}, False),
        ({"kedudukan_hukum": None}, False),
        ({"golongan": None}, False),
    ],
)
def test_only_who_fulfils_the_rest_waits_for_a_post(lowongan, ganti, menunggu):
    assert menunggu_kebutuhan(naik(lowongan=lowongan, **ganti).satu, A) is menunggu


def test_who_has_a_post_waits_for_none():
    assert not menunggu_kebutuhan(naik().satu, A)


# -- shape ------------------------------------------------------------------------------------


def test_a_batch_judges_each_as_alone_and_needs_nobody():
    orang = [SIAP_JENJANG, SIAP_JENJANG | {"lowongan": 0}, PELAKSANA, SIAP_JENJANG | {"jenjang": None}]
    h = putuskan_jenjang(Fakta.dari_baris(orang), A, tmt=TMT)
    assert h.status.tolist() == [M, B, T, P]
    assert h.alasan.tolist() == [-1, 8, -1, 1]
    assert len(putuskan_jenjang(Fakta.dari_baris([]), A, tmt=TMT)) == 0


def test_every_requirement_has_its_position_once():
    kode = [s.kode for s in syarat_jenjang(Fakta.satu(**SIAP_JENJANG), A, tmt=TMT)]
    assert kode == [b.kode for b in KENAIKAN_JENJANG]


@pytest.mark.lambat
@given(st.integers(0, 6000), st.integers(0, 6000), st.sampled_from([3, 4, 5]), st.integers(0, 2))
def test_more_never_harms(sah, lebih, predikat, lowongan):
    sedikit = naik(ak_sah=sah, predikat_1=predikat, lowongan=lowongan)
    banyak = naik(ak_sah=sah + lebih, predikat_1=5, lowongan=lowongan + 1)
    assert banyak.status <= sedikit.status
    assert banyak.kurang <= sedikit.kurang
    assert np.datetime64(banyak.cepat or date.max) <= np.datetime64(sedikit.cepat or date.max)


def test_a_number_of_years_the_rule_cannot_judge_is_refused():
    with pytest.raises(DomainError) as salah:
        susun_jenjang(aturan("tahun_predikat", nilai=2))
    assert salah.value.kode == "aturan_belum_didukung"
    assert salah.value.pesan == (
        "Berkas aturan 'kenaikan_jenjang' mulai 2023-01-01 mengisi tahun_predikat dengan 2. "
        "Sistem baru dapat menghitung dengan 1."
    )
    assert salah.value.tindakan.startswith("Minta pengelola sistem memperbarui perhitungan")


def test_the_numbers_come_from_the_file():
    assert naik(a=aturan("predikat_minimal", nilai="SANGAT_BAIK"))["predikat_1_tahun"] is B
    assert naik(a=aturan("lowongan_minimal", nilai=2))["kebutuhan_jabatan"] is B
    assert naik(a=aturan("kedudukan_aktif", nilai="CLTN")).status == T
