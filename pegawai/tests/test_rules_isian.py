"""The shared readers, and the jenjang that a name says."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import Eselon, JenisPegawai, Jenjang
from pegawai.enums import TingkatPendidikan as T
from pegawai.rules import isian
from pegawai.rules.golongan import Golongan
from pegawai.rules.ijazah import Ijazah
from pegawai.rules.jenjang import jenjang_nama, rentang_jenjang


@pytest.mark.parametrize(
    ("teks", "jenjang"),
    [
        ("Ahli Muda", Jenjang.AHLI_MUDA),
        (" jf  ahli muda ", Jenjang.AHLI_MUDA),
        ("AHLI_MUDA", Jenjang.AHLI_MUDA),
        ("MU", Jenjang.AHLI_MUDA),
        ("PT", Jenjang.AHLI_PERTAMA),
        ("Jabatan Fungsional Ahli Madya", Jenjang.AHLI_MADYA),
        ("jenjang UT", Jenjang.AHLI_UTAMA),
        ("Penyelia", Jenjang.PENYELIA),
        ("JPT Pratama", Jenjang.JPT_PRATAMA),
        ("Jabatan Pimpinan Tinggi Madya", Jenjang.JPT_MADYA),
        ("Pejabat Pimpinan Tinggi Utama", Jenjang.JPT_UTAMA),
        ("Pejabat Administrator", Jenjang.ADMINISTRATOR),
        ("Pengawas", Jenjang.PENGAWAS),
        ("JFU", Jenjang.PELAKSANA),
        ("Fungsional Umum", Jenjang.PELAKSANA),
        ("Staf", Jenjang.PELAKSANA),
    ],
)
def test_one_jenjang_in_its_spellings(teks, jenjang):
    assert isian.JENJANG.baca(teks) is jenjang


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_every_jenjang_is_read_by_its_name(jenjang):
    assert isian.baca_jenjang(jenjang.name) is jenjang
    assert isian.baca_jenjang(jenjang.name.replace("_", " ").title()) is jenjang


@pytest.mark.parametrize("teks", ["", "Ahli", "Kepala", "JPT"])
def test_an_unknown_jenjang_is_refused(teks):
    with pytest.raises(DomainError, match="Jenjang ditulis seperti") as galat:
        isian.baca_jenjang(teks)
    assert galat.value.kode == "jenjang"


@pytest.mark.parametrize(
    ("teks", "skala", "urut"),
    [
        ("PNS III/a", JenisPegawai.PNS, 9),
        ("III/a", JenisPegawai.PNS, 9),
        ("III a", JenisPegawai.PNS, 9),
        ("PPPK IX", JenisPegawai.PPPK, 9),
        ("pppk  17", JenisPegawai.PPPK, 17),
    ],
)
def test_a_golongan_tells_its_scale(teks, skala, urut):
    assert isian.GOLONGAN_SKALA.baca(teks) == Golongan(skala, urut)


@pytest.mark.parametrize("teks", ["IX", "III", "PPPK", "PNS IX", "PPPK III/a"])
def test_a_golongan_without_its_scale_is_refused(teks):
    with pytest.raises(DomainError, match="Golongan P"):
        isian.GOLONGAN_SKALA.baca(teks)


@pytest.mark.parametrize(
    ("teks", "tingkat"), [("I", 1), ("ii", 2), (" III ", 3), ("IV", 4), ("IV/e", 4), ("2a", 2)]
)
def test_the_golongan_without_its_ruang(teks, tingkat):
    assert isian.TINGKAT_GOLONGAN.baca(teks) == tingkat


def test_a_golongan_beyond_iv_is_none_of_a_pns():
    with pytest.raises(DomainError, match="Golongan PNS"):
        isian.TINGKAT_GOLONGAN.baca("V")


@pytest.mark.parametrize(("nilai", "teks"), [("02", "02"), (2, "2"), ("A", "A")])
def test_an_id_may_be_a_number(nilai, teks):
    assert isian.KODE.baca(nilai) == teks


@pytest.mark.parametrize("nilai", [True, 2.0, None, ["1"]])
def test_an_id_is_nothing_else(nilai):
    with pytest.raises(DomainError, match="sebagai teks atau angka"):
        isian.KODE.baca(nilai)


def test_the_other_readers_read_what_their_rules_read():
    assert isian.GOLONGAN.baca("3a").nama == "III/a"
    assert isian.PENDIDIKAN.baca("Dokter") is T.PROFESI
    assert isian.IJAZAH.baca("Dokter") == Ijazah(T.PROFESI, "DOKTER")
    assert isian.ESELON.baca("II/b") is Eselon.II_B
    assert isian.MASA_KERJA.baca("18-4") == 220


@pytest.mark.parametrize(
    ("nama", "jenjang"),
    [
        ("Guru Ahli Muda", Jenjang.AHLI_MUDA),
        ("perawat  mahir", Jenjang.MAHIR),
        ("Ahli Utama", Jenjang.AHLI_UTAMA),
        ("Pranata Komputer Terampil pada Dinas Kominfo", Jenjang.TERAMPIL),
        ("Guru Muda", None),
        ("Perencana Ahli Muda dan Ahli Madya", None),
        ("Terampil", None),
        ("", None),
    ],
)
def test_the_jenjang_that_a_name_says(nama, jenjang):
    assert jenjang_nama(nama) is jenjang


@pytest.mark.parametrize("tabel", ["golongan_terendah", "golongan_tertinggi"])
def test_a_jenjang_with_one_end_only_has_no_range(monkeypatch, tabel):
    a = aturan_per(date(2026, 11, 21))
    baris = {k: v for k, v in a["jenjang"].tabel(tabel).items() if k != "MAHIR"}
    monkeypatch.setitem(a["jenjang"].isi, tabel, baris)
    with pytest.raises(DomainError, match="tidak memiliki rentang") as galat:
        rentang_jenjang(Jenjang.MAHIR, a)
    assert galat.value.kode == "rentang_jenjang"
    assert rentang_jenjang(Jenjang.PENYELIA, a).terverifikasi
