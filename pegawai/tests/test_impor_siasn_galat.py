"""The SIASN export: keys that disagree, cells that cannot be read, people who changed meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPegawai, Jenjang, StatusBaris, StatusImpor, StatusKepegawaian
from pegawai.models import Instansi, Jabatan, Pegawai, RiwayatPangkat
from pegawai.services.impor import request_apply, terapkan
from pegawai.tests.bantu_impor import hitung
from pegawai.tests.berkas_buatan import AT, baris_pppk, baris_siasn, csv_siasn, nip, xlsx_siasn
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik
from pegawai.tests.siasn_buatan import cek, galat, masukkan, peringatan, satu

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


# -- keys ----------------------------------------------------------------------------------------


def test_a_corrected_nip_is_a_change_of_the_person_with_that_pns_id(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    akun = PenggunaPabrik(pegawai=Pegawai.objects.get())
    impor = masukkan(instansi, baris_siasn(NIP_BARU=nip(1)[:-1] + "7"))
    assert hitung(impor) == {StatusBaris.BERUBAH: 1}
    assert Pegawai.objects.get().nip == nip(1)[:-1] + "7"
    akun.refresh_from_db()
    assert akun.username == nip(1)[:-1] + "7"
    assert Jejak.objects.filter(tindakan="ganti_nama_akun", subjek_id=akun.pk).count() == 1


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
    ({"NOMOR_HP": "0812abc"}, "bukan nomor HP"),
    ({"TMT_GOLONGAN": "null"}, "golongan tidak dicatat"),
    ({"TMT_JABATAN": "null"}, "jabatan tidak dicatat"),
    ({"TINGKAT_PENDIDIKAN_ID": "77"}, "pendidikan tidak dicatat"),
    ({"KEDUDUKAN_HUKUM_NAMA": "Hal Baru", "KEDUDUKAN_HUKUM_ID": "88"}, "belum dikenal"),
    ({"JENIS_JABATAN_ID": "2", "JABATAN_NAMA": "Guru Muda"}, "tanpa jenjang"),
    ({"NIP_BARU": "199001022022211001", "TANGGAL_LAHIR": "02-01-1990"}, "bentuk nomornya PPPK"),
]


@pytest.mark.parametrize(("ubah", "kata"), PERINGATAN, ids=[k for _, k in PERINGATAN])
def test_what_the_row_is_sound_without_is_left_out_with_a_warning(
    instansi: Instansi, ubah: dict[str, str], kata: str
) -> None:
    assert kata in peringatan(instansi, **ubah)


def test_a_number_that_cannot_be_dialled_leaves_the_stored_one(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(NOMOR_HP="0812-3456-7890"))
    impor = masukkan(instansi, baris_siasn(NOMOR_HP="0812abc", GELAR_DEPAN="Dr."))
    assert satu(impor).peringatan[0]["isi"] == "0812abc"
    assert Pegawai.objects.values_list("no_hp", "gelar_depan").get() == ("081234567890", "Dr.")


@pytest.mark.parametrize("teks", ["-", "null", "(0812) 3456.7890"])
def test_a_number_left_open_or_written_with_signs_is_no_warning(instansi: Instansi, teks: str) -> None:
    assert "nomor HP" not in peringatan(instansi, NOMOR_HP=teks)


@pytest.mark.parametrize("kolom", ["TMT_GOLONGAN", "TMT_JABATAN"])
def test_a_refused_date_is_not_called_empty_too(instansi: Instansi, kolom: str) -> None:
    baris = satu(cek(instansi, csv_siasn(baris_siasn(**{kolom: "31-02-2022"}))))
    assert [g["masalah"] for g in baris.galat] == ["tanggal ini tidak ada dalam kalender"]
    assert baris.peringatan == []


@pytest.mark.parametrize("status", ["unchanged", "changed"])
def test_a_stored_person_in_a_post_without_jenjang_is_warned_about_until_hr_sets_it(
    instansi: Instansi, status: str
) -> None:
    guru = {"JENIS_JABATAN_ID": "2", "JABATAN_NAMA": "GURU MUDA"}
    masukkan(instansi, baris_siasn(**guru))
    baris = csv_siasn(baris_siasn(**guru, GELAR_DEPAN="Dr." if status == "changed" else "null"))
    assert "tanpa jenjang" in satu(cek(instansi, baris)).peringatan[0]["masalah"]
    Jabatan.objects.update(jenjang=Jenjang.AHLI_MUDA)
    assert satu(cek(instansi, baris)).peringatan == []


# -- kind and status -------------------------------------------------------------------------------

DIAM = {"KEDUDUKAN_HUKUM_NAMA": "Aktif", "KEDUDUKAN_HUKUM_ID": "null", "JENIS_PEGAWAI_NAMA": "null"}


def test_a_pppk_does_not_become_pns_while_the_status_column_is_silent(instansi: Instansi) -> None:
    masukkan(instansi, baris_pppk())
    impor = cek(instansi, csv_siasn(baris_pppk(GOL_AKHIR_NAMA="null", GOL_AKHIR_ID="null", **DIAM)))
    (g,) = satu(impor).galat
    assert (g["kolom"], g["sel"]) == ("STATUS CPNS PNS", "Z2")
    assert "menjadi PNS" in g["masalah"]


def test_a_pppk_becomes_pns_when_the_status_says_so(instansi: Instansi) -> None:
    masukkan(instansi, baris_pppk())
    masukkan(instansi, baris_pppk(STATUS_CPNS_PNS="C", **DIAM))
    assert Pegawai.objects.values_list("jenis", "status").get() == (JenisPegawai.PNS, StatusKepegawaian.CPNS)


def test_a_row_that_the_database_refuses_does_not_take_the_others_along(instansi: Instansi) -> None:
    masukkan(instansi, baris_pppk(1, TMT_CPNS="null"), baris_siasn(2))
    # An agreement that ended before the start that the file brings: only the database knows both.
    Pegawai.objects.filter(nip=baris_pppk(1)["NIP BARU"]).update(
        perjanjian_mulai=None, perjanjian_sampai=date(2020, 1, 1)
    )
    impor = masukkan(instansi, baris_pppk(1), baris_siasn(2, GELAR_DEPAN="Dr."), baris_siasn(3))
    assert impor.status == StatusImpor.DITERAPKAN
    assert (impor.ringkasan["diterapkan"], hitung(impor)[StatusBaris.DITOLAK]) == (2, 1)
    (g,) = satu(impor, 2).galat
    assert g["masalah"] == "Akhir perjanjian kerja harus sesudah mulainya."
    assert Pegawai.objects.get(nip=nip(2)).gelar_depan == "Dr."
    assert Pegawai.objects.filter(nip=nip(3)).exists()


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


def test_a_history_corrected_by_hr_after_the_check_is_not_overwritten(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = cek(instansi, csv_siasn(baris_siasn(MK_TAHUN="14")))
    RiwayatPangkat.objects.update(masa_kerja_tahun=13)
    request_apply(impor_id=impor.pk, actor=None, at=AT)
    impor = terapkan(impor.pk)
    assert RiwayatPangkat.objects.get().masa_kerja_tahun == 13
    assert "berubah sesudah" in satu(impor).galat[0]["masalah"]


def test_a_change_with_nik_and_unit_and_a_new_post_is_still_the_same_when_applied(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn())
    impor = masukkan(
        instansi,
        baris_siasn(
            NIK="'1504990101850099", JABATAN_ID="D" * 32, JABATAN_NAMA="Lain", TMT_JABATAN="01-05-2026"
        ),
    )
    assert impor.baris.get().galat == []
    assert impor.ringkasan["diterapkan"] == 1


def test_queries_grow_with_pieces_and_not_with_rows(instansi: Instansi) -> None:
    def ongkos(banyak: int, mulai: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as tangkapan:
            masukkan(instansi, *[baris_siasn(n) for n in range(mulai, mulai + banyak)])
        return len(tangkapan)

    ongkos(1, 90)  # what is only asked once
    assert ongkos(2, 10) == ongkos(30, 20)
