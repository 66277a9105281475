"""Requirements of kenaikan jenjang and of a managerial post, in words for both readers."""

from datetime import date
from string import Formatter

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan, Pelaku
from karier.kamus import HasilSatu, Pembaca, jelaskan, kalimat_jabatan
from karier.kamus.kalimat import Kalimat
from karier.kamus.label import JUDUL
from karier.kamus.rincian_putusan import penjelas
from karier.rules.daftar import KENAIKAN_JENJANG, KESIAPAN_JABATAN, dasar_hukum
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.tests.orang import TMT, A
from karier.tests.orang_jabatan import SIAP_ADMINISTRATOR, SIAP_JENJANG, SIAP_PENGAWAS, SIAP_PRATAMA

PER = date(2026, 5, 1)
JENJANG, KESIAPAN = JenisPutusan.KENAIKAN_JENJANG, JenisPutusan.KESIAPAN_JABATAN
DASAR = {
    "jenjang": (JENJANG, SIAP_JENJANG),
    "pengawas": (KESIAPAN, SIAP_PENGAWAS),
    "administrator": (KESIAPAN, SIAP_ADMINISTRATOR),
    "pratama": (KESIAPAN, SIAP_PRATAMA),
}
SEMUA = {n: k for n, k in vars(kalimat_jabatan).items() if isinstance(k, Kalimat)}


def syarat(siapa, kode, tmt=TMT, pembaca=Pembaca.PEGAWAI, **ganti):
    jenis, dasar = DASAR[siapa]
    f = Fakta.satu(**(dasar | ganti))
    h = HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=tmt), f, A, tmt=tmt, per=PER)
    return next(s for s in jelaskan(h, jenis=jenis, pembaca=pembaca) if s.kode == kode)


