"""Masa kerja golongan and masa kerja keseluruhan: one value and a column side by side."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from pegawai.enums import JenisPegawai
from pegawai.rules.golongan import Golongan
from pegawai.rules.masa_kerja import (
    baca_masa_kerja,
    masa_kerja_keseluruhan,
    mkg_setelah,
    mkg_setelah_kolom,
    potongan_batas,
    potongan_tahun,
    tulis_masa_kerja,
)

A = aturan_per(date(2026, 11, 21))
URUT = st.integers(1, 17)


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("18-4", 220),
        ("18-04", 220),
        ("0-0", 0),
        ("0-11", 11),
        ("18 tahun 4 bulan", 220),
        ("18 THN 4 BLN", 220),
        ("18/4", 220),
        (" 18 tahun ", 216),
        ("18", 216),
    ],
)
def test_one_masa_kerja_in_its_spellings(teks, bulan):
    assert baca_masa_kerja(teks) == bulan


@pytest.mark.parametrize("teks", ["", "18-12", "-1-0", "18.4", "18-", "100-0", "delapan"])
def test_an_unreadable_masa_kerja_is_refused(teks):
    with pytest.raises(DomainError, match="tahun-bulan seperti 18-4") as galat:
        baca_masa_kerja(teks)
    assert galat.value.kode == "masa_kerja"


@given(st.integers(0, 1199))
def test_what_is_written_is_read_back(bulan):
    assert baca_masa_kerja(tulis_masa_kerja(bulan)) == bulan


@pytest.mark.parametrize(
    ("dari", "ke", "tahun"),
    [(1, 1, 0), (1, 2, 6), (2, 3, 5), (3, 4, 0), (1, 3, 11), (1, 4, 11), (2, 4, 5), (4, 4, 0)],
)
def test_every_border_takes_its_years_and_borders_add_up(dari, ke, tahun):
    assert potongan_batas(dari, ke, A) == tahun


def test_a_golongan_of_a_pppk_has_no_mkg_to_shorten():
    with pytest.raises(DomainError, match="dua skala"):
        potongan_tahun(Golongan.pppk("V"), Golongan.pppk("VII"), A)


@pytest.mark.parametrize(
    ("bulan", "potongan", "sisa"),
    [(220, 6, 148), (72, 6, 0), (73, 6, 1), (71, 6, 0), (0, 5, 0), (96, 0, 96)],
)
def test_the_new_mkg_is_never_below_zero(bulan, potongan, sisa):
    assert mkg_setelah(bulan, potongan) == sisa


@given(st.integers(0, 600), URUT, URUT)
def test_the_column_says_what_the_single_value_says(bulan, dari, ke):
    hasil = mkg_setelah_kolom(Kolom.satu(bulan), Kolom.satu(dari), Kolom.satu(ke), A).baca(0)
    if ke <= dari:
        assert hasil is None
        return
    lama, baru = Golongan(JenisPegawai.PNS, dari), Golongan(JenisPegawai.PNS, ke)
    tahun = Fraction(bulan, 12) - potongan_tahun(lama, baru, A)
    assert hasil == mkg_setelah(bulan, potongan_tahun(lama, baru, A)) == max(tahun, 0) * 12


@pytest.mark.parametrize(
    ("bulan", "dari", "ke"), [(None, 8, 9), (60, None, 9), (60, 8, None), (60, 8, 18), (60, 0, 9)]
)
def test_a_missing_fact_leaves_the_new_mkg_missing(bulan, dari, ke):
    kolom = [Kolom.satu(n) for n in (bulan, dari, ke)]
    assert mkg_setelah_kolom(*kolom, A).baca(0) is None


@pytest.mark.parametrize(
    ("tmt", "per", "tambahan", "bulan"),
    [
        (date(2006, 3, 1), date(2026, 3, 1), 0, 240),
        (date(2006, 3, 1), date(2026, 2, 28), 0, 239),
        (date(2006, 3, 15), date(2026, 3, 14), 0, 239),
        (date(2006, 3, 1), date(2026, 3, 1), 30, 270),
        (date(2026, 3, 1), date(2026, 3, 1), 0, 0),
    ],
)
def test_the_whole_service_runs_straight_from_the_tmt_cpns(tmt, per, tambahan, bulan):
    assert masa_kerja_keseluruhan(tmt, per, tambahan=tambahan) == bulan


def test_without_recognised_service_nothing_is_added():
    assert masa_kerja_keseluruhan(date(2006, 3, 1), date(2026, 3, 1)) == 240
