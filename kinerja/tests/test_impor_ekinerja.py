"""The e-Kinerja recap: a year is a year, a month never becomes one, the matrix has the last word."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from kinerja.enums import (
    Predikat,
    Rating,
    StatusKonversi,
    StatusPenilaian,
    StatusSiklus,
    SumberKinerja,
    SumberPenilaian,
)
from kinerja.models import KonversiAngkaKredit, Penilaian
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import BarisImpor, Impor, Instansi, Pegawai
from pegawai.services.impor import periksa, request_apply, terapkan, upload
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, xlsx
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

pytestmark = pytest.mark.django_db

SESUAI, ATAS, BAWAH = "SESUAI EKSPEKTASI", "DI ATAS EKSPEKTASI", "DI BAWAH EKSPEKTASI"
KEPALA = ["No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja"]
TAHUNAN = "Periode Tahunan Tahun 2025"


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi, fungsional=True)


def rekap(
    *baris: tuple[Any, ...], periode: str = TAHUNAN, kolom: str = "Predikat Kinerja Tahunan", spasi: int = 1
) -> bytes:
    """The recap as e-Kinerja writes it: (nip, hasil, perilaku, predikat) per row."""
    isi = [[n, nip, "NAMA", "Jabatan", *nilai] for n, (nip, *nilai) in enumerate(baris, start=1)]
    judul = [["9999 - Pemerintah Contoh"], ["Subbagian Contoh"], [periode], *[[]] * spasi]
    return xlsx({"Rekap Penilaian": [*judul, [*KEPALA, kolom], *isi]})


def cek(instansi: Instansi, isi: bytes) -> Impor:
    impor = upload(instansi=instansi, jenis="ekinerja", nama_berkas="rekap.xlsx", isi=isi, actor=None, at=AT)
    return periksa(impor.pk)


def masukkan(instansi: Instansi, isi: bytes) -> Impor:
    return diterapkan(cek(instansi, isi))


def sebab(impor: Impor) -> list[str]:
    baris: Iterable[BarisImpor] = impor.baris.filter(status=StatusBaris.DITOLAK)
    return [f"{g['sel']} {g['masalah']}" for b in baris for g in b.galat]


def test_a_yearly_recap_becomes_a_signed_predikat_of_that_year(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK")))
    p = Penilaian.objects.get()
    assert (p.tahun, p.predikat, p.status, p.sumber) == (
        2025, Predikat.SANGAT_BAIK, StatusPenilaian.DITETAPKAN, SumberPenilaian.EKINERJA
    )  # fmt: skip
    assert (p.rating_hasil, p.rating_perilaku) == (Rating.DI_ATAS_EKSPEKTASI, Rating.DI_ATAS_EKSPEKTASI)


def test_a_functional_gets_a_draft_conversion_that_nobody_has_signed(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    masukkan(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    konversi = KonversiAngkaKredit.objects.get()
    assert (konversi.tahun, konversi.status, konversi.nilai_senti) == (2025, StatusKonversi.DRAF, 2500)


@pytest.mark.parametrize("spasi", [0, 1, 5])
def test_the_header_is_found_wherever_it_stands(instansi: Instansi, pegawai: Pegawai, spasi: int) -> None:
    assert hitung(cek(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK"), spasi=spasi))) == {
        StatusBaris.BARU: 1
    }


@pytest.mark.parametrize(
    ("periode", "kode"),
    [
        ("Periode Bulanan 6 Tahun 2025", "ekinerja_periodik"),
        ("Periode Triwulan 2 Tahun 2025", "ekinerja_periodik"),
        ("Rekap", "ekinerja_tanpa_periode"),
        ("Periode Tahunan Tahun 2031", "ekinerja_tahun"),
    ],
)
def test_any_other_period_is_refused_and_changes_nothing(
    instansi: Instansi, pegawai: Pegawai, periode: str, kode: str
) -> None:
    impor = cek(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK"), periode=periode))
    assert (impor.status, impor.ringkasan["kode"]) == (StatusImpor.DITOLAK, kode)
    assert "Periode Tahunan" in impor.pesan or "sudah dinilai" in impor.pesan
    assert not Penilaian.objects.exists()


@pytest.mark.parametrize(
    ("periode", "kata"),
    [
        ("Periode Bulanan 6 Tahun 2025", "rekap bulan Juni 2025."),
        ("PERIODE BULANAN 12 TAHUN 2025", "rekap bulan Desember 2025."),
        ("Periode Bulanan 13 Tahun 2025", "rekap bulanan 13 tahun 2025."),
        ("Periode Triwulan 2 Tahun 2025", "rekap triwulan 2 tahun 2025."),
    ],
)
def test_a_refused_period_is_named_in_words(
    instansi: Instansi, pegawai: Pegawai, periode: str, kata: str
) -> None:
    impor = cek(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK"), periode=periode))
    assert f"Berkas ini {kata}" in impor.pesan


@pytest.mark.parametrize(("label", "predikat"), [("PERLU PERBAIKAN", 3), ("Butuh  Perbaikan", 3), ("", 3)])
def test_labels_of_both_spellings_mean_the_same_and_an_empty_one_is_derived(
    instansi: Instansi, pegawai: Pegawai, label: str, predikat: int
) -> None:
    masukkan(instansi, rekap((pegawai.nip, BAWAH, SESUAI, label)))
    assert Penilaian.objects.get().predikat == predikat


def test_a_predikat_against_the_matrix_refuses_the_row(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = cek(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "SANGAT BAIK")))
    assert hitung(impor) == {StatusBaris.DITOLAK: 1}
    assert "G6 tertulis Sangat Baik, sedangkan kedua ratingnya menghasilkan Baik" in sebab(impor)[0]


@pytest.mark.parametrize(
    ("nilai", "sel"),
    [
        (("HEBAT", SESUAI, "BAIK"), "E6"),
        ((SESUAI, "", "BAIK"), "F6"),
        ((SESUAI, SESUAI, "LUMAYAN"), "G6"),
        (("", "", ""), "G6"),
    ],
)
def test_an_unknown_or_missing_rating_refuses_the_row_by_cell(
    instansi: Instansi, pegawai: Pegawai, nilai: tuple[str, ...], sel: str
) -> None:
    impor = cek(instansi, rekap((pegawai.nip, *nilai)))
    assert sebab(impor)[0].startswith(sel)


def test_a_predikat_without_ratings_is_accepted_as_such(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, rekap((pegawai.nip, "", "", "BAIK")))
    assert Penilaian.objects.values_list("predikat", "rating_hasil").get() == (Predikat.BAIK, None)


def test_people_who_are_not_here_are_refused_and_not_made(instansi: Instansi) -> None:
    lain = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    impor = cek(
        instansi, rekap((lain.nip, SESUAI, SESUAI, "BAIK"), ("199001012015031001", SESUAI, SESUAI, "BAIK"))
    )
    assert sebab(impor) == ["B6 NIP ini tidak ada di instansi ini", "B7 NIP ini tidak ada di instansi ini"]


def test_a_row_without_nip_and_a_nip_stored_as_number_are_refused(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    impor = cek(instansi, rekap(("", SESUAI, SESUAI, "BAIK"), (int(pegawai.nip), SESUAI, SESUAI, "BAIK")))
    assert sebab(impor)[0] == "B6 kosong"
    assert "tersimpan sebagai angka" in sebab(impor)[1]


def test_one_person_twice_refuses_both_rows(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = cek(instansi, rekap(*[(pegawai.nip, SESUAI, SESUAI, "BAIK")] * 2))
    assert sebab(impor) == ["B6 catatan yang sama ada pada baris 7", "B7 catatan yang sama ada pada baris 6"]


def test_the_same_recap_twice_changes_nothing(instansi: Instansi, pegawai: Pegawai) -> None:
    isi = rekap((pegawai.nip, SESUAI, SESUAI, "BAIK"))
    masukkan(instansi, isi)
    sebelum = Penilaian.objects.values().get()
    assert hitung(masukkan(instansi, isi)) == {StatusBaris.SAMA: 1}
    assert Penilaian.objects.values().get() == sebelum


def test_a_corrected_recap_changes_the_year_with_old_and_new(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    impor = masukkan(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK")))
    assert {"kolom": "Predikat", "lama": "Baik", "baru": "Sangat Baik"} in impor.baris.get().beda
    assert Penilaian.objects.values_list("predikat", "versi").get() == (Predikat.SANGAT_BAIK, 2)


def test_a_rating_given_here_is_never_overwritten(instansi: Instansi, pegawai: Pegawai) -> None:
    PenilaianPabrik(pegawai=pegawai)
    impor = masukkan(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK")))
    assert "sudah dinilai di sini" in sebab(impor)[0]
    assert Penilaian.objects.get().predikat == Predikat.BAIK


def test_e_kinerja_overrules_data_awal(instansi: Instansi, pegawai: Pegawai) -> None:
    PenilaianPabrik(pegawai=pegawai, sumber=SumberPenilaian.DATA_AWAL)
    masukkan(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK")))
    assert Penilaian.objects.values_list("predikat", "sumber").get() == (
        Predikat.SANGAT_BAIK, SumberPenilaian.EKINERJA
    )  # fmt: skip


def test_a_year_rated_here_after_the_check_is_not_overwritten(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = cek(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK")))
    PenilaianPabrik(pegawai=pegawai)
    request_apply(impor_id=impor.pk, actor=None, at=AT)
    impor = terapkan(impor.pk)
    assert hitung(impor) == {StatusBaris.DITOLAK: 1}
    assert Penilaian.objects.get().predikat == Predikat.BAIK


def test_the_command_applies_a_recap(instansi: Instansi, pegawai: Pegawai, tmp_path: Path) -> None:
    berkas, keluar = tmp_path / "rekap.xlsx", StringIO()
    berkas.write_bytes(rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    call_command("impor_ekinerja", str(berkas), "--instansi", "uji", "--terapkan", stdout=keluar)
    assert '"baru": 1' in keluar.getvalue()
    assert Penilaian.objects.count() == 1


@pytest.mark.parametrize(
    ("status", "sumber", "diterima"),
    [
        (StatusSiklus.DIBUKA, SumberKinerja.DI_SINI, False),
        (StatusSiklus.PENETAPAN, SumberKinerja.DI_SINI, False),
        (StatusSiklus.DITUTUP, SumberKinerja.DI_SINI, True),
        (StatusSiklus.DIBUKA, SumberKinerja.EKINERJA, True),
    ],
)
def test_no_file_comes_before_the_leaders_of_a_year_that_is_rated_here(
    instansi: Instansi, pegawai: Pegawai, status: StatusSiklus, sumber: SumberKinerja, diterima: bool
) -> None:
    SiklusPabrik(instansi=instansi, tahun=2025, status=status, sumber=sumber)
    impor = cek(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK")))
    assert hitung(impor) == ({StatusBaris.BARU: 1} if diterima else {StatusBaris.DITOLAK: 1})
    assert diterima or "dinilai di sini" in sebab(impor)[0]


def test_ratings_that_do_not_make_the_new_predikat_go_with_the_old_one(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    """The recap may name the predikat alone: ratings of before would contradict it on every page."""
    masukkan(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    masukkan(instansi, rekap((pegawai.nip, "", "", "BAIK")))
    assert Penilaian.objects.get().rating_hasil == Rating.SESUAI_EKSPEKTASI
    impor = masukkan(instansi, rekap((pegawai.nip, "", "", "SANGAT BAIK")))
    p = Penilaian.objects.get()
    assert (p.predikat, p.rating_hasil, p.rating_perilaku) == (Predikat.SANGAT_BAIK, None, None)
    [baris] = impor.baris.all()
    assert [b["kolom"] for b in baris.beda] == ["Predikat", "Rating hasil kerja", "Rating perilaku kerja"]
