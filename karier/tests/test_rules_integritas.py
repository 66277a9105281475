"""The discipline register: the worst penalty ever, whether one runs, and what it cannot say."""

from datetime import date, timedelta

import pytest

from asn_karier.lib.errors import DomainError
from karier.rules.fakta import Fakta
from karier.rules.integritas import (
    HUKDIS,
    Riwayat,
    hukuman_terberat,
    riwayat,
    riwayat_dari_label,
    sedang_menjalani,
)
from pegawai.enums import KedudukanHukum

PER = date(2026, 11, 21)
KEMARIN, BESOK = PER - timedelta(days=1), PER + timedelta(days=1)


@pytest.mark.parametrize(
    ("sejak", "cpns", "terberat", "ada"),
    [
        (date(2010, 1, 1), date(2010, 1, 1), None, True),
        (date(2010, 1, 2), date(2010, 1, 1), None, False),
        (date(2010, 1, 2), date(2010, 1, 1), 2, False),
        (date(2010, 1, 2), date(2010, 1, 1), 3, True),
        (date(2010, 1, 2), None, None, True),
        (None, date(2010, 1, 1), None, True),
    ],
)
def test_a_register_that_begins_after_the_service_cannot_say_never(sejak, cpns, terberat, ada):
    f = Fakta.satu(disiplin_tercakup=1, disiplin_sejak=sejak, tmt_cpns=cpns, hukdis_terberat=terberat)
    assert riwayat(f, PER).ada.tolist() == hukuman_terberat(f, PER).ada.tolist() == [ada]


@pytest.mark.parametrize(("terberat", "diketahui"), [(None, None), (1, None), (2, 2), (3, 3)])
def test_a_running_penalty_contradicts_a_register_without_it(terberat, diketahui):
    f = Fakta.satu(disiplin_tercakup=1, hukdis_sampai=BESOK, hukdis_terberat=terberat)
    assert hukuman_terberat(f, PER).baca(0) == diketahui
    assert (riwayat(f, PER).baca(0), sedang_menjalani(f, PER)[0]) == (Riwayat.MENJALANI, True)


@pytest.mark.parametrize(
    ("fakta", "menjalani"),
    [
        ({"hukdis_sampai": PER}, True),
        ({"hukdis_sampai": BESOK}, True),
        ({"hukdis_sampai": date(9999, 12, 31)}, True),
        ({"hukdis_sampai": KEMARIN}, False),
        ({"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN}, True),
        ({"kedudukan_hukum": KedudukanHukum.AKTIF}, False),
        ({}, False),
    ],
)
def test_a_penalty_runs_by_the_register_or_by_the_standing(fakta, menjalani):
    assert sedang_menjalani(Fakta.satu(**fakta), PER).tolist() == [menjalani]


@pytest.mark.parametrize(
    ("tercakup", "terberat", "pernah", "kini"),
    [
        (1, None, 0, 0),
        (1, 0, 0, 0),
        (1, 1, 1, 1),
        (1, 2, 2, 2),
        (1, 3, 3, 3),
        (0, 3, 3, None),
        (None, 3, 3, None),
        (0, 2, None, None),
        (0, 0, None, None),
        (None, None, None, None),
    ],
)
def test_only_the_worst_is_known_outside_declared_coverage(tercakup, terberat, pernah, kini):
    f = Fakta.satu(disiplin_tercakup=tercakup, hukdis_terberat=terberat)
    assert (hukuman_terberat(f, PER).baca(0), riwayat(f, PER).baca(0)) == (pernah, kini)


@pytest.mark.parametrize(
    ("tulisan", "hasil"),
    [
        ("tidak ada", Riwayat.TIDAK_PERNAH),
        ("Tidak  Pernah", Riwayat.TIDAK_PERNAH),
        ("TIDAK_PERNAH", Riwayat.TIDAK_PERNAH),
        ("nihil", Riwayat.TIDAK_PERNAH),
        ("ringan", Riwayat.RINGAN),
        ("R", Riwayat.RINGAN),
        ("hukuman disiplin sedang", Riwayat.SEDANG),
        ("SEDANG", Riwayat.SEDANG),
        ("hukdis berat", Riwayat.BERAT),
        ("b", Riwayat.BERAT),
        ("sedang menjalani", Riwayat.MENJALANI),
        ("menjalani", Riwayat.MENJALANI),
    ],
)
def test_usual_words_for_a_penalty_are_read(tulisan, hasil):
    assert riwayat_dari_label(tulisan) is hasil
    assert HUKDIS.baca(tulisan) == HUKDIS.baca([tulisan]) == [hasil]


def test_an_unknown_word_says_what_to_write():
    with pytest.raises(DomainError, match=r"Isi tidak ada, ringan.*'skorsing'") as galat:
        riwayat_dari_label(" skorsing ")
    assert galat.value.kode == "hukdis"


@pytest.mark.parametrize("salah", [3, True, ["ringan", 3], {"a": 1}])
def test_anything_but_words_is_refused(salah):
    with pytest.raises(DomainError, match="satu hukuman"):
        HUKDIS.baca(salah)


def test_levels_are_those_of_the_stored_fact_and_one_more():
    assert [int(r) for r in Riwayat] == [0, 1, 2, 3, 4]


def test_an_empty_list_is_a_clean_record():
    assert HUKDIS.baca([]) == []
    assert HUKDIS.boleh_null
