"""The law as dated data: choice by date, pinning, and files that never change."""

import json
import shutil
from datetime import date

import pytest

from asn_karier.lib.aturan import (
    AKAR,
    aturan_dari_versi,
    aturan_per,
    baca_berkas,
    berkas_terbaru,
    sidik_rilis,
    sidik_semua,
    terbitan,
)
from asn_karier.lib.draf import salah_berkas
from asn_karier.lib.errors import DomainError

SEKARANG = date(2026, 11, 21)
BERKAS = sorted(sidik_semua())


def test_every_rule_file_is_released_and_unchanged():
    assert sidik_semua() == sidik_rilis()


def test_no_file_is_released_twice():
    baris = (AKAR / "RILIS.sha256").read_text(encoding="utf-8").splitlines()
    assert len([b for b in baris if b]) == len(sidik_rilis()), "append only the line of the new file"


def test_a_changed_released_file_is_noticed(tmp_path):
    salinan = shutil.copytree(AKAR, tmp_path / "aturan")
    berkas = salinan / "jp" / "2023-01-01.toml"
    berkas.write_text(
        berkas.read_text(encoding="utf-8").replace("nilai = 20", "nilai = 21"), encoding="utf-8"
    )
    assert sidik_semua(salinan) != sidik_rilis(salinan)


def test_line_ends_of_another_system_are_not_a_change(tmp_path):
    salinan = shutil.copytree(AKAR, tmp_path / "aturan")
    berkas = salinan / "jp" / "2023-01-01.toml"
    berkas.write_bytes(berkas.read_bytes().replace(b"\n", b"\r\n"))
    assert sidik_semua(salinan) == sidik_rilis(salinan)


@pytest.mark.parametrize("jalur", BERKAS)
def test_every_file_names_its_law_and_every_number_its_article_and_confidence(jalur):
    kode, _, nama = jalur.partition("/")
    berkas = aturan_per(date.fromisoformat(nama.removesuffix(".toml")))[kode]
    assert berkas.dasar_hukum
    assert [isi for isi in berkas.isi.values() if isinstance(isi, dict)]
    assert salah_berkas(AKAR / jalur, dirilis=True) == []


@pytest.mark.parametrize(
    ("per", "mulai"),
    [
        (date(2024, 1, 1), date(2024, 1, 1)),
        (date(2025, 9, 30), date(2024, 1, 1)),
        (date(2025, 10, 1), date(2025, 10, 1)),
        (SEKARANG, date(2025, 10, 1)),
    ],
)
def test_the_latest_file_in_force_on_the_date_is_chosen(per, mulai):
    assert aturan_per(per)["periode_kp"].berlaku_mulai == mulai


def test_a_date_before_the_first_file_says_so():
    with pytest.raises(DomainError, match="Belum ada aturan 'periode_kp'") as galat:
        aturan_per(date(2023, 6, 1))["periode_kp"]
    assert galat.value.kode == "aturan_belum_ada"


def test_a_pin_survives_json_and_loads_the_same_numbers():
    lama = aturan_per(date(2025, 5, 1))
    kembali = aturan_dari_versi(json.loads(json.dumps(lama.versi())))
    assert kembali == lama
    assert kembali["periode_kp"].baris("bulan_periode")["nilai"] == [2, 4, 6, 8, 10, 12]


def test_a_pin_whose_file_changed_or_vanished_is_refused():
    versi = aturan_per(SEKARANG).versi()
    versi["jp"] = {**versi["jp"], "sha256": "0" * 64}
    with pytest.raises(DomainError, match="tidak sama"):
        aturan_dari_versi(versi)
    versi["jp"] = {"berlaku_mulai": "1999-01-01", "sha256": "0" * 64}
    with pytest.raises(DomainError, match="tidak sama"):
        aturan_dari_versi(versi)


def test_a_file_whose_name_and_content_disagree_is_refused(tmp_path):
    (tmp_path / "jp").mkdir()
    shutil.copy(AKAR / "jp" / "2023-01-01.toml", tmp_path / "jp" / "2026-01-01.toml")
    with pytest.raises(ValueError, match="disagree"):
        aturan_per(SEKARANG, tmp_path)


def test_the_same_files_are_the_same_rules_whatever_the_date_asked():
    assert aturan_per(date(2026, 1, 1)) == aturan_per(SEKARANG)
    assert hash(aturan_per(date(2026, 1, 1))) == hash(aturan_per(SEKARANG))
    assert aturan_per(date(2025, 1, 1)) != aturan_per(SEKARANG)


# -- settings of an instansi ----------------------------------------------------------------------

TUTUP = "periode_kp/angka/jendela_tutup_tanggal"
BULAN = "periode_kp/angka/bulan_periode"


def test_a_setting_replaces_the_value_and_keeps_the_article():
    lama = aturan_per(SEKARANG)["periode_kp"].baris("jendela_tutup_tanggal")
    baru = aturan_per(SEKARANG).dengan({TUTUP: 1})["periode_kp"].baris("jendela_tutup_tanggal")
    assert (lama["nilai"], lama["conf"]) == (15, "V1")
    assert (baru["nilai"], baru["conf"], baru["menurut_peraturan"]) == (1, "KEPUTUSAN", 15)
    assert (baru["pasal"], baru["satuan"]) == (lama["pasal"], lama["satuan"])
    assert baru["catatan"] == "Ditetapkan instansi. Menurut berkas aturan: 15."


