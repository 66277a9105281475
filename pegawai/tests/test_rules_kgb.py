"""When the next kenaikan gaji berkala falls, to the day."""

from calendar import monthrange
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import months_between
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from pegawai.enums import JenisPegawai
from pegawai.rules.golongan import Golongan, urut_pns
from pegawai.rules.kgb import (
    batas_surat,
    kgb_berikut,
    kgb_satu,
    kgb_sesudah,
    melewati_tabel,
    mkg_pada,
    pemberitahuan,
    susun_kgb,
    tunda_sampai,
)
from pegawai.rules.masa_kerja import potongan_tahun

A = aturan_per(date(2026, 11, 21))
G = Golongan.pns
GENAP = ("I/a", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e")
GANJIL = ("II/a", "II/b", "II/c", "II/d")
BELUM_PASTI = ("I/b", "I/c", "I/d")


def berikut(golongan, tmt, mkg, per):
    return kgb_satu(G(golongan), tmt, mkg, per=per, a=A)


@pytest.mark.parametrize(
    ("golongan", "tmt", "mkg", "per", "harap"),
    [
        # On the day itself, the day before, the day after.
        ("III/a", date(2024, 3, 1), 0, date(2026, 3, 1), (date(2026, 3, 1), 24)),
        ("III/a", date(2024, 3, 1), 0, date(2026, 2, 28), (date(2026, 3, 1), 24)),
        ("III/a", date(2024, 3, 1), 0, date(2026, 3, 2), (date(2028, 3, 1), 48)),
        # No KGB on the first day of service: it has reached no step.
        ("III/a", date(2024, 3, 1), 0, date(2024, 3, 1), (date(2026, 3, 1), 24)),
        ("II/a", date(2025, 3, 1), 0, date(2025, 3, 1), (date(2026, 3, 1), 12)),
        ("II/a", date(2025, 3, 1), 0, date(2026, 3, 2), (date(2028, 3, 1), 36)),
        # MKG that stands between two steps at TMT golongan.
        ("III/b", date(2025, 4, 1), 37, date(2025, 4, 1), (date(2026, 3, 1), 48)),
        ("III/b", date(2025, 4, 1), 48, date(2025, 4, 1), (date(2025, 4, 1), 48)),
        ("III/b", date(2025, 4, 1), 49, date(2025, 4, 1), (date(2027, 3, 1), 72)),
        ("II/c", date(2025, 4, 1), 36, date(2025, 4, 2), (date(2027, 4, 1), 60)),
        # A golongan already decreed for later: the KGB in between keeps its day.
        ("III/b", date(2027, 1, 1), 25, date(2026, 11, 21), (date(2026, 12, 1), 24)),
        ("III/b", date(2027, 1, 1), 24, date(2026, 11, 21), (date(2027, 1, 1), 24)),
        ("III/b", date(2027, 1, 1), 27, date(2026, 11, 21), (date(2028, 10, 1), 48)),
        ("III/a", date(2027, 1, 1), 0, date(2022, 1, 1), (date(2029, 1, 1), 24)),
        # 29 February and month ends.
        ("III/a", date(2024, 2, 29), 0, date(2024, 3, 1), (date(2026, 3, 1), 24)),
        ("III/a", date(2024, 2, 29), 0, date(2026, 2, 28), (date(2026, 3, 1), 24)),
        ("III/a", date(2024, 2, 29), 0, date(2026, 3, 2), (date(2028, 2, 29), 48)),
        ("II/a", date(2024, 2, 29), 0, date(2024, 3, 1), (date(2025, 3, 1), 12)),
        ("III/a", date(2024, 8, 31), 18, date(2024, 9, 1), (date(2025, 3, 1), 24)),
        ("III/a", date(2024, 8, 31), 18, date(2025, 3, 1), (date(2025, 3, 1), 24)),
        ("III/a", date(2024, 8, 31), 18, date(2025, 3, 2), (date(2027, 3, 1), 48)),
        ("III/a", date(2024, 12, 31), 20, date(2025, 1, 1), (date(2025, 5, 1), 24)),
        ("III/a", date(2024, 12, 31), 21, date(2025, 1, 1), (date(2025, 3, 31), 24)),
        ("IV/a", date(2024, 1, 15), 300, date(2026, 1, 15), (date(2027, 1, 15), 336)),
    ],
)
def test_the_next_kgb_is_the_day_the_mkg_reaches_its_step(golongan, tmt, mkg, per, harap):
    assert berikut(golongan, tmt, mkg, per) == harap


@pytest.mark.parametrize("golongan", GENAP)
def test_even_golongan_step_every_two_years_from_two(golongan):
    assert berikut(golongan, date(2024, 3, 1), 0, date(2024, 3, 1)) == (date(2026, 3, 1), 24)
    assert berikut(golongan, date(2024, 3, 1), 12, date(2024, 3, 1)) == (date(2025, 3, 1), 24)


@pytest.mark.parametrize("golongan", GANJIL)
def test_golongan_ii_steps_after_one_year_and_then_every_two(golongan):
    assert berikut(golongan, date(2024, 3, 1), 0, date(2024, 3, 1)) == (date(2025, 3, 1), 12)
    assert berikut(golongan, date(2024, 3, 1), 24, date(2024, 3, 1)) == (date(2025, 3, 1), 36)


@pytest.mark.parametrize("golongan", BELUM_PASTI)
def test_an_unverified_step_names_no_day_but_an_estimate(golongan):
    kolom = (Kolom.satu(urut_pns(golongan)), Kolom.satu(date(2024, 3, 1)), Kolom.satu(36))
    hari = date(2024, 3, 2)
    assert berikut(golongan, date(2024, 3, 1), 36, hari) is None
    kiraan = kgb_berikut(*kolom, per=hari, a=A, perkiraan=True)
    assert (kiraan.tanggal.baca(0), kiraan.mkg_bulan.baca(0)) == (date(2026, 3, 1), 60)


@pytest.mark.parametrize("hilang", range(3))
def test_a_missing_fact_names_no_day(hilang):
    isi = [Kolom.satu(9), Kolom.satu(date(2024, 3, 1)), Kolom.satu(0)]
    isi[hilang] = Kolom.kosong(1, tanggal=isi[hilang].berupa_tanggal)
    for perkiraan in (False, True):
        hasil = kgb_berikut(*isi, per=date(2026, 1, 1), a=A, perkiraan=perkiraan)
        assert (hasil.tanggal.baca(0), hasil.mkg_bulan.baca(0)) == (None, None)


def test_a_day_past_the_calendar_is_no_day():
    assert berikut("III/a", date(9996, 1, 1), 0, date(9996, 1, 2)) == (date(9998, 1, 1), 24)
    assert berikut("III/a", date(9997, 12, 31), 0, date(9998, 1, 1)) == (date(9999, 12, 31), 24)
    assert berikut("III/a", date(9998, 1, 1), 0, date(9998, 1, 2)) is None


def test_one_person_is_a_batch_of_one():
    tmt = [date(2020, 1, 1) + timedelta(days=37 * n) for n in range(60)]
    mkg = [(n * 7) % 200 for n in range(60)]
    golongan = [1 + n % 17 for n in range(60)]
    hari = date(2026, 11, 21)
    bersama = kgb_berikut(Kolom.dari(golongan), Kolom.dari(tmt), Kolom.dari(mkg), per=hari, a=A)
    for i in range(60):
        satu = kgb_satu(Golongan(JenisPegawai.PNS, golongan[i]), tmt[i], mkg[i], per=hari, a=A)
        assert satu == (None if satu is None else (bersama.tanggal.baca(i), bersama.mkg_bulan.baca(i)))
        assert bersama.tanggal.ada[i] == (satu is not None)


@pytest.mark.parametrize(
    ("terakhir", "per", "harap"),
    [
        (date(2024, 3, 1), date(2024, 3, 1), date(2026, 3, 1)),
        (date(2024, 3, 1), date(2026, 3, 1), date(2026, 3, 1)),
        (date(2024, 3, 1), date(2026, 3, 2), date(2028, 3, 1)),
        (date(2024, 2, 29), date(2024, 3, 1), date(2026, 3, 1)),
        (date(2024, 2, 29), date(2026, 3, 2), date(2028, 2, 29)),
        (date(2024, 3, 1), date(2020, 1, 1), date(2026, 3, 1)),
    ],
)
def test_after_a_known_kgb_the_next_follows_in_two_years(terakhir, per, harap):
    assert kgb_sesudah(terakhir, per=per, a=A) == harap


# -- against a plain count, day by day and month by month ---------------------------------------


def polos(tmt, mkg, per, pertama):
    """Independent of the rule: walk the months from TMT golongan until a step lies on or after `per`."""
    bulan = 0
    while True:
        y, m = divmod(tmt.year * 12 + tmt.month - 1 + bulan, 12)
        ada = tmt.day <= monthrange(y, m + 1)[1]
        ny, nm = divmod(y * 12 + m + 1, 12)
        hari = date(y, m + 1, tmt.day) if ada else date(ny, nm + 1, 1)
        if hari >= per and mkg + bulan >= pertama and (mkg + bulan - pertama) % 24 == 0:
            return hari
        bulan += 1


def empat_ratus():
    """400 people on every kind of day: 29 February, month ends, the 1st, the middle."""
    hari = [date(2000, 2, 29), date(2024, 2, 29), date(2023, 2, 28), date(2022, 8, 31), date(2021, 11, 30)]
    for n in range(400):
        tmt = hari[n % 5] if n % 2 else date(1996 + n % 30, 1 + n % 12, 1 + n % 28)
        yield (
            ("III/c", "II/b", "IV/a", "II/a")[n % 4],
            tmt,
            (n * 31) % 380,
            tmt + timedelta(days=(n * 97) % 4000),
        )


def test_four_hundred_dates_are_those_of_a_plain_count():
    orang = list(empat_ratus())
    assert len(orang) == 400
    assert sum(tmt.month == 2 and tmt.day == 29 for _, tmt, _, _ in orang) > 50
    for golongan, tmt, mkg, per in orang:
        harap = polos(tmt, mkg, per, 12 if golongan.startswith("II/") else 24)
        assert berikut(golongan, tmt, mkg, per)[0] == harap, (golongan, tmt, mkg, per)


@given(
    st.sampled_from(GENAP + GANJIL),
    st.dates(date(1980, 1, 1), date(2030, 12, 31)),
    st.integers(0, 420),
    st.integers(0, 9000),
)
def test_the_mkg_is_full_on_the_day_and_not_the_day_before(golongan, tmt, mkg, jeda):
    per = tmt + timedelta(days=jeda)
    hari, target = berikut(golongan, tmt, mkg, per)
    assert hari >= per
    assert mkg + months_between(tmt, hari) == target
    assert hari == tmt or mkg + months_between(tmt, hari - timedelta(days=1)) == target - 1
    sebelumnya = berikut(golongan, tmt, mkg, hari)
    assert sebelumnya == (hari, target)
    sesudahnya = berikut(golongan, tmt, mkg, hari + timedelta(days=1))
    assert sesudahnya[1] == target + 24


@given(
    st.sampled_from([("II/d", "III/a"), ("III/d", "IV/a"), ("III/a", "III/b"), ("II/a", "II/b")]),
    st.integers(60, 300),
    st.integers(0, 60),
)
def test_a_kenaikan_pangkat_does_not_move_the_kgb(langkah, mkg, bulan):
    lama, baru = (G(n) for n in langkah)
    tmt = date(2020, 5, 1)
    tmt_baru = date(2020 + (4 + bulan) // 12, (4 + bulan) % 12 + 1, 1)
    mkg_baru = mkg + bulan - 12 * potongan_tahun(lama, baru, A)
    per = tmt_baru + timedelta(days=1)
    assert kgb_satu(baru, tmt_baru, mkg_baru, per=per, a=A)[0] == kgb_satu(lama, tmt, mkg, per=per, a=A)[0]


# -- around it ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("per", "harap"), [(date(2024, 2, 29), 100), (date(2026, 3, 1), 124), (date(2020, 1, 1), 100)]
)
def test_the_mkg_grows_by_whole_months(per, harap):
    assert mkg_pada(Kolom.satu(date(2024, 2, 29)), Kolom.satu(100), per).baca(0) == harap


@pytest.mark.parametrize(
    ("kgb", "harap"),
    [
        (date(2026, 3, 1), date(2026, 1, 1)),
        (date(2026, 1, 15), date(2025, 11, 15)),
        (date(2026, 4, 30), date(2026, 2, 28)),
    ],
)
def test_the_notice_is_due_two_months_before(kgb, harap):
    assert pemberitahuan(kgb, A) == harap


@pytest.mark.parametrize(
    "per", [date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 31), date(2028, 2, 29)]
)
def test_the_letters_of_a_month_are_those_whose_notice_is_due_by_its_end(per):
    akhir_bulan = per.replace(day=monthrange(per.year, per.month)[1])
    batas = batas_surat(per, A)
    assert pemberitahuan(batas - timedelta(days=1), A) <= akhir_bulan < pemberitahuan(batas, A)


