"""The talent map over columns of facts: axes, boxes, and what stays unknown."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from karier.rules.aturan_talenta import KOMPONEN_KINERJA, KOMPONEN_POTENSIAL, Tingkat, susun
from karier.rules.fakta import Fakta
from karier.rules.rasio import Rasio
from karier.rules.talenta import KOMPONEN, hitung_talenta, kotak, tingkat, tingkat_satu
from karier.tests.orang_talenta import PER, SEMUA, A, Satu
from pegawai.enums import Jenjang, KompetensiMansoskul
from pegawai.enums import TingkatPendidikan as T

P = susun(A)
KEMARIN, BESOK = PER - timedelta(days=1), PER + timedelta(days=1)
#: One fact without which the component is unknown.
SUMBER = {
    "predikat": "predikat_1",
    "penghargaan": "skor_penghargaan",
    "penugasan_tim": "skor_penugasan",
    "umpan_balik": "skor_umpan_balik",
    "penilaian_kompetensi": "capai_integritas",
    "pengembangan_kompetensi": "skor_pengembangan",
    "pengalaman": "skor_pengalaman",
    "potensi": "skor_potensi",
    "pendidikan": "pendidikan",
    "kesesuaian": "skor_kesesuaian",
    "integritas": "disiplin_tercakup",
}


def test_full_marks_everywhere_are_a_hundred_and_box_nine():
    satu = Satu()
    assert (satu.x, satu.y, satu.kotak, satu.kurang) == (10000, 10000, 9, [])
    assert satu.eksak_x == satu.eksak_y == 100


@pytest.mark.parametrize(
    ("nama", "bobot"),
    [
        ("skor_penghargaan", 15),
        ("skor_penugasan", 15),
        ("skor_umpan_balik", 10),
        ("skor_pengembangan", 10),
        ("skor_pengalaman", 10),
        ("skor_potensi", 25),
        ("skor_kesesuaian", 10),
    ],
)
def test_every_score_weighs_what_the_regulation_gives_it(nama, bobot):
    tanpa = Satu(**{nama: 0})
    assert {tanpa.x, tanpa.y} == {10000 - 100 * bobot, 10000}
    assert (tanpa.y < 10000) is (nama in ("skor_penghargaan", "skor_penugasan", "skor_umpan_balik"))


@pytest.mark.parametrize(("predikat", "y"), [(5, 100), (4, 88), (3, 76), (2, 64), (1, 52)])
def test_the_predikat_of_the_last_year_is_sixty_percent_of_kinerja(predikat, y):
    assert Satu(predikat_1=predikat).eksak_y == y


@pytest.mark.parametrize(
    ("per", "tmt", "predikat", "ada"),
    [
        # TMT 1-1-2027: the year 2026 still runs, 2025 is the last that ended.
        (date(2026, 11, 21), None, {"predikat_1": None, "predikat_2": 5}, True),
        (date(2026, 11, 21), None, {"predikat_1": None, "predikat_3": 5}, False),
        # TMT in 2026: 2025 ended; until March the year before stands in for it.
        (date(2026, 4, 1), None, {"predikat_1": None, "predikat_2": 5}, False),
        (date(2026, 3, 31), None, {"predikat_1": None, "predikat_2": 5}, True),
        (date(2026, 3, 31), None, {"predikat_1": None, "predikat_3": 5}, False),
        # Facts read for another TMT than that of a run on the day.
        (date(2026, 11, 21), date(2026, 12, 1), {"predikat_1": None, "predikat_2": 5}, False),
        (date(2026, 11, 21), date(2028, 1, 1), {"predikat_1": None, "predikat_3": 5}, True),
    ],
)
def test_the_last_year_that_ended_counts_whatever_the_tmt(per, tmt, predikat, ada):
    f = Fakta.satu(**(SEMUA | {"asesmen_tanggal": per} | predikat))
    assert hitung_talenta(f, A, per=per, tmt=tmt).sumbu_y.baca(0) == (10000 if ada else None)


PENDIDIKAN = {
    **dict.fromkeys((T.S3,), 100),
    **dict.fromkeys((T.SUBSPESIALIS, T.SPESIALIS, T.S2), 90),
    **dict.fromkeys((T.PROFESI, T.S1, T.DIPLOMA_IV), 80),
    **dict.fromkeys((T.DIPLOMA_III,), 70),
    **dict.fromkeys((T.DIPLOMA_II, T.DIPLOMA_I, T.SLTA_KEGURUAN, T.SLTA_KEJURUAN, T.SLTA), 60),
    **dict.fromkeys((T.SLTP_KEJURUAN, T.SLTP, T.SD), None),
}


@pytest.mark.parametrize("pendidikan", list(T))
def test_education_has_a_score_from_slta_upwards(pendidikan):
    skor = PENDIDIKAN[pendidikan]
    satu = Satu(pendidikan=pendidikan)
    assert satu.eksak_x == (None if skor is None else 90 + Fraction(skor, 10))
    assert satu.kurang == ([] if skor else ["pendidikan"])


def test_competence_counts_by_the_capped_match():
    satu = Satu(capai_integritas=2, capai_komunikasi=5)
    assert satu.eksak_x == 80 + 20 * Fraction(26, 27)
    assert satu.x == 9925


@pytest.mark.parametrize(
    ("tanggal", "ada"), [(date(2023, 11, 21), True), (date(2023, 11, 20), False), (None, False)]
)
def test_an_expired_assessment_leaves_the_box_empty(tanggal, ada):
    satu = Satu(asesmen_tanggal=tanggal)
    assert (satu.x is not None, satu.kotak is not None) == (ada, ada)
    assert satu.y == 10000
    assert satu.kurang == ([] if ada else ["penilaian_kompetensi"])


def test_the_unverified_level_of_jpt_madya_decides_nothing():
    tanpa_standar = {f"wajib_{k}": None for k in KompetensiMansoskul} | {"jenjang": Jenjang.JPT_MADYA}
    assert Satu(**tanpa_standar).kurang == ["penilaian_kompetensi"]
    assert Satu(**tanpa_standar | {"jenjang": Jenjang.ADMINISTRATOR}).kotak == 9


@pytest.mark.parametrize("nama", KOMPONEN)
def test_a_missing_component_leaves_its_axis_and_the_box_unknown(nama):
    satu = Satu(**{SUMBER[nama]: None})
    assert satu.kotak is None
    assert (satu.y is None) is (nama in KOMPONEN_KINERJA)
    assert (satu.x is None) is (nama in KOMPONEN_POTENSIAL)
    assert satu.kurang == [nama]


@pytest.mark.parametrize(
    "orang",
    [
        {"jenis_pegawai": 2, "status_kepegawaian": 3},
        {"status_kepegawaian": 1},
        {"status_kepegawaian": None},
        {"jenis_pegawai": None},
    ],
)
def test_only_a_pns_stands_in_the_map(orang):
    satu = Satu(**orang)
    assert (satu.x, satu.y, satu.kotak, satu.eksak_x, satu.eksak_y) == (None,) * 5
    assert Satu(**orang, skor_potensi=None).kurang == []


# -- boxes ------------------------------------------------------------------------------------


def sumbu(nilai):
    return Rasio.satu(Fraction(nilai))


@pytest.mark.parametrize(
    ("y", "x", "nomor"),
    [
        ("80", "80", 9),
        ("79.99", "80", 8),
        ("80", "79.99", 7),
        ("59.99", "80", 6),
        ("60", "60", 5),
        ("80", "59.99", 4),
        ("59.99", "60", 3),
        ("60", "59.99", 2),
        ("59.99", "59.99", 1),
        ("79.995", "80", 8),
        ("100", "0", 4),
        ("0", "100", 6),
    ],
)
def test_the_nine_boxes_by_their_bounds(y, x, nomor):
    assert kotak(sumbu(y), sumbu(x), P).baca(0) == nomor


@pytest.mark.parametrize(
    ("skor", "kelas"),
    [
        ("80", Tingkat.TINGGI),
        ("79.999999", Tingkat.MENENGAH),
        ("60", Tingkat.MENENGAH),
        ("59.9", Tingkat.RENDAH),
    ],
)
def test_a_bound_belongs_to_the_class_it_opens(skor, kelas):
    assert tingkat_satu(sumbu(skor), P) is kelas
    assert tingkat(sumbu(skor), P).baca(0) == kelas


def test_an_axis_just_below_the_bound_is_middle_and_is_stored_below_it():
    satu = Satu(skor_potensi=2000 - 1)
    assert satu.eksak_x == Fraction("79.9975")
    assert (satu.x, satu.kotak) == (7999, 7)
    assert (Satu(skor_potensi=2000).x, Satu(skor_potensi=2000).kotak) == (8000, 9)


def test_an_agency_with_cut_offs_of_its_own_is_followed():
    sendiri = A.dengan({"talenta/ambang/tinggi": 90, "talenta/ambang/menengah": 78})
    assert Satu(skor_potensi=6000).kotak == 9
    assert Satu(a=sendiri, skor_potensi=6000).kotak == 9
    assert Satu(a=sendiri, skor_potensi=5999).kotak == 7
    assert Satu(a=sendiri, skor_potensi=1199).kotak == 4


@pytest.mark.parametrize("tabel", ["bobot_kinerja", "bobot_potensial", "bobot_talenta", "bobot_kecocokan"])
def test_weights_make_a_hundred(tabel):
    assert sum(getattr(P, tabel).values()) == 100


# -- discipline -------------------------------------------------------------------------------

TERCAKUP = {"disiplin_tercakup": 1}


@pytest.mark.parametrize(
    ("fakta", "skor"),
    [
        (TERCAKUP, 100),
        (TERCAKUP | {"hukdis_terberat": 0}, 100),
        (TERCAKUP | {"hukdis_terberat": 1}, 75),
        (TERCAKUP | {"hukdis_terberat": 2}, 50),
        (TERCAKUP | {"hukdis_terberat": 3}, 25),
        (TERCAKUP | {"hukdis_terberat": 2, "hukdis_sampai": PER}, 0),
        (TERCAKUP | {"hukdis_terberat": 2, "hukdis_sampai": BESOK}, 0),
        (TERCAKUP | {"hukdis_terberat": 2, "hukdis_sampai": KEMARIN}, 50),
        (TERCAKUP | {"kedudukan_hukum": 7}, 0),
        ({"hukdis_terberat": 2, "hukdis_sampai": PER}, 0),
        ({"kedudukan_hukum": 7}, 0),
        ({"hukdis_terberat": 3}, None),
        ({"hukdis_terberat": 1}, None),
        ({"disiplin_tercakup": 0}, None),
        ({}, None),
    ],
)
def test_integrity_falls_with_the_worst_penalty_and_is_nothing_while_one_runs(fakta, skor):
    satu = Satu(**({"disiplin_tercakup": None} | fakta))
    assert satu.eksak_x == (None if skor is None else 85 + Fraction(15 * skor, 100))
    assert satu.kurang == (["integritas"] if skor is None else [])
