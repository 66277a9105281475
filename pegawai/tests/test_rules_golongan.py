"""Golongan: two scales that never mix."""

import operator

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisPegawai
from pegawai.rules.golongan import Golongan, pppk_terselubung

TABEL = [
    (1, "I/a", "11", "Juru Muda"),
    (2, "I/b", "12", "Juru Muda Tingkat I"),
    (3, "I/c", "13", "Juru"),
    (4, "I/d", "14", "Juru Tingkat I"),
    (5, "II/a", "21", "Pengatur Muda"),
    (6, "II/b", "22", "Pengatur Muda Tingkat I"),
    (7, "II/c", "23", "Pengatur"),
    (8, "II/d", "24", "Pengatur Tingkat I"),
    (9, "III/a", "31", "Penata Muda"),
    (10, "III/b", "32", "Penata Muda Tingkat I"),
    (11, "III/c", "33", "Penata"),
    (12, "III/d", "34", "Penata Tingkat I"),
    (13, "IV/a", "41", "Pembina"),
    (14, "IV/b", "42", "Pembina Tingkat I"),
    (15, "IV/c", "43", "Pembina Utama Muda"),
    (16, "IV/d", "44", "Pembina Utama Madya"),
    (17, "IV/e", "45", "Pembina Utama"),
]
ROMAWI = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII"


@pytest.mark.parametrize(("urut", "nama", "kode", "pangkat"), TABEL)
def test_every_golongan_of_a_pns_has_its_order_name_code_and_pangkat(urut, nama, kode, pangkat):
    golongan = Golongan.pns(nama)
    assert (golongan.urut, golongan.nama, golongan.id_siasn, golongan.pangkat) == (urut, nama, kode, pangkat)
    assert Golongan.pns(kode) == golongan


@pytest.mark.parametrize(
    "teks",
    [
        "III/a",
        "III a",
        "3a",
        "IIIa",
        "iii/A",
        " III / a ",
        "III-a",
        "III.a",
        "31",
        "Gol. III/a",
        "golongan 3/a",
    ],
)
def test_one_golongan_in_all_its_spellings(teks):
    assert Golongan.pns(teks).nama == "III/a"


@pytest.mark.parametrize("teks", ["III", "IX", "", "V/a", "III/e", "35", "IIII/a", "III/aa", "Penata"])
def test_what_is_not_a_golongan_of_a_pns_is_refused(teks):
    with pytest.raises(DomainError, match="Golongan PNS ditulis seperti III/a"):
        Golongan.pns(teks)


@pytest.mark.parametrize(("urut", "nama"), list(enumerate(ROMAWI.split(), 1)))
def test_a_pppk_counts_in_roman_numbers_and_has_no_pangkat(urut, nama):
    golongan = Golongan.pppk(nama.lower())
    assert (golongan.urut, golongan.nama, golongan.pangkat) == (urut, nama, "")
    assert Golongan.pppk(str(urut)) == golongan


@pytest.mark.parametrize("teks", ["III/a", "XVIII", "0", "18", ""])
def test_what_is_not_a_golongan_of_a_pppk_is_refused(teks):
    with pytest.raises(DomainError, match="angka Romawi I sampai XVII"):
        Golongan.pppk(teks)


@pytest.mark.parametrize("banding", [operator.lt, operator.le, operator.gt, operator.ge])
def test_comparing_across_the_two_scales_raises(banding):
    with pytest.raises(DomainError, match="dua skala berbeda"):
        banding(Golongan.pns("III/a"), Golongan.pppk("IX"))


def test_the_same_order_on_two_scales_is_not_the_same_golongan():
    assert Golongan.pns("III/a") != Golongan.pppk("IX")


def test_order_follows_the_scale_and_not_the_alphabet():
    nama = [Golongan.pns(n).nama for _, n, _, _ in reversed(TABEL)]
    assert [g.nama for g in sorted(map(Golongan.pns, nama))] == [n for _, n, _, _ in TABEL]
    assert Golongan.pns("II/d") < Golongan.pns("III/a") <= Golongan.pns("III/a") < Golongan.pns("IV/a")


def test_the_next_golongan_ends_at_the_top():
    assert Golongan.pns("II/d").berikut == Golongan.pns("III/a")
    assert Golongan.pns("IV/e").berikut is None


@pytest.mark.parametrize(
    ("teks", "harap"),
    [("II/c", "VII"), ("III/a", "IX"), ("3b", "X"), ("III c", "XI"), ("I", "I"), ("V", "V"), ("IX", "IX")],
)
def test_a_disguised_pppk_golongan_is_translated_only_on_request(teks, harap):
    hasil = pppk_terselubung(teks)
    assert (hasil.skala, hasil.nama) == (JenisPegawai.PPPK, harap)


def test_a_disguise_we_do_not_know_is_refused():
    with pytest.raises(DomainError, match="Golongan PPPK"):
        pppk_terselubung("IV/a")


@pytest.mark.parametrize("urut", [0, 18])
def test_an_order_outside_the_scale_is_refused(urut):
    with pytest.raises(DomainError, match="antara 1 dan 17"):
        Golongan(JenisPegawai.PNS, urut)
