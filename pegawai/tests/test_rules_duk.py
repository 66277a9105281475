"""The legal order of the DUK: each measure decides only where all before it are equal."""

from datetime import date
from typing import Any

import pytest

from asn_karier.lib.kolom import Kolom
from pegawai.enums import Eselon, Jenjang, TingkatPendidikan
from pegawai.rules.duk import FaktaDuk, UrutanDuk, susun_duk, tingkat_jabatan, tingkat_latihan

SAMA: dict[str, Any] = {
    "golongan": 12,
    "tmt_golongan": date(2020, 4, 1),
    "jabatan": 969,
    "tmt_jabatan": date(2021, 1, 1),
    "mkg_bulan": 180,
    "latihan": 3,
    "latihan_tanggal": date(2019, 5, 1),
    "pendidikan": TingkatPendidikan.S1,
    "tahun_lulus": 2005,
    "tanggal_lahir": date(1980, 6, 1),
}
TANGGAL = {"tmt_golongan", "tmt_jabatan", "latihan_tanggal", "tanggal_lahir"}
#: Measure -> what stands before SAMA in it; every measure after it says the opposite.
LEBIH: dict[str, Any] = {
    "golongan": 13,
    "tmt_golongan": date(2019, 4, 1),
    "jabatan": 978,
    "tmt_jabatan": date(2020, 1, 1),
    "mkg_bulan": 181,
    "latihan": 4,
    "latihan_tanggal": date(2018, 5, 1),
    "pendidikan": TingkatPendidikan.S2,
    "tahun_lulus": 2004,
    "tanggal_lahir": date(1979, 6, 1),
}


def duk(*orang: dict[str, Any]) -> UrutanDuk:
    return susun_duk(FaktaDuk(**{k: Kolom.dari((o[k] for o in orang), tanggal=k in TANGGAL) for k in SAMA}))


@pytest.mark.parametrize("ukuran", list(SAMA))
def test_a_measure_decides_over_all_that_come_after_it(ukuran: str) -> None:
    ke = list(SAMA).index(ukuran)
    belakang = {**SAMA, **{k: LEBIH[k] for k in list(SAMA)[ke + 1 :]}}
    depan = {**SAMA, ukuran: LEBIH[ukuran]}
    hasil = duk(belakang, depan)
    assert (hasil.urutan.tolist(), hasil.sama.tolist()) == ([1, 0], [False, False])


@pytest.mark.parametrize("ukuran", list(SAMA))
def test_who_lacks_a_fact_stands_behind_those_who_have_it(ukuran: str) -> None:
    assert duk({**SAMA, ukuran: None}, SAMA).urutan.tolist() == [1, 0]


def test_people_who_are_equal_in_everything_are_said_to_be_and_keep_their_order() -> None:
    hasil = duk(SAMA, {**SAMA, "golongan": 13}, SAMA)
    assert (hasil.urutan.tolist(), hasil.sama.tolist()) == ([1, 0, 2], [False, False, True])


def test_a_list_of_nobody_is_empty() -> None:
    assert duk().urutan.tolist() == []


def test_posts_rank_by_eselon_then_by_jenjang() -> None:
    eselon = Kolom.dari([Eselon.IV_A, Eselon.II_B, None, None, None])
    jenjang = Kolom.dari([Jenjang.PENGAWAS, None, Jenjang.AHLI_UTAMA, Jenjang.PELAKSANA, None])
    nilai = tingkat_jabatan(eselon, jenjang)
    a, b, c, d = (nilai.baca(n) for n in range(4))
    assert b > a > c > d  # type: ignore[operator]
    assert nilai.baca(4) is None


@pytest.mark.parametrize(
    ("nama", "tingkat"),
    [
        ("PKN Tingkat I", 6),
        ("Diklatpim Tk. I", 6),
        ("Pelatihan Kepemimpinan Nasional Tingkat II", 5),
        ("Diklat PIM II", 5),
        ("PKA Angkatan III", 4),
        ("Diklat Pim Tingkat III", 4),
        ("PKP", 3),
        ("Diklatpim IV", 3),
        ("Latsar CPNS", 1),
        ("Pelatihan manajemen risiko", 2),
    ],
)
def test_the_level_of_training_is_read_from_its_name(nama: str, tingkat: int) -> None:
    assert tingkat_latihan(nama) == tingkat
