"""The post at the next jenjang, found by the names of SIASN; and the code of an eselon as stored."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from pegawai.enums import Eselon, Jenjang
from pegawai.rules.eselon import kode_eselon
from pegawai.rules.jenjang_berikut import Pos, jenjang_berikut, keluarga, pasangkan

J = Jenjang
BERIKUT = jenjang_berikut(aturan_per(date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("nama", "harap"),
    [
        ("Perencana Ahli Pertama", "PERENCANA"),
        ("Ahli Muda - Guru Kelas", "GURU KELAS"),
        ("PERAWAT  TERAMPIL", "PERAWAT"),
        ("Asisten Apoteker Pemula", "ASISTEN APOTEKER"),
        ("Bidan Penyelia pada Puskesmas", "BIDAN PADA PUSKESMAS"),
        ("Perencana Ahli Madya (Bappeda)", "PERENCANA (BAPPEDA)"),
        ("Guru", ""),
        ("Guru Muda", ""),
        ("Terampil", ""),
        ("", ""),
    ],
)
def test_the_family_of_a_post_is_its_name_without_the_jenjang(nama: str, harap: str) -> None:
    assert keluarga(nama) == harap


def test_the_ladders_are_those_of_the_regulation() -> None:
    assert BERIKUT == {
        J.PEMULA: J.TERAMPIL,
        J.TERAMPIL: J.MAHIR,
        J.MAHIR: J.PENYELIA,
        J.AHLI_PERTAMA: J.AHLI_MUDA,
        J.AHLI_MUDA: J.AHLI_MADYA,
        J.AHLI_MADYA: J.AHLI_UTAMA,
    }


def test_a_post_leads_to_the_next_jenjang_of_its_family() -> None:
    pos = [
        Pos(1, "Perencana Ahli Pertama", J.AHLI_PERTAMA, None),
        Pos(2, "AHLI MUDA - PERENCANA", J.AHLI_MUDA, None),
        Pos(3, "Perencana Ahli Madya", J.AHLI_MADYA, None),
        Pos(4, "Perawat Terampil", J.TERAMPIL, None),
        Pos(5, "Perawat Ahli Pertama", J.AHLI_PERTAMA, None),
        Pos(6, "Perawat Mahir", J.MAHIR, None),
        Pos(7, "Perawat Penyelia", J.PENYELIA, None),
    ]
    assert pasangkan(pos, BERIKUT) == {1: 2, 2: 3, 4: 6, 6: 7}


def test_nothing_is_guessed_and_nothing_chosen_is_changed() -> None:
    pos = [
        Pos(1, "Perencana Ahli Pertama", J.AHLI_PERTAMA, None),
        Pos(2, "Perencana Ahli Muda", J.AHLI_MUDA, None),
        Pos(3, "Ahli Muda - Perencana", J.AHLI_MUDA, None),
        Pos(4, "Auditor Ahli Pertama", J.AHLI_PERTAMA, 9),
        Pos(5, "Auditor Ahli Muda", J.AHLI_MUDA, None),
        Pos(6, "Guru", J.AHLI_PERTAMA, None),
        Pos(7, "Guru Muda", J.AHLI_MUDA, None),
    ]
    assert pasangkan(pos, BERIKUT) == {}


@pytest.mark.parametrize(
    ("teks", "jenjang", "harap"),
    [
        ("II.b", J.JPT_PRATAMA, Eselon.II_B),
        ("IV/a", None, Eselon.IV_A),
        ("V.b", None, Eselon.V_B),
        ("I.b", J.JPT_MADYA, Eselon.I_B),
        ("I.a", J.JPT_UTAMA, Eselon.I_A_UTAMA),
        ("I.a", J.JPT_MADYA, Eselon.I_A),
        ("I.a", J.JPT_PRATAMA, None),
        ("I.a", None, None),
        ("", J.PENGAWAS, None),
        ("NON", None, None),
    ],
)
def test_an_eselon_in_words_is_a_code_when_it_tells_one(
    teks: str, jenjang: Jenjang | None, harap: Eselon | None
) -> None:
    assert kode_eselon(teks, jenjang) == harap
