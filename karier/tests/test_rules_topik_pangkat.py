"""Calculators of kenaikan pangkat: our own cases, and what a table of cases cannot say."""

import json
from datetime import date
from decimal import Decimal

import pytest

from asn_karier.lib.aturan import AKAR, aturan_per
from karier.rules.topik.pangkat import TOPIK
from karier.tests.orang import aturan_lain

PER = date(2026, 11, 28)
MENURUT_KODE = {t.kode: t for t in TOPIK}
BERKAS = AKAR / "kasus" / "pangkat.json"
KASUS = json.loads(BERKAS.read_text(encoding="utf-8"), parse_float=Decimal)
BEBAS = ("alasan", "error", "catatan")


def tanya(kode, per=PER, /, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, per)


def test_every_topic_has_its_cases_and_no_number_stands_twice():
    assert len({k["id"] for k in KASUS}) == len(KASUS)
    assert {k["topic"] for k in KASUS} == set(MENURUT_KODE)


@pytest.mark.parametrize("kasus", [pytest.param(k, id=k["id"]) for k in KASUS])
def test_a_case_of_ours(kasus):
    hasil = MENURUT_KODE[kasus["topic"]].jawab(kasus["input"], aturan_per, PER)
    for kunci, harap in kasus["expected"].items():
        if kunci in BEBAS:
            assert bool(hasil[kunci]) is bool(harap), (kunci, hasil)
        elif isinstance(harap, Decimal):
            assert Decimal(str(hasil[kunci])) == harap
        else:
            assert hasil[kunci] == harap, (kunci, hasil)


# -- what was not asked, what is unknown ------------------------------------------------------------


def test_what_is_not_asked_about_counts_as_fulfilled_and_is_named():
    hasil = tanya("kp_reguler", golongan="II/d", ijazah="SMA")
    assert (hasil["status"], hasil["memenuhi"], hasil["kurang"]) == ("MEMENUHI", True, 0)
    assert hasil["catatan"].endswith(
        "Dianggap terpenuhi karena tidak diisi: masa pangkat, predikat 2 tahun, hukuman disiplin, "
        "pemeriksaan disiplin, dan ujian dinas."
    )
    assert hasil["syarat"] == {"kedudukan_hukum": "MEMENUHI", "pangkat_tertinggi": "MEMENUHI"}


@pytest.mark.parametrize(
    ("kode", "isi", "hilang"),
    [
        ("kp_reguler", {"predikat": None}, "predikat_2_tahun"),
        ("kp_reguler", {"tahun_pangkat": None}, "masa_pangkat"),
        ("kp_reguler", {"bulan_pangkat": None}, "masa_pangkat"),
        ("kp_reguler", {"golongan": None}, "data_golongan"),
        ("kp_reguler", {"golongan": None, "target": "III/b"}, "data_golongan"),
        ("kp_reguler", {"kedudukan_hukum": None}, "kedudukan_hukum"),
        ("kp_reguler", {"ijazah": None}, "pangkat_tertinggi"),
        ("kp_reguler", {"golongan": "II/d", "ijazah": "SMA", "ujian_dinas": None}, "ujian_dinas"),
        ("kp_reguler", {"hukdis_sampai": None}, "hukuman_disiplin"),
        ("kp_reguler", {"sedang_dijalani": True}, "hukuman_disiplin"),
        ("kp_reguler", {"hukdis": "B", "hukdis_sampai": None}, "hukuman_disiplin"),
        ("kp_jf", {"jenjang": None, "golongan": "III/a", "ak": 50}, "angka_kredit"),
        ("kp_jf", {"golongan": None, "ak": 50, "kebutuhan": 50}, "data_golongan"),
        ("kp_struktural", {"pangkat": None, "tahun_pangkat": 4}, "data_golongan"),
        ("kp_struktural", {"jenjang": None, "golongan": "III/a"}, "pangkat_dalam_rentang_jabatan"),
        ("kp_penyesuaian_ijazah", {"golongan": None}, "data_golongan"),
        ("kp_penyesuaian_ijazah", {"ijazah": "S1", "upkp": None}, "upkp"),
        ("kp_penyesuaian_ijazah", {"ijazah": "S1", "predikat": [None]}, "predikat_1_tahun"),
    ],
)
def test_a_null_is_a_missing_fact_and_needs_checking(kode, isi, hilang):
    hasil = tanya(kode, **isi)
    assert (hasil["status"], hasil["memenuhi"]) == ("PERLU_VERIFIKASI", None)
    assert hasil["syarat"][hilang] == "PERLU_VERIFIKASI"
    assert f"Belum diketahui: {hilang.replace('_', ' ')}." in hasil["alasan"]


def test_a_penalty_that_is_not_served_any_more_needs_no_level():
    assert tanya("kp_blokir_hukdis", hukdis=None, sedang_dijalani=False)["status"] == "MEMENUHI"
    assert tanya("kp_blokir_hukdis", hukdis=False)["status"] == "MEMENUHI"


