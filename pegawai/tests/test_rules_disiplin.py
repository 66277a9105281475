"""Penalties, the ladder of absence, and the day a decision takes effect."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import working_days_between
from asn_karier.lib.errors import DomainError
from pegawai.enums import TingkatHukuman as T
from pegawai.rules.disiplin import (
    hukuman,
    hukuman_absen_berturut,
    hukuman_absen_kumulatif,
    hukuman_siasn,
    libur_tetap,
    mulai_berlaku,
)

A = aturan_per(date(2026, 11, 21))
# kode, SIASN id, level, months.
TABEL = [
    ("TEGURAN_LISAN", "1", T.RINGAN, 0),
    ("TEGURAN_TERTULIS", "2", T.RINGAN, 0),
    ("TIDAK_PUAS", "3", T.RINGAN, 0),
    ("POTONG_TUKIN_6", "23", T.SEDANG, 6),
    ("POTONG_TUKIN_9", "24", T.SEDANG, 9),
    ("POTONG_TUKIN_12", "25", T.SEDANG, 12),
    ("TUNDA_KGB_12", "4", T.SEDANG, 12),
    ("TUNDA_KP_12", "7", T.SEDANG, 12),
    ("TURUN_PANGKAT_12", "8", T.SEDANG, 12),
    ("TURUN_JABATAN_12", "27", T.BERAT, 12),
    ("BEBAS_JABATAN_12", "28", T.BERAT, 12),
    ("PDHTAPS", "10", T.BERAT, 0),
]
# first day of each step, last day, penalty: PP 94/2021 Ps 9 to 11.
TANGGA = [
    (3, 3, "TEGURAN_LISAN"),
    (4, 6, "TEGURAN_TERTULIS"),
    (7, 10, "TIDAK_PUAS"),
    (11, 13, "POTONG_TUKIN_6"),
    (14, 16, "POTONG_TUKIN_9"),
    (17, 20, "POTONG_TUKIN_12"),
    (21, 24, "TURUN_JABATAN_12"),
    (25, 27, "BEBAS_JABATAN_12"),
    (28, 366, "PDHTAPS"),
]


@pytest.mark.parametrize(("kode", "id_siasn", "tingkat", "bulan"), TABEL)
def test_every_penalty_has_its_level_length_and_code(kode, id_siasn, tingkat, bulan):
    satu = hukuman(kode, A)
    assert (satu.kode, satu.id_siasn, satu.tingkat, satu.bulan) == (kode, id_siasn, tingkat, bulan)
    assert satu.memblokir is (tingkat is not T.RINGAN)
    assert satu.pasal.startswith("PP 94/2021")
    assert hukuman_siasn(id_siasn, A) == satu


def test_a_penalty_bears_the_name_that_siasn_gives_it():
    assert hukuman("POTONG_TUKIN_9", A).nama == "PEMOTONGAN TUNKIN 25% 9 BLN"
    assert "masa kerja berakhir" in hukuman("PDHTAPS", A).catatan


def test_a_penalty_of_older_law_is_none_of_todays():
    assert hukuman_siasn("14", A) is None


@pytest.mark.parametrize(("dari", "sampai", "kode"), TANGGA)
def test_the_ladder_of_absence_at_both_ends_of_every_step(dari, sampai, kode):
    assert [hukuman_absen_kumulatif(h, A).kode for h in (dari, sampai)] == [kode, kode]


@pytest.mark.parametrize("hari", [0, 1, 2])
def test_below_three_days_the_ladder_names_no_penalty(hari):
    assert hukuman_absen_kumulatif(hari, A) is None


@given(st.integers(3, 365))
def test_more_absence_never_means_a_lighter_penalty(hari):
    urutan = [kode for *_, kode in TANGGA]
    kini, nanti = (urutan.index(hukuman_absen_kumulatif(h, A).kode) for h in (hari, hari + 1))
    assert kini <= nanti


def test_ten_days_in_a_row_end_the_service_and_nine_do_not_by_this_rule():
    assert hukuman_absen_berturut(9, A) is None
    assert hukuman_absen_berturut(10, A).kode == "PDHTAPS"
    assert hukuman_absen_berturut(11, A).kode == "PDHTAPS"


@pytest.mark.parametrize(
    ("diterima", "libur", "sepekan", "berlaku"),
    [
        (date(2026, 7, 14), [], None, date(2026, 8, 4)),
        (date(2026, 7, 14), [date(2026, 7, 20)], 5, date(2026, 8, 5)),
        (date(2026, 7, 14), [date(2026, 7, 18)], 5, date(2026, 8, 4)),
        (date(2026, 7, 14), [date(2026, 7, 14)], None, date(2026, 8, 4)),
        (date(2026, 7, 14), [date(2026, 8, 4)], None, date(2026, 8, 5)),
        (date(2026, 7, 11), [], None, date(2026, 7, 31)),
        (date(2026, 7, 14), [], 6, date(2026, 7, 31)),
    ],
)
def test_a_decision_takes_effect_on_the_fifteenth_working_day_after_it_was_received(
    diterima, libur, sepekan, berlaku
):
    assert mulai_berlaku(diterima, libur, A, hari_kerja_sepekan=sepekan) == berlaku


@pytest.mark.parametrize("sepekan", [0, 4, 7])
def test_a_week_of_another_length_is_refused(sepekan):
    with pytest.raises(DomainError, match="5 atau 6") as galat:
        mulai_berlaku(date(2026, 7, 14), [], A, hari_kerja_sepekan=sepekan)
    assert galat.value.kode == "hari_kerja_sepekan"


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.sets(st.integers(1, 40)))
def test_fifteen_working_days_lie_between_receipt_and_effect(diterima, jarak):
    libur = {diterima + timedelta(days=n) for n in jarak}
    berlaku = mulai_berlaku(diterima, libur, A)
    assert working_days_between(diterima, berlaku, libur) == 15
    assert berlaku not in libur
    assert berlaku.weekday() < 5


def test_the_fixed_holidays_of_the_years_asked_for():
    assert sorted(libur_tetap([2026], A)) == [
        date(2026, 1, 1),
        date(2026, 5, 1),
        date(2026, 6, 1),
        date(2026, 8, 17),
        date(2026, 12, 25),
    ]
    assert len(libur_tetap([2026, 2027], A)) == 10
    assert date(2027, 1, 1) in libur_tetap([2027], A)


def test_an_unverified_holiday_is_left_out(monkeypatch):
    baris = {**A["hari_libur"].tabel("tetap"), "02-03": {"nilai": "Uji", "conf": "UNV"}}
    monkeypatch.setitem(A["hari_libur"].isi, "tetap", baris)
    assert date(2026, 2, 3) not in libur_tetap([2026], A)
