"""Gaji pokok: the row that the MKG has reached, and where the table is silent."""

from datetime import date
from itertools import pairwise

import pytest

from asn_karier.lib.aturan import aturan_per
from pegawai.enums import JenisPegawai
from pegawai.rules.gaji import gaji_pokok
from pegawai.rules.golongan import Golongan

A = aturan_per(date(2026, 11, 28))


@pytest.mark.parametrize(
    ("golongan", "tahun", "gaji"),
    [
        ("I/a", 0, 1_685_700),
        ("II/a", 0, 2_184_000),
        ("II/a", 1, 2_218_400),
        ("II/b", 2, None),
        ("II/b", 3, 2_385_000),
        ("III/a", 9, 3_153_600),
        ("III/a", 10, 3_252_900),
        ("III/d", 32, 5_180_700),
        ("IV/e", 40, 6_373_200),
    ],
)
def test_the_row_that_the_masa_kerja_has_reached_counts(golongan: str, tahun: int, gaji: int | None) -> None:
    assert gaji_pokok(Golongan.pns(golongan), tahun * 12 + 11 * (tahun == 9), A) == gaji


def test_before_the_table_was_in_force_nothing_is_said() -> None:
    assert gaji_pokok(Golongan.pns("III/a"), 0, aturan_per(date(2023, 6, 1))) is None


def test_an_unverified_row_says_nothing() -> None:
    berkas = A["gaji_pokok"]
    baris = {**berkas.tabel("gaji"), "III/a": {**berkas.tabel("gaji")["III/a"], "conf": "UNV"}}
    ragu = A.dengan_berkas(
        type(berkas)("gaji_pokok", berkas.berlaku_mulai, "x", {**berkas.isi, "gaji": baris})
    )
    assert gaji_pokok(Golongan.pns("III/a"), 0, ragu) is None


def test_every_step_of_the_table_raises_the_pay_by_about_three_percent() -> None:
    berkas = A["gaji_pokok"]
    for urut in range(1, 18):
        nama = Golongan(JenisPegawai.PNS, urut).nama
        langkah, gaji = berkas.tabel("mkg_tahun")[nama]["nilai"], berkas.tabel("gaji")[nama]["nilai"]
        assert len(langkah) == len(gaji)
        naik = [b / a for (a, b), t in zip(pairwise(gaji), langkah, strict=False) if (nama, t) != ("II/a", 0)]
        assert all(1.03 < n < 1.033 for n in naik), nama
