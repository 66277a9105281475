"""Age limits and masa kerja golongan."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import Jenjang
from pegawai.rules.bup import bup_umum, tanggal_bup, tmt_pensiun
from pegawai.rules.golongan import Golongan
from pegawai.rules.masa_kerja import potongan_tahun

A = aturan_per(date(2026, 11, 21))
G = Golongan.pns
BUP = {
    58: ("PELAKSANA", "PENGAWAS", "ADMINISTRATOR", "PEMULA", "TERAMPIL", "MAHIR", "PENYELIA"),
    60: ("AHLI_MADYA", "JPT_PRATAMA", "JPT_MADYA", "JPT_UTAMA"),
    65: ("AHLI_UTAMA",),
}


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_every_jenjang_has_the_general_age_limit(jenjang):
    harap = {nama: usia for usia, daftar in BUP.items() for nama in daftar}.get(jenjang.name, 58)
    assert bup_umum(jenjang, A) == harap


@pytest.mark.parametrize(
    ("lahir", "bup", "capai", "tmt"),
    [
        (date(1970, 3, 20), 58, date(2028, 3, 20), date(2028, 4, 1)),
        (date(1970, 3, 1), 58, date(2028, 3, 1), date(2028, 4, 1)),
        (date(1966, 12, 31), 60, date(2026, 12, 31), date(2027, 1, 1)),
        (date(1968, 2, 29), 58, date(2026, 3, 1), date(2026, 4, 1)),
        (date(1968, 2, 29), 60, date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_the_pension_starts_on_the_first_of_the_month_after_the_birthday(lahir, bup, capai, tmt):
    assert tanggal_bup(lahir, bup) == capai
    assert tmt_pensiun(lahir, bup, A) == tmt


@pytest.mark.parametrize(
    ("dari", "ke", "tahun"),
    [
        ("I/d", "II/a", 6),
        ("II/d", "III/a", 5),
        ("II/a", "II/b", 0),
        ("III/d", "IV/a", 0),
        ("I/c", "III/a", 11),
    ],
)
def test_crossing_a_border_shortens_the_mkg(dari, ke, tahun):
    assert potongan_tahun(G(dari), G(ke), A) == tahun


def test_two_borders_add_up():
    assert potongan_tahun(G("I/a"), G("III/a"), A) == 11


@pytest.mark.parametrize(("dari", "ke"), [("III/b", "III/b"), ("III/b", "III/a")])
def test_a_golongan_that_is_not_higher_is_refused(dari, ke):
    with pytest.raises(DomainError, match="Golongan baru harus lebih tinggi"):
        potongan_tahun(G(dari), G(ke), A)
