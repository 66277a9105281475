"""Accumulated angka kredit: AK dasar, targets, bonus, balance; columns agree with single numbers."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from kinerja.enums import Predikat
from kinerja.rules.akumulasi import (
    JABATAN_FUNGSIONAL,
    KENAIKAN_JENJANG,
    KENAIKAN_PANGKAT,
    ak_dasar,
    ak_kumulatif_jenjang,
    bonus_pendidikan,
    kebutuhan_jenjang_kolom,
    langkah_berikut,
    predikat_cukup,
    target_jenjang,
    timbang,
)
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, SENTI, kebutuhan, rentang_golongan
from pegawai.enums import Jenjang
from pegawai.rules.golongan import TERTINGGI, Golongan, urut_pns

A = aturan_per(date(2026, 11, 21))
J = Jenjang


def gol(teks):
    return Golongan.pns(teks)


# -- AK dasar ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenjang", "golongan", "ak"),
    [
        (J.PEMULA, "II/a", 0),
        (J.TERAMPIL, "II/b", 0), (J.TERAMPIL, "II/c", 20), (J.TERAMPIL, "II/d", 40),
        (J.MAHIR, "III/a", 0), (J.MAHIR, "III/b", 50),
        (J.PENYELIA, "III/c", 0), (J.PENYELIA, "III/d", 100),
        (J.AHLI_PERTAMA, "III/a", 0), (J.AHLI_PERTAMA, "III/b", 50),
        (J.AHLI_MUDA, "III/c", 0), (J.AHLI_MUDA, "III/d", 100),
        (J.AHLI_MADYA, "IV/a", 0), (J.AHLI_MADYA, "IV/b", 150), (J.AHLI_MADYA, "IV/c", 300),
        (J.AHLI_UTAMA, "IV/d", 0), (J.AHLI_UTAMA, "IV/e", 200),
    ],
)  # fmt: skip
def test_ak_dasar_of_every_golongan_of_every_jenjang(jenjang, golongan, ak):
    assert ak_dasar(jenjang, gol(golongan), A).senti == ak * SENTI


@pytest.mark.parametrize("kunci", A["ak_dasar"].tabel("tertulis"))
def test_the_formula_gives_every_value_that_a_source_writes_out(kunci):
    jenjang, golongan = kunci.split()
    baris = A["ak_dasar"].tabel("tertulis")[kunci]
    hasil = ak_dasar(J[jenjang], gol(golongan), A)
    assert (hasil.senti, hasil.conf) == (baris["nilai"] * SENTI, baris["conf"])


@pytest.mark.parametrize(
    ("jenjang", "golongan", "conf", "berbeda"),
    [
        (J.AHLI_MUDA, "III/d", "V2", 5000),
        (J.TERAMPIL, "II/d", "KEPUTUSAN", 2000),
        (J.TERAMPIL, "II/c", "KEPUTUSAN", None),
        (J.AHLI_MADYA, "IV/b", "V1", None),
    ],
)
def test_ak_dasar_says_how_sure_it_is_and_what_another_source_says(jenjang, golongan, conf, berbeda):
    hasil = ak_dasar(jenjang, gol(golongan), A)
    assert (hasil.conf, hasil.berbeda) == (conf, berbeda)


class _Berkas:
    """The rule file `ak_dasar` with a written value that the formula does not give."""

    def __init__(self, asli):
        self._asli = asli

    def tabel(self, nama):
        return {"AHLI_MUDA III/d": {"nilai": 90, "conf": "V2"}} if nama == "tertulis" else {}

    def angka(self, nama):
        return 2 * self._asli.angka(nama)


class _Aturan(dict):
    def __hash__(self):
        return 1


def aturan_lain():
    isi = {kode: A[kode] for kode in ("angka_kredit", "jenjang")}
    return _Aturan(isi, ak_dasar=_Berkas(A["ak_dasar"]))


def test_the_confidence_of_a_written_value_does_not_pass_to_another_one():
    assert ak_dasar(J.AHLI_MUDA, gol("III/d"), aturan_lain()) == (20_000, "KEPUTUSAN", None)


def test_the_steps_that_count_are_those_of_the_rule_file():
    kolom = [Kolom.satu(int(n)) for n in (J.AHLI_MADYA, urut_pns("IV/c"), 100)]
    assert ak_kumulatif_jenjang(*kolom, aturan_lain()).baca(0) == 60_100


@pytest.mark.parametrize(
    ("jenjang", "golongan", "kode"),
    [
        (J.AHLI_MUDA, "III/b", "golongan_di_bawah_jenjang"),
        (J.AHLI_MUDA, "IV/a", "golongan_di_atas_jenjang"),
        (J.PENGAWAS, "III/c", "bukan_jabatan_fungsional"),
        (J.PELAKSANA, "III/c", "bukan_jabatan_fungsional"),
    ],
)
def test_ak_dasar_outside_the_range_is_refused(jenjang, golongan, kode):
    with pytest.raises(DomainError) as tolak:
        ak_dasar(jenjang, gol(golongan), A)
    assert tolak.value.kode == kode


@pytest.mark.parametrize(
    ("golongan", "pesan"),
    [
        ("III/b", r"^Golongan III/b di bawah golongan terendah jenjang Ahli Muda"),
        ("IV/a", r"^Golongan IV/a di atas rentang jenjang Ahli Muda"),
    ],
)
def test_a_refusal_names_the_jenjang_as_people_write_it(golongan, pesan):
    with pytest.raises(DomainError, match=pesan):
        ak_dasar(J.AHLI_MUDA, gol(golongan), A)


# -- the next step ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keluarga", "golongan", "jenjang", "langkah", "ak"),
    [
        (JF_KEAHLIAN, "III/a", J.AHLI_PERTAMA, KENAIKAN_PANGKAT, 50),
        (JF_KEAHLIAN, "III/b", J.AHLI_PERTAMA, KENAIKAN_JENJANG, 100),
        (JF_KEAHLIAN, "III/c", J.AHLI_MUDA, KENAIKAN_PANGKAT, 100),
        (JF_KEAHLIAN, "III/d", J.AHLI_MUDA, KENAIKAN_JENJANG, 200),
        (JF_KEAHLIAN, "IV/a", J.AHLI_MADYA, KENAIKAN_PANGKAT, 150),
        (JF_KEAHLIAN, "IV/b", J.AHLI_MADYA, KENAIKAN_PANGKAT, 150),
        (JF_KEAHLIAN, "IV/c", J.AHLI_MADYA, KENAIKAN_JENJANG, 450),
        (JF_KEAHLIAN, "IV/d", J.AHLI_UTAMA, KENAIKAN_PANGKAT, 200),
        (JF_KEAHLIAN, "IV/e", J.AHLI_UTAMA, None, None),
        (JF_KETERAMPILAN, "II/a", J.PEMULA, KENAIKAN_JENJANG, 15),
        (JF_KETERAMPILAN, "II/b", J.TERAMPIL, KENAIKAN_PANGKAT, 20),
        (JF_KETERAMPILAN, "II/c", J.TERAMPIL, KENAIKAN_PANGKAT, 20),
        (JF_KETERAMPILAN, "II/d", J.TERAMPIL, KENAIKAN_JENJANG, 60),
        (JF_KETERAMPILAN, "III/a", J.MAHIR, KENAIKAN_PANGKAT, 50),
        (JF_KETERAMPILAN, "III/b", J.MAHIR, KENAIKAN_JENJANG, 100),
        (JF_KETERAMPILAN, "III/c", J.PENYELIA, KENAIKAN_PANGKAT, 100),
        (JF_KETERAMPILAN, "III/d", J.PENYELIA, None, None),
    ],
)
def test_the_next_step_of_every_golongan(keluarga, golongan, jenjang, langkah, ak):
    assert langkah_berikut(gol(golongan), keluarga, A) == (jenjang, langkah, ak and ak * SENTI)


# -- targets ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenjang", "awal", "ak"),
    [
        (J.TERAMPIL, "II/a", 60), (J.TERAMPIL, "II/b", 60), (J.TERAMPIL, "II/c", 40),
        (J.TERAMPIL, "II/d", 20), (J.PEMULA, "II/a", 15), (J.MAHIR, "III/b", 50),
        (J.AHLI_PERTAMA, "III/a", 100), (J.AHLI_PERTAMA, "III/b", 50), (J.AHLI_MUDA, "III/d", 100),
        (J.AHLI_MADYA, "IV/b", 300), (J.AHLI_MADYA, "IV/c", 150), (J.AHLI_MADYA, "III/a", 450),
        (J.PENYELIA, "III/c", None), (J.AHLI_UTAMA, "IV/e", None),
    ],
)  # fmt: skip
def test_the_target_is_in_proportion_to_where_the_career_began(jenjang, awal, ak):
    assert target_jenjang(jenjang, gol(awal), A) == (ak and ak * SENTI)


def test_a_career_above_the_jenjang_has_no_target_in_it():
    with pytest.raises(DomainError, match="Golongan awal III/a di atas rentang jenjang Terampil") as tolak:
        target_jenjang(J.TERAMPIL, gol("III/a"), A)
    assert tolak.value.kode == "golongan_di_atas_jenjang"


def test_starting_higher_and_counting_ak_dasar_come_to_the_same():
    """Terampil from II/c: 40 to collect is 60 with 20 given. So for every jenjang and golongan."""
    for jenjang in JABATAN_FUNGSIONAL:
        penuh = kebutuhan(jenjang, A).jenjang
        bawah, atas = rentang_golongan(jenjang, A)
        for urut in range(bawah, atas + 1) if penuh else ():
            awal = Golongan(gol("I/a").skala, urut)
            assert target_jenjang(jenjang, awal, A) == penuh - ak_dasar(jenjang, awal, A).senti


# -- education bonus ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenjang", "senti"),
    [
        (J.PEMULA, 375), (J.TERAMPIL, 500), (J.MAHIR, 1250), (J.PENYELIA, 2500),
        (J.AHLI_PERTAMA, 1250), (J.AHLI_MUDA, 2500), (J.AHLI_MADYA, 3750), (J.AHLI_UTAMA, 5000),
    ],
)  # fmt: skip
def test_the_bonus_is_a_quarter_of_the_need_of_a_pangkat(jenjang, senti):
    assert bonus_pendidikan(jenjang, A) == (senti, None)


@pytest.mark.parametrize(
    ("jenjang", "golongan", "berbeda"),
    [
        (J.AHLI_PERTAMA, "III/a", None), (J.AHLI_PERTAMA, "III/b", 2500), (J.AHLI_MUDA, "III/d", 5000),
        (J.AHLI_MADYA, "IV/b", None), (J.AHLI_MADYA, "IV/c", 11_250), (J.AHLI_UTAMA, "IV/e", None),
        # One golongan: the need of the pangkat is that of the jenjang.
        (J.PEMULA, "II/a", None),
    ],
)  # fmt: skip
def test_at_the_top_of_a_jenjang_another_source_gives_more(jenjang, golongan, berbeda):
    assert bonus_pendidikan(jenjang, A, gol(golongan)).berbeda == berbeda


def test_the_bonus_asks_for_predikat_baik():
    assert [p for p in Predikat if predikat_cukup(p, A)] == [Predikat.BAIK, Predikat.SANGAT_BAIK]


# -- balance ------------------------------------------------------------------------------------


@given(st.fractions(0, 500), st.fractions(0, 500))
def test_a_balance_is_enough_or_short_and_says_by_how_much(ada, perlu):
    t = timbang(ada, perlu)
    assert t.dapat == (ada >= perlu)
    assert t.sisa - t.kekurangan == ada - perlu
    assert min(t.sisa, t.kekurangan) == 0


def test_exactly_enough_is_enough():
    assert timbang(Fraction(50), Fraction(50)) == (True, 0, 0)
    assert timbang(Fraction(4999, 100), Fraction(50)) == (False, 0, Fraction(1, 100))


# -- columns ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenjang", "golongan", "saldo", "kumulatif", "kurang"),
    [
        (J.TERAMPIL, "II/b", 0, 0, 6000),
        (J.TERAMPIL, "II/c", 2000, 4000, 2000),
        (J.TERAMPIL, "II/d", 2000, 6000, 0),
        (J.TERAMPIL, "II/d", 1999, 5999, 1),
        (J.AHLI_PERTAMA, "III/b", 5100, 10_100, -100),
        (J.AHLI_MADYA, "IV/c", 15_000, 45_000, 0),
        (J.PENYELIA, "III/d", 10, 10_010, None),
        (J.AHLI_MUDA, "III/b", 20_000, None, None),
        (J.AHLI_MUDA, "IV/a", 20_000, None, None),
        (J.AHLI_MUDA, None, 20_000, None, None),
        (J.AHLI_MUDA, "III/d", None, None, None),
        (None, "III/d", 20_000, None, None),
        (J.PENGAWAS, "III/d", 20_000, None, None),
    ],
)
def test_what_was_collected_in_the_jenjang_and_what_is_short(jenjang, golongan, saldo, kumulatif, kurang):
    urut = None if golongan is None else urut_pns(golongan)
    kolom = [Kolom.satu(None if n is None else int(n)) for n in (jenjang, urut, saldo)]
    punya = ak_kumulatif_jenjang(*kolom, A)
    sisa = kebutuhan_jenjang_kolom(kolom[0], A).kurang(punya)
    assert (punya.baca(0), sisa.baca(0)) == (kumulatif, kurang)


def test_the_needs_of_a_jenjang_as_a_column():
    kolom = kebutuhan_jenjang_kolom(Kolom.dari([int(j) for j in J]), A)
    for i, jenjang in enumerate(J):
        butuh = kebutuhan(jenjang, A).jenjang if jenjang in JABATAN_FUNGSIONAL else None
        assert kolom.baca(i) == butuh


def test_the_column_adds_ak_dasar_to_the_balance_for_everybody_in_range():
    pasangan = list(product(J, range(1, TERTINGGI + 1)))
    jenjang, golongan = (Kolom.dari([int(p[i]) for p in pasangan]) for i in (0, 1))
    kolom = ak_kumulatif_jenjang(jenjang, golongan, Kolom.penuh(7, len(pasangan)), A)
    for i, (j, urut) in enumerate(pasangan):
        try:
            harap = 7 + ak_dasar(j, Golongan(gol("I/a").skala, urut), A).senti
        except DomainError:
            harap = None
        assert kolom.baca(i) == harap