@pytest.mark.parametrize(
    ("siapa", "kode", "ganti", "nilai", "perlu", "tindakan"),
    [
        ("jenjang", "data_jabatan", {"jenjang": None}, "belum dicatat", "fungsional", "SK pangkat"),
        ("jenjang", "data_jabatan", {"jenjang": 41}, "Pengawas", "fungsional", "SK pangkat"),
        ("jenjang", "ak_kumulatif_jenjang", {"ak_sah": 4000}, "90 dalam", "100", "memberi 12,5"),
        (
            "jenjang",
            "ak_kumulatif_jenjang",
            {"ak_sah": 4000, "ak_draf": 1000},
            "90 dalam jenjang Ahli Pertama",
            "100",
            "angka kredit Anda menjadi 100",
        ),
        ("jenjang", "ak_kumulatif_jenjang", {"ak_sah": None}, "belum dapat", "100", "TMT 1 Juni 2024"),
        ("jenjang", "ak_kumulatif_jenjang", {"golongan": 11}, "belum dapat", "100", "PAK terakhir, j"),
        (
            "jenjang",
            "ak_kumulatif_jenjang",
            {"ak_sah": None, "tmt_golongan": None},
            "belum dapat dihitung",
            "100",
            "PAK terakhir, jenjang, dan pangkat Anda",
        ),
        ("jenjang", "predikat_1_tahun", {}, "2025 Baik", "Baik pada tahun terakhir", ""),
        ("jenjang", "predikat_1_tahun", {"predikat_1": 2}, "2025 Kurang", "Baik", "tahun berikutnya"),
        ("jenjang", "predikat_1_tahun", {"predikat_1": None}, "2025 belum", "Baik", "tahun 2025"),
        ("jenjang", "uji_kompetensi", {}, "lulus 1 Februari 2026", "sejak TMT jabatan 1 Juni 2022", ""),
        ("jenjang", "uji_kompetensi", {"ukom_tanggal": None}, "tidak ada", "Ahli Muda", "Daftar uji"),
        (
            "jenjang",
            "uji_kompetensi",
            {"ukom_tanggal": date(2020, 1, 1)},
            "lulus 1 Januari 2020",
            "sejak TMT jabatan",
            "hanya perpindahan dalam jenjang yang sama",
        ),
        ("jenjang", "uji_kompetensi", {"tmt_jabatan": None}, "lulus 1", "Ahli Muda", "mencatat TMT jab"),
        (
            "jenjang",
            "uji_kompetensi",
            {"ukom_tanggal": None, "ujian_tercakup": 0, "tmt_jabatan": None},
            "tidak ada kelulusan tercatat",
            "ke jenjang Ahli Muda",
            "daftar ujian belum dinyatakan lengkap",
        ),
        ("jenjang", "kebutuhan_jabatan", {"lowongan": 1200}, "1.200 lowongan", "sedikit 1", ""),
        ("pengawas", "data_jabatan", {"jenjang": None}, "belum dicatat", "jenjang", "mencatat jenjang"),
        ("pengawas", "pendidikan_pengawas", {}, "Sarjana (S1)", "paling rendah Diploma III", ""),
        ("administrator", "pendidikan", {"pendidikan": 30}, "Diploma III", "IV atau Sarjana", "Tempuh"),
        ("administrator", "pendidikan", {"pendidikan": None}, "belum dicatat", "Diploma IV", "ijazah"),
        ("pengawas", "pengalaman_jabatan", {}, "4 tahun pada 1 Juni 2026", "4 tahun sebagai pelak", ""),
        (
            "administrator",
            "pengalaman_jabatan",
            {"bulan_pengawas": None},
            "0 bulan pada 1 Juni 2026",
            "3 tahun sebagai pengawas atau jabatan fungsional setingkat",
            "Menunggu sampai 1 Juni 2029.",
        ),
        (
            "pratama",
            "pengalaman_jabatan",
            {"bulan_administrator": 23, "jabatan_tercakup": 0},
            "1 tahun 11 bulan",
            "2 tahun sebagai administrator",
            "Sampaikan semua SK jabatan",
        ),
        (
            "pratama",
            "pengalaman_bidang",
            {"bulan_bidang": None},
            "belum dicatat",
            "5 tahun dalam bidang terkait",
            "masanya belum dicatat di sistem",
        ),
        (
            "pratama",
            "pengalaman_bidang",
            {"bulan_bidang": 59, "jabatan_tercakup": 0},
            "4 tahun 11 bulan",
            "5 tahun dalam bidang terkait",
            "riwayat jabatan belum dinyatakan lengkap",
        ),
        (
            "pengawas",
            "pengalaman_jabatan",
            {"bulan_pelaksana": None, "jabatan_tercakup": 0},
            "belum dicatat",
            "4 tahun sebagai pelaksana",
            "riwayat jabatan belum dinyatakan lengkap",
        ),
        (
            "pratama",
            "usia",
            {},
            "usia 56 tahun pada 1 Juni 2026, 57 tahun pada 2 Juni 2026",
            "paling tinggi 56 tahun pada 1 Juni 2026",
            "",
        ),
        ("pratama", "usia", {"tanggal_lahir": date(1969, 6, 1)}, "usia 57", "56", "sudah lewat"),
        ("pratama", "usia", {"tanggal_lahir": None}, "belum dicatat", "56 tahun", "tanggal lahir"),
        ("pratama", "predikat_2_tahun", {"predikat_2": 1}, "2024 Sangat Kurang, 2025 B", "Baik", "dua"),
    ],
)
def test_each_requirement_says_value_need_and_what_to_do(siapa, kode, ganti, nilai, perlu, tindakan):
    s = syarat(siapa, kode, **ganti)
    assert nilai in s.nilai
    assert perlu in s.perlu
    assert tindakan in s.tindakan
    assert bool(tindakan) is bool(s.tindakan)
    assert s.sumber


def test_without_a_draft_there_is_nothing_to_sign():
    assert syarat("jenjang", "ak_kumulatif_jenjang", ak_sah=4999).tindakan.startswith("Selesaikan evaluasi")
    tepat = syarat("jenjang", "ak_kumulatif_jenjang", ak_sah=4999, ak_draf=1)
    assert tepat.tindakan.endswith("angka kredit Anda menjadi 100.")


