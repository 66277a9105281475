"""A draft of a rule file: every fault is named at once, with its file, its table and its row."""

from datetime import date
from pathlib import Path

import pytest

from asn_karier.lib.aturan import AKAR, terbitan
from asn_karier.lib.draf import salah_berkas, salah_folder

KP = "kenaikan_pangkat"
BARIS = "[angka] bulan_reguler"
REGULER = "bulan_reguler = { nilai = 48, satuan"
PREDIKAT = {"Predikat": frozenset({"BAIK", "SANGAT_BAIK"})}


def tulis(folder: Path, *ganti: tuple[str, str], kode: str = KP, mulai: str = "2027-01-01") -> Path:
    """The newest released file of a subject as a draft, with texts replaced."""
    asal = AKAR / kode / f"{max(terbitan()[kode])}.toml"
    isi = asal.read_text(encoding="utf-8").replace(asal.stem, mulai, 1)
    for lama, baru in ganti:
        assert lama in isi
        isi = isi.replace(lama, baru, 1)
    (folder / kode).mkdir(exist_ok=True)
    jalur = folder / kode / f"{mulai}.toml"
    jalur.write_text(isi, encoding="utf-8")
    return jalur


def test_a_draft_with_another_number_is_right(tmp_path):
    tulis(tmp_path, (REGULER, "bulan_reguler = { nilai = 36, satuan"))
    tulis(tmp_path, ("nilai = 22.5", "nilai = 22"), kode="ipasn")
    assert salah_folder(tmp_path) == []


