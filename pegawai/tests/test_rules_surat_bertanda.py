"""The text of a certificate, its number and its code."""

from datetime import date

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.rules.surat_bertanda import (
    IsiSertifikat,
    baca_muatan,
    baca_nomor,
    inisial,
    pisah_kode,
    susun_muatan,
    susun_nomor,
)

ISI = IsiSertifikat(
    "2027-7F3K-9Q2M-XX4T", "S. A.", 'Komunikasi "publik", dasar', 20, date(2027, 5, 7), "P", "ab"
)


def test_a_text_is_read_as_it_was_written() -> None:
    assert baca_muatan(susun_muatan(ISI)) == ISI


@pytest.mark.parametrize(
    "teks", ["", "{}", "[2,1,1,1,1,1,1,1]", "[1]", '[1,"a","b","c","x","2027-05-07","d","e"]']
)
def test_a_text_of_another_shape_is_refused(teks: str) -> None:
    with pytest.raises(DomainError, match="bukan kode sertifikat"):
        baca_muatan(teks)


def test_a_number_is_found_however_it_is_typed() -> None:
    nomor = susun_nomor(2027, "7F3K9Q2MXX4T")
    assert nomor == "2027-7F3K-9Q2M-XX4T"
    assert [baca_nomor(t) for t in (nomor, " 2027 7f3k 9q2m xx4t ", "2027/7F3K.9Q2M-XX4T")] == [nomor] * 3


@pytest.mark.parametrize("teks", ["", "2027", "2027-7F3K-9Q2M-XX4", "2027-7F3K-9Q2M-XX4O", "DROP TABLE"])
def test_what_cannot_be_a_number_is_none(teks: str) -> None:
    assert baca_nomor(teks) is None


def test_initials_are_the_first_letters_of_the_words() -> None:
    assert inisial("siti  Nur'aini (alm) 2") == "S. N."


@pytest.mark.parametrize("kode", ["", "a", "a.", ".b", "a.b.c"])
def test_a_code_that_is_not_two_parts_is_refused(kode: str) -> None:
    with pytest.raises(DomainError, match="tidak utuh"):
        pisah_kode(kode)


def test_a_code_has_two_parts() -> None:
    assert pisah_kode(" a.b\n") == ("a", "b")
