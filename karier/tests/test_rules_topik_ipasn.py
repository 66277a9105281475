"""Calculators of IPASN: bands, totals, and the words they take."""

from datetime import date
from fractions import Fraction

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.kolom import TAK_DIATUR
from asn_karier.lib.topik import MasukanSalah
from karier.rules.integritas import Riwayat
from karier.rules.ipasn import Kategori, kategori, susun
from karier.rules.rasio import Rasio
from karier.rules.topik.ipasn import TOPIK

PER = date(2026, 11, 21)
P = susun(aturan_per(PER))
MENURUT_KODE = {t.kode: t for t in TOPIK}


def jawab(kode, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)


@pytest.mark.parametrize(
    ("nilai", "nama"),
    [
        (100, "Sangat Tinggi"),
        (91, "Sangat Tinggi"),
        (90.5, "Tinggi"),
        (81, "Tinggi"),
        ("80.999999999", "Sedang"),
        (80.5, "Sedang"),
        (71, "Sedang"),
        (70.5, "Rendah"),
        (61, "Rendah"),
        (60.5, "Sangat Rendah"),
        (0, "Sangat Rendah"),
    ],
)
def test_what_lies_between_two_bands_belongs_to_the_lower_one(nilai, nama):
    assert jawab("ipasn_kategori", nilai=nilai) == {"kategori": nama}
    assert Kategori(kategori(Rasio.satu(Fraction(nilai)), P).baca(0)).name == nama.upper().replace(" ", "_")


@pytest.mark.parametrize(
    ("hukdis", "skor"),
    [(None, 5), ([], 5), ("tidak ada", 5), ("ringan", 3), ("S", 2), ("berat", 1), (["ringan", "sedang"], 2)],
)
def test_the_discipline_calculator_takes_the_worst(hukdis, skor):
    assert jawab("ipasn_disiplin", hukdis=hukdis) == {"skor": skor}


def test_serving_a_penalty_is_no_level_of_it():
    assert P.disiplin[Riwayat.MENJALANI] == TAK_DIATUR
    assert jawab("ipasn_disiplin", hukdis="sedang menjalani")["kode"] == "hukdis"
    assert jawab("ipasn_disiplin") == {"skor": 5}


@pytest.mark.parametrize("tulisan", ["< SLTA", "di bawah SLTA", "Kurang dari SLTA", "SD", "SMP"])
def test_education_below_slta_has_one_score(tulisan):
    assert jawab("ipasn_kualifikasi", pendidikan=tulisan) == {"skor": 1}


def test_the_maxima_make_a_hundred():
    assert jawab("ipasn_maks_dimensi") == {
        "kualifikasi": 25,
        "kompetensi": 40,
        "kinerja": 30,
        "disiplin": 5,
        "total": 100,
    }


@pytest.mark.parametrize(
    ("jp", "jenis", "skor"),
    [(19, "JF", 0), (20, "JF", 15), (20, "JPT", 15), (20, "pelaksana", 22.5), (0, "JF", 0)],
)
def test_the_technical_score_by_jp(jp, jenis, skor):
    hasil = jawab("ipasn_kompetensi_teknis_bawah_20jp", jp=jp, jenis=jenis)
    assert hasil == {"skor_teknis": skor, "jp_minimal": 20}
    assert jawab("ipasn_kompetensi_teknis_bawah_20jp", jp=20)["skor_teknis"] == 15


UMUM = {"kualifikasi": 15, "kinerja": 25, "disiplin": 5}


@pytest.mark.parametrize(
    ("kode", "isi", "kompetensi", "total", "nama"),
    [
        ("ipasn_total_JPT", {"diklat_kepemimpinan": 15, "teknis_20jp": 15, "seminar": 10}, 40, 85, "Tinggi"),
        (
            "ipasn_total_JPT",
            {"diklat_kepemimpinan": False, "teknis_20jp": True, "seminar": 0},
            15,
            60,
            "Sangat Rendah",
        ),
        ("ipasn_total_JF", {"diklat_fungsional": 15, "teknis_20jp": 15, "seminar": 0}, 30, 75, "Sedang"),
        (
            "ipasn_total_JF",
            {"diklat_fungsional": True, "teknis_20jp": False, "seminar": True},
            25,
            70,
            "Rendah",
        ),
        ("ipasn_total_pelaksana", {"teknis_20jp": 22.5, "seminar": 17.5}, 40, 85, "Tinggi"),
        ("ipasn_total_pelaksana", {"teknis_20jp": 22.5, "seminar": 0}, 22.5, 67.5, "Rendah"),
        ("ipasn_total_pelaksana", {"teknis_20jp": True, "seminar": True}, 40, 85, "Tinggi"),
    ],
)
def test_totals_add_up_and_are_called_an_estimate(kode, isi, kompetensi, total, nama):
    hasil = jawab(kode, **UMUM, **isi)
    assert (hasil["kompetensi"], hasil["total"], hasil["kategori"]) == (kompetensi, total, nama)
    assert "Perkiraan internal" in hasil["catatan"]


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [("kualifikasi", 25.5), ("kinerja", 31), ("disiplin", 6), ("diklat_fungsional", 16), ("seminar", -1)],
)
def test_nothing_counts_for_more_than_its_dimension(nama, nilai):
    isi = UMUM | {"diklat_fungsional": 15, "teknis_20jp": 15, "seminar": 10} | {nama: nilai}
    hasil = jawab("ipasn_total_JF", **isi)
    assert hasil["kode"] == "di_luar_dimensi"
    assert f"Nilai {nama} antara 0 dan" in hasil["error"]
    assert hasil["error"].endswith(f"Yang diisi {nilai}.")


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("ipasn_kategori", {"nilai": 100.5}),
        ("ipasn_kategori", {"nilai": -1}),
        ("ipasn_kualifikasi", {"pendidikan": "kursus"}),
        ("ipasn_kualifikasi", {"pendidikan": 3}),
        ("ipasn_total_JF", UMUM),
        ("ipasn_kompetensi_teknis_bawah_20jp", {"jp": 20, "jenis": "staf ahli"}),
    ],
)
def test_what_cannot_be_read_is_refused(kode, isi):
    with pytest.raises(MasukanSalah):
        jawab(kode, **isi)
