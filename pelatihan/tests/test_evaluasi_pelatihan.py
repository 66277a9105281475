"""`manage.py evaluasi_pelatihan`: files as HR has them, figures as scipy has them, no database."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command
from scipy import stats

PRA = [60.5, 70, 55, 40, 62.25]
PASCA = [80, 85.25, 50, 40, 71]


def jalankan(berkas: Path) -> tuple[dict[str, Any], str]:
    keluar, galat = StringIO(), StringIO()
    call_command("evaluasi_pelatihan", str(berkas), stdout=keluar, stderr=galat)
    hasil: dict[str, Any] = json.loads(keluar.getvalue())
    return hasil, galat.getvalue()


def tulis(jalur: Path, *baris: str) -> Path:
    jalur.write_text("\n".join(baris) + "\n", encoding="utf-8")
    return jalur


def test_the_figures_are_those_of_a_paired_t_test(tmp_path: Path) -> None:
    baris = [f"Etika;{a};{b}".replace(".", ",") for a, b in zip(PRA, PASCA, strict=True)]
    berkas = tulis(tmp_path / "nilai.csv", "Nama Pelatihan;Nilai Pre-Test (0-100);Nilai Post Test", *baris)
    hasil, galat = jalankan(berkas)
    [etika] = hasil["pelatihan"]
    t = stats.ttest_rel(PASCA, PRA)
    assert galat == ""
    assert (etika["pelatihan"], etika["n"], etika["naik"], etika["tetap"], etika["turun"]) == (
        "Etika",
        5,
        3,
        1,
        1,
    )
    assert etika["t"] == pytest.approx(t.statistic, abs=1e-4)
    assert etika["dz"] == pytest.approx(t.statistic / 5**0.5, abs=1e-4)
    assert etika["kenaikan"] == pytest.approx(sum(PASCA) / 5 - sum(PRA) / 5, abs=1e-4)
    assert (etika["rata_pra"], etika["rata_pasca"]) == pytest.approx((sum(PRA) / 5, sum(PASCA) / 5))


@pytest.mark.parametrize(
    "judul",
    [
        ("pelatihan", "pra", "pasca"),
        ("DIKLAT", "Sebelum", "Sesudah"),
        ("Program pelatihan", "skor_awal", "skor_akhir"),
        ("Nama Diklat", "Nilai sebelum pelatihan", "Nilai setelah pelatihan"),
    ],
)
def test_headings_may_be_called_as_people_call_them(tmp_path: Path, judul: tuple[str, str, str]) -> None:
    """In a workbook, with a title above and another column between."""
    jalur = tmp_path / "nilai.xlsx"
    with xlsxwriter.Workbook(str(jalur)) as buku:
        lembar = buku.add_worksheet()
        isi = [
            ["Rekap nilai"],
            ["Nama peserta", *judul],
            ["Ani", "Arsip", 50, 62.5],
            ["Budi", "arsip", "40,5", "60"],
        ]
        for nomor, baris in enumerate(isi):
            lembar.write_row(nomor, 0, baris)
    hasil, _ = jalankan(jalur)
    assert [(b["pelatihan"], b["n"], b["kenaikan"]) for b in hasil["pelatihan"]] == [("Arsip", 2, 16.0)]


def test_bad_rows_are_named_by_their_number_and_left_out(tmp_path: Path) -> None:
    berkas = tulis(
        tmp_path / "nilai.csv",
        "pelatihan,pra,pasca", "Etika,60,80", "Etika,enam puluh,80", "Etika,60,", ",60,80", "Etika,60,101",
        "Etika,60,5,80,5", 'Etika,"60,5","80,5"',
    )  # fmt: skip
    hasil, galat = jalankan(berkas)
    assert (hasil["peserta"], hasil["ditolak"]) == (2, 5)
    assert [b.split(":")[0] for b in hasil["galat"]] == [f"Baris {n}" for n in (3, 4, 5, 6, 7)]
    assert "«enam puluh» bukan nilai 0 sampai 100. Tulis seperti 80 atau 72,5." in galat
    assert "lebih banyak sel daripada judul kolom" in galat


@pytest.mark.parametrize(
    ("baris", "kalimat"),
    [
        (("pelatihan,pra,pasca",), "hanya berisi judul kolom"),
        (("pelatihan,pra,pasca", "Etika,x,y"), "Tidak ada baris yang dapat dibaca. Baris 2:"),
        (("pelatihan,pra", "Etika,50"), "Yang tidak ada: PASCA"),
        (("a,b,c", "1,2,3"), "Baris judul kolom tidak ditemukan"),
    ],
)
def test_a_file_without_marks_fails_with_what_to_do(
    tmp_path: Path, baris: tuple[str, ...], kalimat: str
) -> None:
    with pytest.raises(CommandError, match=kalimat):
        jalankan(tulis(tmp_path / "nilai.csv", *baris))


def test_a_file_that_is_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak ada"):
        jalankan(tmp_path / "tiada.csv")
