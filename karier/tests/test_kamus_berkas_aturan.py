"""Rule files as people read them: names, values, confidence, anchors, differences."""

from dataclasses import replace
from datetime import date

import pytest

from asn_karier.lib.aturan import AKAR, aturan_per, baca_berkas, terbitan
from asn_karier.lib.errors import DomainError
from karier.kamus.berkas_aturan import (
    KEYAKINAN,
    baca_baris,
    baca_tabel,
    banyak_perkiraan,
    beda_berkas,
    jangkar,
    judul_tabel,
    letak,
    nama_baris,
    nama_entri,
    teks_catatan,
    teks_nilai,
)

A = aturan_per(date(2026, 11, 22))
SEMUA = [(kode, mulai) for kode, daftar in terbitan().items() for mulai in daftar]


@pytest.mark.parametrize(("kode", "mulai"), SEMUA, ids=str)
def test_every_row_of_every_file_has_a_place_of_its_own_and_words(kode, mulai):
    berkas = baca_berkas(AKAR, kode, mulai)
    baris = [b for t in baca_tabel(berkas) for b in t.baris]
    assert (
        len({b.jangkar for b in baris}) == len(baris) == sum(len(berkas.tabel(t)) for t in berkas.nama_tabel)
    )
    for b in baris:
        assert b.nama
        assert b.nilai
        assert b.jangkar == jangkar(b.entri)
        assert b.jangkar.split() == [b.jangkar]
        assert (b.keyakinan, b.kelas) == KEYAKINAN[b.conf]
        assert b.entri.startswith(f"{kode}/")


def test_a_row_is_read_with_its_article_unit_and_note():
    b = baca_baris(A["kenaikan_pangkat"], "angka", "bulan_jf")
    assert b == (
        "kenaikan_pangkat/angka/bulan_jf",
        "angka-bulan_jf",
        "Bulan JF",
        "24",
        "bulan",
        "PermenPANRB 1/2023; PerBKN 3/2023",
        "V2",
        "dua sumber atau lebih",
        "ok",
        "Dua tahun dalam pangkat terakhir.",
    )


def test_what_is_unverified_is_called_an_estimate():
    b = baca_baris(A["kenaikan_pangkat"], "angka", "bup_memblokir")
    assert (b.nilai, b.conf, b.keyakinan, b.kelas) == (
        "Tidak",
        "UNV",
        "perkiraan, belum terverifikasi",
        "perlu",
    )
    assert banyak_perkiraan(baca_tabel(aturan_per(date(2024, 5, 1))["periode_kp"])) == 4
    assert banyak_perkiraan(baca_tabel(A["periode_kp"])) == 0


def test_a_row_set_by_the_instansi_says_so():
    b = baca_baris(A.dengan({"talenta/ambang/tinggi": 90})["talenta"], "ambang", "tinggi")
    assert (b.nilai, b.keyakinan, b.kelas) == ("90", "ditetapkan instansi", "jalan")
    assert b.catatan == "Ditetapkan instansi. Menurut berkas aturan: 80."
    assert b.pasal == "KepKa BKN 411/2025"


@pytest.mark.parametrize(
    ("entri", "hasil"),
    [
        ("kenaikan_pangkat/angka/bulan_jf", "angka-bulan_jf"),
        ("kenaikan_pangkat/ujian_dinas/II/d", "ujian_dinas-II/d"),
        ("bup_jf/bup/Guru Besar", "bup-Guru_Besar"),
        ("plafon_pendidikan", ""),
        ("plafon_pendidikan/golongan_awal", ""),
        ("", ""),
    ],
)
def test_a_path_of_the_register_leads_to_a_place_on_the_page(entri, hasil):
    assert jangkar(entri) == hasil


def test_a_requirement_leads_to_the_version_that_its_run_pinned():
    a, mulai = aturan_per(date(2026, 11, 21)), date(2023, 1, 1)
    assert letak("kenaikan_pangkat/ujian_dinas/II/d", a) == ("kenaikan_pangkat", mulai, "ujian_dinas-II/d")
    assert letak("plafon_pendidikan", a) == ("plafon_pendidikan", mulai, "")
    with pytest.raises(DomainError, match="tiada"):
        letak("tiada/angka/x", a)


