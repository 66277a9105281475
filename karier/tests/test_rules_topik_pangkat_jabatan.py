"""Calculators of kenaikan pangkat: posts that are named or not, and whatever else may be asked."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import TAK_DIISI, MasukanSalah
from karier.rules.penyesuaian import susun_penyesuaian
from karier.rules.topik.orang_pangkat import is_bebas, menurut_awal, menurut_plafon
from karier.tests.test_rules_topik_pangkat import MENURUT_KODE, PER, tanya
from pegawai.enums import JenisUjian, TingkatPendidikan
from pegawai.rules.ijazah import baca_ijazah

A = aturan_per(PER)
LAMA = aturan_per(date(2026, 11, 21))
TK1, TK2 = JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II


# -- jabatan fungsional -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "kebutuhan", "golongan"),
    [
        ({"jenjang": "Ahli Muda", "ak": 1}, 100, None),
        ({"jenjang": "Ahli Muda", "golongan": "III/c", "ak": 1}, 100, "III/c"),
        ({"golongan": "IV/d", "ak": 1}, 200, "IV/d"),
        ({"golongan": "II/b", "ak": 1}, 20, "II/b"),
        ({"target": "III/b", "ak": 1}, 50, "III/a"),
        ({"golongan": "III/c", "ak": 1, "kebutuhan": 50}, 50, "III/c"),
        ({"ak": 1}, 50, None),
        ({"golongan": "III/b", "ak": 1}, None, "III/b"),
    ],
)
def test_the_need_is_that_of_the_post_or_the_one_that_was_named(isi, kebutuhan, golongan):
    hasil = tanya("kp_jf", **isi)
    assert (hasil["kebutuhan"], hasil["golongan"]) == (kebutuhan, golongan)


_GOLONGAN = st.sampled_from([f"{n}/{r}" for n in ("II", "III", "IV") for r in "abcd"] + ["IV/e"])
_JENJANG = st.sampled_from(["Terampil", "Penyelia", "Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama"])


@given(
    st.integers(0, 300),
    st.integers(1, 300),
    st.fixed_dictionaries({}, optional={"golongan": _GOLONGAN, "target": _GOLONGAN, "jenjang": _JENJANG}),
)
@settings(max_examples=300, deadline=None)
def test_what_is_short_of_a_named_need_never_passes(ak, butuh, isi):
    hasil = tanya("kp_jf", **isi, ak=ak, kebutuhan=butuh)
    if "error" not in hasil and ak < butuh:
        assert hasil["status"] != "MEMENUHI"
        assert hasil["kekurangan"] == butuh - ak


@given(st.integers(0, 20_000), st.integers(1, 20_000))
@settings(max_examples=100, deadline=None)
def test_enough_is_enough_to_the_thousandth(ak, butuh):
    hasil = tanya("kp_jf", ak=Decimal(ak) / 1000, kebutuhan=Decimal(butuh) / 1000)
    assert hasil["memenuhi"] is (ak >= butuh)
    assert (hasil["kekurangan"] > 0) is (ak < butuh)
    assert (hasil["kelebihan"] > 0) is (ak > butuh)


def test_an_unknown_sum_has_no_distance():
    hasil = tanya("kp_jf", ak=None, kebutuhan=50)
    assert (hasil["kebutuhan"], hasil["kekurangan"], hasil["kelebihan"]) == (50, None, None)
    assert tanya("kp_jf", kebutuhan=50)["kekurangan"] is None


# -- struktural -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "status", "target"),
    [
        ({"golongan": "IV/b", "bulan_pangkat": 48}, "MEMENUHI", "IV/c"),
        ({"golongan": "IV/b", "bulan_pangkat": 47}, "BELUM", "IV/c"),
        ({"golongan": "III/a", "bulan_pangkat": 48}, "MEMENUHI", "III/b"),
        ({"golongan": "III/a", "bulan_pangkat": 12}, "BELUM", "III/b"),
        ({"golongan": "II/a", "bulan_pangkat": 12}, "MEMENUHI", "II/b"),
        ({"jenjang": "JPT Pratama", "golongan": "IV/a", "bulan_pangkat": 12}, "MEMENUHI", "IV/b"),
        ({"jenjang": "JPT Pratama", "golongan": "IV/d", "bulan_pangkat": 48}, "BELUM", "IV/e"),
        ({"eselon": "II.a"}, "MEMENUHI", None),
        ({"jenjang": "Ahli Muda", "golongan": "III/c", "bulan_pangkat": 48}, "PERLU_VERIFIKASI", "III/d"),
        ({"jenjang": "Ahli Muda"}, "PERLU_VERIFIKASI", None),
    ],
)
def test_a_post_that_is_not_named_is_one_that_holds_the_golongan(isi, status, target):
    hasil = tanya("kp_struktural", **isi)
    assert (hasil["status"], hasil["golongan_target"]) == (status, target)


@pytest.mark.parametrize(
    ("letak", "golongan"),
    [
        ("satu tingkat di bawah jenjang", "III/b"),
        ("1 tingkat di bawah pangkat terendah", "III/b"),
        ("dua tingkat di bawah jenjang", "III/a"),
        ("lebih dari satu tingkat di bawah jenjang", "III/a"),
        ("3 tingkat di bawah", "III/a"),
        ("sudah di batas bawah jenjang", "III/c"),
        ("Pangkat terendah jenjang", "III/c"),
        ("dalam rentang jabatan", "III/c"),
        ("sudah di batas atas jenjang", "III/d"),
        ("tertinggi", "III/d"),
    ],
)
def test_where_a_pangkat_lies_is_read_from_words(letak, golongan):
    assert tanya("kp_struktural", pangkat=letak, eselon="IV.a")["golongan"] == golongan
    # Without the post the words place nobody.
    assert tanya("kp_struktural", pangkat=letak)["golongan"] is None
    assert tanya("kp_struktural", pangkat=letak, golongan="III/d")["golongan"] == "III/d"


def test_before_the_path_was_built_there_is_no_answer():
    lama = Aturan({k: A[k] for k in A.versi() if k != "kp_struktural"}, "uji")
    hasil = MENURUT_KODE["kp_struktural"].jawab({"tahun_pangkat": 4}, lambda _: lama, PER)
    assert hasil["kode"] == "aturan_belum_ada"


def test_the_earliest_tmt_of_a_path_asks_only_what_the_path_knows():
    isi = {"tmt_pangkat": "2024-05-01", "tmt_jabatan": "2026-01-01", "golongan": "III/b", "eselon": "IV.a"}
    hasil = [tanya("kp_tmt_tercepat", jenis=j, **isi)["tmt_tercepat"] for j in ("reguler", "struktural")]
    assert hasil == ["2028-05-01", "2027-01-01"]
    tolak = tanya("kp_tmt_tercepat", jenis="jf", jenjang="Ahli Pertama", **isi)
    assert (tolak["kode"], "naik jenjang" in tolak["error"]) == ("tanpa_tanggal", True)


# -- an ijazah with a name of its own ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "plafon", "awal"),
    [
        ("Dokter", TingkatPendidikan.S2, TingkatPendidikan.S2),
        ("Apoteker", TingkatPendidikan.S2, TingkatPendidikan.S2),
        ("SGPLB", TingkatPendidikan.DIPLOMA_III, TingkatPendidikan.DIPLOMA_II),
        ("Ners", TingkatPendidikan.PROFESI, TingkatPendidikan.PROFESI),
        ("S1", TingkatPendidikan.S1, TingkatPendidikan.S1),
    ],
)
def test_it_is_judged_like_the_level_with_the_same_verified_numbers(teks, plafon, awal):
    ijazah = baca_ijazah(teks)
    assert menurut_plafon(ijazah, A) == plafon
    assert menurut_awal(ijazah, susun_penyesuaian(A).awal, A) == awal


def test_under_the_wider_reading_a_dokter_is_of_their_own_level():
    assert menurut_plafon(baca_ijazah("Dokter"), LAMA) == TingkatPendidikan.PROFESI


@pytest.mark.parametrize(("nilai", "level"), [(TAK_DIISI, TingkatPendidikan.S3), (None, None)])
def test_an_ijazah_that_was_left_out_is_the_highest_and_an_unknown_one_is_missing(nilai, level):
    assert menurut_plafon(nilai, A) == menurut_awal(nilai, susun_penyesuaian(A).awal, A) == level


@pytest.mark.parametrize(
    ("teks", "ujian", "bebas"),
    [
        ("S1", TK1, (True, False)),
        ("S1", TK2, (False, True)),
        ("S2", TK2, (True, True)),
        ("S3", TK2, (True, False)),
        ("SLTA", TK1, (False, True)),
        ("Dokter", TK1, (True, False)),
        ("Dokter", TK2, (True, True)),
        ("SGPLB", TK2, (False, True)),
        ("Ners", TK2, (True, False)),
    ],
)
def test_what_exempts_and_whether_that_is_verified(teks, ujian, bebas):
    assert is_bebas(baca_ijazah(teks), ujian, A) == bebas


# -- whatever is asked ------------------------------------------------------------------------------

_NILAI = {
    "tmt_pangkat": st.sampled_from(["2022-04-01", "1945-01-01", "2200-12-31", None]),
    "tmt_usul": st.sampled_from(["2026-04-01", "2200-12-31", "2024-02-01"]),
    "predikat": st.sampled_from([["BAIK", "BAIK"], "SB", [None], ["BP", "BAIK", None]]),
    "golongan": st.sampled_from(["I/a", "II/d", "III/d", "IV/e", None]),
    "ijazah": st.sampled_from(["SD", "S1", "Dokter", "SGPLB", "Ners", "Spesialis", None]),
    "tahun_pangkat": st.sampled_from([0, 3, 60, None]),
    "hukdis": st.sampled_from(["RINGAN", "BERAT", None]),
    "kedudukan_hukum": st.sampled_from(["CLTN", "Aktif", "15", None]),
    "dalam_pemeriksaan_disiplin": st.sampled_from([True, False, None]),
}


@given(st.sampled_from(["kp_reguler", "kp_penyesuaian_ijazah"]), st.fixed_dictionaries({}, optional=_NILAI))
@settings(max_examples=150, deadline=None)
def test_every_question_has_an_answer_and_a_missing_fact_never_passes(kode, isi):
    hasil = tanya(kode, **(isi or {"golongan": "III/a"}))
    json.dumps(hasil)
    wajib = ("predikat", "kedudukan_hukum", "dalam_pemeriksaan_disiplin")
    if any(isi.get(n, "") is None for n in wajib):
        assert hasil.get("status") != "MEMENUHI"


@pytest.mark.parametrize(
    ("kode", "isi", "bidang"),
    [
        ("kp_reguler", {"tmt_pangkat": "1944-12-31"}, "tmt_pangkat"),
        ("kp_reguler", {"tmt_pangkat": "3000-01-01"}, "tmt_pangkat"),
        ("kp_reguler", {"predikat": ["BAIK"] * 4}, "predikat"),
        ("kp_reguler", {"predikat": ["lumayan"]}, "predikat"),
        ("kp_reguler", {"hukdis": True}, "hukdis"),
        ("kp_reguler", {"ujian_dinas": "Tk III"}, "ujian_dinas"),
        ("kp_struktural", {"pangkat": "sedang"}, "pangkat"),
        ("kp_tmt_tercepat", {"tanggal": []}, "tanggal"),
        ("kp_ujian_dinas_bebas_tk_i", {"kualifikasi": "PIM V"}, "kualifikasi"),
    ],
)
def test_an_input_that_cannot_be_read_is_named(kode, isi, bidang):
    with pytest.raises(MasukanSalah) as salah:
        tanya(kode, **isi)
    assert list(salah.value.rincian) == [bidang]
    assert isinstance(salah.value, DomainError)
