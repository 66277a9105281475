"""The calculators of masa kerja, age limit, discipline, data protection and the codes of SIASN."""

import pytest

from asn_karier.lib.topik import MasukanSalah
from pegawai.tests.tanya import tanya

PINDAH = ["I/d→II/a", "I/d -> II/a", "I/d=>II/a", "I/d > II/a", "I/d ke II/a", "I/d menjadi II/a", "I→II"]


@pytest.mark.parametrize("pindah", PINDAH)
def test_a_crossing_may_be_written_with_any_arrow(pindah):
    assert tanya("mkg_kenaikan_pangkat", pindah=pindah, mkg_lama="18-4") == {
        "potongan_tahun": 6,
        "mkg_lama": "18-4",
        "mkg_baru": "12-4",
        "catatan": "",
    }


def test_the_three_questions_of_mkg_have_one_answer():
    for kode in ("mkg_kenaikan_pangkat", "mkg_dua_batas", "mkg_iii_iv"):
        assert tanya(kode, dari="I", ke="III") == {"potongan_tahun": 11}
        assert tanya(kode, dari="III/d", ke="IV", mkg_lama="16-0")["mkg_baru"] == "16-0"


def test_an_mkg_that_would_fall_below_zero_says_so():
    kurang = tanya("mkg_kenaikan_pangkat", pindah="II/d→III/a", mkg_lama="4-11")
    assert kurang["mkg_baru"] == "0-0"
    assert "tidak pernah kurang" in kurang["catatan"]
    tepat = tanya("mkg_kenaikan_pangkat", pindah="II/d→III/a", mkg_lama="5-0")
    assert (tepat["mkg_baru"], tepat["catatan"]) == ("0-0", "")


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"pindah": "III/a→III/a"}, "golongan_tidak_naik"),
        ({"dari": "III", "ke": "II"}, "golongan_tidak_naik"),
        ({"dari": "III/a", "ke": "II"}, "golongan_tidak_naik"),
        ({"dari": "III/a"}, "isian_salah"),
        ({"ke": "III/a"}, "isian_salah"),
        ({}, "isian_salah"),
    ],
)
def test_a_crossing_that_is_none_is_refused(isi, kode):
    assert tanya("mkg_kenaikan_pangkat", **isi)["kode"] == kode


@pytest.mark.parametrize("pindah", ["III/a", "I/d→II/a→II/b", ""])
def test_a_crossing_is_written_with_one_arrow(pindah):
    with pytest.raises(MasukanSalah, match="tulis seperti I/d→II/a"):
        tanya("mkg_kenaikan_pangkat", pindah=pindah)


def test_without_ruang_the_same_golongan_takes_nothing_off():
    assert tanya("mkg_kenaikan_pangkat", pindah="III→III", mkg_lama="8-1")["mkg_baru"] == "8-1"


def test_a_rise_of_several_steps_is_counted():
    assert tanya("kp_tidak_naik", dari="II/d", ke="III/b") == {
        "naik": True,
        "tingkat": 2,
        "potongan_tahun": 5,
    }
    assert tanya("kp_tidak_naik", dari="III/b", ke="III/b")["kode"] == "golongan_tidak_naik"


def test_the_whole_service_in_years_and_months():
    hasil = tanya("masa_kerja_keseluruhan", tmt_cpns="2006-03-01", per="2026-08-31", tambahan="2-6")
    assert (hasil["masa_kerja"], hasil["mks"]) == ("22-11", "22-11")
    assert (hasil["tahun"], hasil["bulan"], hasil["total_bulan"]) == (22, 11, 275)
    assert "luar tanggungan negara" in hasil["catatan"]
    assert tanya("masa_kerja_keseluruhan", tmt_cpns="2006-03-01", per="2006-03-01")["total_bulan"] == 0
    sebelum = tanya("masa_kerja_keseluruhan", tmt_cpns="2006-03-02", per="2006-03-01")
    assert sebelum["kode"] == "masa_kerja_belum_mulai"


def test_the_age_limit_of_a_jenjang_or_of_a_jabatan():
    assert tanya("bup", jabatan="JPT Madya")["bup"] == 60
    assert tanya("bup", jabatan="JPT Madya")["catatan"].startswith("Pola umum.")
    assert tanya("bup", jabatan="Guru Ahli Muda")["khusus"]
    assert tanya("bup_jf_umum", jenjang="Ahli Utama")["bup"] == 65
    assert tanya("bup", jabatan="Camat")["kode"] == "bup_jenjang"


