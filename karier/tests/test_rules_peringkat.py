"""Ranking of candidates: one order that anybody can repeat."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from karier.rules.talenta import Kandidat, peringkat
from karier.rules.topik import talenta, talenta_skor

PER = date(2026, 11, 21)
MENURUT_KODE = {t.kode: t for t in (*talenta.TOPIK, *talenta_skor.TOPIK)}


def jawab(kode, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)


SAMA = {"y": Fraction(90), "x": Fraction(80)}
URUT = [
    Kandidat("a", Fraction(95), Fraction(60)),
    Kandidat("b", Fraction(90), Fraction(100)),
    Kandidat("c", **SAMA, kecocokan=Fraction(80)),
    Kandidat("d", **SAMA, kecocokan=Fraction(70), golongan=14),
    Kandidat("e", **SAMA, kecocokan=Fraction(70), golongan=13, tmt_golongan=date(2020, 1, 1)),
    Kandidat("f", **SAMA, kecocokan=Fraction(70), golongan=13, tmt_golongan=date(2021, 1, 1), masa_kerja=200),
    Kandidat(
        "g",
        **SAMA,
        kecocokan=Fraction(70),
        golongan=13,
        tmt_golongan=date(2021, 1, 1),
        masa_kerja=100,
        nip="1",
    ),
    Kandidat(
        "h",
        **SAMA,
        kecocokan=Fraction(70),
        golongan=13,
        tmt_golongan=date(2021, 1, 1),
        masa_kerja=100,
        nip="2",
    ),
    Kandidat("i", **SAMA, kecocokan=Fraction(70), golongan=13, tmt_golongan=date(2021, 1, 1), masa_kerja=100),
    Kandidat("j", **SAMA, kecocokan=Fraction(70), golongan=13, tmt_golongan=date(2021, 1, 1), nip="0"),
    Kandidat("k", **SAMA, kecocokan=Fraction(70), golongan=13, masa_kerja=300),
    Kandidat("l", **SAMA, kecocokan=Fraction(70), tmt_golongan=date(2000, 1, 1)),
    Kandidat("l0", **SAMA, kecocokan=Fraction(0), masa_kerja=0),
    Kandidat("l1", **SAMA, kecocokan=Fraction(0)),
    Kandidat("m", **SAMA, golongan=17),
    Kandidat("n", Fraction(10), Fraction(100), kecocokan=Fraction(100), golongan=17),
]


@given(st.permutations(URUT))
def test_the_ranking_does_not_depend_on_the_order_of_entry(kocok):
    assert [k.kunci for k in peringkat(kocok)] == [k.kunci for k in URUT]


def test_the_calculator_ranks_by_everything_it_is_told():
    kandidat = [
        {"id": 1, "Y": 90, "X": 80, "golongan": "III/d", "tmt_golongan": "2021-01-01"},
        {"id": "dua", "Y": 90, "X": 80, "golongan": "IV/a", "masa_kerja_bulan": 1, "nip": "9"},
        {"id": 3, "Y": 90, "X": 80.5, "kecocokan": 10},
        {"id": 4, "Y": 90, "X": 80, "kecocokan": 10},
        {"id": 5, "Y": 90, "X": 80, "golongan": "III/d", "tmt_golongan": "2020-01-01"},
        {"id": 6, "Y": 90, "X": 80, "golongan": "IV/a", "masa_kerja_bulan": 2, "nip": "9"},
        {"id": 7, "Y": 90, "X": 80, "golongan": "IV/a", "masa_kerja_bulan": 1, "nip": "8"},
    ]
    assert jawab("peringkat", kandidat=kandidat) == {"urutan": [3, 4, 6, 7, "dua", 5, 1]}
    assert jawab("peringkat", kandidat=[]) == {"urutan": []}
