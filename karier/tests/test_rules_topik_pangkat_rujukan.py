"""Look-ups of kenaikan pangkat: everything they say besides the one answer of the cases."""

import pytest

from karier.tests.test_rules_topik_pangkat import tanya

PP = "PP 99/2000 jo PP 12/2002"
RAGU = "Perkiraan, belum terverifikasi."


def test_a_ceiling_has_its_pangkat_and_its_law():
    assert tanya("kp_pangkat_tertinggi_reguler", ijazah="SLTA") == {
        "maks": "III/b",
        "pangkat": "Penata Muda Tingkat I",
        "masih_dapat_naik": None,
        "perkiraan": False,
        "dasar_hukum": PP,
        "catatan": "",
    }
    ners = tanya("kp_pangkat_tertinggi_reguler", ijazah="Ners", golongan="III/d")
    assert (ners["perkiraan"], ners["masih_dapat_naik"]) == (True, True)
    assert ners["catatan"].startswith(f"{RAGU} Sumber hanya menyebut dokter")


def test_a_target_has_its_pangkat_and_its_law():
    assert tanya("kp_penyesuaian_ijazah_target", ijazah="DIV", golongan="II/d") == {
        "golongan_target": "III/a",
        "pangkat": "Penata Muda",
        "berlaku": True,
        "perkiraan": False,
        "dasar_hukum": PP,
        "catatan": "",
    }


def test_the_lowest_ijazah_is_no_target_and_says_why():
    hasil = tanya("kp_penyesuaian_ijazah_target", ijazah="SD", golongan="I/a")
    assert [hasil[k] for k in ("golongan_target", "pangkat", "berlaku")] == [None, None, False]
    assert hasil["catatan"] == "Ijazah ini tidak memberi penyesuaian: golongan awalnya yang terendah."


@pytest.mark.parametrize("topik", ["kp_pangkat_tertinggi_reguler", "kp_penyesuaian_ijazah_target"])
def test_an_ijazah_of_which_no_text_tells_has_no_golongan(topik):
    hasil = tanya(topik, ijazah="Spesialis", golongan="III/b")
    assert {
        k: v for k, v in hasil.items() if k not in ("perkiraan", "dasar_hukum", "catatan")
    } == dict.fromkeys([k for k in hasil if k not in ("perkiraan", "dasar_hukum", "catatan")])
    assert (hasil["perkiraan"], hasil["dasar_hukum"], bool(hasil["catatan"])) == (True, "", True)


@pytest.mark.parametrize(
    ("isi", "perlu", "bebas", "perkiraan", "catatan"),
    [
        ({"dari": "II/d", "ke": "III/a"}, True, None, False, ""),
        ({"dari": "II/d", "ke": "III/a", "ijazah": "S1"}, True, True, True, ""),
        ({"dari": "II/d", "ke": "III/a", "ijazah": "SMA"}, True, False, False, ""),
        ({"dari": "II/d", "ke": "IV/a", "ijazah": "S2"}, True, True, True, ""),
        ({"dari": "III/a", "ke": "III/b", "ijazah": "S2"}, False, None, False, ""),
        (
            {"dari": "III/d", "ke": "IV/a", "jenis": "Jabatan Fungsional"},
            False,
            None,
            True,
            "Pejabat fungsional tanpa ujian dinas: belum terverifikasi.",
        ),
        (
            {"dari": "II/d", "ke": "III/a", "jenis": "penyesuaian"},
            False,
            None,
            False,
            "Penyesuaian ijazah memerlukan UPKP, bukan ujian dinas.",
        ),
        ({"dari": "III/d", "ke": "IV/a", "jenis": "pilihan"}, False, None, False, ""),
    ],
)
def test_an_exam_can_be_spared_by_the_ijazah(isi, perlu, bebas, perkiraan, catatan):
    hasil = tanya("kp_ujian_dinas", **isi)
    assert hasil["perlu_ujian_dinas"] is perlu
    assert (hasil["bebas_ujian_dinas"], hasil["perkiraan"], hasil["catatan"]) == (bebas, perkiraan, catatan)


@pytest.mark.parametrize(
    ("topik", "kualifikasi", "status", "catatan"),
    [
        ("kp_ujian_dinas_bebas_tk_ii", "diklat pim tk. 3", "MEMENUHI", ""),
        ("kp_ujian_dinas_bebas_tk_ii", "S1", "BELUM", ""),
        ("kp_ujian_dinas_bebas_tk_ii", "S3", "PERLU_VERIFIKASI", RAGU),
        ("kp_ujian_dinas_bebas_tk_i", "Diklat Kepemimpinan Tingkat IV", "PERLU_VERIFIKASI", RAGU),
        (
            "kp_ujian_dinas_bebas_tk_i",
            "PIM 2",
            "PERLU_VERIFIKASI",
            "Belum ada sumber yang menyebut diklat ini untuk ujian dinas tersebut.",
        ),
    ],
)
def test_what_spares_an_exam_is_verified_or_said_not_to_be(topik, kualifikasi, status, catatan):
    hasil = tanya(topik, kualifikasi=kualifikasi)
    assert (hasil["status"], hasil["catatan"]) == (status, catatan)


def test_a_period_tells_its_regime():
    assert tanya("kp_periode", tmt="2025-08-15") == {
        "periode_sah": False,
        "periode_berikut": "2025-10-01",
        "bulan_periode": [2, 4, 6, 8, 10, 12],
        "bulan_periode_lama": [4, 10],
        "dasar_hukum": "PerBKN 4/2023",
        "perkiraan": False,
        "catatan": "",
    }
    lama = tanya("kp_periode", tmt="2023-12-31")
    assert (lama["bulan_periode"], lama["dasar_hukum"], lama["perkiraan"]) == ([4, 10], "PP 99/2000", True)
    assert lama["catatan"] == f"{RAGU} 1 April dan 1 Oktober; belum terverifikasi."


def test_a_window_names_both_its_days_and_its_law():
    assert tanya("kp_jendela_usul", tmt="2027-01-01") == {
        "buka": "2026-11-16",
        "tutup": "2026-12-15",
        "mulai": "2026-11-16",
        "sampai": "2026-12-15",
        "dalam_jendela": None,
        "dasar_hukum": "Surat BKN 13749/B-MP.01.01/SD/D/2025",
        "perkiraan": False,
        "catatan": "",
    }


def test_what_is_no_period_has_no_window_but_a_next_one():
    hasil = tanya("kp_jendela_usul", tmt="2025-05-01")
    assert (hasil["kode"], hasil["tindakan"]) == ("bukan_periode", "Periode berikutnya 1 Juni 2025.")
