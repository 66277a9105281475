"""The order that HR types, without a database."""

import pytest

from pelatihan.forms.rencana import BarisButir, KumpulanButir


def kirim(**ganti: str) -> KumpulanButir:
    """Three lines A, B and C at places 1 to 3, some fields typed over (`B_urut="1"`)."""
    baris = [BarisButir(n, nama, 100, 2, 200, None, None, "") for n, nama in enumerate("ABC", start=1)]
    data = {
        f"{b.pelatihan_id}-{ruas}": str(n)
        for b in baris
        for ruas, n in (("urut", b.pelatihan_id), ("peserta", 2))
    }
    data |= {f"{'ABC'.index(k[0]) + 1}-{k[2:]}": v for k, v in ganti.items()}
    return KumpulanButir(data, baris=baris, pagu=[])


@pytest.mark.parametrize(
    ("ganti", "urutan"),
    [
        ({}, "ABC"),
        ({"C_urut": "1"}, "CAB"),
        ({"A_urut": "3"}, "BCA"),
        ({"C_urut": "2"}, "ACB"),
        ({"B_hapus": "on"}, "AC"),
        ({"B_peserta": "0"}, "AC"),
    ],
)
def test_a_line_comes_to_stand_at_the_place_typed(ganti: dict[str, str], urutan: str) -> None:
    isian = kirim(**ganti)
    assert isian.is_valid()
    assert "".join("ABC"[b.pelatihan_id - 1] for b in isian.butir()) == urutan


def test_a_cost_of_its_own_stays_and_an_empty_one_follows_the_people() -> None:
    isian = kirim(A_biaya="750", B_biaya="")
    assert isian.is_valid()
    assert [b.biaya for b in isian.butir()] == [750, None, None]


def test_every_line_says_what_is_amiss_and_another_list_is_refused() -> None:
    isian = kirim(A_urut="", C_peserta="banyak")
    assert not isian.is_valid()
    assert [g[:2] for g in isian.galat] == ["A:", "C:"]
    lain = KumpulanButir({"9-urut": "1"}, baris=[], pagu=[])
    assert not lain.is_valid()
    assert lain.galat == ["Daftar kegiatan berubah sejak halaman ini dibuka. Periksa lagi, lalu simpan."]
