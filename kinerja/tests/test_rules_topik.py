"""The calculators: the conformance cases of this app, how they read, what they say in words."""

import json
from datetime import date

import pytest

from asn_karier.lib.aturan import AKAR, aturan_per
from asn_karier.lib.topik import MasukanSalah
from kinerja.enums import Predikat, PredikatOrganisasi, Rating
from kinerja.kamus import LABEL
from kinerja.rules.isian import sebutan
from kinerja.rules.topik import TOPIK

PER = date(2026, 11, 21)
MENURUT_KODE = {t.kode: t for t in TOPIK}
BERKAS = AKAR / "kasus" / "kinerja.json"
KASUS = json.loads(BERKAS.read_text(encoding="utf-8"))
WAJAR = {"alasan", "error", "catatan"}  # worded freely; they have to be there


def jawab(kode, **masukan):
    return MENURUT_KODE[kode].jawab(masukan, aturan_per, PER)


def catatan(kode, **masukan):
    return jawab(kode, **masukan)["catatan"]


@pytest.mark.parametrize("kasus", KASUS, ids=lambda k: k["id"])
def test_the_cases_of_the_rule_book_come_out(kasus):
    hasil = jawab(kasus["topic"], **kasus["input"])
    for kunci, harap in kasus["expected"].items():
        assert hasil[kunci] if kunci in WAJAR else hasil[kunci] == harap


def test_every_topic_has_at_least_five_cases():
    for kode in MENURUT_KODE:
        assert sum(k["topic"] == kode for k in KASUS) >= 5


def test_no_topic_is_listed_twice():
    assert len(MENURUT_KODE) == len(TOPIK) == 30


def test_every_topic_has_a_schema_that_is_plain_json():
    for topik in TOPIK:
        assert json.loads(json.dumps(topik.skema()))["title"] == topik.judul


# -- reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize("enum", [Predikat, PredikatOrganisasi, Rating])
def test_names_are_those_of_the_screens(enum):
    assert {n: sebutan(n) for n in enum} == {n: LABEL[enum][n].title() for n in enum}


