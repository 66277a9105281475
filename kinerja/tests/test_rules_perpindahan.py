"""Transfers into a jabatan fungsional: tenure, caps, the flat amount above the jenjang."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import SENTI
from kinerja.rules.perpindahan import bulan_kembali, kelompok_masa, pindahkan, tahun_puncak
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan

A = aturan_per(date(2026, 11, 21))
J, P = Jenjang, Predikat


def pindah(asal, golongan, bulan, **lain):
    return pindahkan(asal, Golongan.pns(golongan), A, bulan=bulan, **lain)


@pytest.mark.parametrize(
    ("asal", "golongan", "bulan", "tujuan", "dihitung", "konversi", "dasar"),
    [
        (J.PENGAWAS, "III/c", 24, J.AHLI_MUDA, 24, 50, 0),
        (J.PENGAWAS, "III/c", 72, J.AHLI_MUDA, 72, 150, 0),
        (J.PENGAWAS, "III/d", 24, J.AHLI_MUDA, 24, 50, 100),
        (J.PENGAWAS, "III/d", 36, J.AHLI_MUDA, 36, 75, 100),
        (J.PENGAWAS, "III/d", 37, J.AHLI_MUDA, 36, 75, 100),
        (J.PENGAWAS, "III/d", 72, J.AHLI_MUDA, 36, 75, 100),
        (J.ADMINISTRATOR, "IV/a", 48, J.AHLI_MADYA, 48, 150, 0),
        (J.ADMINISTRATOR, "IV/b", 48, J.AHLI_MADYA, 48, 150, 150),
        (J.ADMINISTRATOR, "IV/c", 48, J.AHLI_MADYA, 36, Fraction(225, 2), 300),
        (J.PELAKSANA, "III/a", 41, J.AHLI_PERTAMA, 41, Fraction(4271, 100), 0),
        (J.PELAKSANA, "III/a", 66, J.AHLI_PERTAMA, 66, Fraction(6875, 100), 0),
        (J.PELAKSANA, "III/b", 12, J.AHLI_PERTAMA, 12, Fraction(25, 2), 50),
        (J.PELAKSANA, "II/c", 12, J.TERAMPIL, 12, 5, 20),
        (J.PELAKSANA, "II/d", 48, J.TERAMPIL, 36, 15, 40),
        (J.PELAKSANA, "II/a", 12, J.PEMULA, 12, Fraction(15, 4), 0),
    ],
)
def test_tenure_times_koefisien_and_ak_dasar(asal, golongan, bulan, tujuan, dihitung, konversi, dasar):
    p = pindah(asal, golongan, bulan)
    assert (p.tujuan, p.setara, p.bulan_dihitung) == (tujuan, tujuan, dihitung)
    assert (p.konversi, p.dasar, p.total) == (
        konversi * SENTI, dasar * SENTI, (konversi + dasar) * SENTI,
    )  # fmt: skip
    assert not p.di_atas


@pytest.mark.parametrize(("golongan", "puncak"), [("III/c", False), ("III/d", True)])
def test_the_highest_golongan_of_the_jenjang_is_its_peak(golongan, puncak):
    assert pindah(J.PENGAWAS, golongan, 12).puncak is puncak


def test_another_predikat_is_worth_its_percentage():
    assert pindah(J.PENGAWAS, "III/c", 12, predikat=P.SANGAT_BAIK).konversi == 3750


@pytest.mark.parametrize("golongan", ["III/c", "III/d", "IV/a", "IV/e"])
@pytest.mark.parametrize("bulan", [0, 240])
def test_above_the_jenjang_the_amount_is_flat_whatever_the_tenure(golongan, bulan):
    p = pindah(J.PELAKSANA, golongan, bulan, tujuan=J.AHLI_PERTAMA)
    assert p == (J.AHLI_PERTAMA, J.AHLI_PERTAMA, 0, 0, 10_000, False, True, False)
    assert p.total == 10_000


def test_the_flat_amount_of_another_jenjang_has_to_be_confirmed():
    p = pindah(J.PENGAWAS, "IV/a", 12)
    assert (p.di_atas, p.total, p.perlu_konfirmasi) == (True, 10_000, True)


@pytest.mark.parametrize(
    ("asal", "golongan", "tujuan", "konfirmasi"),
    [
        (J.PENGAWAS, "III/c", None, False),
        (J.PENGAWAS, "III/c", J.AHLI_MUDA, False),
        (J.PENGAWAS, "III/d", None, True),  # 100 against 50 of another source
        (J.PENGAWAS, "III/b", J.AHLI_PERTAMA, True),
        (J.ADMINISTRATOR, "IV/a", None, False),
        (J.PELAKSANA, "III/a", J.AHLI_PERTAMA, False),
        (J.PELAKSANA, "III/c", J.AHLI_MUDA, False),
    ],
)
def test_what_the_source_does_not_say_in_so_many_words_has_to_be_confirmed(
    asal, golongan, tujuan, konfirmasi
):
    assert pindah(asal, golongan, 12, tujuan=tujuan).perlu_konfirmasi is konfirmasi


def test_tenure_earns_the_koefisien_of_the_equal_jenjang_whatever_the_new_one():
    p = pindah(J.PENGAWAS, "III/b", 12, tujuan=J.AHLI_PERTAMA)
    assert (p.tujuan, p.setara, p.konversi, p.dasar) == (J.AHLI_PERTAMA, J.AHLI_MUDA, 2500, 5000)


def test_a_pelaksana_earns_the_koefisien_of_the_jenjang_of_the_appointment():
    p = pindah(J.PELAKSANA, "III/a", 12, tujuan=J.MAHIR)
    assert (p.setara, p.konversi) == (J.MAHIR, 1250)


@pytest.mark.parametrize(
    ("asal", "golongan", "tujuan", "kode"),
    [
        (J.PENGAWAS, "III/b", None, "golongan_di_bawah_jenjang"),
        (J.JPT_PRATAMA, "IV/c", None, "asal_belum_diatur"),
        (J.JPT_PRATAMA, "IV/c", J.AHLI_MADYA, "asal_belum_diatur"),
        (J.PELAKSANA, "I/d", None, "golongan_di_luar_jenjang"),
    ],
)
def test_what_no_source_covers_is_refused(asal, golongan, tujuan, kode):
    with pytest.raises(DomainError) as tolak:
        pindah(asal, golongan, 12, tujuan=tujuan)
    assert tolak.value.kode == kode


@pytest.mark.parametrize(("bulan", "dihitung"), [(0, 0), (47, 47), (48, 48), (49, 48), (60, 48)])
def test_an_appointment_again_counts_four_years_at_most(bulan, dihitung):
    assert bulan_kembali(bulan, A) == dihitung


def test_the_cap_at_the_peak_is_three_years():
    assert tahun_puncak(A) == 3


@pytest.mark.parametrize(
    ("bulan", "kelompok"),
    [
        (0, "<1"), (11, "<1"), (12, "1"), (23, "1"), (24, "2"), (35, "2"),
        (36, "3"), (47, "3"), (48, ">=4"), (600, ">=4"),
    ],
)  # fmt: skip
def test_the_rows_of_the_penyesuaian_table(bulan, kelompok):
    assert kelompok_masa(bulan, A) == kelompok


@given(st.integers(0, 600), st.sampled_from(P))
def test_the_conversion_is_the_exact_fraction_rounded_half_up_and_never_falls(bulan, predikat):
    persen = A["angka_kredit"].tabel("persen")[predikat.name]["nilai"]
    tepat = Fraction(25 * persen * min(bulan, 36), 12)
    p = pindah(J.PENGAWAS, "III/d", bulan, predikat=predikat)
    assert p.konversi == (tepat + Fraction(1, 2)).__floor__()
    assert pindah(J.PENGAWAS, "III/d", bulan + 1, predikat=predikat).total >= p.total
