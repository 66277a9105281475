"""What an SKP lacks before it is sent, and the small readings around it."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.enums import AspekIndikator, JenisHasilKerja, JenisLampiran, PendekatanSKP
from kinerja.rules.skp import (
    Bagian,
    HasilRencana,
    IndikatorRencana,
    Rencana,
    TargetTerbaca,
    missing,
    pendek,
    plan_days,
    planning_years,
    read_target,
    same_words,
    worth_a_look,
)

KUANTITATIF, KUALITATIF = PendekatanSKP.KUANTITATIF, PendekatanSKP.KUALITATIF
UTAMA, TAMBAHAN = JenisHasilKerja.UTAMA, JenisHasilKerja.TAMBAHAN
IKI = IndikatorRencana("Jumlah laporan", "12 laporan", AspekIndikator.KUANTITAS)


def hasil(id=1, jenis=UTAMA, rhk="Tersusunnya laporan", indikator=(IKI,), **lain):
    return HasilRencana(id, jenis, rhk, indikator, **lain)


def rencana(*baris, pendekatan=KUANTITATIF, lampiran=tuple(JenisLampiran), ada_penilai=True, jpt=False):
    return Rencana(pendekatan, baris or (hasil(),), frozenset(lampiran), ada_penilai, jpt)


def kode(temuan):
    return [(t.kode, t.hasil_id) for t in temuan]


def test_a_whole_plan_lacks_nothing_and_asks_for_nothing():
    assert (missing(rencana()), worth_a_look(rencana())) == ([], [])


@pytest.mark.parametrize(
    ("isi", "harapan", "kalimat"),
    [
        (rencana(ada_penilai=False), ("tanpa_penilai", 0), "Atasan penilai Anda belum tercatat"),
        (rencana(hasil(jenis=TAMBAHAN)), ("tanpa_utama", 0), "paling sedikit satu hasil kerja utama"),
        (rencana(hasil(indikator=())), ("tanpa_indikator", 1), "Tambahkan indikator untuk «Tersusunnya"),
        (
            rencana(hasil(indikator=(IKI._replace(target="  "),))),
            ("tanpa_target", 1),
            "Isi target untuk «Jumlah laporan».",
        ),
        (
            rencana(hasil(indikator=(IKI._replace(aspek=None),))),
            ("tanpa_aspek", 1),
            "Pilih aspek untuk «Jumlah laporan»",
        ),
    ],
)
def test_what_is_missing_is_said_with_where_it_is_put_right(isi, harapan, kalimat):
    [temuan] = missing(isi)
    assert (temuan.kode, temuan.hasil_id) == harapan
    assert kalimat in temuan.kalimat


def test_an_empty_plan_lacks_a_main_row():
    assert kode(missing(Rencana(KUALITATIF, (), frozenset(), True))) == [("tanpa_utama", 0)]


def test_kualitatif_asks_for_no_aspek():
    tanpa = hasil(indikator=(IKI._replace(aspek=None),))
    assert missing(rencana(tanpa, pendekatan=KUALITATIF)) == []


def test_several_gaps_come_in_the_order_of_the_pages():
    isi = rencana(hasil(1, TAMBAHAN, indikator=()), hasil(2, TAMBAHAN, indikator=()), ada_penilai=False)
    assert kode(missing(isi)) == [
        ("tanpa_penilai", 0),
        ("tanpa_utama", 0),
        ("tanpa_indikator", 1),
        ("tanpa_indikator", 2),
    ]


def test_a_row_written_twice_is_pointed_out_once():
    isi = rencana(hasil(1, rhk="Tersusunnya  LAPORAN"), hasil(2), hasil(3, rhk="Lain"))
    assert kode(worth_a_look(isi)) == [("kembar", 1)]


@pytest.mark.parametrize(("jenis", "harapan"), [(UTAMA, [("menunggu_atasan", 1)]), (TAMBAHAN, [])])
def test_only_a_main_row_waits_for_the_leader(jenis, harapan):
    assert kode(worth_a_look(rencana(hasil(jenis=jenis, bertaut=False)))) == harapan


@pytest.mark.parametrize(
    ("jpt", "jenis", "berperspektif", "harapan"),
    [
        (True, UTAMA, False, [("tanpa_perspektif", 1)]),
        (True, UTAMA, True, []),
        (True, TAMBAHAN, False, []),
        (False, UTAMA, False, []),
    ],
)
def test_a_missing_perspective_is_told_to_jpt_and_binds_nobody(jpt, jenis, berperspektif, harapan):
    isi = rencana(hasil(jenis=jenis, berperspektif=berperspektif), jpt=jpt)
    assert kode(worth_a_look(isi)) == harapan


def test_an_empty_lampiran_is_worth_a_look_by_kind():
    isi = rencana(lampiran=(JenisLampiran.DUKUNGAN,))
    assert [(t.kode, t.bagian) for t in worth_a_look(isi)] == [
        ("tanpa_pertanggungjawaban", Bagian.LAMPIRAN),
        ("tanpa_konsekuensi", Bagian.LAMPIRAN),
    ]


@pytest.mark.parametrize("teks", ["pendek", "x" * 60])
def test_a_short_text_stays_whole(teks):
    assert pendek(teks) == teks


def test_a_long_text_is_cut_between_words():
    assert pendek("satu dua tiga", 10) == "satu dua …"


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [("Layanan  Prima", "layanan prima", True), ("a", "b", False), ("", "", False)],
)
def test_the_same_words_differ_in_nothing_but_capitals_and_spaces(satu, dua, sama):
    assert same_words(satu, dua) is sama


@pytest.mark.parametrize(
    ("masuk", "mulai"),
    [
        (None, date(2027, 1, 1)),
        (date(2010, 3, 1), date(2027, 1, 1)),
        (date(2027, 4, 1), date(2027, 4, 1)),
    ],
)
def test_a_plan_begins_with_the_year_or_the_day_of_joining_in_it(masuk, mulai):
    assert plan_days(2027, masuk) == (mulai, date(2027, 12, 31))


@pytest.mark.parametrize(
    ("hari", "tahun"),
    [
        (date(2026, 11, 30), (2026,)),
        (date(2026, 12, 1), (2026, 2027)),
        (date(2027, 1, 1), (2027,)),
    ],
)
def test_next_year_may_be_planned_from_december_on(hari, tahun):
    assert planning_years(hari) == tahun


@pytest.mark.parametrize(
    ("teks", "angka", "satuan"),
    [
        ("12 laporan", "12", "laporan"),
        ("12laporan", "12", "laporan"),
        ("95,5 %", "95.5", "%"),
        (" 1.250,25 kilometer jalan ", "1250.25", "kilometer jalan"),
        ("2027 dokumen", "2027", "dokumen"),
    ],
)
def test_a_target_that_counts_something_is_read_as_a_number(teks, angka, satuan):
    assert read_target(teks) == TargetTerbaca(Decimal(angka), satuan)


@pytest.mark.parametrize(
    "teks",
    ["", "paling lambat 30 Juni", "30 Juni", "30 juni 2027", "12", "12 ", "1.2.3 laporan", "12 " + "x" * 41],
)
def test_a_target_in_words_counts_nothing(teks):
    assert read_target(teks) == TargetTerbaca()