def test_a_last_day_alone_is_that_of_a_penalty_that_blocks():
    hasil = tanya("kp_reguler", tmt_usul="2026-10-01", hukdis_sampai="2026-12-31")
    assert (hasil["status"], hasil["tmt_tercepat"]) == ("BELUM", "2027-01-01")
    assert tanya("kp_reguler", tmt_usul="2027-01-01", hukdis_sampai="2026-12-31")["status"] == "MEMENUHI"


def test_an_unknown_examination_says_nothing_of_the_penalty_when_nobody_asked():
    hasil = tanya("kp_blokir_proses_disiplin", dalam_pemeriksaan_disiplin=None)
    assert hasil["syarat"] == {"kedudukan_hukum": "MEMENUHI", "pemeriksaan_disiplin": "PERLU_VERIFIKASI"}


def test_a_latest_year_that_is_unknown_is_not_replaced_in_the_first_months():
    diketahui = tanya("kp_reguler", tmt_usul="2026-02-01", predikat=["BAIK", "BAIK"])
    hilang = tanya("kp_reguler", tmt_usul="2026-02-01", predikat=["BAIK", None])
    tiga = tanya("kp_reguler", tmt_usul="2026-02-01", predikat=["BAIK", "KURANG", "BAIK"])
    assert [h["status"] for h in (diketahui, hilang, tiga)] == ["MEMENUHI", "PERLU_VERIFIKASI", "BELUM"]


# -- for which TMT ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "tmt", "catatan"),
    [
        ({"tmt_usul": "2026-10-01"}, "2026-10-01", ""),
        (
            {"tmt_usul": "2026-10-02"},
            "2026-11-01",
            "2 Oktober 2026 bukan periode: dinilai untuk TMT 1 November 2026.",
        ),
        (
            {"tmt_pangkat": "2022-04-15"},
            "2026-05-01",
            "TMT usul tidak diisi: dinilai untuk TMT 1 Mei 2026, saat masanya terpenuhi.",
        ),
        ({"tahun_pangkat": 4}, None, "TMT usul tidak diisi: yang dinilai lamanya, bukan tanggalnya."),
    ],
)
def test_the_tmt_that_is_judged_is_said(isi, tmt, catatan):
    hasil = tanya("kp_reguler", **isi)
    assert (hasil["tmt_dinilai"], hasil["tmt_tercepat"]) == (tmt, tmt)
    assert hasil["catatan"].startswith(catatan)


def test_a_time_that_never_ends_is_judged_at_the_first_period():
    hasil = tanya(
        "kp_struktural", eselon="II.a", golongan="III/a", tmt_pangkat="2026-04-15", tmt_jabatan=None
    )
    assert (hasil["status"], hasil["tmt_dinilai"], hasil["tmt_tercepat"]) == ("BELUM", "2026-05-01", None)


def test_the_law_is_that_of_the_tmt():
    lama = tanya("kp_reguler", tmt_usul="2025-05-01", tmt_pangkat="2021-05-01")
    assert (lama["tmt_dinilai"], lama["catatan"][:16]) == ("2025-06-01", "1 Mei 2025 bukan")
    belum = tanya("kp_reguler", tmt_usul="2020-04-01")
    assert belum["kode"] == "aturan_belum_ada"


def test_months_are_counted_only_where_time_alone_is_short():
    waktu = tanya("kp_reguler", bulan_pangkat=40)
    predikat = tanya("kp_reguler", bulan_pangkat=40, predikat=["BAIK", "KURANG"])
    ujian = tanya("kp_reguler", bulan_pangkat=40, golongan="II/d", ijazah="SMA", ujian_dinas=False)
    assert [h["bulan_lagi"] for h in (waktu, predikat, ujian)] == [8, None, None]
    assert tanya("kp_reguler", tmt_usul="2026-10-01", predikat=["BAIK", "KURANG"])["bulan_lagi"] == 17
    assert tanya("kp_reguler", tahun_pangkat=Decimal("3.5"), bulan_pangkat=5)["bulan_lagi"] == 1


