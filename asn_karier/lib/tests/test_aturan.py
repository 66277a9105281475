"""The law as dated data: choice by date, pinning, and files that never change."""

import json
import shutil
from datetime import date

import pytest

from asn_karier.lib.aturan import (
    AKAR,
    TINGKAT_CONF,
    aturan_dari_versi,
    aturan_per,
    sidik_rilis,
    sidik_semua,
)
from asn_karier.lib.errors import DomainError

SEKARANG = date(2026, 11, 21)
BERKAS = sorted(sidik_semua())


def test_every_rule_file_is_released_and_unchanged():
    assert sidik_semua() == sidik_rilis()


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
    assert berkas.isi["conf"] in TINGKAT_CONF
    tabel = [isi for isi in berkas.isi.values() if isinstance(isi, dict)]
    assert tabel
    for baris in (b for t in tabel for b in t.values()):
        assert {"nilai", "pasal", "conf", "catatan"} <= set(baris)
        assert baris["conf"] in TINGKAT_CONF
        assert baris["pasal"] or baris["conf"] in ("UNV", "KEPUTUSAN")


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
