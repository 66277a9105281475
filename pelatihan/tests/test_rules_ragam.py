"""How one learns, the words about JP that were credited, and the shapes of SIASN."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from pegawai.enums import BentukPengembangan as B
from pegawai.rules.pengakuan_jp import Pembatas
from pelatihan.enums import BentukBerkas, Ragam
from pelatihan.kamus.jp import cara_menghitung, kalimat_diakui, sebab_pembatas
from pelatihan.rules.bentuk_siasn_jp import day_text, shape_of
from pelatihan.rules.ragam import PORSI, ragam

A = aturan_per(date(2026, 11, 21))


def test_every_form_is_learned_in_one_way_and_the_shares_are_whole():
    assert {ragam(b) for b in B} == set(Ragam)
    assert (ragam(B.MAGANG), ragam(B.COACHING), ragam(B.E_LEARNING)) == tuple(PORSI)
    assert sum(PORSI.values()) == 100


# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bentuk", "sebab", "kalimat"),
    [
        (B.COACHING, Pembatas.SESI_BULANAN, "coaching paling banyak 2 sesi sebulan"),
        (B.BELAJAR_MANDIRI, Pembatas.HARIAN, "belajar mandiri paling banyak 2 JP sehari"),
        (B.PATOK_BANDING, Pembatas.TETAP, "patok banding bernilai 10 JP tiap kegiatan"),
        (B.SEMINAR, None, ""),
    ],
)
def test_a_cap_says_what_it_is(bentuk, sebab, kalimat):
    assert sebab_pembatas(bentuk, sebab, A) == kalimat


def test_what_was_claimed_and_credited_stands_in_one_sentence():
    assert kalimat_diakui(6, 4, "coaching paling banyak 2 sesi sebulan") == (
        "Diakui 4 dari 6 JP: coaching paling banyak 2 sesi sebulan"
    )
    assert kalimat_diakui(4, 4, "") == "Diakui 4 JP"
    assert kalimat_diakui(5, 20, "magang bernilai 20 JP tiap kegiatan").startswith("Diakui 20 JP, bukan 5: ")
    assert kalimat_diakui(5, 4, "") == "Diakui 4 dari 5 JP"


def test_the_help_names_exactly_the_forms_that_do_not_follow_a_curriculum():
    cara = dict(cara_menghitung(A))
    assert len(cara) == 8
    assert cara["Coaching"] == "2 JP tiap sesi, paling banyak 2 sesi sebulan; dilaporkan per bulan"
    assert (cara["Magang"], cara["Komunitas belajar"]) == ("20 JP tiap kegiatan", "paling banyak 2 JP sehari")


# -- shapes of SIASN ------------------------------------------------------------------------------


def test_only_structural_diklat_stands_in_the_shape_diklat():
    assert [b for b in B if shape_of(b) is BentukBerkas.DIKLAT] == [B.DIKLAT_STRUKTURAL]
    assert day_text(date(2026, 5, 3)) == "03-05-2026"
