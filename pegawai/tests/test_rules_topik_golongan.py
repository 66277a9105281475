"""The calculators of NIP, golongan, ijazah and eselon: what they answer, word for word where it matters."""

import pytest

from asn_karier.lib.topik import MasukanSalah
from pegawai.tests.tanya import MENURUT_KODE, tanya

DOKTER = {
    "golongan": "III/b",
    "pangkat": "Penata Muda Tingkat I",
    "terverifikasi": True,
    "dasar": "PP 99/2000 jo PP 12/2002",
    "catatan": "",
}


def test_a_nip_of_a_pns_is_taken_apart():
    assert tanya("nip_parse", nip="19860926 201505 1 001") == {
        "valid": True,
        "nip": "198609262015051001",
        "jenis": "PNS",
        "tanggal_lahir": "1986-09-26",
        "tmt_cpns": "2015-05",
        "tahun_pengangkatan": 2015,
        "kode": None,
        "paruh_waktu": False,
        "jenis_kelamin": "L",
        "urut": 1,
        "peringatan": [],
        "catatan": "",
    }


@pytest.mark.parametrize(
    ("nip", "kode", "paruh_waktu"),
    [
        ("199307152023211005", "21", False),
        ("198802022025242031", "24", True),
        ("198802022025232031", "23", False),
    ],
)
def test_an_ni_pppk_has_a_code_where_a_nip_has_a_month(nip, kode, paruh_waktu):
    hasil = tanya("nip_parse", nip=nip)
    assert (hasil["jenis"], hasil["kode"], hasil["paruh_waktu"]) == ("PPPK", kode, paruh_waktu)
    assert hasil["tmt_cpns"] is None
    assert hasil["tahun_pengangkatan"] == int(nip[8:12])


@pytest.mark.parametrize("kode", ["00", "13", "14", "15", "16", "17", "18", "19", "20"])
def test_what_is_no_month_and_no_code_is_invalid(kode):
    hasil = tanya("nip_parse", nip=f"198609262015{kode}1001")
    assert (hasil["valid"], hasil["kode_alasan"]) == (False, "nip_kode")
    assert kode in hasil["alasan"]


def test_a_record_that_differs_from_the_nip_is_a_warning_and_no_error():
    hasil = tanya("nip_parse", nip="198609262015051001", tanggal_lahir="1986-09-27", jenis_kelamin="P")
    assert hasil["valid"]
    assert hasil["peringatan"] == [
        "Tanggal lahir pada data 1986-09-27, pada NIP 1986-09-26.",
        "Jenis kelamin pada data P, pada NIP L.",
    ]
    assert hasil["catatan"].startswith("Tanggal lahir pada data")
    assert hasil["catatan"].endswith("Periksa datanya.")


def test_a_record_that_agrees_warns_of_nothing():
    hasil = tanya("nip_parse", nip="198609262015051001", tanggal_lahir="1986-09-26", jenis_kelamin="l")
    assert (hasil["peringatan"], hasil["catatan"]) == ([], "")


def test_a_golongan_of_a_pns_has_a_pangkat_and_one_of_a_pppk_has_none():
    assert tanya("golongan_pangkat", golongan="3a") == {
        "golongan": "III/a",
        "skala": "PNS",
        "pangkat": "Penata Muda",
        "id_siasn": "31",
        "urut": 9,
        "catatan": "",
    }
    pppk = tanya("golongan_pangkat", golongan="PPPK IX")
    assert (pppk["skala"], pppk["pangkat"], pppk["id_siasn"]) == ("PPPK", None, "9")
    assert pppk["catatan"] == "Golongan PPPK tidak memakai nama pangkat."


def test_a_golongan_is_normalised_on_the_scale_that_was_named():
    assert tanya("golongan_parse", golongan="III a")["golongan"] == "III/a"
    assert tanya("golongan_parse", teks="ix", skala="pppk")["golongan"] == "IX"
    assert tanya("golongan_parse", golongan="III")["kode"] == "golongan_pns"


@pytest.mark.parametrize("isi", [{}, {"golongan": "III/a", "teks": "III/a"}])
def test_one_text_is_normalised_at_a_time(isi):
    assert "salah satu" in tanya("golongan_parse", **isi)["error"]


@pytest.mark.parametrize("kode", ["golongan_urut", "golongan_banding_lintas"])
def test_golongan_are_compared_by_their_order_and_never_across_scales(kode):
    assert tanya(kode, a="II/d", b="III/a") == {
        "a_lebih_rendah": True,
        "a_lebih_tinggi": False,
        "sama": False,
        "urut_a": 8,
        "urut_b": 9,
    }
    sama = tanya(kode, a="III/a", b="31")
    assert (sama["sama"], sama["a_lebih_rendah"], sama["a_lebih_tinggi"]) == (True, False, False)
    assert tanya(kode, a="III/b", b="III/a")["a_lebih_tinggi"]
    assert tanya(kode, a="PNS III/a", b="PPPK IX")["kode"] == "golongan_beda_skala"


def test_the_golongan_of_an_ijazah_tells_its_source():
    assert tanya("pendidikan_golongan_awal_pns", pendidikan="Dokter") == DOKTER