def test_what_is_short_is_told_as_a_measure():
    assert syarat("jenjang", "ak_kumulatif_jenjang", ak_sah=4000).kurang == "10"
    assert syarat("jenjang", "predikat_1_tahun", predikat_1=2).kurang == "predikat tahun 2025"
    bulan = syarat("pengawas", "pengalaman_jabatan", bulan_pelaksana=40)
    assert (bulan.kurang, bulan.paling_cepat) == ("8 bulan", date(2027, 2, 1))
    assert (
        syarat("pengawas", "pengalaman_jabatan", bulan_pelaksana=40, jabatan_tercakup=0).paling_cepat is None
    )


def test_a_delayed_assessment_is_said_to_be_so():
    tertunda = {"predikat_1": None, "predikat_2": 4, "predikat_3": 5, "ukom_tanggal": date(2026, 2, 1)}
    satu = syarat("jenjang", "predikat_1_tahun", date(2026, 3, 1), **tertunda)
    assert satu.nilai == "2024 Baik (tahun 2025 belum dinilai)"
    dua = syarat("pengawas", "predikat_2_tahun", date(2026, 3, 1), **tertunda)
    assert dua.nilai == "2023 Sangat Baik, 2024 Baik (tahun 2025 belum dinilai)"
    assert syarat("pengawas", "predikat_2_tahun", date(2026, 4, 1), **tertunda).nilai == (
        "2024 Baik, 2025 belum ditetapkan"
    )


def test_a_year_that_is_missing_is_named_to_be_assessed():
    s = syarat("pengawas", "predikat_2_tahun", predikat_1=None, predikat_2=None)
    assert (
        s.tindakan == "Minta atasan menetapkan penilaian tahun 2024 dan 2025, atau BKPSDM mencatat hasilnya."
    )


def test_the_two_readers_get_their_own_sentence():
    hr = {"pembaca": Pembaca.PENGELOLA}
    assert syarat("jenjang", "uji_kompetensi", ukom_tanggal=None, **hr).tindakan == (
        "Daftarkan pegawai ini pada uji kompetensi ke jenjang Ahli Muda berikutnya."
    )
    assert syarat("pratama", "usia", tanggal_lahir=None, **hr).tindakan == "Catat tanggal lahir pegawai ini."


def test_the_education_of_a_pengawas_is_marked_as_an_estimate():
    s = syarat("pengawas", "pendidikan_pengawas", pendidikan=15)
    assert (s.status, s.mengikat) == (Status.BELUM, False)
    assert s.tanda == "Belum (perkiraan, belum terverifikasi)"


def test_who_can_do_something_is_named():
    assert syarat("jenjang", "uji_kompetensi", ukom_tanggal=None).pelaku is Pelaku.PEGAWAI
    assert syarat("jenjang", "kebutuhan_jabatan", lowongan=0).pelaku is Pelaku.BKPSDM
    assert syarat("pengawas", "pengalaman_jabatan", bulan_pelaksana=1).pelaku is Pelaku.WAKTU


def test_a_birthday_at_the_end_of_the_calendar_is_left_out():
    assert syarat("pratama", "usia", date(9990, 6, 1), tanggal_lahir=date(9980, 1, 1)).nilai == (
        "usia 10 tahun pada 1 Juni 9990"
    )


@pytest.mark.parametrize(
    ("jenis", "baris"),
    [(j, b) for j, daftar in ((JENJANG, KENAIKAN_JENJANG), (KESIAPAN, KESIAPAN_JABATAN)) for b in daftar],
)
def test_every_requirement_has_a_name_a_law_and_words(jenis, baris):
    assert JUDUL[baris.kode]
    assert dasar_hukum(aturan_per(TMT), baris)
    assert penjelas(jenis, baris.kode)


@pytest.mark.parametrize("nama", SEMUA)
def test_both_readers_get_the_same_facts_and_each_their_own_address(nama):
    k = SEMUA[nama]
    isian = [{bagian for _, bagian, _, _ in Formatter().parse(teks) if bagian} for teks in k]
    assert isian[0] == isian[1]
    assert "pegawai ini" not in k.pegawai.lower()
    assert not [kata for kata in ("Anda", "BKPSDM") if kata in k.pengelola]
