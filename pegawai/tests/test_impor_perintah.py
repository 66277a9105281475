"""Doors for automation: one JSON line, or one sentence and a non-zero exit."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from pegawai.enums import JenisInstansi
from pegawai.models import Impor, Instansi, Pegawai, UnitKerja
from pegawai.tests.berkas_buatan import baris_siasn, csv_dari, csv_siasn
from pegawai.tests.pabrik import InstansiPabrik

pytestmark = pytest.mark.django_db


def jalan(perintah: str, berkas: Path, *opsi: str) -> dict[str, Any]:
    keluar = StringIO()
    call_command(perintah, str(berkas), *opsi, stdout=keluar)
    (baris,) = keluar.getvalue().splitlines()
    hasil: dict[str, Any] = json.loads(baris)
    return hasil


def tolak(perintah: str, berkas: Path, *opsi: str) -> str:
    keluar = StringIO()
    with pytest.raises(CommandError) as salah:
        call_command(perintah, str(berkas), *opsi, stdout=keluar)
    assert keluar.getvalue() == ""
    return str(salah.value)


@pytest.fixture
def siasn(tmp_path: Path) -> Path:
    berkas = tmp_path / "export.csv"
    berkas.write_bytes(csv_siasn(baris_siasn(1), baris_siasn(2), baris_siasn(3, TMT_CPNS="31-02-2010")))
    return berkas


def test_a_preview_counts_and_stores_nobody(siasn: Path) -> None:
    InstansiPabrik(kode="uji")
    hasil = jalan("impor_siasn", siasn, "--instansi", "uji")
    assert (hasil["baru"], hasil["ditolak"], hasil["diterapkan"]) == (2, 1, False)
    assert not Pegawai.objects.exists()


def test_applying_stores_the_good_rows_and_tells_the_refused_ones(siasn: Path) -> None:
    hasil = jalan("impor_siasn", siasn, "--instansi", "uji", "--nama", "Kota Uji", "--terapkan")
    hitungan = {k: hasil[k] for k in ("baru", "berubah", "sama", "ditolak", "tidak_ada")}
    assert hitungan == {"baru": 2, "berubah": 0, "sama": 0, "ditolak": 1, "tidak_ada": 0}
    assert (hasil["instansi"], hasil["diterapkan"]) == ("uji", True)
    assert hasil["contoh_ditolak"] == ["Baris 4, kolom TMT CPNS (AD4): tanggal ini tidak ada dalam kalender."]
    assert Pegawai.objects.count() == 2
    assert jalan("impor_siasn", siasn, "--instansi", "uji", "--terapkan")["sama"] == 2


def test_an_unknown_instansi_without_a_name_is_an_error(siasn: Path) -> None:
    assert "belum ada" in tolak("impor_siasn", siasn, "--instansi", "baru")


def test_an_unknown_instansi_with_a_name_is_made(siasn: Path) -> None:
    jalan("impor_siasn", siasn, "--instansi", "baru", "--nama", "Kota Baru", "--terapkan")
    assert Instansi.objects.values_list("nama", "jenis").get() == ("Kota Baru", JenisInstansi.KOTA)


def test_a_refused_file_makes_no_instansi_and_keeps_nothing(tmp_path: Path) -> None:
    berkas = tmp_path / "export.xlsx"
    berkas.write_bytes(csv_siasn(baris_siasn()))
    assert ".csv" in tolak("impor_siasn", berkas, "--instansi", "baru", "--nama", "Baru", "--terapkan")
    assert not Instansi.objects.exists()
    assert not Impor.objects.exists()


def test_a_file_of_which_no_row_can_be_accepted_is_an_error_that_names_the_place(tmp_path: Path) -> None:
    InstansiPabrik(kode="uji")
    berkas = tmp_path / "export.csv"
    berkas.write_bytes(csv_siasn(baris_siasn(NIP_BARU="1.98E+17")))
    pesan = tolak("impor_siasn", berkas, "--instansi", "uji", "--terapkan")
    assert "Baris 2, kolom NIP BARU (B2)" in pesan
    assert not Pegawai.objects.exists()


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    assert "tidak ada" in tolak("impor_siasn", tmp_path / "hilang.csv", "--instansi", "uji")


def test_a_tree_comes_in_by_command(tmp_path: Path) -> None:
    berkas = tmp_path / "unit.csv"
    berkas.write_bytes(csv_dari([["Id", "NamaUnor", "DiatasanId"], ["A", "Akar", ""], ["B", "--Dinas", "A"]]))
    hasil = jalan("impor_unit", berkas, "--instansi", "uji", "--nama", "Kabupaten Uji", "--terapkan")
    assert (hasil["baru"], hasil["diterapkan"]) == (2, True)
    assert UnitKerja.objects.count() == 2


def test_a_cyclic_tree_is_one_message_and_no_change(tmp_path: Path) -> None:
    InstansiPabrik(kode="uji")
    berkas = tmp_path / "unit.csv"
    berkas.write_bytes(
        csv_dari([["Id", "NamaUnor", "DiatasanId"], ["A", "Akar", "B"], ["B", "--Dinas", "A"]])
    )
    assert "melingkar" in tolak("impor_unit", berkas, "--instansi", "uji", "--terapkan")
    assert not UnitKerja.objects.exists()


def test_an_instansi_code_with_signs_is_refused(siasn: Path) -> None:
    assert "huruf, angka" in tolak("impor_siasn", siasn, "--instansi", "a/b", "--nama", "x")