def test_an_unverified_golongan_is_labelled():
    profesi = tanya("pendidikan_golongan_awal_pns", pendidikan="Profesi")
    assert not profesi["terverifikasi"]
    assert profesi["catatan"].startswith("Perkiraan, belum terverifikasi. Sumber hanya menyebut dokter")
    pppk = tanya("pendidikan_golongan_pppk", pendidikan="S2")
    assert (pppk["golongan"], pppk["pangkat"], pppk["terverifikasi"]) == ("X", None, False)
    assert pppk["catatan"].startswith("Perkiraan, belum terverifikasi.")
    assert tanya("pendidikan_golongan_pppk", pendidikan="S1")["catatan"] == ""


def test_a_golongan_inside_and_outside_the_range_of_a_jenjang():
    assert tanya("jenjang_jf_golongan_nominal", jenjang="Ahli Muda", golongan="III/c") == {
        "dalam_rentang": True,
        "min": "III/c",
        "max": "III/d",
    }
    for golongan, di_dalam in (("III/b", False), ("III/d", True), ("IV/a", False)):
        jawab = tanya("jenjang_jf_golongan_nominal", jenjang="Ahli Muda", golongan=golongan)
        assert jawab["dalam_rentang"] is di_dalam


def test_a_pelaksana_has_no_range():
    hasil = tanya("jenjang_jf_golongan_nominal", jenjang="Pelaksana", golongan="II/a")
    assert hasil["kode"] == "rentang_jenjang"
    assert "mengikuti ijazah" in hasil["error"]


def test_the_ranges_of_an_eselon():
    assert tanya("eselon_rentang_nominal", eselon="II.b") == {
        "eselon": "II.b",
        "min": "IV/b",
        "max": "IV/c",
        "terverifikasi": True,
        "catatan": "",
    }
    assert tanya("eselon_rentang_diterima", eselon="II.b")["min"] == "IV/a"


def test_eselon_i_a_and_v_say_what_is_open():
    assert tanya("eselon_rentang_nominal", eselon="I.a")["catatan"] == (
        "I.a dibaca sebagai JPT madya (id 11). Untuk JPT utama tulis id 10."
    )
    assert tanya("eselon_rentang_nominal", eselon="10")["catatan"] == ""
    v = tanya("eselon_rentang_diterima", eselon="V.a")
    assert (v["terverifikasi"], v["catatan"]) == (False, "Perkiraan: rentang ini belum terverifikasi.")


def test_a_golongan_one_step_below_is_accepted_and_said_so():
    assert tanya("eselon_golongan_cek", eselon="IV.b", golongan="III/a") == {
        "eselon": "IV.b",
        "min": "III/a",
        "max": "III/c",
        "terverifikasi": True,
        "diterima": True,
        "keadaan": "di bawah pangkat minimal (1 tingkat)",
        "dalam_rentang_nominal": False,
        "alasan": "",
        "catatan": "Jabatan boleh diduduki satu tingkat di bawah pangkat minimalnya.",
    }
    tepat = tanya("eselon_golongan_cek", eselon="IV.b", golongan="III/b")
    assert (tepat["dalam_rentang_nominal"], tepat["catatan"]) == (True, "")


def test_a_golongan_outside_is_not_accepted_with_the_reason():
    hasil = tanya("eselon_golongan_cek", eselon="IV.b", golongan="II/d")
    assert (hasil["diterima"], hasil["alasan"]) == (False, "Golongan II/d di bawah rentang yang diterima.")


@pytest.mark.parametrize(
    ("isi", "kode", "nama", "jabatan"),
    [
        ({"eselon_id": "11"}, "11", "I.a", "JPT MADYA"),
        ({"eselon_id": 22}, "22", "II.b", "JPT PRATAMA"),
        ({"eselon": "IV/a"}, "41", "IV.a", "PENGAWAS"),
        ({"eselon_id": " 99 "}, "99", "NON", None),
        ({"eselon_id": "00"}, "00", None, None),
        ({"eselon": "non"}, "99", "NON", None),
        ({"eselon": "Non Eselon"}, "99", "NON", None),
    ],
)
def test_an_eselon_both_ways(isi, kode, nama, jabatan):
    hasil = tanya("eselon_kode_siasn", **isi)
    assert (hasil["eselon_id"], hasil["eselon"], hasil["jabatan_asn"]) == (kode, nama, jabatan)
    assert hasil["catatan"] == ("" if jabatan else "Tanpa eselon.")


def test_eselon_v_has_no_managerial_post_of_today():
    hasil = tanya("eselon_kode_siasn", eselon_id="51")
    assert (hasil["eselon"], hasil["jabatan_asn"]) == ("V.a", None)
    assert "tidak memiliki padanan" in hasil["catatan"]


@pytest.mark.parametrize("isi", [{}, {"eselon_id": "22", "eselon": "II.b"}])
def test_one_eselon_is_asked_at_a_time(isi):
    assert tanya("eselon_kode_siasn", **isi)["error"] == "Isi salah satu: eselon_id atau eselon."


@pytest.mark.parametrize("kode", sorted(MENURUT_KODE))
def test_every_topic_says_what_it_asks_and_refuses_what_it_does_not_know(kode):
    skema = MENURUT_KODE[kode].skema()
    assert skema["title"]
    assert skema["properties"]
    with pytest.raises(MasukanSalah, match="tidak dikenal"):
        tanya(kode, kolom_lain=1)
