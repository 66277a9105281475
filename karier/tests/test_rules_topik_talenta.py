"""Calculators of the talent map: the same numbers as the run, one score at a time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.topik import MasukanSalah
from karier.rules.aturan_talenta import susun
from karier.rules.talenta import skor_lama_jabatan
from karier.rules.topik import ipasn, talenta, talenta_skor
from pegawai.enums import Jenjang

PER = date(2026, 11, 21)
A = aturan_per(PER)
TOPIK = (*talenta.TOPIK, *talenta_skor.TOPIK, *ipasn.TOPIK)
MENURUT_KODE = {t.kode: t for t in TOPIK}
Y = {"predikat": 100, "penghargaan": 0, "penugasan_tim": 0, "umpan_balik": 0}
X = dict.fromkeys(
    (
        "penilaian_kompetensi",
        "pengembangan_kompetensi",
        "pengalaman",
        "potensi",
        "pendidikan",
        "kesesuaian",
        "integritas",
    ),
    0,
)


def jawab(kode, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)


def test_codes_of_topics_are_all_different():
    assert len(MENURUT_KODE) == len(TOPIK) == 24


# -- boxes ------------------------------------------------------------------------------------

SARAN = {
    9: ["dipromosikan dan dipertahankan", "masuk KRS instansi/nasional", "penghargaan"],
    8: ["dipertahankan", "masuk KRS instansi", "rotasi/perluasan jabatan", "bimbingan kinerja"],
    7: [
        "dipertahankan",
        "masuk KRS instansi",
        "rotasi/pengayaan jabatan",
        "pengembangan kompetensi",
        "tugas belajar",
    ],
    6: ["penempatan yang sesuai", "bimbingan kinerja", "konseling kinerja"],
    5: ["penempatan yang sesuai", "bimbingan kinerja", "pengembangan kompetensi"],
    4: ["rotasi", "pengembangan kompetensi"],
    3: ["bimbingan kinerja", "konseling kinerja", "pengembangan kompetensi", "penempatan yang sesuai"],
    2: ["bimbingan kinerja", "pengembangan kompetensi", "penempatan yang sesuai"],
    1: ["diproses sesuai ketentuan peraturan perundang-undangan"],
}


@pytest.mark.parametrize(
    ("kinerja", "potensial", "nomor"),
    [
        ("di atas ekspektasi", "tinggi", 9),
        ("SESUAI EKSPEKTASI", "Tinggi", 8),
        ("diatas ekspektasi", "menengah", 7),
        ("di bawah ekspektasi", "tinggi", 6),
        ("sesuai", "menengah", 5),
        ("atas", "rendah", 4),
        ("dibawah ekspektasi", "menengah", 3),
        ("menengah", "rendah", 2),
        ("rendah", "rendah", 1),
        ("tinggi", "atas", 9),
    ],
)
def test_every_box_carries_the_advice_of_the_regulation(kinerja, potensial, nomor):
    assert jawab("kotak_rekomendasi", kinerja=kinerja, potensial=potensial) == {
        "kotak": nomor,
        "rekomendasi": SARAN[nomor],
        "rencana_suksesi": nomor >= 7,
    }


@pytest.mark.parametrize(
    ("kinerja", "potensial", "nomor", "tingkat"),
    [
        (100, 115.1, 9, ("atas", "atas")),
        (80, "79.995", 7, ("atas", "menengah")),
        (60, 59.99, 2, ("menengah", "rendah")),
        (59.99, 60, 3, ("rendah", "menengah")),
        (-5, 0, 1, ("rendah", "rendah")),
    ],
)
def test_scores_place_a_person_unrounded_and_held_within_the_scale(kinerja, potensial, nomor, tingkat):
    hasil = jawab("kotak_skor", kinerja=kinerja, potensial=potensial)
    assert (hasil["kotak"], hasil["rekomendasi"]) == (nomor, SARAN[nomor])
    assert (hasil["tingkat_kinerja"], hasil["tingkat_potensial"]) == tingkat


@pytest.mark.parametrize(
    ("skor", "tingkat"),
    [(100, "atas"), (80, "atas"), (79.99, "menengah"), (60, "menengah"), (59.99, "rendah")],
)
def test_an_axis_has_three_classes(skor, tingkat):
    assert jawab("ambang_sumbu", skor=skor) == {"tingkat": tingkat, "ambang_atas": 80, "ambang_menengah": 60}


# -- axes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "nilai"),
    [
        ({}, 60),
        ({"penghargaan": 100}, 75),
        ({"penugasan_tim": 100}, 75),
        ({"umpan_balik": 100}, 70),
        ({"predikat": "Baik"}, 48),
        ({"predikat": "SB"}, 60),
        ({"predikat": "80"}, 48),
        ({"predikat": 250}, 60),
    ],
)
def test_kinerja_takes_points_or_a_predikat(isi, nilai):
    hasil = jawab("kinerja_Y", **(Y | isi))
    assert (hasil["Y"], hasil["status"], hasil["kurang"]) == (nilai, "LENGKAP", [])


@pytest.mark.parametrize(("nama", "bobot"), [*zip(X, (20, 10, 10, 25, 10, 10, 15), strict=True)], ids=[*X])
def test_every_part_of_potensial_has_its_weight(nama, bobot):
    assert jawab("potensial_X", **(X | {nama: 100}))["X"] == bobot


def test_an_axis_is_printed_rounded_and_classed_unrounded():
    hasil = jawab("potensial_X", **(dict.fromkeys(X, 80) | {"pendidikan": 79.95}))
    assert (hasil["X"], hasil["tingkat"]) == (80, "menengah")
    assert jawab("potensial_X", **dict.fromkeys(X, 80))["tingkat"] == "atas"


@pytest.mark.parametrize("isi", [{"potensi": None}, {"potensi": "hilang"}])
def test_a_missing_part_is_named_and_never_shared_out(isi):
    lengkap = dict.fromkeys(X, 100)
    if isi["potensi"] == "hilang":
        del lengkap["potensi"]
        isi = {}
    hasil = jawab("potensial_X", **(lengkap | isi))
    assert (hasil["X"], hasil["status"], hasil["kurang"]) == (None, "BELUM_LENGKAP", ["potensi"])
    assert "Belum lengkap: potensi." in hasil["catatan"]


def test_a_missing_predikat_leaves_kinerja_open():
    assert jawab("kinerja_Y", **(Y | {"predikat": None}))["kurang"] == ["predikat"]


# -- combined and component scores ------------------------------------------------------------


@pytest.mark.parametrize(
    ("y", "x", "talenta", "tepat"),
    [(80, 70, 75, 75), (100, 115.1, 100, 100), (80, 93.47, 86.74, 86.735), (0, 1, 0.5, 0.5)],
)
def test_the_overall_score_is_half_and_half(y, x, talenta, tepat):
    assert jawab("skor_talenta", kinerja=y, potensial=x) == {"talenta": talenta, "tanpa_pembulatan": tepat}


@pytest.mark.parametrize(
    ("isi", "skor"), [((100, 0, 0), 65), ((0, 100, 0), 20), ((0, 0, 100), 15), ((82, 75.83, 75), 79.72)]
)
def test_the_match_weighs_65_20_15(isi, skor):
    nilai = dict(zip(("kompetensi", "kualifikasi", "integritas"), isi, strict=True))
    assert jawab("kecocokan_jabatan_65_20_15", **nilai)["skor"] == skor


@pytest.mark.parametrize("kode", ["pengalaman_rerata", "kualifikasi_rerata"])
@pytest.mark.parametrize(
    ("skor", "rerata"), [([100, 80, 60], 80), ([100, 80, 80], 86.67), ([92.5], 92.5), ([150, -10], 50)]
)
def test_a_mean_of_scores_is_printed_with_two_decimals(kode, skor, rerata):
    assert jawab(kode, skor=skor) == {"rerata": rerata}


@pytest.mark.parametrize(
    ("tahun", "skor"), [(0, 60), (1.99, 60), (2, 80), (3, 80), (4.99, 80), (5, 100), (30, 100)]
)
def test_years_in_the_jenjang_step_up_at_two_and_five(tahun, skor):
    assert jawab("lama_jabatan_skor", tahun=tahun) == {"skor": skor}


@given(st.fractions(0, 40), st.fractions(0, 40))
def test_more_years_never_score_less(satu, dua):
    p = susun(A)
    assert skor_lama_jabatan(min(satu, dua), p) <= skor_lama_jabatan(max(satu, dua), p)


@pytest.mark.parametrize(
    ("predikat", "skor"), [("SB", 100), ("BAIK", 80), ("Cukup", 60), ("Kurang", 40), ("SANGAT KURANG", 20)]
)
def test_every_predikat_has_a_score(predikat, skor):
    assert jawab("predikat_skor", predikat=predikat) == {"skor": skor}


@pytest.mark.parametrize(
    ("pendidikan", "skor", "keputusan"),
    [
        ("S3", 100, False),
        ("S2", 90, False),
        ("S1", 80, False),
        ("D4", 80, False),
        ("DIII", 70, False),
        ("SMA", 60, False),
        ("Dokter", 80, True),
        ("DI", 60, True),
    ],
)
def test_education_scores_say_which_are_our_decision(pendidikan, skor, keputusan):
    hasil = jawab("pendidikan_skor", pendidikan=pendidikan)
    assert (hasil["skor"], "yang lebih rendah" in hasil.get("catatan", "")) == (skor, keputusan)


def test_education_below_slta_has_no_score():
    assert jawab("pendidikan_skor", pendidikan="SLTP")["kode"] == "pendidikan_tanpa_skor"


@pytest.mark.parametrize(
    ("hukdis", "skor"),
    [
        (None, 100),
        ([], 100),
        ("tidak ada", 100),
        ("ringan", 75),
        ("sedang", 50),
        ("berat", 25),
        ("sedang menjalani", 0),
        (["ringan", "berat", "sedang"], 25),
        (["ringan", "menjalani"], 0),
    ],
)
def test_the_worst_penalty_sets_the_integrity_score(hukdis, skor):
    assert jawab("integritas_skor", hukdis=hukdis) == {"skor": skor}


def test_no_penalty_named_is_a_clean_record():
    assert jawab("integritas_skor") == {"skor": 100}


@pytest.mark.parametrize(
    ("jenjang", "manajerial"),
    [("JPT Madya", 80), ("JPT Pratama", 70), ("Administrator", 60), ("Pengawas", 50)],
)
def test_the_higher_the_post_the_less_technical(jenjang, manajerial):
    hasil = jawab("bobot_manajerial_teknis", jenjang=jenjang)
    assert hasil == {"manajerial": manajerial, "teknis": 100 - manajerial}


def test_weights_nobody_set_are_refused():
    tanpa = set(Jenjang) - {Jenjang.JPT_MADYA, Jenjang.JPT_PRATAMA, Jenjang.ADMINISTRATOR, Jenjang.PENGAWAS}
    jawaban = [jawab("bobot_manajerial_teknis", jenjang=j.name) for j in tanpa]
    assert {j["kode"] for j in jawaban} == {"bobot_belum_diatur"}


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("kotak_rekomendasi", {"kinerja": "hebat", "potensial": "tinggi"}),
        ("kotak_skor", {"kinerja": "tinggi", "potensial": 1}),
        ("kinerja_Y", Y | {"predikat": "hebat"}),
        ("kinerja_Y", Y | {"predikat": True}),
        ("lama_jabatan_skor", {"tahun": -1}),
        ("pengalaman_rerata", {"skor": []}),
        ("integritas_skor", {"hukdis": "skorsing"}),
        ("peringkat", {"kandidat": [{"id": True, "Y": 1, "X": 1}]}),
        ("peringkat", {"kandidat": [{"id": 1, "Y": 1}]}),
    ],
)
def test_what_cannot_be_read_is_refused(kode, isi):
    with pytest.raises(MasukanSalah):
        jawab(kode, **isi)