# -- reasons ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "isi", "alasan"),
    [
        ("kp_reguler", {"golongan": "IV/e"}, "Sudah di pangkat tertinggi pada jalur jabatannya."),
        ("kp_reguler", {"tahun_pangkat": 3}, "Masa pangkat 3 tahun kurang dari 4 tahun."),
        ("kp_reguler", {"predikat": ["BAIK", "BP"]}, "Predikat Butuh Perbaikan kurang dari Baik."),
        ("kp_reguler", {"predikat": [None, "BP"]}, "Predikat salah satu tahun kurang dari Baik."),
        (
            "kp_reguler",
            {"ijazah": "SD", "golongan": "II/a"},
            "Pangkat tertinggi untuk ijazah ini II/a; II/b di atasnya.",
        ),
        (
            "kp_reguler",
            {"ijazah": "S1", "golongan": "III/d", "ujian_dinas": "Tk I"},
            "Pangkat tertinggi untuk ijazah ini III/d; IV/a di atasnya. Belum lulus ujian dinas tingkat II.",
        ),
        (
            "kp_reguler",
            {"ijazah": "SMA", "golongan": "II/d", "lulus_ujian_dinas": "Tk II"},
            "Belum lulus ujian dinas tingkat I.",
        ),
        ("kp_reguler", {"hukdis": "SEDANG"}, "Sedang menjalani hukuman disiplin sedang atau berat."),
        ("kp_reguler", {"dalam_pemeriksaan_disiplin": True}, "Dalam proses pemeriksaan disiplin."),
        ("kp_reguler", {"jenis_pegawai": "PPPK"}, "Kenaikan pangkat berlaku bagi PNS."),
        (
            "kp_reguler",
            {"kedudukan_hukum": "CLTN"},
            "Kenaikan pangkat untuk kedudukan hukum ini belum dihitung sistem.",
        ),
        (
            "kp_reguler",
            {"atasan_golongan": "III/a", "golongan": "III/a", "tahun": 2024, "tahun_pangkat": 3},
            "Golongan target di atas golongan atasan langsung. Masa pangkat 3 tahun kurang dari 4 tahun.",
        ),
        (
            "kp_jf",
            {"jenjang": "Ahli Pertama", "golongan": "III/b"},
            "III/c berada di atas jenjang sekarang (paling tinggi III/b): naik jenjang lebih dahulu.",
        ),
        ("kp_jf", {"ak": Decimal("47.5"), "kebutuhan": 50}, "Angka kredit kurang 2,50."),
        (
            "kp_struktural",
            {"eselon": "II.b", "golongan": "III/d"},
            "Pangkat III/d terlalu rendah untuk jabatan ini: paling rendah IV/a.",
        ),
        (
            "kp_struktural",
            {"eselon": "II.b", "golongan": "IV/c"},
            "IV/d berada di atas pangkat tertinggi jabatan ini (IV/c).",
        ),
        (
            "kp_struktural",
            {"pangkat": "satu tingkat di bawah jenjang", "bulan_jabatan": 6},
            "Masa jabatan 6 bulan kurang dari 1 tahun.",
        ),
        (
            "kp_penyesuaian_ijazah",
            {"ijazah": "S1", "lulus_upkp": False},
            "Belum lulus ujian penyesuaian kenaikan pangkat (UPKP).",
        ),
        (
            "kp_penyesuaian_ijazah",
            {"ijazah": "S1", "golongan": "III/a"},
            "Golongan awal ijazah tidak di atas golongan sekarang, atau bukan PNS aktif.",
        ),
        (
            "kp_penyesuaian_ijazah",
            {"ijazah": "S1", "target": "III/b"},
            "Golongan tujuan ijazah ini III/a, bukan III/b.",
        ),
    ],
)
def test_a_reason_names_what_is_there_and_what_is_needed(kode, isi, alasan):
    assert tanya(kode, **isi)["alasan"] == alasan


def test_a_reason_from_outside_the_run_is_counted_and_leaves_no_date():
    hasil = tanya(
        "kp_reguler", tmt_usul="2024-10-01", tmt_pangkat="2021-01-01", target="III/c", atasan_golongan="III/b"
    )
    assert (hasil["status"], hasil["kurang"], hasil["tmt_tercepat"]) == ("BELUM", 2, None)
    assert hasil["diblokir_karena_atasan"] is True


def test_whoever_is_no_pns_has_no_date():
    hasil = tanya("kp_reguler", jenis_pegawai="PPPK", tmt_usul="2026-10-01")
    assert (hasil["tmt_tercepat"], hasil["bulan_lagi"], hasil["kurang"], hasil["syarat"]) == (
        None,
        None,
        0,
        {},
    )


def test_what_does_not_bind_is_told_as_an_estimate_and_decides_nothing():
    lain = aturan_lain("kenaikan_pangkat", "pemeriksaan_memblokir", conf="UNV")

    def jawab(**isi):
        return MENURUT_KODE["kp_reguler"].jawab(isi, lambda _: lain, PER)

    hasil = jawab(dalam_pemeriksaan_disiplin=True)
    assert (hasil["status"], hasil["alasan"], hasil["kurang"]) == ("MEMENUHI", "", 0)
    perkiraan = "Perkiraan, belum terverifikasi, tidak menentukan: Dalam proses pemeriksaan disiplin."
    assert hasil["catatan"].endswith(perkiraan)
    dua = jawab(dalam_pemeriksaan_disiplin=True, tahun_pangkat=3)
    assert (dua["status"], dua["alasan"]) == ("BELUM", "Masa pangkat 3 tahun kurang dari 4 tahun.")
    assert "Perkiraan" not in jawab(dalam_pemeriksaan_disiplin=False)["catatan"]
    assert "Perkiraan" not in jawab(tahun_pangkat=3)["catatan"]
