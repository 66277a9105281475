"""Papers of a proposal: the checklist of each path, and what in the records would come back."""

from datetime import date

import pytest

from asn_karier.lib.aturan import Aturan, aturan_per
from karier.enums import AkibatBerkas, JalurPangkat, Pelaku
from karier.kamus.usul import DOKUMEN, JENIS, baca_dokumen, baca_temuan
from karier.rules.berkas_usul import (
    JENIS_KP,
    CatatanOrang,
    dokumen_diminta,
    dokumen_usul,
    praperiksa,
)

ATURAN = aturan_per(date(2026, 11, 28))
TMT = date(2027, 1, 1)
BULAN = 3
LENGKAP = CatatanOrang(
    nip="199001012015031002",
    nama="Siti Contoh",
    tanggal_lahir=date(1990, 1, 1),
    jenis_kelamin="L",
    tmt_cpns=date(2015, 3, 1),
    golongan_lalu=9,
    golongan=10,
    tmt_pangkat=date(2021, 4, 1),
    sk_pangkat="SK-1",
    tmt_jabatan=date(2021, 4, 1),
    sk_jabatan="SK-2",
    ijazah="S-1 Manajemen",
    tahun_lulus=2013,
    fungsional=False,
    pak=False,
    tahun_predikat=frozenset({2024, 2025}),
)


def temuan(tmt=TMT, **isian):
    return praperiksa(LENGKAP._replace(**isian), tmt, BULAN)


def kode(tmt=TMT, **isian):
    return [t.kode for t in temuan(tmt, **isian)]


def test_records_that_agree_have_no_fault():
    assert temuan() == []


@pytest.mark.parametrize(
    ("isian", "harapan"),
    [
        ({"nama": " "}, "nama"),
        ({"nama": "Siti 2"}, "nama"),
        ({"nip": "123"}, "nip"),
        ({"tanggal_lahir": date(1990, 1, 2)}, "nip_lahir"),
        ({"jenis_kelamin": "P"}, "nip_kelamin"),
        ({"tmt_cpns": date(2016, 3, 1)}, "nip_cpns"),
        ({"tmt_pangkat": None}, "pangkat_kosong"),
        ({"tmt_pangkat": date(2015, 2, 1)}, "pangkat_sebelum_cpns"),
        ({"golongan_lalu": 10}, "pangkat_mundur"),
        ({"tmt_jabatan": None}, "jabatan_kosong"),
        ({"tmt_jabatan": date(2014, 1, 1)}, "jabatan_sebelum_cpns"),
        ({"ijazah": ""}, "ijazah_kosong"),
        ({"tahun_lulus": 1990}, "ijazah_sebelum_lahir"),
        ({"fungsional": True}, "pak_kosong"),
    ],
)
def test_each_contradiction_would_come_back(isian, harapan):
    (satu,) = temuan(**isian)
    assert (satu.kode, satu.akibat) == (harapan, AkibatBerkas.BTS)


@pytest.mark.parametrize(
    ("isian", "harapan"),
    [
        ({"sk_pangkat": ""}, "sk_pangkat"),
        ({"sk_jabatan": ""}, "sk_jabatan"),
        ({"tahun_lulus": None}, "ijazah_tahun"),
    ],
)
def test_what_is_only_not_recorded_here_is_to_be_looked_at(isian, harapan):
    (satu,) = temuan(**isian)
    assert (satu.kode, satu.akibat) == (harapan, AkibatBerkas.PERIKSA)


def test_the_certain_stands_before_the_unknown():
    assert kode(sk_pangkat="", ijazah="") == ["ijazah_kosong", "sk_pangkat"]


def test_a_pak_is_asked_of_a_functional_post_only():
    assert kode(fungsional=True, pak=True) == []


def test_without_a_day_of_appointment_nothing_is_compared_with_it():
    assert kode(tmt_cpns=None) == []


def test_the_number_of_a_pppk_names_no_day_of_appointment():
    assert kode(nip="199001012022211002", tmt_cpns=date(2022, 3, 1), tmt_pangkat=date(2022, 3, 1),
                tmt_jabatan=date(2022, 3, 1)) == []  # fmt: skip


@pytest.mark.parametrize(
    ("tmt", "tahun", "kurang"),
    [
        (TMT, {2024, 2025}, False),
        (TMT, {2025, 2026}, False),
        (TMT, {2025}, True),
        (date(2027, 3, 1), {2024, 2025}, False),
        (date(2027, 4, 1), {2024, 2025}, True),
        (date(2027, 4, 1), {2025, 2026}, False),
    ],
)
def test_two_years_of_predikat_are_those_before_the_tmt(tmt, tahun, kurang):
    hasil = temuan(tmt, tahun_predikat=frozenset(tahun))
    assert [(t.kode, t.akibat, t.pelaku) for t in hasil] == (
        [("skp_kurang", AkibatBerkas.TMS, Pelaku.ATASAN)] if kurang else []
    )


def test_every_fault_has_a_sentence_and_who_mends_it():
    semua = temuan(nama="", nip="", tmt_pangkat=None, tmt_jabatan=None, ijazah="", tahun_predikat=frozenset())
    for t in semua:
        terbaca = baca_temuan(t)
        assert terbaca.kalimat
        assert terbaca.pelaku
        assert terbaca.tindakan


@pytest.mark.parametrize("jenis", JENIS_KP)
def test_every_path_has_a_checklist_whose_papers_have_names(jenis):
    daftar = dokumen_usul(jenis, ATURAN)
    assert daftar
    assert JENIS[jenis]
    for d in daftar:
        terbaca = baca_dokumen(d)
        assert terbaca.nama == DOKUMEN[d.kode]
        assert terbaca.pasal or terbaca.keyakinan


def test_before_the_first_checklist_there_is_none():
    kosong = Aturan({b.kode: b for b in ATURAN if b.kode != "berkas_kp"}, "uji")
    assert dokumen_usul("reguler", kosong) == []


def test_what_can_be_sent_back_is_the_checklist_of_the_path_and_the_identity():
    assert "pak" in dokumen_diminta(JalurPangkat.JABATAN_FUNGSIONAL, ATURAN)
    assert dokumen_diminta(JalurPangkat.TIDAK_BERLAKU, ATURAN) == ["identitas", "lain"]
