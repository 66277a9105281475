"""The unit tree file: dashes, headers of two kinds, circles, orphans, doubles."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import Impor, Instansi, UnitKerja
from pegawai.services import impor_unit
from pegawai.services.impor import periksa, upload
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, csv_dari, xlsx
from pegawai.tests.pabrik import InstansiPabrik

pytestmark = pytest.mark.django_db
KEPALA = ["Id", "NamaUnor", "DiatasanId"]
AKAR = ["A1", "Pemerintah Contoh", ""]


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def cek(instansi: Instansi, *baris: list[str], kepala: list[str] = KEPALA) -> Impor:
    isi = csv_dari([kepala, *baris], sandi="utf-8-sig")
    impor = upload(instansi=instansi, jenis="unit", nama_berkas="unit.csv", isi=isi, actor=None, at=AT)
    return periksa(impor.pk)


def masukkan(instansi: Instansi, *baris: list[str], kepala: list[str] = KEPALA) -> Impor:
    return diterapkan(cek(instansi, *baris, kepala=kepala))


def test_leading_dashes_are_depth_and_not_name(instansi: Instansi) -> None:
    masukkan(instansi, AKAR, ["A2", "--Dinas Contoh", "A1"], ["A3", "----Bidang A - B", "A2"])
    assert list(UnitKerja.objects.order_by("jalur").values_list("nama", "jalur")) == [
        ("Pemerintah Contoh", "000001"),
        ("Dinas Contoh", "000001000001"),
        ("Bidang A - B", "000001000001000001"),
    ]


@pytest.mark.parametrize("kepala", [["id", "nama", "parent_id", "depth"], ["id", "nama", "parent", "jenis"]])
def test_other_headers_of_the_same_tree_are_read(instansi: Instansi, kepala: list[str]) -> None:
    masukkan(instansi, [*AKAR, "0"], ["A2", "Dinas", "A1", "1"], kepala=kepala)
    assert UnitKerja.objects.get(siasn_id="A2").induk.siasn_id == "A1"


def test_an_xlsx_tree_is_read(instansi: Instansi) -> None:
    isi = xlsx({"Unit": [KEPALA, AKAR]})
    impor = upload(instansi=instansi, jenis="unit", nama_berkas="u.xlsx", isi=isi, actor=None, at=AT)
    assert hitung(periksa(impor.pk)) == {StatusBaris.BARU: 1}


def test_a_child_may_stand_before_its_parent(instansi: Instansi) -> None:
    masukkan(instansi, ["A2", "Dinas", "A1"], AKAR)
    assert UnitKerja.objects.get(siasn_id="A2").jalur == "000001000001"


def test_the_same_tree_twice_changes_nothing(instansi: Instansi) -> None:
    baris = [AKAR, ["A2", "Dinas", "A1"]]
    masukkan(instansi, *baris)
    sebelum = list(UnitKerja.objects.order_by("pk").values())
    assert hitung(masukkan(instansi, *baris)) == {StatusBaris.SAMA: 2}
    assert list(UnitKerja.objects.order_by("pk").values()) == sebelum


def test_renamed_and_moved_units_are_shown_and_absent_ones_stay(instansi: Instansi) -> None:
    masukkan(instansi, AKAR, ["A2", "Dinas", "A1"], ["A3", "Bidang", "A2"], ["A4", "Badan", "A1"])
    impor = masukkan(instansi, AKAR, ["A2", "Dinas Baru", "A1"], ["A3", "Bidang", "A1"])
    assert hitung(impor) == {StatusBaris.SAMA: 1, StatusBaris.BERUBAH: 2, StatusBaris.TIDAK_ADA: 1}
    beda = [
        b["beda"] for b in impor.baris.filter(status=StatusBaris.BERUBAH).order_by("nomor").values("beda")
    ]
    assert beda == [
        [{"kolom": "Nama unit", "lama": "Dinas", "baru": "Dinas Baru"}],
        [{"kolom": "Unit di atasnya", "lama": "Dinas", "baru": "Pemerintah Contoh"}],
    ]
    assert UnitKerja.objects.get(siasn_id="A3").jalur == "000001000003"
    assert UnitKerja.objects.filter(siasn_id="A4").exists()


BURUK = [
    ("circle of one", [["A1", "Akar", "A1"]], "pohon_melingkar", "baris 2"),
    (
        "circle of two",
        [AKAR, ["A2", "B", "A3"], ["A3", "C", "A2"]],
        "pohon_melingkar",
        "baris 3 (kolom C), baris 4",
    ),
    ("missing parent", [AKAR, ["A2", "B", "A9"]], "pohon_tanpa_induk", "baris 3 (kolom C)"),
    ("double id", [AKAR, ["A2", "B", "A1"], ["A2", "C", "A1"]], "pohon_isi", "baris 4 sama dengan baris 3"),
    ("no name", [AKAR, ["A2", "--", "A1"]], "pohon_isi", "Baris 3 kolom NAMA (B3)"),
    ("no id", [AKAR, ["", "B", "A1"]], "pohon_isi", "Baris 3 kolom ID (A3)"),
    ("nothing", [], "berkas_kosong", ""),
    (
        "too deep",
        [[f"D{n}", "x", f"D{n - 1}" if n else ""] for n in range(25)],
        "unit_terlalu_dalam",
        "tingkat",
    ),
]


@pytest.mark.parametrize(("baris", "kode", "sebut"), [b[1:] for b in BURUK], ids=[b[0] for b in BURUK])
def test_a_tree_with_a_fault_is_refused_whole_and_the_row_is_named(
    instansi: Instansi, baris: list[list[str]], kode: str, sebut: str
) -> None:
    impor = cek(instansi, *baris)
    assert (impor.status, impor.ringkasan["kode"]) == (StatusImpor.DITOLAK, kode)
    assert sebut in impor.pesan
    assert not UnitKerja.objects.exists()


def test_a_circle_through_a_unit_that_is_only_stored_is_found(instansi: Instansi) -> None:
    masukkan(instansi, AKAR, ["A2", "B", "A1"])
    assert cek(instansi, ["A1", "Akar", "A2"]).ringkasan["kode"] == "pohon_melingkar"


def test_a_part_of_the_tree_hangs_below_a_stored_unit(instansi: Instansi) -> None:
    masukkan(instansi, AKAR)
    masukkan(instansi, ["A2", "Dinas", "A1"])
    assert UnitKerja.objects.get(siasn_id="A2").jalur == "000001000001"


def test_an_id_in_small_letters_is_the_same_unit(instansi: Instansi) -> None:
    kode = "466D9577BD220F89E050640A29022FEF"
    masukkan(instansi, [kode, "Akar", ""])
    assert hitung(masukkan(instansi, [kode.lower(), "Akar", ""], ["A2", "B", kode.lower()])) == {
        StatusBaris.SAMA: 1,
        StatusBaris.BARU: 1,
    }


@pytest.mark.lambat
def test_a_tree_of_two_thousand_units_is_stored(instansi: Instansi) -> None:
    baris = [[f"U{n}", f"{'--' * (n > 0)}Unit {n}", f"U{(n - 1) // 6}" if n else ""] for n in range(2000)]
    assert hitung(masukkan(instansi, *baris)) == {StatusBaris.BARU: 2000}
    akar = UnitKerja.objects.get(siasn_id="U0")
    assert UnitKerja.objects.in_subtree(akar).count() == 2000


def test_a_tree_that_the_database_refuses_is_refused_whole(
    instansi: Instansi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tolak(**_: object) -> None:
        raise IntegrityError("UNIQUE constraint failed: x.y")

    monkeypatch.setattr(impor_unit, "save_tree", tolak)
    impor = masukkan(instansi, AKAR, ["A2", "Dinas Contoh", "A1"])
    assert (impor.status, impor.ringkasan["kode"]) == (StatusImpor.DITOLAK, "impor_bertentangan")
    assert not UnitKerja.objects.exists()