def test_a_setting_changes_no_other_rules():
    """The files are read once per process: a setting must not reach the rules of others."""
    diatur = aturan_per(SEKARANG).dengan({TUTUP: 1})
    assert diatur["periode_kp"].angka("jendela_buka_tanggal") == 16
    assert aturan_per(SEKARANG)["periode_kp"].angka("jendela_tutup_tanggal") == 15
    assert diatur["jp"] is aturan_per(SEKARANG)["jp"]


def test_a_setting_is_part_of_the_pin_and_of_the_fingerprint():
    biasa, diatur = aturan_per(SEKARANG), aturan_per(SEKARANG).dengan({TUTUP: 1})
    assert diatur.versi()["periode_kp"]["ganti"] == {"angka/jendela_tutup_tanggal": 1}
    assert "ganti" not in biasa.versi()["periode_kp"]
    assert biasa != diatur != biasa.dengan({TUTUP: 2})
    assert diatur == biasa.dengan({TUTUP: 1})


def test_a_pin_with_settings_survives_json_and_loads_the_same_numbers():
    lama = aturan_per(SEKARANG).dengan({TUTUP: 1, BULAN: [4, 10]})
    kembali = aturan_dari_versi(json.loads(json.dumps(lama.versi())))
    assert (kembali, kembali.versi()) == (lama, lama.versi())
    assert kembali["periode_kp"].baris("bulan_periode")["nilai"] == [4, 10]
    assert kembali["periode_kp"].baris("jendela_tutup_tanggal") == lama["periode_kp"].baris(
        "jendela_tutup_tanggal"
    )


def test_a_later_setting_of_the_same_row_counts_and_the_regulation_is_still_named():
    dua_kali = aturan_per(SEKARANG).dengan({TUTUP: 1, BULAN: [4, 10]}).dengan({TUTUP: 2})
    assert dua_kali == aturan_per(SEKARANG).dengan({TUTUP: 2, BULAN: [4, 10]})
    assert dua_kali["periode_kp"].baris("jendela_tutup_tanggal")["menurut_peraturan"] == 15


def test_no_setting_gives_the_very_same_rules():
    biasa = aturan_per(SEKARANG)
    assert biasa.dengan({}) is biasa


@pytest.mark.parametrize(
    "entri",
    [
        "tidak_ada/angka/jendela_tutup_tanggal",
        "periode_kp/tabel/jendela_tutup_tanggal",
        "periode_kp/judul/jendela_tutup_tanggal",
        "periode_kp/angka/tidak_ada",
        "periode_kp/angka",
        "",
    ],
)
def test_a_row_that_is_not_there_cannot_be_set(entri):
    with pytest.raises(DomainError, match="tidak memuat") as galat:
        aturan_per(SEKARANG).dengan({entri: 1})
    assert galat.value.kode == "baris_tidak_ada"


@pytest.mark.parametrize(
    ("entri", "nilai"),
    [
        (TUTUP, [1]),
        (TUTUP, True),
        (TUTUP, "1"),
        (BULAN, 4),
        (BULAN, []),
        (BULAN, [4, True]),
        (BULAN, ["4"]),
        ("kenaikan_pangkat/angka/predikat_minimal", 3),
        ("kenaikan_pangkat/angka/pemeriksaan_memblokir", 0),
        ("kenaikan_pangkat/angka/hukuman_memblokir", [1]),
    ],
)
def test_a_value_of_another_kind_is_refused(entri, nilai):
    with pytest.raises(DomainError, match="tidak sesuai") as galat:
        aturan_per(SEKARANG).dengan({entri: nilai})
    assert galat.value.kode == "nilai_tidak_sesuai"


def test_another_version_of_one_file_replaces_that_file_only():
    kini = aturan_per(date(2026, 11, 22))
    lama = baca_berkas(AKAR, "kenaikan_pangkat", date(2023, 1, 1))
    diganti = kini.dengan_berkas(lama)
    assert diganti["kenaikan_pangkat"] is lama
    assert {k: v for k, v in diganti.versi().items() if k != "kenaikan_pangkat"} == {
        k: v for k, v in kini.versi().items() if k != "kenaikan_pangkat"
    }


def test_drafts_are_the_latest_files_of_their_folder_whatever_their_date(tmp_path):
    for mulai in ("2023-01-01", "2099-01-01"):
        (tmp_path / "jp").mkdir(exist_ok=True)
        isi = (AKAR / "jp" / "2023-01-01.toml").read_text(encoding="utf-8")
        (tmp_path / "jp" / f"{mulai}.toml").write_text(isi.replace("2023-01-01", mulai, 1), encoding="utf-8")
    draf = berkas_terbaru(tmp_path)
    assert [(b.kode, b.berlaku_mulai) for b in draf] == [("jp", date(2099, 1, 1))]


def test_every_version_of_a_subject_is_listed():
    assert terbitan()["periode_kp"] == (date(2024, 1, 1), date(2025, 10, 1))


def test_the_tables_of_a_file_stand_in_their_order():
    berkas = aturan_per(SEKARANG)["jenjang"]
    assert berkas.nama_tabel[:2] == ("golongan_terendah", "golongan_tertinggi")
    assert dict(berkas.tabel_atau_kosong("golongan_terendah")) == dict(berkas.tabel("golongan_terendah"))
    assert dict(berkas.tabel_atau_kosong("judul")) == dict(berkas.tabel_atau_kosong("tak_ada")) == {}
