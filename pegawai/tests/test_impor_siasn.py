"""The SIASN export: who is new, who changed, who is refused and why, and what is never touched."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.sandi import buka_sandi
from pegawai.enums import (
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    StatusBaris,
    StatusImpor,
    StatusKepegawaian,
)
from pegawai.models import (
    BarisImpor,
    Impor,
    Instansi,
    Jabatan,
    Pegawai,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.rules.siasn import KOLOM_65, VARIAN
from pegawai.services.impor import periksa, request_apply, terapkan, upload
from pegawai.tests.berkas_buatan import AT, baris_pppk, baris_siasn, csv_siasn, nip, xlsx_siasn
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def cek(instansi: Instansi, isi: bytes, nama: str = "export.csv") -> Impor:
    """Upload and check, without applying."""
    impor = upload(instansi=instansi, jenis="siasn", nama_berkas=nama, isi=isi, actor=None, at=AT)
    return periksa(impor.pk)


def masukkan(instansi: Instansi, *baris: dict[str, str]) -> Impor:
    """Upload, check and apply."""
    impor = cek(instansi, csv_siasn(*baris))
    assert impor.status == StatusImpor.DIPERIKSA, impor.pesan
    request_apply(impor_id=impor.pk, actor=None, at=AT)
    return terapkan(impor.pk)


def satu(impor: Impor, nomor: int = 2) -> BarisImpor:
    return impor.baris.get(nomor=nomor)


def hitung(impor: Impor) -> dict[str, int]:
    return {s: n for s in StatusBaris if (n := impor.ringkasan[s])}


def galat(instansi: Instansi, **ubah: str) -> list[dict[str, str]]:
    """Faults of one row that differs from a sound one by `ubah`."""
    impor = cek(instansi, csv_siasn(baris_siasn(**ubah)))
    assert satu(impor).status == StatusBaris.DITOLAK
    return satu(impor).galat


def peringatan(instansi: Instansi, **ubah: str) -> str:
    baris = satu(cek(instansi, csv_siasn(baris_siasn(**ubah))))
    assert baris.status == StatusBaris.BARU
    return " ".join(p["masalah"] for p in baris.peringatan)


# -- reading -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kolom", VARIAN.values(), ids=VARIAN.keys())
@pytest.mark.parametrize("bentuk", ["csv", "titik koma", "bom", "xlsx"])
def test_every_variant_of_the_header_is_read(instansi: Instansi, kolom: tuple[str, ...], bentuk: str) -> None:
    baris = baris_siasn()
    isi = {
        "csv": lambda: csv_siasn(baris, kolom=kolom),
        "titik koma": lambda: csv_siasn(baris, kolom=kolom, pemisah=";"),
        "bom": lambda: csv_siasn(baris, kolom=kolom, sandi="utf-8-sig"),
        "xlsx": lambda: xlsx_siasn(baris, kolom=kolom),
    }[bentuk]()
    impor = cek(instansi, isi, "export.xlsx" if bentuk == "xlsx" else "export.csv")
    assert hitung(impor) == {StatusBaris.BARU: 1}


def test_columns_may_be_shuffled(instansi: Instansi) -> None:
    assert hitung(cek(instansi, csv_siasn(baris_siasn(), kolom=KOLOM_65[::-1]))) == {StatusBaris.BARU: 1}


def test_a_missing_column_refuses_the_file_by_name(instansi: Instansi) -> None:
    impor = cek(instansi, csv_siasn(baris_siasn(), kolom=[k for k in KOLOM_65 if k != "TMT GOLONGAN"]))
    assert impor.status == StatusImpor.DITOLAK
    assert "TMT GOLONGAN" in impor.pesan


def test_a_file_with_a_header_only_is_refused(instansi: Instansi) -> None:
    assert cek(instansi, csv_siasn()).ringkasan["kode"] == "berkas_kosong"


# -- new people ----------------------------------------------------------------------------------


def test_a_new_pns_is_stored_with_the_current_state_as_history(instansi: Instansi) -> None:
    unit = UnitKerjaPabrik(instansi=instansi, siasn_id="C" * 32)
    masukkan(instansi, baris_siasn(UNOR_ID="c" * 32, GELAR_BELAKANG="S.E."))
    p = Pegawai.objects.get()
    assert (p.nip, p.nama, p.gelar_belakang, p.unit) == (nip(1), "ORANG 1", "S.E.", unit)
    assert (p.jenis, p.status, p.kedudukan_hukum) == (
        JenisPegawai.PNS, StatusKepegawaian.PNS, KedudukanHukum.AKTIF
    )  # fmt: skip
    assert (p.tanggal_lahir, p.tmt_cpns, p.tmt_pns) == (date(1985, 1, 2), date(2010, 3, 1), date(2011, 4, 1))
    pangkat = RiwayatPangkat.objects.get()
    assert (pangkat.skala, pangkat.golongan, pangkat.tmt) == (JenisPegawai.PNS, 10, date(2022, 4, 1))
    assert (pangkat.masa_kerja_tahun, pangkat.masa_kerja_bulan) == (12, 1)
    jabatan = RiwayatJabatan.objects.get()
    assert (jabatan.jabatan.nama, jabatan.unit, jabatan.tmt) == (
        "Pengelola Kepegawaian",
        unit,
        date(2022, 4, 1),
    )
    assert RiwayatPendidikan.objects.get().tahun_lulus == 2008
    assert p.history.get().history_type == "+"


def test_nik_is_stored_encrypted_and_is_nowhere_in_clear(instansi: Instansi) -> None:
    impor = masukkan(instansi, baris_siasn())
    nik = baris_siasn()["NIK"].lstrip("'")
    p = Pegawai.objects.get()
    assert buka_sandi(p.nik_sandi) == nik
    baris = satu(impor)
    assert nik not in str([baris.data, baris.beda, baris.galat, baris.peringatan, impor.ringkasan])
    with impor.berkas.open("rb") as berkas:
        assert nik.encode() not in berkas.read()


@pytest.mark.parametrize(
    ("tertulis", "golongan"),
    [("II/c", 7), ("III/a", 9), ("III/b", 10), ("III/c", 11), ("IX", 9), ("V", 5), ("I", 1)],
)
def test_a_disguised_golongan_of_a_pppk_is_translated(
    instansi: Instansi, tertulis: str, golongan: int
) -> None:
    masukkan(instansi, baris_pppk(GOL_AKHIR_NAMA=tertulis))
    pangkat = RiwayatPangkat.objects.get()
    assert (pangkat.skala, pangkat.golongan) == (JenisPegawai.PPPK, golongan)


def test_the_appointment_of_a_pppk_is_the_start_of_the_agreement_and_no_tmt_cpns(instansi: Instansi) -> None:
    masukkan(instansi, baris_pppk())
    p = Pegawai.objects.get()
    assert (p.status, p.perjanjian_mulai, p.tmt_cpns) == (StatusKepegawaian.PPPK, date(2022, 3, 1), None)


def test_a_renewed_agreement_does_not_fall_back_to_the_first_one(instansi: Instansi) -> None:
    masukkan(instansi, baris_pppk())
    Pegawai.objects.update(perjanjian_mulai=date(2025, 3, 1))
    assert hitung(cek(instansi, csv_siasn(baris_pppk()))) == {StatusBaris.SAMA: 1}


@pytest.mark.parametrize(
    ("jenis", "nama", "eselon", "jenjang"),
    [
        ("2", "Analis Contoh Ahli Muda", "99", Jenjang.AHLI_MUDA),
        ("2", "Bidan Terampil", "99", Jenjang.TERAMPIL),
        ("2", "Jabatan Tanpa Jenjang", "99", None),
        ("4", "Pengadministrasi", "99", Jenjang.PELAKSANA),
        ("1", "Kepala Dinas Contoh", "22", Jenjang.JPT_PRATAMA),
        ("1", "Kepala Bidang Contoh", "32", Jenjang.ADMINISTRATOR),
        ("1", "Kepala Contoh", "null", None),
    ],
)
def test_a_new_post_gets_its_jenjang_from_its_name_or_eselon(
    instansi: Instansi, jenis: str, nama: str, eselon: str, jenjang: Jenjang | None
) -> None:
    masukkan(instansi, baris_siasn(JENIS_JABATAN_ID=jenis, JABATAN_NAMA=nama, ESELON_ID=eselon))
    assert Jabatan.objects.get().jenjang == jenjang


def test_a_known_post_keeps_what_the_export_does_not_carry(instansi: Instansi) -> None:
    Jabatan.objects.create(siasn_id="B" * 32, nama="Nama Resmi", jenis=4, jenjang=10, kelas=6, bup=58)
    masukkan(instansi, baris_siasn())
    assert Jabatan.objects.values_list("nama", "kelas", "bup").get() == ("Nama Resmi", 6, 58)


# -- changes -------------------------------------------------------------------------------------


def test_the_same_file_twice_changes_nothing(instansi: Instansi) -> None:
    baris = [baris_siasn(1), baris_siasn(2), baris_pppk(3)]
    masukkan(instansi, *baris)
    sebelum = list(Pegawai.objects.order_by("pk").values())
    impor = masukkan(instansi, *baris)
    assert hitung(impor) == {StatusBaris.SAMA: 3}
    assert list(Pegawai.objects.order_by("pk").values()) == sebelum
    assert impor.ringkasan["pernah"]["status"] == StatusImpor.DITERAPKAN


def test_a_change_is_shown_with_old_and_new_in_words(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = cek(instansi, csv_siasn(baris_siasn(GELAR_BELAKANG="S.E.", KEDUDUKAN_HUKUM_NAMA="Tugas Belajar")))
    beda = {b["kolom"]: (b["lama"], b["baru"]) for b in satu(impor).beda}
    assert beda == {"Gelar belakang": ("", "S.E."), "Kedudukan hukum": ("Aktif", "Tugas belajar")}


def test_a_preview_changes_no_person(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    sebelum = Pegawai.objects.values().get()
    cek(instansi, csv_siasn(baris_siasn(NAMA="LAIN", GOL_AKHIR_NAMA="III/c", TMT_GOLONGAN="01-04-2026")))
    assert Pegawai.objects.values().get() == sebelum
    assert RiwayatPangkat.objects.count() == 1


def test_a_later_golongan_becomes_a_new_row_of_the_history(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = masukkan(instansi, baris_siasn(GOL_AKHIR_NAMA="III/c", TMT_GOLONGAN="01-04-2026"))
    assert list(RiwayatPangkat.objects.order_by("tmt").values_list("golongan", flat=True)) == [10, 11]
    assert satu(impor).beda[0]["lama"].startswith("III/b sejak 01-04-2022")
    assert satu(impor).beda[0]["baru"].startswith("III/c sejak 01-04-2026")


def test_another_golongan_on_the_same_tmt_corrects_the_row(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    masukkan(instansi, baris_siasn(GOL_AKHIR_NAMA="III/c"))
    pangkat = RiwayatPangkat.objects.get()
    assert pangkat.golongan == 11
    assert pangkat.history.count() == 2


def test_a_change_raises_the_version_and_leaves_a_trace(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    masukkan(instansi, baris_siasn(GELAR_DEPAN="Dr."))
    p = Pegawai.objects.get()
    assert (p.versi, p.gelar_depan) == (2, "Dr.")
    assert list(p.history.order_by("pk").values_list("history_type", "gelar_depan")) == [
        ("+", ""),
        ("~", "Dr."),
    ]


def test_empty_cells_never_erase(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(GELAR_BELAKANG="S.E."))
    kosong = {k.replace(" ", "_"): "null" for k in KOLOM_65 if k not in ("PNS ID", "NIP BARU", "NAMA")}
    sebelum = Pegawai.objects.values().get()
    assert hitung(masukkan(instansi, baris_siasn(**kosong))) == {StatusBaris.SAMA: 1}
    assert Pegawai.objects.values().get() == sebelum


def test_people_absent_from_the_file_are_listed_and_left_alone(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    sebelum = Pegawai.objects.values().get(nip=nip(2))
    impor = masukkan(instansi, baris_siasn(1))
    assert hitung(impor) == {StatusBaris.SAMA: 1, StatusBaris.TIDAK_ADA: 1}
    assert impor.baris.get(status=StatusBaris.TIDAK_ADA).kunci == nip(2)
    assert Pegawai.objects.values().get(nip=nip(2)) == sebelum


def test_a_refused_row_is_not_an_absent_person(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = cek(instansi, csv_siasn(baris_siasn(TMT_GOLONGAN="31-02-2022")))
    assert hitung(impor) == {StatusBaris.DITOLAK: 1}


def test_good_rows_are_stored_beside_refused_ones(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2, TMT_CPNS="31-02-2010"), baris_siasn(3))
    assert sorted(Pegawai.objects.values_list("nip", flat=True)) == sorted([nip(1), nip(3)])


# -- keys ----------------------------------------------------------------------------------------


def test_a_corrected_nip_is_a_change_of_the_person_with_that_pns_id(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = masukkan(instansi, baris_siasn(NIP_BARU=nip(1)[:-1] + "7"))
    assert hitung(impor) == {StatusBaris.BERUBAH: 1}
    assert Pegawai.objects.get().nip == nip(1)[:-1] + "7"


def test_a_person_stored_without_pns_id_gets_it(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(PNS_ID="null"))
    assert Pegawai.objects.get().siasn_id is None
    masukkan(instansi, baris_siasn())
    assert Pegawai.objects.get().siasn_id == baris_siasn()["PNS ID"]


def test_pns_id_and_nip_of_two_people_refuse_the_row(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    (g,) = galat(instansi, PNS_ID=baris_siasn(2)["PNS ID"])
    assert "pegawai lain" in g["masalah"]


def test_a_nip_known_under_another_pns_id_refuses_the_row(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    (g,) = galat(instansi, PNS_ID="F" * 32)
    assert "PNS ID yang berbeda" in g["masalah"]


def test_a_nip_of_another_instansi_refuses_the_row(instansi: Instansi) -> None:
    PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), nip=nip(1), siasn_id=None)
    (g,) = galat(instansi)
    assert "instansi lain" in g["masalah"]


def test_a_nip_twice_in_the_file_refuses_both_rows_and_names_the_other(instansi: Instansi) -> None:
    impor = cek(instansi, csv_siasn(baris_siasn(1), baris_siasn(2), baris_siasn(1, PNS_ID="null")))
    assert hitung(impor) == {StatusBaris.DITOLAK: 2, StatusBaris.BARU: 1}
    assert satu(impor, 2).galat[0]["masalah"] == "sama dengan baris 4"
    assert satu(impor, 4).galat[0]["masalah"] == "sama dengan baris 2"


def test_two_rows_that_lead_to_one_person_by_different_keys_are_not_both_accepted(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1))
    impor = cek(instansi, csv_siasn(baris_siasn(1, NIP_BARU=nip(5)), baris_siasn(1, PNS_ID="null")))
    assert "sama dengan baris 2" in satu(impor, 3).galat[0]["masalah"]


def test_a_uuid_and_its_hex_spelling_are_one_pns_id(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(PNS_ID="0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"))
    impor = cek(instansi, csv_siasn(baris_siasn(PNS_ID="0A1B2C3D4E5F60718293A4B5C6D7E8F9")))
    assert hitung(impor) == {StatusBaris.SAMA: 1}


# -- faults --------------------------------------------------------------------------------------

GALAT: list[tuple[dict[str, str], str, str]] = [
    ({"TMT_GOLONGAN": "31-02-2022"}, "TMT GOLONGAN", "AL2"),
    ({"TANGGAL_LAHIR": "1985"}, "TANGGAL LAHIR", "I2"),
    ({"NIP_BARU": "1.98E+17"}, "NIP BARU", "B2"),
    ({"NIP_BARU": "null"}, "NIP BARU", "B2"),
    ({"NIP_BARU": "198501"}, "NIP BARU", "B2"),
    ({"NIK": "1,50499E+15"}, "NIK", "O2"),
    ({"NAMA": "null"}, "NAMA", "D2"),
    ({"NAMA": "SITI\u202eIMU"}, "NAMA", "D2"),
    ({"JENIS_KELAMIN": "X"}, "JENIS KELAMIN", "J2"),
    ({"GOL_AKHIR_NAMA": "III/f"}, "GOL AKHIR NAMA", "AK2"),
    ({"GOL_AKHIR_NAMA": "IX"}, "GOL AKHIR NAMA", "AK2"),
    ({"STATUS_CPNS_PNS": "Z"}, "STATUS CPNS PNS", "Z2"),
    ({"TANGGAL_LAHIR": "null"}, "NIP BARU", "B2"),
]


@pytest.mark.parametrize(
    ("ubah", "kolom", "sel"), GALAT, ids=[f"{k} {v}" for u, k, _ in GALAT for v in u.values()]
)
def test_a_faulty_cell_refuses_the_row_by_column_and_cell(
    instansi: Instansi, ubah: dict[str, str], kolom: str, sel: str
) -> None:
    (g,) = galat(instansi, **ubah)
    assert (g["kolom"], g["sel"]) == (kolom, sel)
    assert g["masalah"]
    assert g["perbaikan"]


def test_a_pppk_with_a_golongan_that_means_nothing_there_is_refused(instansi: Instansi) -> None:
    impor = cek(instansi, csv_siasn(baris_pppk(GOL_AKHIR_NAMA="III/d")))
    assert satu(impor).galat[0]["kolom"] == "GOL AKHIR NAMA"


def test_a_nip_stored_as_a_number_in_excel_is_refused(instansi: Instansi) -> None:
    baris: dict[str, Any] = dict(baris_siasn()) | {"NIP BARU": 198501022010031001}
    impor = cek(instansi, xlsx_siasn(baris), "export.xlsx")
    assert satu(impor).galat[0]["sel"] == "B2"
    assert not Pegawai.objects.exists()


def test_all_faults_of_a_row_are_told_at_once(instansi: Instansi) -> None:
    faults = galat(instansi, TMT_GOLONGAN="31-02-2022", JENIS_KELAMIN="X", GOL_AKHIR_NAMA="V/a")
    assert {g["kolom"] for g in faults} == {"TMT GOLONGAN", "JENIS KELAMIN", "GOL AKHIR NAMA"}


def test_an_unknown_unit_refuses_the_row_once_a_tree_is_there(instansi: Instansi) -> None:
    UnitKerjaPabrik(instansi=instansi)
    (g,) = galat(instansi, UNOR_ID="E" * 32, UNOR_NAMA="Unit Lama")
    assert (g["kolom"], g["isi"]) == ("UNOR ID", "Unit Lama")
    assert "pohon unit" in g["perbaikan"]


PERINGATAN = [
    ({"UNOR_ID": "E" * 32}, "tanpa unit"),
    ({"TANGGAL_LAHIR": "03-01-1985"}, "berbeda dengan yang tertulis dalam NIP"),
    ({"JENIS_KELAMIN": "F"}, "angka ke-15"),
    ({"NIK": "123"}, "bukan 16 angka"),
    ({"EMAIL": "bukan surel"}, "bukan alamat surel"),
    ({"TMT_GOLONGAN": "null"}, "golongan tidak dicatat"),
    ({"TMT_JABATAN": "null"}, "jabatan tidak dicatat"),
    ({"TINGKAT_PENDIDIKAN_ID": "77"}, "pendidikan tidak dicatat"),
    ({"KEDUDUKAN_HUKUM_NAMA": "Hal Baru", "KEDUDUKAN_HUKUM_ID": "88"}, "belum dikenal"),
    ({"NIP_BARU": "199001022022211001", "TANGGAL_LAHIR": "02-01-1990"}, "bentuk nomornya PPPK"),
]


@pytest.mark.parametrize(("ubah", "kata"), PERINGATAN, ids=[k for _, k in PERINGATAN])
def test_what_the_row_is_sound_without_is_left_out_with_a_warning(
    instansi: Instansi, ubah: dict[str, str], kata: str
) -> None:
    assert kata in peringatan(instansi, **ubah)


# -- between check and apply -----------------------------------------------------------------------


def test_a_person_changed_after_the_check_is_not_overwritten(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = cek(instansi, csv_siasn(baris_siasn(GELAR_DEPAN="Dr.")))
    Pegawai.objects.update(gelar_depan="Prof.", versi=9)
    request_apply(impor_id=impor.pk, actor=None, at=AT)
    impor = terapkan(impor.pk)
    assert Pegawai.objects.get().gelar_depan == "Prof."
    assert impor.status == StatusImpor.DITERAPKAN
    assert hitung(impor) == {StatusBaris.DITOLAK: 1}
    assert "berubah sesudah" in satu(impor).galat[0]["masalah"]


def test_queries_grow_with_pieces_and_not_with_rows(instansi: Instansi) -> None:
    def ongkos(banyak: int, mulai: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as tangkapan:
            masukkan(instansi, *[baris_siasn(n) for n in range(mulai, mulai + banyak)])
        return len(tangkapan)

    ongkos(1, 90)  # what is only asked once
    assert ongkos(2, 10) == ongkos(30, 20)