@pytest.mark.parametrize(
    ("lama", "baru", "tempat", "pesan"),
    [
        ("nilai = 48", "nilai = 99999999999999999999", BARIS, "nilai melampaui bilangan 32 bit"),
        ("nilai = 48", "nilai = -99999999999", BARIS, "nilai melampaui bilangan 32 bit"),
        ("nilai = 48", "nilai = -36", BARIS, "nilai negatif, padahal versi sebelumnya tidak"),
        (
            'nilai = 48, satuan = "bulan"', 'nilai = 4, satuan = "tahun"', "[angka] bulan_reguler",
            "satuan 'tahun' seharusnya 'bulan'",
        ),
        ("nilai = 48", "nilai = 48.5", BARIS, "nilai adalah bilangan pecahan, seharusnya"),
        ("nilai = 48", "nilai = nan", BARIS, "nilai melampaui bilangan 32 bit"),
        ("nilai = 48", "nilai = [48]", BARIS, "nilai adalah daftar bilangan bulat, seharusnya bil"),
        ("nilai = 48", "nilai = true", BARIS, "nilai adalah true atau false, seharusnya"),
        ("nilai = 48", "nilai = 2027-01-01", BARIS, "nilai adalah tanggal, seharusnya"),
        ("nilai = 48", "nilai = {}", BARIS, "nilai adalah tabel atau waktu, seharusnya"),
        ('nilai = ["S", "B"]', "nilai = []", "[angka] hukuman_memblokir", "nilai adalah daftar kosong"),
        ("nilai = 48, ", "", BARIS, "nilai belum ada"),
        ('satuan = "bulan", ', "", BARIS, "satuan belum ada, padahal versi sebelumnya"),
        ("nilai = 48, ", "nilai = 48, satua = 1, ", BARIS, "satua tidak dibaca perhitungan"),
        ('pasal = "PP 99/2000 jo PP 12/2002", ', "", BARIS, "pasal belum ada"),
        ('pasal = "PP 99/2000 jo PP 12/2002", ', 'pasal = "", ', BARIS, "pasal kosong"),
        ('pasal = "PP 99/2000 jo PP 12/2002", ', "pasal = 3, ", BARIS, "pasal harus teks"),
        (', catatan = "Empat tahun dalam pangkat terakhir."', "", BARIS, "catatan belum ada"),
        (
            'conf = "V2", catatan = "Empat', 'conf = "V9", catatan = "Empat', "[angka] bulan_reguler",
            "conf 'V9' tidak dikenal; pakai salah satu dari V2, V1, UNV, dan KEPUTUSAN",
        ),
        ('nilai = "BAIK"', 'nilai = "BAGUS"', "[angka] predikat_minimal", "nilai 'BAGUS' tidak dikenal"),
        ("[ujian_dinas]", "bulan_lain = 3\n[ujian_dinas]", "[angka] bulan_lain", "harus ditulis sebagai"),
        ('conf = "V2"', 'conf = "V9"', "kepala", "conf 'V9' tidak dikenal"),
        ('judul = "', 'juduls = "', "kepala", "judul belum ada"),
        ('judul = "', 'juduls = "', "kepala", "juduls tidak dibaca perhitungan"),
        ('judul = "Syarat kenaikan pangkat PNS"', "judul = 3", "kepala", "judul harus teks"),
        ("dasar_hukum = [", "dasar_hukum = []\nlain = [", "kepala", "dasar_hukum harus daftar nama"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_file_its_table_and_its_row(tmp_path, lama, baru, tempat, pesan):
    tulis(tmp_path, (lama, baru))
    semua = salah_folder(tmp_path, pilihan=PREDIKAT)
    assert any(s.startswith(f"{KP}/2027-01-01.toml {tempat}: {pesan}") for s in semua), semua


def test_every_fault_of_every_file_is_said_at_once(tmp_path):
    tulis(tmp_path, ("nilai = 48", "nilai = -36"), ("bulan_jf =", "bulan_lain ="))
    tulis(tmp_path, ('satuan = "JP", pasal', 'satuan = "jam", pasal'), kode="jp")
    versi = "versi sebelumnya (2026-11-22)"
    assert [s.removeprefix(f"{KP}/2027-01-01.toml [angka] ") for s in salah_folder(tmp_path)] == [
        "jp/2027-01-01.toml [angka] jp_pns: satuan 'jam' seharusnya 'JP', seperti versi sebelumnya.",
        f"bulan_jf: baris ini tidak ada, padahal {versi} memuatnya.",
        f"bulan_lain: baris ini tidak dibaca perhitungan; {versi} tidak memuatnya.",
        "bulan_reguler: nilai negatif, padahal versi sebelumnya tidak.",
    ]


def test_a_released_file_may_have_new_rows_and_lack_old_ones_but_nothing_else(tmp_path):
    jalur = tulis(tmp_path, ("nilai = 48", "nilai = -36"), ("bulan_jf =", "bulan_lain ="))
    (satu,) = salah_berkas(jalur, dirilis=True)
    assert "bulan_reguler: nilai negatif" in satu


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("besok", b"", "nama berkas bukan tanggal"),
        ("20270101", b"", "nama berkas bukan tanggal"),
        ("2027-01-01", b"a = 1\nkode = ?\n", "berkas tidak terbaca sebagai TOML, di sekitar baris 2."),
        ("2027-01-01", b"a = " + b"[" * 9999, "berkas tidak terbaca sebagai TOML"),
        ("2027-01-01", b"\xff", "berkas tidak dapat dibaca sebagai teks UTF-8"),
        ("2027-01-01", b'kode = "lain"', "kode atau berlaku_mulai di dalamnya tidak sama"),
        ("2027-01-01", f'kode = "{KP}"'.encode(), "kode atau berlaku_mulai di dalamnya tidak sama"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, nama, isi, pesan):
    (tmp_path / KP).mkdir()
    (tmp_path / KP / f"{nama}.toml").write_bytes(isi)
    (satu,) = salah_folder(tmp_path)
    assert satu.startswith(f"{KP}/{nama}.toml: {pesan}")


def test_a_subject_that_no_rule_reads_is_named(tmp_path):
    (tmp_path / "tiada").mkdir()
    (tmp_path / "tiada" / "2027-01-01.toml").write_text('kode = "tiada"\nberlaku_mulai = 2027-01-01')
    assert salah_folder(tmp_path) == [
        "tiada/2027-01-01.toml: tidak ada perhitungan yang membaca aturan 'tiada'."
    ]


@pytest.mark.parametrize("mulai", ["2025-10-01", "2025-11-01", "2001-01-01"])
def test_a_draft_is_measured_by_the_version_in_whose_place_it_would_stand(tmp_path, mulai):
    tulis(tmp_path, ("nilai = 15", "nilai = -15"), kode="periode_kp", mulai=mulai)
    (satu,) = salah_folder(tmp_path)
    assert "jendela_tutup_tanggal: nilai negatif" in satu


def test_the_first_file_of_a_subject_has_nothing_before_it():
    pertama = AKAR / "jp" / f"{min(terbitan()['jp'])}.toml"
    assert date.fromisoformat(pertama.stem) == terbitan()["jp"][0]
    assert salah_berkas(pertama, dirilis=True) == []
