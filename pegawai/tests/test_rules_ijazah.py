"""Ijazah: spellings, and the golongan each opens."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import TingkatPendidikan as T
from pegawai.rules.ijazah import Ijazah, baca_ijazah, golongan_awal, golongan_pppk, golongan_tertinggi

A = aturan_per(date(2026, 11, 28))
# ijazah, starting golongan, ceiling, verified: aturan 1.3.
TABEL = [
    ("SD", "I/a", "II/a", True),
    ("SLTP", "I/c", "II/c", True),
    ("SLTP kejuruan", "I/c", "II/d", True),
    ("SLTA", "II/a", "III/b", True),
    ("SLTA kejuruan", "II/a", "III/b", True),
    ("SLTA keguruan", "II/a", "III/b", True),
    ("DI", "II/a", "III/b", True),
    ("DII", "II/b", "III/b", True),
    ("SGPLB", "II/b", "III/c", True),
    ("DIII", "II/c", "III/c", True),
    ("DIV", "III/a", "III/d", True),
    ("S1", "III/a", "III/d", True),
    ("Dokter", "III/b", "IV/a", True),
    ("Apoteker", "III/b", "IV/a", True),
    ("Profesi", "III/b", "IV/a", False),
    ("S2", "III/b", "IV/a", True),
    ("S3", "III/c", "IV/b", True),
]


@pytest.mark.parametrize(("teks", "awal", "tertinggi", "pasti"), TABEL)
def test_every_ijazah_opens_a_golongan_and_has_a_ceiling(teks, awal, tertinggi, pasti):
    ijazah = baca_ijazah(teks)
    bawah, atas = golongan_awal(ijazah, A), golongan_tertinggi(ijazah, A)
    assert (bawah.golongan.nama, atas.golongan.nama) == (awal, tertinggi)
    assert bawah.terverifikasi is atas.terverifikasi is pasti
    assert bawah.pasal == "PP 99/2000 jo PP 12/2002"


def test_an_unverified_golongan_says_why():
    assert "dokter dan apoteker" in golongan_awal(Ijazah(T.PROFESI), A).catatan


@pytest.mark.parametrize("hitung", [golongan_awal, golongan_tertinggi, golongan_pppk])
@pytest.mark.parametrize("teks", ["Spesialis", "Subspesialis"])
def test_where_no_source_tells_nothing_is_invented(hitung, teks):
    with pytest.raises(DomainError, match="sumbernya belum ada") as galat:
        hitung(baca_ijazah(teks), A)
    assert galat.value.kode == "golongan_ijazah"
    assert galat.value.tindakan


@pytest.mark.parametrize(
    ("teks", "golongan", "pasti"),
    [
        ("SD", "I", False),
        ("SLTP", "IV", False),
        ("SLTP kejuruan", "IV", False),
        ("SLTA", "V", True),
        ("SMK", "V", True),
        ("SPG", "V", True),
        ("DI", "V", False),
        ("DII", "VI", False),
        ("DIII", "VII", True),
        ("DIV", "IX", True),
        ("S1", "IX", True),
        ("S2", "X", False),
        ("S3", "XI", False),
    ],
)
def test_the_entry_golongan_of_a_pppk_stands_on_its_own_scale(teks, golongan, pasti):
    hasil = golongan_pppk(baca_ijazah(teks), A)
    assert hasil.golongan.nama == golongan
    assert hasil.golongan.pangkat == ""
    assert hasil.terverifikasi is pasti


@pytest.mark.parametrize("teks", ["Dokter", "Apoteker", "SGPLB", "Profesi"])
def test_a_named_ijazah_has_no_golongan_of_a_pppk(teks):
    with pytest.raises(DomainError, match="belum ada"):
        golongan_pppk(baca_ijazah(teks), A)


@pytest.mark.parametrize(
    ("teks", "ijazah"),
    [
        ("s-1/Sarjana", Ijazah(T.S1)),
        ("S1/DIV", Ijazah(T.S1)),
        ("D.IV", Ijazah(T.DIPLOMA_IV)),
        ("D4", Ijazah(T.DIPLOMA_IV)),
        ("Diploma III/Sarjana Muda", Ijazah(T.DIPLOMA_III)),
        ("sarjana muda", Ijazah(T.DIPLOMA_III)),
        ("d-ii", Ijazah(T.DIPLOMA_II)),
        ("SGPLB", Ijazah(T.DIPLOMA_II, "SGPLB")),
        ("dokter", Ijazah(T.PROFESI, "DOKTER")),
        ("Apoteker", Ijazah(T.PROFESI, "APOTEKER")),
        ("SMA/SMK", Ijazah(T.SLTA)),
        ("SLTA_KEGURUAN", Ijazah(T.SLTA_KEGURUAN)),
        ("MTs", Ijazah(T.SLTP)),
        ("Sekolah Dasar", Ijazah(T.SD)),
        ("05", Ijazah(T.SD)),
        ("10", Ijazah(T.SLTP)),
        ("50", Ijazah(T.S3)),
        ("Dokter Spesialis", Ijazah(T.SPESIALIS)),
    ],
)
def test_one_ijazah_in_its_spellings(teks, ijazah):
    assert baca_ijazah(teks) == ijazah


@pytest.mark.parametrize("tingkat", list(T))
def test_every_level_is_read_by_its_name_and_by_its_id(tingkat):
    assert baca_ijazah(tingkat.name) == baca_ijazah(f"{tingkat:02d}") == Ijazah(tingkat)


@pytest.mark.parametrize("teks", ["", "TK", "S4", "5", "Dokter Gigi"])
def test_an_unknown_ijazah_is_refused_with_the_way_to_write_it(teks):
    with pytest.raises(DomainError, match="Pendidikan ditulis seperti") as galat:
        baca_ijazah(teks)
    assert galat.value.kode == "pendidikan"