def test_the_age_limit_of_a_jabatan_tells_its_source():
    assert tanya("bup_jf_khusus", jabatan="Peneliti Ahli Madya") == {
        "bup": 65,
        "jenjang": "AHLI_MADYA",
        "khusus": True,
        "terverifikasi": True,
        "dasar": "UU 11/2019 Ps 53",
        "catatan": "Batas khusus jabatan ini.",
    }
    umum = tanya("bup_jf_khusus", jabatan="Perawat", jenjang="Penyelia")
    assert (umum["bup"], umum["jenjang"], umum["khusus"]) == (58, "PENYELIA", False)
    assert umum["catatan"] == "Pola umum menurut jenjangnya."
    jaksa = tanya("bup_jf_khusus", jabatan="Jaksa")
    assert jaksa["jenjang"] is None
    assert jaksa["catatan"] == (
        "Batas khusus jabatan ini. Perkiraan, belum terverifikasi. Sumber berbeda: 62 atau 60."
    )


def test_the_pension_date_is_labelled_an_estimate():
    hasil = tanya("bup_tanggal", tanggal_lahir="1968-04-11", bup=58)
    assert (hasil["bup"], hasil["mencapai_bup"], hasil["tmt_pensiun"]) == (58, "2026-04-11", "2026-05-01")
    assert "belum terverifikasi" in hasil["catatan"]
    assert (
        tanya("bup_tanggal", tanggal_lahir="1968-04-11", jabatan="JPT Utama")["mencapai_bup"] == "2028-04-11"
    )
    assert tanya("bup_tanggal", tanggal_lahir="1968-04-11", bup=60, jabatan="Pelaksana")["bup"] == 60
    assert tanya("bup_tanggal", tanggal_lahir="1968-04-11")["kode"] == "isian_salah"


@pytest.mark.parametrize(("bup", "terbaca"), [(44, False), (45, True), (80, True), (81, False)])
def test_an_age_limit_lies_between_45_and_80(bup, terbaca):
    if terbaca:
        assert tanya("bup_tanggal", tanggal_lahir="1968-04-11", bup=bup)["bup"] == bup
    else:
        with pytest.raises(MasukanSalah, match="antara 45 dan 80"):
            tanya("bup_tanggal", tanggal_lahir="1968-04-11", bup=bup)


# -- discipline -------------------------------------------------------------------------------


def test_a_penalty_is_told_with_its_level_and_never_as_a_verdict():
    hasil = tanya("absen_kumulatif", hari_kerja=28)
    assert hasil == {
        "hukuman": "PDHTAPS",
        "tingkat": "B",
        "nama": "PEMBERHENTIAN DENGAN HORMAT TIDAK ATAS PERMINTAAN SENDIRI",
        "id_siasn": "10",
        "bulan": 0,
        "memblokir_kenaikan_pangkat": True,
        "dasar": "PP 94/2021 Ps 8 ayat (4)",
        "catatan": "Pemberhentian dengan hormat tidak atas permintaan sendiri: masa kerja berakhir. "
        "Hanya alat hitung; hukuman ditetapkan pejabat yang berwenang setelah pemeriksaan.",
    }
    ringan = tanya("absen_kumulatif", hari_kerja=3)
    assert (ringan["tingkat"], ringan["memblokir_kenaikan_pangkat"]) == ("R", False)
    assert ringan["catatan"].startswith("Hanya alat hitung")


@pytest.mark.parametrize(
    ("topik", "nama"), [("absen_kumulatif", "hari_kerja"), ("absen_berturut", "hari_berturut")]
)
def test_days_are_counted_within_a_year(topik, nama):
    assert tanya(topik, **{nama: 366})["hukuman"] == "PDHTAPS"
    assert tanya(topik, **{nama: 0})["hukuman"] is None
    for di_luar in (-1, 367):
        with pytest.raises(MasukanSalah, match="antara 0 dan 366"):
            tanya(topik, **{nama: di_luar})


def test_below_the_ladder_no_penalty_is_told():
    hasil = tanya("absen_kumulatif", hari_kerja=2)
    assert (hasil["hukuman"], hasil["tingkat"]) == (None, None)
    assert hasil["catatan"].startswith("Belum mencapai batas")


def test_days_in_a_row_stop_the_salary_at_ten():
    sepuluh, sembilan = tanya("absen_berturut", hari_berturut=10), tanya("absen_berturut", hari_berturut=9)
    assert (sepuluh["hukuman"], sepuluh["gaji"]) == ("PDHTAPS", "dihentikan")
    assert sepuluh["hukuman_kumulatif"] == "TIDAK_PUAS"
    assert (sembilan["hukuman"], sembilan["gaji"]) == (None, "tidak dihentikan")
    assert tanya("absen_berturut", hari_berturut=2)["hukuman_kumulatif"] is None


