"""The many ways to write a NIP, an eselon, a golongan and a masa kerja."""

import pytest

from asn_karier.lib.topik import MasukanSalah
from pegawai.enums import Eselon
from pegawai.rules.eselon import baca_eselon, kode_eselon
from pegawai.tests.tanya import tanya


def test_a_nip_may_be_a_number():
    hasil = tanya("nip_parse", nip=198609262015051001)
    assert (hasil["valid"], hasil["nip"]) == (True, "198609262015051001")
    assert tanya("nip_parse", nip=0)["kode_alasan"] == "nip_panjang"


@pytest.mark.parametrize("nip", [None, "", "  "])
def test_a_nip_that_is_not_there_is_no_error(nip):
    kosong = {"valid": False, "alasan": "NIP belum diisi", "kode_alasan": "nip_kosong"}
    assert tanya("nip_parse", nip=nip) == kosong


@pytest.mark.parametrize("nip", [True, -198609262015051001, 1.5, ["1"]])
def test_what_is_neither_text_nor_digits_is_refused(nip):
    with pytest.raises(MasukanSalah):
        tanya("nip_parse", nip=nip)


@pytest.mark.parametrize(
    ("teks", "eselon"),
    [
        ("V", Eselon.V_A),
        ("eselon v", Eselon.V_A),
        ("5", Eselon.V_A),
        ("V.b", Eselon.V_B),
        ("I.a (madya)", Eselon.I_A),
        ("I.a (JPT Utama)", Eselon.I_A_UTAMA),
        ("(II.b)", Eselon.II_B),
    ],
)
def test_an_eselon_may_have_brackets_and_v_no_letter(teks, eselon):
    assert baca_eselon(teks) is kode_eselon(teks, None) is eselon


@pytest.mark.parametrize("teks", ["IV", "4", "VV", "5V"])
def test_no_other_eselon_is_without_its_letter(teks):
    assert kode_eselon(teks, None) is None


def test_golongan_without_their_scale_are_read_where_it_can_be_one_only():
    assert tanya("golongan_banding_lintas", a="III/a", b="IX")["kode"] == "golongan_beda_skala"
    assert tanya("golongan_banding_lintas", a="IX", b="PPPK X")["a_lebih_rendah"] is True
    assert tanya("golongan_urut", a=" gol. vii ", b="Golongan IX") == {
        "a_lebih_rendah": True,
        "a_lebih_tinggi": False,
        "sama": False,
        "urut_a": 7,
        "urut_b": 9,
    }
    with pytest.raises(MasukanSalah):
        tanya("golongan_urut", a="9", b="IX")


@pytest.mark.parametrize("pindah", ["II/d-III/a", "II/d – III/a", "II/d — III/a", "II-d→III-a", "2d - 3a"])
def test_a_dash_is_an_arrow_where_there_is_none(pindah):
    assert tanya("mkg_kenaikan_pangkat", pindah=pindah, mkg_lama="10-0")["mkg_baru"] == "5-0"


@pytest.mark.parametrize("pindah", ["II-d-III-a", "II/d", "→II/d-III/a→"])
def test_a_dash_that_may_be_either_is_refused(pindah):
    with pytest.raises(MasukanSalah):
        tanya("mkg_kenaikan_pangkat", pindah=pindah)


@pytest.mark.parametrize(
    ("tahun", "bulan", "jenis"),
    [
        (9, 11, None),
        (9, 12, "X_PERUNGGU"),
        (0, 239, "X_PERUNGGU"),
        (0, 240, "XX_PERAK"),
        (0, 1200, "XXX_EMAS"),
    ],
)
def test_twelve_months_are_a_year(tahun, bulan, jenis):
    isi = {"masa_kerja_tahun": tahun, "masa_kerja_bulan": bulan, "hukdis_sedang_berat": False, "cltn": False}
    assert tanya("satyalancana", **isi)["jenis"] == jenis


def test_more_months_than_a_life_are_refused():
    with pytest.raises(MasukanSalah):
        tanya("satyalancana", masa_kerja_tahun=1, masa_kerja_bulan=1201)
