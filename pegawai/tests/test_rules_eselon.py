"""Eselon: spellings, jenjang, and the two ranges of golongan."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import TAK_DIATUR
from pegawai.enums import Eselon, Jenjang
from pegawai.rules import eselon
from pegawai.rules.eselon import (
    KeadaanPangkat,
    baca_eselon,
    jenjang_eselon,
    keadaan_pangkat,
    kode_eselon,
    nama_eselon,
)
from pegawai.rules.golongan import Golongan, urut_pns

A = aturan_per(date(2026, 11, 21))
G = Golongan.pns
# eselon, nominal, accepted: the table of aturan 1.4.
TABEL = [
    (Eselon.I_A_UTAMA, "IV/d", "IV/e", "IV/d", "IV/e"),
    (Eselon.I_A, "IV/d", "IV/e", "IV/c", "IV/e"),
    (Eselon.I_B, "IV/c", "IV/e", "IV/b", "IV/e"),
    (Eselon.II_A, "IV/c", "IV/d", "IV/b", "IV/d"),
    (Eselon.II_B, "IV/b", "IV/c", "IV/a", "IV/c"),
    (Eselon.III_A, "IV/a", "IV/b", "III/d", "IV/b"),
    (Eselon.III_B, "III/d", "IV/a", "III/c", "IV/a"),
    (Eselon.IV_A, "III/c", "III/d", "III/b", "III/d"),
    (Eselon.IV_B, "III/b", "III/c", "III/a", "III/c"),
    (Eselon.V_A, "III/a", "III/b", "II/d", "III/b"),
    (Eselon.V_B, "III/a", "III/b", "II/d", "III/b"),
]


@pytest.mark.parametrize(("satu", "n_bawah", "n_atas", "d_bawah", "d_atas"), TABEL)
def test_every_eselon_has_its_two_ranges(satu, n_bawah, n_atas, d_bawah, d_atas):
    nominal, diterima = eselon.rentang_nominal(satu, A), eselon.rentang_diterima(satu, A)
    assert (nominal.terendah.nama, nominal.tertinggi.nama, nominal.terverifikasi) == (n_bawah, n_atas, True)
    assert (diterima.terendah.nama, diterima.tertinggi.nama) == (d_bawah, d_atas)
    assert diterima.terverifikasi is (satu < Eselon.V_A)


def test_the_columns_say_what_the_single_ranges_say_and_nothing_elsewhere():
    for larik, kolom in (
        (eselon.golongan_terendah(A), 1),
        (eselon.golongan_tertinggi(A), 2),
        (eselon.diterima_terendah(A), 3),
        (eselon.diterima_tertinggi(A), 4),
    ):
        harap = np.full(max(Eselon) + 1, TAK_DIATUR)
        for baris in TABEL:
            # What no source tells does not decide.
            if kolom < 3 or baris[0] < Eselon.V_A:
                harap[baris[0]] = urut_pns(baris[kolom])
        assert larik.tolist() == harap.tolist()


def test_an_unverified_row_decides_about_nobody():
    berkas = A["eselon"]
    ragu = {**berkas.tabel("nominal_terendah")["II_B"], "conf": "UNV"}
    tabel = {**berkas.tabel("nominal_terendah"), "II_B": ragu}
    isi = {**berkas.isi, "nominal_terendah": tabel}
    lain = Aturan({"eselon": replace(berkas, isi=isi, sha256="uji")}, "uji")
    assert eselon.golongan_terendah(lain)[Eselon.II_B] == TAK_DIATUR
    assert not eselon.rentang_nominal(Eselon.II_B, lain).terverifikasi


def test_a_column_that_many_share_cannot_be_written():
    with pytest.raises(ValueError, match="read-only"):
        eselon.golongan_terendah(A)[0] = 1


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("II.b", Eselon.II_B),
        ("II/b", Eselon.II_B),
        ("IIb", Eselon.II_B),
        ("ii - B", Eselon.II_B),
        ("2b", Eselon.II_B),
        ("22", Eselon.II_B),
        (" Eselon  II.b ", Eselon.II_B),
        ("I.a", Eselon.I_A),
        ("11", Eselon.I_A),
        ("I.a - JPT MADYA", Eselon.I_A),
        ("10", Eselon.I_A_UTAMA),
        ("I.a utama", Eselon.I_A_UTAMA),
        ("1a JPT Utama", Eselon.I_A_UTAMA),
        ("I.b madya", Eselon.I_B),
        ("III A", Eselon.III_A),
        ("iv.B", Eselon.IV_B),
        ("5b", Eselon.V_B),
        ("51", Eselon.V_A),
    ],
)
def test_one_eselon_in_its_spellings(teks, harap):
    assert baca_eselon(teks) is harap


@pytest.mark.parametrize(
    "teks", ["", "NON", "99", "00", "13", "VI.a", "II", "II.c", "II.a utama", "I.b utama", "2"]
)
def test_what_is_no_eselon_is_refused_with_the_way_to_write_it(teks):
    with pytest.raises(DomainError, match=r"ditulis seperti II\.b") as galat:
        baca_eselon(teks)
    assert galat.value.kode == "eselon"


@pytest.mark.parametrize(
    ("satu", "nama"), [(Eselon.I_A_UTAMA, "I.a"), (Eselon.II_B, "II.b"), (Eselon.V_A, "V.a")]
)
def test_an_eselon_is_written_in_one_way(satu, nama):
    assert nama_eselon(satu) == nama


@pytest.mark.parametrize(
    ("teks", "jenjang"),
    [
        ("10", Jenjang.JPT_UTAMA),
        ("11", Jenjang.JPT_MADYA),
        ("I.b", Jenjang.JPT_MADYA),
        ("II.a", Jenjang.JPT_PRATAMA),
        ("22", Jenjang.JPT_PRATAMA),
        ("III/a", Jenjang.ADMINISTRATOR),
        ("IIIb", Jenjang.ADMINISTRATOR),
        ("41", Jenjang.PENGAWAS),
        ("IV.b", Jenjang.PENGAWAS),
        ("I.a madya", Jenjang.JPT_MADYA),
        ("I.a utama", Jenjang.JPT_UTAMA),
        ("I.a", None),
        ("V.a", None),
        ("Non Eselon", None),
        ("", None),
    ],
)
def test_the_jenjang_of_an_eselon_or_none_when_the_words_do_not_tell(teks, jenjang):
    assert jenjang_eselon(teks) is jenjang


@pytest.mark.parametrize(
    ("teks", "jenjang", "harap"),
    [
        ("II.b", None, Eselon.II_B),
        ("II.b", Jenjang.PENGAWAS, Eselon.II_B),
        ("I.a", Jenjang.JPT_UTAMA, Eselon.I_A_UTAMA),
        ("I.a", Jenjang.JPT_MADYA, Eselon.I_A),
        ("I.a", Jenjang.JPT_PRATAMA, None),
        ("I.a", None, None),
        ("10", Jenjang.JPT_MADYA, Eselon.I_A_UTAMA),
        ("", Jenjang.JPT_MADYA, None),
    ],
)
def test_the_jenjang_of_the_post_tells_the_two_eselon_i_a_apart(teks, jenjang, harap):
    assert kode_eselon(teks, jenjang) is harap


@pytest.mark.parametrize(
    ("satu", "golongan", "keadaan"),
    [
        (Eselon.IV_B, "II/d", KeadaanPangkat.DI_BAWAH),
        (Eselon.IV_B, "III/a", KeadaanPangkat.SATU_DI_BAWAH),
        (Eselon.IV_B, "III/b", KeadaanPangkat.SESUAI),
        (Eselon.IV_B, "III/c", KeadaanPangkat.SESUAI),
        (Eselon.IV_B, "III/d", KeadaanPangkat.DI_ATAS),
        (Eselon.I_A_UTAMA, "IV/c", KeadaanPangkat.DI_BAWAH),
        (Eselon.I_A_UTAMA, "IV/d", KeadaanPangkat.SESUAI),
        (Eselon.I_A, "IV/c", KeadaanPangkat.SATU_DI_BAWAH),
    ],
)
def test_one_step_below_the_lowest_pangkat_is_a_state_and_further_is_not_accepted(satu, golongan, keadaan):
    assert keadaan_pangkat(satu, G(golongan), A) is keadaan
    assert keadaan.diterima is (keadaan in (KeadaanPangkat.SESUAI, KeadaanPangkat.SATU_DI_BAWAH))


def test_the_state_is_told_in_the_words_of_the_rule_book():
    assert KeadaanPangkat.SATU_DI_BAWAH.value == "di bawah pangkat minimal (1 tingkat)"


def test_a_pppk_has_no_place_in_the_range_of_an_eselon():
    with pytest.raises(DomainError, match="dua skala"):
        keadaan_pangkat(Eselon.II_B, Golongan.pppk("IX"), A)