@pytest.mark.parametrize(
    ("nilai", "satuan", "teks"),
    [
        (True, "", "Ya"),
        (False, "", "Tidak"),
        (48, "bulan", "48"),
        (12_500, "", "12.500"),
        (22.5, "poin", "22,5"),
        (date(2025, 5, 20), "tanggal", "20 Mei 2025"),
        ([4, 10], "bulan", "4 dan 10"),
        (["S", "B"], "TingkatHukuman", "Sedang dan Berat"),
        ("BAIK", "Predikat", "Baik"),
        ("BAIK", "", "Baik"),
        ("AHLI_MUDA", "", "Ahli Muda"),
        ("III/b", "", "III/b"),
        ("SB", "Predikat", "SB"),
        ("klasikal", "", "klasikal"),
        ("UJIAN_DINAS_TK_I", "", "Ujian dinas tingkat I"),
    ],
)
def test_values_are_written_as_people_write_them(nilai, satuan, teks):
    assert teks_nilai(nilai, satuan) == teks


def test_the_name_of_a_list_is_no_unit():
    baris = baca_baris(A["kenaikan_pangkat"], "angka", "predikat_minimal")
    assert (baris.nilai, baris.satuan) == ("Baik", "")


@pytest.mark.parametrize(
    ("nama", "teks"),
    [
        ("AHLI_MUDA", "Ahli Muda"),
        ("AHLI_MUDA III/d", "Ahli Muda III/d"),
        ("S1", "Sarjana (S1)"),
        ("bulan_jf", "Bulan JF"),
        ("min_BP_K", "Min BP K"),
        ("potong_tahun_ke_iii", "Potong tahun ke III"),
        ("POTONG_TUKIN_6", "Potong tukin 6"),
        ("Guru Besar", "Guru Besar"),
        ("II/d", "II/d"),
        ("01-01", "01-01"),
        ("42", "42"),
    ],
)
def test_rows_have_readable_names(nama, teks):
    assert nama_baris(nama) == teks


@pytest.mark.parametrize(
    ("entri", "teks"),
    [
        ("periode_kp/angka/jendela_tutup_tanggal", "Jendela tutup tanggal"),
        ("talenta/ambang/tinggi", "Ambang tinggi"),
        ("kenaikan_pangkat/ujian_dinas/II/d", "Ujian dinas II/d"),
        ("angka_kredit/koefisien_milli/AHLI_MUDA", "Ahli Muda"),
    ],
)
def test_a_row_is_named_with_its_table_where_that_says_something(entri, teks):
    assert nama_entri(entri) == teks


def test_tables_have_readable_names():
    assert [judul_tabel(n) for n in ("angka", "koefisien_milli", "kebutuhan_pangkat", "bup")] == [
        "Ketentuan",
        "Koefisien",
        "Kebutuhan pangkat",
        "BUP",
    ]


def test_two_versions_differ_in_their_changed_rows_only():
    lama, baru = (baca_berkas(AKAR, "periode_kp", m) for m in terbitan()["periode_kp"])
    beda = beda_berkas(lama, baru)
    assert [b.nama for b in beda] == [
        "Bulan periode",
        "Jendela buka bulan",
        "Jendela buka tanggal",
        "Jendela tutup bulan",
        "Jendela tutup tanggal",
    ]
    assert beda[0].tabel == "Ketentuan"
    assert (beda[0].sebelum.nilai, beda[0].sesudah.nilai[:4]) == ("2, 4, 6, 8, 10, dan 12", "1, 2")
    assert (beda[1].sebelum.conf, beda[1].sesudah.conf) == ("UNV", "V1")
    assert beda_berkas(lama, lama) == []


def test_a_row_that_is_new_or_gone_is_told_with_what_is_new_first():
    lama = A["jp"]
    angka = dict(lama.tabel("angka"))
    gone = angka.pop("menit_per_jp")
    baru = replace(lama, isi={**lama.isi, "angka": {**angka, "jp_baru": gone}, "tabel_baru": {"A": gone}})
    beda = beda_berkas(lama, baru)
    assert [(b.tabel, b.nama, b.sebelum is None, b.sesudah is None) for b in beda] == [
        ("Ketentuan", "JP baru", True, False),
        ("Tabel baru", "A", True, False),
        ("Ketentuan", "Menit per JP", False, True),
    ]


def test_a_note_names_no_code_of_a_confidence():
    assert teks_catatan("tidak memperoleh angka kredit (UNV): belum dihitung") == (
        "tidak memperoleh angka kredit (belum terverifikasi): belum dihitung"
    )
    assert teks_catatan("Yang belum terverifikasi (UNV) tampil") == "Yang belum terverifikasi tampil"
    semua = [b.catatan for k, m in SEMUA for t in baca_tabel(baca_berkas(AKAR, k, m)) for b in t.baris]
    assert not [c for c in semua if "UNV" in c]
