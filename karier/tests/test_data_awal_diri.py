"""Nobody changes their own records through a file: neither who uploads it nor who presses Simpan."""

from __future__ import annotations

from typing import Any

import pytest

from karier.tests.test_data_awal import SESUAI, buku, cek
from kinerja.models import Penilaian
from pegawai.enums import StatusBaris
from pegawai.models import Impor, Instansi, Pegawai, Pengguna
from pegawai.services.impor import periksa, request_apply, terapkan, upload
from pegawai.tests.bantu_impor import hitung
from pegawai.tests.berkas_buatan import AT, xlsx
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def lain(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi, fungsional=True)


@pytest.fixture
def petugas(instansi: Instansi) -> Pengguna:
    return hr_dari(instansi, pegawai=PegawaiPabrik(instansi=instansi, fungsional=True))


def isi(*pegawai: Pegawai) -> bytes:
    return buku(Predikat=[[p.nip, 2025, SESUAI, SESUAI, "BAIK"] for p in pegawai])


def simpan(impor: Impor, actor: Any) -> Impor:
    request_apply(impor_id=impor.pk, actor=actor, at=AT)
    return terapkan(impor.pk)


def dinilai() -> set[int]:
    return set(Penilaian.objects.values_list("pegawai_id", flat=True))


def test_the_row_of_the_uploader_is_refused_before_anything_is_saved(
    instansi: Instansi, petugas: Pengguna, lain: Pegawai
) -> None:
    impor = cek(instansi, isi(petugas.pegawai, lain), actor=petugas)
    assert hitung(impor) == {StatusBaris.BARU: 1, StatusBaris.DITOLAK: 1}
    baris = impor.baris.get(status=StatusBaris.DITOLAK)
    (galat,) = baris.galat
    assert (galat["sel"], galat["masalah"]) == ("A2", "Data Anda sendiri harus diubah oleh petugas lain")
    assert (baris.pegawai_id, baris.data) == (petugas.pegawai_id, {})
    simpan(impor, petugas)
    assert dinilai() == {lain.pk}


def test_the_row_of_who_presses_simpan_is_refused_while_it_is_saved(
    instansi: Instansi, petugas: Pengguna, lain: Pegawai
) -> None:
    impor = cek(instansi, isi(petugas.pegawai, lain), actor=hr_dari(instansi))
    assert hitung(impor) == {StatusBaris.BARU: 2}
    assert hitung(simpan(impor, petugas)) == {StatusBaris.BARU: 1, StatusBaris.DITOLAK: 1}
    assert dinilai() == {lain.pk}


def test_another_officer_saves_the_very_same_file_and_then_nobody_is_refused(
    instansi: Instansi, petugas: Pengguna, lain: Pegawai
) -> None:
    simpan(cek(instansi, isi(petugas.pegawai, lain), actor=petugas), petugas)
    rekan = hr_dari(instansi)
    simpan(cek(instansi, isi(petugas.pegawai, lain), actor=rekan), rekan)
    assert dinilai() == {lain.pk, petugas.pegawai_id}
    assert hitung(cek(instansi, isi(petugas.pegawai, lain), actor=petugas)) == {StatusBaris.SAMA: 2}


def test_a_new_leader_of_the_uploader_is_refused_too(
    instansi: Instansi, petugas: Pengguna, lain: Pegawai
) -> None:
    impor = cek(instansi, buku(Atasan=[[petugas.pegawai.nip, lain.nip]]), actor=petugas)
    assert hitung(impor) == {StatusBaris.DITOLAK: 1}


def test_an_account_without_a_person_saves_everybody(instansi: Instansi, lain: Pegawai) -> None:
    assert hitung(cek(instansi, isi(lain), actor=hr_dari(instansi))) == {StatusBaris.BARU: 1}


def test_the_recap_of_e_kinerja_follows_the_same_rule(
    instansi: Instansi, petugas: Pengguna, lain: Pegawai
) -> None:
    kepala = ["No", "NIP", "Nama", "Rating Hasil Kinerja", "Rating Perilaku Kerja", "Predikat Kinerja"]
    baris = [[n, p.nip, "NAMA", SESUAI, SESUAI, "BAIK"] for n, p in enumerate((petugas.pegawai, lain), 1)]
    rekap = xlsx({"Rekap": [["Periode Tahunan Tahun 2025"], [], kepala, *baris]})
    impor = upload(
        instansi=instansi, jenis="ekinerja", nama_berkas="rekap.xlsx", isi=rekap, actor=petugas, at=AT
    )
    assert hitung(periksa(impor.pk)) == {StatusBaris.BARU: 1, StatusBaris.DITOLAK: 1}
    simpan(impor, petugas)
    assert dinilai() == {lain.pk}
