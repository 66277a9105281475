"""JP credited for a reported activity: caps of the month and of the day, fixed worths."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import BentukPengembangan as B
from pegawai.rules.pengakuan_jp import Kegiatan, Pembatas, Pengakuan, akui, periksa

A = aturan_per(date(2026, 11, 21))


def keg(bentuk: B, jp: int, mulai: int = 1, selesai: int | None = None, bulan: int = 5) -> Kegiatan:
    """From day `mulai` to day `selesai` of one month of 2026."""
    return Kegiatan(bentuk, date(2026, bulan, mulai), date(2026, bulan, selesai or mulai), jp)


# -- sessions of a month --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("diklaim", "sudah", "diakui"),
    [(4, [], 4), (6, [], 4), (2, [2], 2), (4, [2], 2), (2, [4], 0), (4, [3], 1)],
)
def test_a_month_has_two_sessions_whoever_reported_the_first(diklaim, sudah, diakui):
    lama = [keg(B.COACHING, n, 20) for n in sudah]
    sebab = Pembatas.SESI_BULANAN if diakui < diklaim else None
    assert akui(keg(B.COACHING, diklaim, 2, 9), lama, A) == Pengakuan(diakui, sebab)


def test_another_month_and_another_form_take_no_room():
    lama = [keg(B.COACHING, 4, bulan=4), keg(B.MENTORING, 4)]
    assert akui(keg(B.COACHING, 4), lama, A) == Pengakuan(4)


def test_sessions_are_claimed_whole_and_month_by_month():
    periksa(keg(B.MENTORING, 2), A)
    periksa(keg(B.SEMINAR, 3, 1, 30), A)
    with pytest.raises(DomainError) as salah:
        periksa(keg(B.MENTORING, 3), A)
    assert salah.value.kode == "jp_bukan_sesi"
    with pytest.raises(DomainError) as salah:
        periksa(Kegiatan(B.COACHING, date(2026, 4, 30), date(2026, 5, 2), 4), A)
    assert salah.value.kode == "sesi_lintas_bulan"


# -- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jp", "mulai", "selesai", "lama", "diakui"),
    [
        (6, 1, 3, [], 6),
        (7, 1, 3, [], 6),
        (4, 2, 2, [], 2),
        # The other one has two days of its own, so it leaves this day free.
        (2, 3, 3, [(4, 1, 3)], 2),
        (2, 3, 3, [(6, 1, 3)], 0),
        (4, 1, 2, [(2, 2, 3), (2, 3, 3)], 2),
        # An import that knows only the last day fills that day, however much it says.
        (4, 4, 5, [(30, 4, 4)], 2),
    ],
)
def test_learning_alone_fills_two_jp_a_day(jp, mulai, selesai, lama, diakui):
    tercatat = [keg(B.BELAJAR_MANDIRI, n, a, z) for n, a, z in lama]
    sebab = Pembatas.HARIAN if diakui < jp else None
    assert akui(keg(B.BELAJAR_MANDIRI, jp, mulai, selesai), tercatat, A) == Pengakuan(diakui, sebab)


_SPAN = st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(0, 8))


@given(st.lists(_SPAN, max_size=4), _SPAN)
def test_the_days_hold_exactly_what_is_credited(lama, baru):
    """Against filling the days one by one, the earliest last day first, which is best for spans."""
    tercatat: list[Kegiatan] = []
    for mulai, panjang, jp in [*lama, baru]:
        k = keg(B.KOMUNITAS_BELAJAR, jp, mulai, mulai + panjang)
        hasil = akui(k, tercatat, A)
        assert muat([*tercatat, k._replace(jp=hasil.jp)])
        assert hasil.jp == jp or not muat([*tercatat, k._replace(jp=hasil.jp + 1)])
        tercatat.append(k._replace(jp=hasil.jp))


def muat(semua: list[Kegiatan]) -> bool:
    """Whether every JP finds a day with room for it."""
    sisa = dict.fromkeys((date(2026, 5, 1) + timedelta(days=n) for n in range(31)), 2)
    for k in sorted(semua, key=lambda k: k.selesai):
        perlu, hari = k.jp, k.mulai
        while perlu and hari <= k.selesai:
            ambil = min(perlu, sisa[hari])
            sisa[hari] -= ambil
            perlu, hari = perlu - ambil, hari + timedelta(days=1)
        if perlu:
            return False
    return True


# -- everything else ------------------------------------------------------------------------------


@pytest.mark.parametrize(("diklaim", "sebab"), [(40, Pembatas.TETAP), (20, None), (5, Pembatas.TETAP)])
def test_some_forms_are_worth_the_same_whatever_was_claimed(diklaim, sebab):
    assert akui(keg(B.MAGANG, diklaim, 1, 30), [keg(B.MAGANG, 20)], A) == Pengakuan(20, sebab)


def test_the_rest_follows_its_curriculum():
    assert akui(keg(B.DIKLAT_TEKNIS, 120), [keg(B.DIKLAT_TEKNIS, 500)], A) == Pengakuan(120)