@pytest.mark.parametrize(
    ("kgb", "harap"), [(date(2026, 3, 1), date(2027, 3, 1)), (date(2028, 2, 29), date(2029, 3, 1))]
)
def test_one_postponement_reaches_a_year(kgb, harap):
    assert tunda_sampai(kgb, A) == harap


@pytest.mark.parametrize(
    ("golongan", "tahun"), [("I/a", 27), ("I/d", 27), ("II/a", 33), ("II/d", 33), ("III/a", 32), ("IV/e", 32)]
)
def test_the_pay_table_ends_by_golongan(golongan, tahun):
    assert susun_kgb(A).mkg_tertinggi[urut_pns(golongan)] == tahun * 12


def test_the_steps_are_silent_outside_the_scale():
    p = susun_kgb(A)
    assert p.siklus == 24
    assert np.flatnonzero(p.pertama == -1).tolist() == [0, 2, 3, 4]
    assert np.flatnonzero(p.pertama_perkiraan == -1).tolist() == [0]
    assert p.mkg_tertinggi[0] == -1


def test_beyond_the_last_row_of_the_pay_table_is_told_where_both_are_known():
    golongan = Kolom.dari([urut_pns("III/a"), urut_pns("III/a"), urut_pns("II/a"), None, urut_pns("III/a")])
    mkg = Kolom.dari([32 * 12, 32 * 12 + 1, 33 * 12, 40 * 12, None])
    assert melewati_tabel(golongan, mkg, A).tolist() == [False, True, False, False, False]


def test_before_the_rules_are_in_force_there_is_no_day():
    with pytest.raises(DomainError, match="kgb"):
        susun_kgb(aturan_per(date(2022, 12, 31)))
