"""Readiness for the next managerial post: the target, each requirement at its edges, missing facts."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months, age
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from karier.rules.daftar import KESIAPAN_JABATAN
from karier.rules.fakta import Fakta
from karier.rules.jabatan import Pengalaman, putuskan_kesiapan, susun_promosi, syarat_jabatan
from karier.tests.orang import TMT, A, B, M, P, T
from karier.tests.orang_jabatan import SIAP_ADMINISTRATOR, SIAP_PENGAWAS, SIAP_PRATAMA, Siap, diubah
from pegawai.enums import JenisJabatan, Jenjang, TingkatPendidikan
from pegawai.rules.masa_jabatan import SETARA

SIAP = {
    Jenjang.PENGAWAS: SIAP_PENGAWAS,
    Jenjang.ADMINISTRATOR: SIAP_ADMINISTRATOR,
    Jenjang.JPT_PRATAMA: SIAP_PRATAMA,
}
# The requirements that a target has, in order; the three rows of data are fulfilled.
BERLAKU = {
    Jenjang.PENGAWAS: [T, T, M, M, T, M, T, T, M, M],
    Jenjang.ADMINISTRATOR: [T, T, M, T, M, M, T, T, M, M],
    Jenjang.JPT_PRATAMA: [T, T, M, T, M, M, M, M, M, M],
}


def aturan(tabel, nama, **sel):
    return diubah("promosi", tabel, nama, **sel)


@pytest.mark.parametrize("target", SIAP)
def test_whoever_fulfils_everything_is_ready_on_the_tmt(target):
    h = Siap(SIAP[target])
    assert (h.status, h.sasaran, h.cepat, h.kurang, h.alasan) == (M, target, TMT, 0, None)
    assert [h[b.kode] for b in KESIAPAN_JABATAN] == BERLAKU[target]


def test_the_positions_are_pinned():
    assert {b.kode: (b.posisi, int(b.kerahasiaan)) for b in KESIAPAN_JABATAN} == {
        "data_kepegawaian": (0, 1),
        "data_jabatan": (1, 1),
        "kedudukan_hukum": (2, 1),
        "pendidikan_pengawas": (3, 1),
        "pendidikan": (4, 1),
        "pengalaman_jabatan": (5, 1),
        "pengalaman_bidang": (6, 1),
        "usia": (7, 1),
        "predikat_2_tahun": (8, 1),
        "hukuman_disiplin": (9, 2),
    }


@pytest.mark.parametrize("per", [date(2023, 1, 1), date(2026, 11, 21), date(2030, 1, 1)])
def test_nothing_unverified_binds_for_a_target_of_the_run(per):
    a = aturan_per(per)
    longgar = {
        (tabel, nama)
        for tabel in ("pendidikan_minimal", "bulan_jabatan", "bulan_bidang", "usia_tertinggi")
        for nama, baris in a["promosi"].tabel(tabel).items()
        if baris["conf"] == "UNV" and Jenjang[nama] in SIAP
    }
    assert longgar == {("pendidikan_minimal", "PENGAWAS")}
    assert set(susun_promosi(a).sasaran.tolist()) == {-1, *SIAP}


# -- who aims at what -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenjang", "target"),
    [
        (Jenjang.PELAKSANA, Jenjang.PENGAWAS),
        (Jenjang.PEMULA, Jenjang.PENGAWAS),
        (Jenjang.TERAMPIL, Jenjang.PENGAWAS),
        (Jenjang.MAHIR, Jenjang.PENGAWAS),
        (Jenjang.PENYELIA, Jenjang.PENGAWAS),
        (Jenjang.AHLI_PERTAMA, Jenjang.PENGAWAS),
        (Jenjang.PENGAWAS, Jenjang.ADMINISTRATOR),
        (Jenjang.AHLI_MUDA, Jenjang.ADMINISTRATOR),
        (Jenjang.ADMINISTRATOR, Jenjang.JPT_PRATAMA),
        (Jenjang.AHLI_MADYA, Jenjang.JPT_PRATAMA),
        (Jenjang.AHLI_UTAMA, 0),
        (Jenjang.JPT_PRATAMA, 0),
        (Jenjang.JPT_MADYA, 0),
        (Jenjang.JPT_UTAMA, 0),
    ],
)
def test_the_next_managerial_post_follows_from_the_present_jenjang(jenjang, target):
    h = Siap(SIAP_PRATAMA | {"bulan_pelaksana": 48, "bulan_pengawas": 36, "jenjang": jenjang})
    assert (h.sasaran, h.status) == (target, M if target else T)


@pytest.mark.parametrize(
    "ganti",
    [
        {"jenis_pegawai": 2, "status_kepegawaian": 3},
        {"jenis_pegawai": 2, "status_kepegawaian": None},
        {"jenis_pegawai": None, "status_kepegawaian": 3},
        {"status_kepegawaian": 1},
        {"kedudukan_hukum": 2},
        {"kedudukan_hukum": 6},
    ],
)
def test_a_pppk_a_cpns_and_another_standing_are_not_judged(ganti):
    h = Siap(SIAP_PENGAWAS, **ganti)
    assert (h.status, h.sasaran, h.syarat, h.cepat) == (T, 0, 0, None)


@pytest.mark.parametrize(
    ("target", "ganti", "alasan"),
    [
        (Jenjang.PENGAWAS, {"jenis_pegawai": None}, "data_kepegawaian"),
        (Jenjang.PENGAWAS, {"status_kepegawaian": None}, "data_kepegawaian"),
        (Jenjang.PENGAWAS, {"jenjang": None}, "data_jabatan"),
        (Jenjang.PENGAWAS, {"kedudukan_hukum": None}, "kedudukan_hukum"),
        (Jenjang.ADMINISTRATOR, {"pendidikan": None}, "pendidikan"),
        (Jenjang.JPT_PRATAMA, {"tanggal_lahir": None}, "usia"),
        (Jenjang.PENGAWAS, {"predikat_1": None}, "predikat_2_tahun"),
        (Jenjang.PENGAWAS, {"predikat_2": None}, "predikat_2_tahun"),
        (Jenjang.PENGAWAS, {"disiplin_tercakup": None}, "hukuman_disiplin"),
    ],
)
def test_a_missing_fact_is_named_and_neither_passes_nor_fails(target, ganti, alasan):
    h = Siap(SIAP[target], **ganti)
    assert (h.status, h.alasan, h.cepat, h.kurang, h[alasan]) == (P, alasan, None, 0, P)


def test_a_post_whose_kind_is_unknown_is_judged_by_its_jenjang():
    assert Siap(SIAP_PENGAWAS, jenis_jabatan=None).status == M
    assert Siap(SIAP_PENGAWAS, jenis_jabatan=JenisJabatan.STRUKTURAL, jenjang=None).status == P


@pytest.mark.parametrize("target", [Jenjang.ADMINISTRATOR, Jenjang.JPT_PRATAMA])
@pytest.mark.parametrize("pendidikan", TingkatPendidikan)
def test_administrator_and_jpt_pratama_ask_for_s1_or_div(target, pendidikan):
    h = Siap(SIAP[target], pendidikan=pendidikan)
    cukup = pendidikan >= TingkatPendidikan.DIPLOMA_IV
    assert (h["pendidikan"], h["pendidikan_pengawas"]) == (M if cukup else B, T)
    assert (h.status, h.cepat) == ((M, TMT) if cukup else (B, None))


@pytest.mark.parametrize(
    ("pendidikan", "status"),
    [(TingkatPendidikan.DIPLOMA_III, M), (TingkatPendidikan.DIPLOMA_II, B), (None, P)],
)
def test_the_education_of_a_pengawas_is_shown_and_decides_nothing(pendidikan, status):
    h = Siap(SIAP_PENGAWAS, pendidikan=pendidikan)
    assert (h["pendidikan_pengawas"], h["pendidikan"], h.status, h.kurang) == (status, T, M, 0)
    a = aturan("pendidikan_minimal", "PENGAWAS", conf="V1")
    assert Siap(SIAP_PENGAWAS, a=a, pendidikan=pendidikan).status == status


# -- experience -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "fakta", "kode", "butuh"),
    [
        (Jenjang.PENGAWAS, "bulan_pelaksana", "pengalaman_jabatan", 48),
        (Jenjang.ADMINISTRATOR, "bulan_pengawas", "pengalaman_jabatan", 36),
        (Jenjang.JPT_PRATAMA, "bulan_administrator", "pengalaman_jabatan", 24),
        (Jenjang.JPT_PRATAMA, "bulan_bidang", "pengalaman_bidang", 60),
    ],
)
@pytest.mark.parametrize(
    ("lebih", "tercakup", "status"),
    [(0, 1, M), (0, None, M), (-1, 1, B), (-1, 0, P), (-1, None, P), (None, 0, P), (None, None, P)],
)
def test_enough_months_are_enough_and_too_few_fail_only_inside_coverage(
    target, fakta, kode, butuh, lebih, tercakup, status
):
    # Facts of the other levels are there and must not be taken instead.
    lain = {"bulan_pelaksana": 200, "bulan_pengawas": 200, "bulan_administrator": 200, "bulan_bidang": 200}
    bulan = None if lebih is None else butuh + lebih
    muda = {"tanggal_lahir": date(1985, 1, 1)}
    h = Siap(SIAP[target] | lain | muda, **{fakta: bulan, "jabatan_tercakup": tercakup})
    cepat = {M: TMT, P: None, B: add_months(TMT, 1)}[status]
    assert (h[kode], h.status, h.cepat) == (status, status, cepat)


@pytest.mark.parametrize(
    ("target", "fakta", "cepat"),
    [
        (Jenjang.PENGAWAS, "bulan_pelaksana", date(2030, 6, 1)),
        (Jenjang.ADMINISTRATOR, "bulan_pengawas", date(2029, 6, 1)),
        (Jenjang.JPT_PRATAMA, "bulan_administrator", date(2028, 6, 1)),
    ],
)
def test_no_post_of_the_level_in_a_complete_history_is_no_experience(target, fakta, cepat):
    h = Siap(SIAP[target] | {"tanggal_lahir": date(1985, 1, 1)}, **{fakta: None})
    assert (h.status, h.alasan, h.cepat) == (B, "pengalaman_jabatan", cepat)


@pytest.mark.parametrize("tercakup", [0, 1, None])
def test_months_in_the_field_are_unknown_until_somebody_states_them(tercakup):
    h = Siap(SIAP_PRATAMA, bulan_bidang=None, jabatan_tercakup=tercakup)
    assert (h.status, h.alasan, h.cepat) == (P, "pengalaman_bidang", None)


def test_the_history_of_posts_counts_the_jenjang_of_equal_targets_together():
    p = susun_promosi(A)
    menuju = dict(zip(SETARA, SIAP, strict=True))
    for tingkat, setara in SETARA.items():
        assert {j for j in Jenjang if p.sasaran[j] == menuju[tingkat]} == set(setara)


def test_both_experiences_count_and_the_later_date_stands():
    h = Siap(SIAP_PRATAMA, bulan_administrator=20, bulan_bidang=50, tanggal_lahir=date(1985, 1, 1))
    assert (h.status, h.alasan, h.kurang, h.cepat) == (B, "pengalaman_jabatan", 2, date(2027, 4, 1))


# -- age --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lahir", "tmt", "status"),
    [
        (date(1969, 6, 2), date(2026, 6, 1), M),
        (date(1969, 6, 1), date(2026, 6, 1), B),
        (date(1969, 5, 31), date(2026, 6, 1), B),
        (date(1970, 6, 1), date(2026, 6, 1), M),
        (date(1972, 2, 29), date(2029, 2, 28), M),
        (date(1972, 2, 29), date(2029, 3, 1), B),
        (date(1971, 2, 28), date(2028, 2, 28), B),
        (date(1971, 3, 1), date(2028, 2, 29), M),
    ],
)
def test_the_age_is_whole_years_up_to_the_day_before_the_57th_birthday(lahir, tmt, status):
    h = Siap(SIAP_PRATAMA, tmt, tanggal_lahir=lahir)
    assert (h["usia"], h.status, h.cepat) == (status, status, tmt if status is M else None)


@given(st.dates(date(1950, 1, 1), date(2000, 12, 31)), st.dates(date(2023, 1, 1), date(2060, 12, 31)))
def test_the_age_agrees_with_the_calendar(lahir, tmt):
    assert Siap(SIAP_PRATAMA, tmt, tanggal_lahir=lahir)["usia"] is (M if age(lahir, tmt) <= 56 else B)


@pytest.mark.parametrize(
    ("lahir", "cepat"),
    [(date(1969, 8, 2), date(2026, 8, 1)), (date(1969, 8, 1), None), (date(1969, 7, 15), None)],
)
def test_no_date_is_promised_on_which_the_person_is_too_old(lahir, cepat):
    h = Siap(SIAP_PRATAMA, bulan_administrator=22, tanggal_lahir=lahir)
    assert (h.status, h.alasan, h["usia"], h.cepat) == (B, "pengalaman_jabatan", M, cepat)


@pytest.mark.parametrize("target", [Jenjang.PENGAWAS, Jenjang.ADMINISTRATOR])
def test_the_other_targets_have_no_age_limit(target):
    h = Siap(SIAP[target], tanggal_lahir=date(1950, 1, 1))
    assert (h.status, h["usia"], h.cepat) == (M, T, TMT)


# -- shape ------------------------------------------------------------------------------------


def test_the_numbers_come_from_the_file():
    assert Siap(SIAP_PENGAWAS, a=aturan("bulan_jabatan", "PENGAWAS", nilai=49)).cepat == date(2026, 7, 1)
    assert Siap(SIAP_PENGAWAS, a=aturan("angka", "predikat_minimal", nilai="SANGAT_BAIK")).status == B
    assert Siap(SIAP_PENGAWAS, a=aturan("angka", "kedudukan_aktif", nilai="CLTN")).status == T
    longgar = aturan("angka", "hukuman_memblokir", nilai=False)
    assert Siap(SIAP_PENGAWAS, a=longgar, hukdis_sampai=TMT).status == M
    with pytest.raises(DomainError, match="tahun_predikat dengan 1") as salah:
        susun_promosi(aturan("angka", "tahun_predikat", nilai=1))
    assert salah.value.kode == "aturan_belum_didukung"


def test_a_target_whose_experience_no_fact_tells_is_refused():
    pesan = r"mengisi sasaran dengan JPT_MADYA\. .*dengan PENGAWAS, ADMINISTRATOR, JPT_PRATAMA\."
    with pytest.raises(DomainError, match=pesan):
        susun_promosi(aturan("sasaran", "JPT_PRATAMA", conf="V1"))


def test_a_target_that_asks_for_less_leaves_the_rest_out():
    f, sasaran = Fakta.satu(**SIAP_PRATAMA), Kolom.satu(Jenjang.JPT_UTAMA)
    kosong = Pengalaman(Kolom.satu(0), Kolom.satu(119))
    syarat = {s.kode: int(s.status[0]) for s in syarat_jabatan(f, A, sasaran, kosong, tmt=TMT)}
    assert (syarat["pengalaman_jabatan"], syarat["pengalaman_bidang"], syarat["usia"]) == (T, B, M)


def test_a_batch_judges_each_as_alone_and_needs_nobody():
    h = putuskan_kesiapan(Fakta.dari_baris([*SIAP.values(), SIAP_PENGAWAS | {"jenjang": None}]), A, tmt=TMT)
    assert h.sasaran.tolist() == [*SIAP, 0]
    assert h.status.tolist() == [M, M, M, P]
    assert np.isnat(h.paling_cepat).tolist() == [False, False, False, True]
    assert len(putuskan_kesiapan(Fakta.dari_baris([]), A, tmt=TMT)) == 0


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([3, 4, 5]))
def test_more_experience_never_harms(bulan, lebih, predikat):
    sedikit = Siap(SIAP_PENGAWAS, bulan_pelaksana=bulan, predikat_1=predikat)
    banyak = Siap(SIAP_PENGAWAS, bulan_pelaksana=bulan + lebih, predikat_1=predikat)
    assert (banyak.status, banyak.kurang, banyak.cepat) <= (sedikit.status, sedikit.kurang, sedikit.cepat)