def test_without_a_list_of_holidays_the_effective_day_comes_with_a_warning():
    assert tanya("mulai_berlaku", diterima="2026-07-14", hari_libur=[]) == {
        "berlaku": "2026-08-04",
        "hari_kerja_ke": 15,
        "catatan": "",
    }
    tanpa = tanya("mulai_berlaku", diterima="2026-07-14")
    assert tanpa["berlaku"] == "2026-08-04"
    assert tanpa["catatan"].startswith("Daftar hari libur tidak diisi")


def test_the_fixed_holidays_are_added_when_asked_for():
    isi = {"diterima": "2026-12-21", "hari_libur": ["2026-12-24"]}
    assert tanya("mulai_berlaku", **isi)["berlaku"] == "2027-01-12"
    tetap = tanya("mulai_berlaku", **isi, pakai_libur_tetap=True)
    assert tetap["berlaku"] == "2027-01-14"
    assert tetap["catatan"].startswith("Hanya hari libur bertanggal tetap")
    enam = tanya("mulai_berlaku", **isi, hari_kerja_sepekan=6)
    assert enam["berlaku"] == "2027-01-08"


def test_a_decision_from_before_the_rule_files_is_not_answered():
    assert tanya("mulai_berlaku", diterima="2022-07-14")["kode"] == "aturan_belum_ada"


# -- data protection --------------------------------------------------------------------------


def test_a_request_is_answered_within_three_days():
    assert tanya("pdp_tenggat", permintaan="2026-03-02T09:00", jenis="akses + koreksi") == {
        "paling_lambat": "2026-03-05T09:00",
        "jenis": ["akses", "perbaikan"],
        "dasar": ["UU 27/2022 Ps 32", "UU 27/2022 Ps 30"],
        "catatan": "Dihitung menurut jam, termasuk hari libur.",
    }
    assert tanya("pdp_tenggat", permintaan="2026-03-02T09:00")["jenis"] == ["akses"]


def test_a_breach_is_announced_within_three_days():
    hasil = tanya("pdp_tenggat_insiden", diketahui="2026-03-02T09:00")
    assert hasil["notifikasi_paling_lambat"] == "2026-03-05T09:00"
    assert hasil["ke"] == ["subjek data", "lembaga"]
    assert len(hasil["isi"]) == 3
    assert hasil["dasar"] == ["UU 27/2022 Ps 46"]
    assert hasil["catatan"]


# -- SIASN ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("topik", "kode", "nama"),
    [
        ("jenis_jabatan_siasn", "4", "Jabatan Fungsional Umum"),
        ("jenis_kp_siasn", "101", "Reguler"),
        ("kedudukan_hukum_siasn", "02", "CLTN"),
        ("penghargaan_siasn", "203", "KARYA SATYA  30 TAHUN"),
        ("periodik_siasn", "2", "triwulan"),
    ],
)
def test_a_code_of_siasn_both_ways(topik, kode, nama):
    assert tanya(topik, id=kode) == tanya(topik, nama=nama) == {"id": kode, "nama": nama, "catatan": ""}


def test_a_code_without_a_source_is_labelled():
    assert tanya("kedudukan_hukum_siasn", id="72")["catatan"] == "Perkiraan, belum terverifikasi."


def test_a_penalty_of_siasn_is_joined_to_the_law_of_today():
    assert tanya("jenis_hukuman_siasn", id="23") == {
        "id": "23",
        "nama": "PEMOTONGAN TUNKIN 25% 6 BLN",
        "catatan": "",
        "tingkat": "S",
        "kode": "POTONG_TUKIN_6",
        "bulan": 6,
        "memblokir_kenaikan_pangkat": True,
    }
    lama = tanya("jenis_hukuman_siasn", id="14")
    assert (lama["tingkat"], lama["kode"], lama["bulan"], lama["memblokir_kenaikan_pangkat"]) == (
        "B",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "isi", [{"id": "33"}, {"nama": "III/c"}, {"nama": " penata "}, {"id": 33}, {"nama": "3c"}]
)
def test_a_golongan_of_siasn_by_id_name_or_pangkat(isi):
    assert tanya("golongan_siasn", **isi) == {
        "id": "33",
        "nama": "III/c",
        "golongan": "III/c",
        "pangkat": "Penata",
        "urut": 11,
    }


def test_the_first_and_the_last_pangkat_are_found():
    assert tanya("golongan_siasn", nama="Juru Muda")["id"] == "11"
    assert tanya("golongan_siasn", nama="Pembina Utama")["id"] == "45"
    assert tanya("golongan_siasn", nama="Jenderal")["kode"] == "golongan_pns"


@pytest.mark.parametrize("topik", ["jenis_kp_siasn", "golongan_siasn"])
@pytest.mark.parametrize("isi", [{}, {"id": "101", "nama": "Reguler"}])
def test_one_code_is_asked_at_a_time(topik, isi):
    assert tanya(topik, **isi)["error"] == "Isi salah satu: id atau nama."