@pytest.mark.parametrize(
    ("kode", "masukan", "bidang", "pesan"),
    [
        ("predikat_persentase", {"predikat": "Bagus"}, "predikat", "Isi Sangat Baik"),
        ("predikat_persentase", {"predikat": 6}, "predikat", "Isi Sangat Baik"),
        ("predikat_persentase", {"predikat": True}, "predikat", "bilangan bulat"),
        ("predikat_persentase", {"predikat": 1.5}, "predikat", "bilangan bulat"),
        ("predikat_matriks", {"hasil_kerja": "baik", "perilaku": 1}, "hasil_kerja", "Isi Di atas"),
        ("pola_distribusi_kuota", {"predikat_organisasi": "SB", "n": 1}, "predikat_organisasi", "Istimewa"),
        ("pola_distribusi_kuota", {"predikat_organisasi": "Baik", "n": -1}, "n", "antara 0"),
        ("pola_distribusi", {"predikat_organisasi": "Baik", "jumlah": [1]}, "jumlah", "tulis objek"),
        ("pola_distribusi", {"predikat_organisasi": "Baik", "jumlah": {"X": 1}}, "jumlah", "Isi Sangat Baik"),
        ("pola_distribusi", {"predikat_organisasi": "Baik", "jumlah": {"SB": -1}}, "jumlah", "antara 0"),
        ("ak_tahunan", {"jenjang": "Mahir", "predikat": "B", "bulan": 13}, "bulan", "antara 0 dan 12"),
        ("ak_tahunan", {"jenjang": "Kepala", "predikat": "B"}, "jenjang", "Jenjang ditulis"),
        ("ak_gabung_baris", {"baris": []}, "baris", "1 sampai"),
        ("ak_gabung_baris", {"baris": [{"jenjang": "Mahir"}]}, "baris", "predikat: wajib diisi"),
        ("ak_kurang", {"jenjang": "Mahir", "ak": -1}, "ak", "antara 0"),
        ("kebutuhan_per_golongan", {"golongan": "III", "kategori": "keahlian"}, "golongan", "III/a"),
        ("kebutuhan_per_golongan", {"golongan": "III/a", "kategori": "ahli"}, "kategori", "keahlian"),
        ("ak_pelaksana_IIIc", {"asal": "Pelaksana", "golongan": "III/c"}, "jenjang_tujuan", "wajib"),
        ("ak_penyesuaian_bucket", {"bulan": -1}, "bulan", "antara 0"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_write(kode, masukan, bidang, pesan):
    with pytest.raises(MasukanSalah) as tolak:
        jawab(kode, **masukan)
    assert pesan in tolak.value.rincian[bidang]


def test_spellings_of_one_predikat_are_added_together():
    jumlah = {"SB": 2, "Sangat Baik": 1, "Baik": 6, "K": 1}
    assert jawab("pola_distribusi", predikat_organisasi="Baik", jumlah=jumlah)["n"] == 10


@pytest.mark.parametrize("asal", ["Pelaksana", "pelaksana S2", " PELAKSANA DIII"])
def test_what_a_pelaksana_has_learned_does_not_matter(asal):
    hasil = jawab("ak_pelaksana_IIIc", asal=asal, golongan="III/a", jenjang_tujuan="Mahir", bulan=12)
    assert (hasil["jenjang_setara"], hasil["ak"]) == ("Mahir", 12.5)


_BARIS = {"jenjang": "Mahir", "predikat": "B", "bulan": 7}


@pytest.mark.parametrize(
    ("topik", "masukan", "kode", "pesan", "tindakan"),
    [
        ("ak_pengangkatan_kembali", {"bulan": 12, "tahun": 1}, "masa_ganda",
         "Isi salah satu saja: bulan, tahun", ""),
        ("pola_distribusi", {"predikat_organisasi": "Baik", "n": 2, "jumlah": {"B": 3}}, "jumlah_tidak_sama",
         "Jumlah pegawai per predikat 3, sedangkan n 2", "Samakan n dengan jumlah semua predikat."),
        ("ak_dua_jenjang_setahun", {"segmen": [_BARIS, _BARIS]}, "bulan_lebih_dari_setahun",
         "Bagian-bagian satu tahun berjumlah 14 bulan",
         "Tulis bulan penuh setiap jenjang, bersama-sama paling banyak 12."),
        ("ak_triwulan_seri", {"jenjang": "Mahir", "predikat": "B", "kumulatif_bulan": [3, 3]},
         "bulan_tidak_urut", "Bulan kumulatif harus naik dan lebih dari 0, misalnya 3, 6, 9, 12", ""),
        ("kebutuhan_ak", {"jenjang": "Pengawas"}, "bukan_jabatan_fungsional",
         "Angka kredit hanya untuk jenjang jabatan fungsional", ""),
        ("kebutuhan_per_golongan", {"golongan": "I/d"}, "golongan_di_luar_jenjang",
         "Tidak ada jenjang dalam kategori ini untuk golongan I/d", ""),
        ("ak_dasar", {"jenjang": "Ahli Muda", "golongan": "IV/a"}, "golongan_di_atas_jenjang",
         "Golongan IV/a di atas rentang jenjang Ahli Muda",
         "Untuk pangkat di atas jenjangnya angka kredit yang diberikan tetap; lihat perpindahan."),
        ("ak_pengawas_3_tahun", {"asal": "JPT Pratama", "golongan": "IV/c"}, "asal_belum_diatur",
         "Perpindahan ke jabatan fungsional baru dihitung dari pelaksana, pengawas, dan administrator",
         "Untuk asal lain, tanyakan angka kreditnya kepada BKN."),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_what_to_do(topik, masukan, kode, pesan, tindakan):
    assert jawab(topik, **masukan) == {"kode": kode, "error": pesan, "tindakan": tindakan}


def test_a_part_of_a_month_of_tenure_is_dropped():
    assert jawab("ak_pengangkatan_kembali", tahun=2.3)["bulan_dihitung"] == 27


# -- answers ------------------------------------------------------------------------------------


def test_the_matrix_and_the_percentage_name_the_predikat():
    assert jawab("predikat_persentase", predikat="BP") == {
        "persen": 75, "predikat": "Butuh Perbaikan", "kuadran_id": 3,
    }  # fmt: skip


def test_a_breach_is_told_in_people():
    hasil = jawab("pola_distribusi", predikat_organisasi="Baik", n=10, jumlah={"SB": 2, "B": 8})
    assert hasil["pelanggaran"] == [
        {
            "kode": "maks_B", "predikat": ["B"], "boleh": 7, "ada": 8,
            "kalimat": "Baik paling banyak 7 pegawai, ada 8",
        },
        {
            "kode": "min_BP_K", "predikat": ["BP", "K"], "boleh": 1, "ada": 0,
            "kalimat": "Butuh Perbaikan dan Kurang paling sedikit 1 pegawai, ada 0",
        },
    ]  # fmt: skip
    assert hasil["catatan"] == "Peringatan saja: pola distribusi tidak menahan penilaian."


def test_a_predikat_that_ought_to_lead_is_told():
    hasil = jawab("pola_distribusi", predikat_organisasi="Istimewa", jumlah={"SB": 4, "B": 6})
    assert [p["kalimat"] for p in hasil["pelanggaran"]] == [
        "Sangat Baik seharusnya yang terbanyak, ada 4 dari 6"
    ]


def test_the_dominant_predikat_of_a_kuota_is_named():
    assert jawab("pola_distribusi_kuota", predikat_organisasi="Kurang", n=10)["terbanyak"] == "K"


_UMUM = (
    "Peringatan saja: pola distribusi tidak menahan penilaian. "
    "Batas paling banyak dibulatkan ke bawah, paling sedikit ke atas."
)


@pytest.mark.parametrize(
    ("organisasi", "n", "tambahan"),
    [
        ("Baik", 10, ""),
        ("Cukup", 9, " maks_SB menjadi 0 karena 9 pegawai terlalu sedikit untuk persentasenya."),
        ("Baik", 4, " Kelompok kurang dari 5 pegawai: tidak dinilai distribusinya."),
    ],
)
def test_a_kuota_says_why_it_is_what_it_is(organisasi, n, tambahan):
    assert catatan("pola_distribusi_kuota", predikat_organisasi=organisasi, n=n) == _UMUM + tambahan


def test_a_small_group_is_not_judged_and_says_so():
    hasil = jawab("pola_distribusi", predikat_organisasi="Baik", jumlah={"B": 4})
    assert hasil == {
        "sesuai": None, "pelanggaran": [], "n": 4,
        "catatan": "Kelompok kurang dari 5 pegawai: tidak dinilai distribusinya.",
    }  # fmt: skip


def test_a_year_of_parts_tells_its_months():
    segmen = [{"jenjang": "Mahir", "predikat": "B", "bulan": n} for n in (4, 8)]
    assert jawab("ak_dua_jenjang_setahun", segmen=segmen)["bulan"] == 12


@pytest.mark.parametrize(
    ("kode", "masukan", "kalimat"),
    [
        ("kebutuhan_per_golongan", {"golongan": "IV/e"}, "Puncak kategorinya: tidak ada langkah berikut."),
        ("kebutuhan_per_golongan", {"golongan": "IV/d"}, ""),
        ("ak_kurang", {"jenjang": "Mahir", "ak": 1}, ""),
        (
            "ak_kurang",
            {"jenjang": "Mahir", "ak": 1, "langkah": "Kenaikan_Jenjang"},
            "Kenaikan jenjang: angka kredit dimulai lagi dari angka kredit dasar.",
        ),
        (
            "ak_dasar",
            {"jenjang": "Ahli Muda", "golongan": "III/d"},
            "Perlu konfirmasi BKN: sumber lain menulis 50.",
        ),
        ("ak_dasar", {"jenjang": "Ahli Muda", "golongan": "III/c"}, ""),
        (
            "ak_bonus_ijazah_besar",
            {"jenjang": "Ahli Madya", "golongan": "IV/c"},
            "Perlu konfirmasi BKN: sumber lain menulis 112,5.",
        ),
        ("ak_bonus_ijazah_besar", {"jenjang": "Ahli Madya"}, ""),
        (
            "tahun_menuju_kp_predikat_baik",
            {"jenjang": "Mahir", "predikat": "B"},
            "Angka kredit saja; kenaikan pangkat juga meminta 2 tahun dalam pangkat terakhir.",
        ),
        (
            "ak_pengawas_3_tahun",
            {"asal": "Pengawas", "golongan": "III/c"},
            "Bulan yang tidak penuh tidak dihitung.",
        ),
        (
            "ak_pengawas_3_tahun",
            {"asal": "Pengawas", "golongan": "III/d"},
            "Golongan tertinggi jenjang tujuan: masa jabatan yang dihitung dibatasi. Perlu konfirmasi BKN.",
        ),
        (
            "ak_pelaksana_IIIc",
            {"asal": "Pelaksana", "golongan": "IV/a", "jenjang_tujuan": "Ahli Pertama"},
            "Pangkat di atas rentang jenjang tujuan: angka kredit tetap, berapa pun masa kerjanya.",
        ),
    ],
)
def test_what_an_answer_rests_on_is_said(kode, masukan, kalimat):
    assert catatan(kode, **masukan) == kalimat


@pytest.mark.parametrize(
    ("syarat", "alasan"),
    [
        ({}, "ijazah lebih tinggi yang relevan, sekali per ijazah"),
        ({"ijazah_lebih_tinggi": False, "relevan": False}, "ijazah tidak lebih tinggi"),
        ({"relevan": False, "sudah_dipakai": True}, "ijazah tidak relevan dengan jabatan fungsionalnya"),
        ({"sudah_dipakai": True, "predikat": "K"}, "ijazah ini sudah pernah dihitung"),
        ({"predikat": "BP"}, "predikat Butuh Perbaikan, paling rendah Baik"),
    ],
)
def test_a_bonus_or_none_has_its_reason(syarat, alasan):
    assert jawab("ak_bonus_ijazah_besar", jenjang="Mahir", **syarat)["alasan"] == alasan


def test_the_whole_answers_of_needs_and_bonus():
    assert jawab("kebutuhan_per_golongan", golongan="III/a") == {
        "langkah": "kenaikan_pangkat", "target": 50, "jenjang": "Ahli Pertama", "catatan": "",
    }  # fmt: skip
    assert jawab("jenjang_target_IIc", jenjang="Terampil", golongan_awal_cpns="II/c") == {
        "target_jenjang": 40, "target_penuh": 60,
    }  # fmt: skip
    hasil = jawab("ak_bonus_ijazah", jenjang="Mahir", ak_sebelum=38)
    assert [hasil[k] for k in ("total", "dapat", "sisa", "kekurangan")] == [50.5, True, 0.5, 0]
    assert jawab("ak_bonus_ijazah", jenjang="Mahir", ak_sebelum=30)["kekurangan"] == 7.5


def test_a_flat_amount_is_not_replaced_by_an_ak_dasar_that_was_filled_in():
    masukan = {"asal": "Pelaksana", "jenjang_tujuan": "Ahli Pertama", "ak_dasar": 7}
    assert jawab("ak_pelaksana_IIIc", golongan="III/c", **masukan)["total"] == 100
    assert jawab("ak_pelaksana_IIIc", golongan="III/b", **masukan)["total"] == 7


def test_the_whole_answer_of_a_transfer():
    assert jawab("ak_pangkat_puncak_cap", asal="Pengawas", golongan="III/d", tahun=6) == {
        "jenjang_tujuan": "Ahli Muda", "jenjang_setara": "Ahli Muda", "bulan_dihitung": 36,
        "tahun_dihitung": 3, "ak_konversi": 75, "ak_dasar": 100, "total": 175, "ak": 175,
        "pangkat_puncak": True, "di_atas_jenjang": False, "perlu_konfirmasi": True,
        "catatan": "Golongan tertinggi jenjang tujuan: masa jabatan yang dihitung dibatasi. "
        "Perlu konfirmasi BKN.",
    }  # fmt: skip


def test_the_whole_answer_of_the_years_to_go():
    hasil = jawab("tahun_menuju_kp_predikat_baik", jenjang="Pemula", predikat="SB", mulai=0.005)
    del hasil["catatan"]
    assert hasil == {
        "tahun": 3, "tahun_bulat_penilaian": 3, "ak": 16.895, "ak_per_tahun": 5.63, "kebutuhan": 15,
    }  # fmt: skip
