"""The SIASN export: who is new, who changed, who is refused and why, and what is never touched."""

from __future__ import annotations

from datetime import date

import pytest

from asn_karier.lib.models import Jejak
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
    Instansi,
    Jabatan,
    Pegawai,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.rules.siasn import KOLOM_65, VARIAN
from pegawai.services.impor import request_apply, terapkan
from pegawai.tests.bantu_impor import hitung
from pegawai.tests.berkas_buatan import AT, baris_pppk, baris_siasn, csv_siasn, nip, xlsx_siasn
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.siasn_buatan import cek, masukkan, satu

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


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
        ("2", "Analis Kebijakan Ahli Muda pada Subbagian Contoh", "99", Jenjang.AHLI_MUDA),
        ("2", "AHLI PERTAMA - GURU KELAS", "99", Jenjang.AHLI_PERTAMA),
        ("2", "Perawat Mahir di Puskesmas Contoh", "99", Jenjang.MAHIR),
        ("2", "Arsiparis Pelaksana/Terampil", "99", Jenjang.TERAMPIL),
        ("2", "Penyelia Mutu Contoh", "99", None),
        ("2", "Guru Muda", "99", None),
        ("2", "Contoh Ahli Muda (Ahli Madya)", "99", None),
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


@pytest.mark.parametrize(
    ("tertulis", "eselon"),
    [("Non Eselon", ""), ("NON", ""), ("IV.b", "IV.b"), ("III/a", "III/a"), ("Eselon tidak dikenal", "")],
)
def test_only_a_known_eselon_is_kept_and_no_other_word_refuses_the_row(
    instansi: Instansi, tertulis: str, eselon: str
) -> None:
    masukkan(instansi, baris_siasn(ESELON_NAMA=tertulis))
    assert Jabatan.objects.get().eselon == eselon


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


def test_the_row_of_the_officer_is_saved_but_pointed_at_and_kept_on_the_trail(instansi: Instansi) -> None:
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    petugas = hr_dari(instansi, pegawai=Pegawai.objects.get(nip=nip(1)))
    isi = csv_siasn(baris_siasn(1, NAMA="NAMA BARU"), baris_siasn(2, NAMA="NAMA BARU"))
    impor = cek(instansi, isi, actor=petugas)
    assert hitung(impor) == {StatusBaris.BERUBAH: 2}
    assert "tentang Anda sendiri" in satu(impor, 2).peringatan[0]["masalah"]
    assert satu(impor, 3).peringatan == []
    request_apply(impor_id=impor.pk, actor=petugas, at=AT)
    terapkan(impor.pk)
    jejak = Jejak.objects.get(tindakan="impor_data_sendiri")
    assert (jejak.subjek_id, jejak.pelaku_id, jejak.rincian) == (
        petugas.pegawai_id, petugas.pk, {"impor": impor.pk, "kolom": ["Nama"]}
    )  # fmt: skip
