"""Imports that are killed, starved or doubled in the middle: the result is that of an undisturbed one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import OperationalError, connections

from pegawai.enums import StatusImpor, TahapImpor
from pegawai.models import BarisImpor, Impor, Instansi, Pegawai, RiwayatPangkat
from pegawai.services import impor_kerja
from pegawai.services.berkas import Buku
from pegawai.services.impor import (
    PEMBACA,
    Pemeriksaan,
    SapuanImpor,
    daftarkan,
    periksa,
    request_apply,
    terapkan,
    upload,
)
from pegawai.services.impor_siasn import PembacaSiasn
from pegawai.tests.berkas_buatan import AT, baris_siasn, csv_siasn
from pegawai.tests.pabrik import InstansiPabrik

SEPULUH = csv_siasn(*[baris_siasn(n) for n in range(10, 20)])


class Terganggu(PembacaSiasn):
    """The SIASN reader in pieces of three, disturbed at a chosen moment."""

    kode = "siasn_terganggu"
    ukuran_bagian = 3

    def __init__(self) -> None:
        self.gangguan: Any = None
        self.di_bagian = 0
        self.di_baris = 0

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        hasil = super().periksa(impor, buku)
        return Pemeriksaan(hasil.jumlah, self._selingi(hasil.baris), hasil.ringkasan)

    def _selingi(self, semua: Any) -> Iterator[BarisImpor]:
        for nomor, baris in enumerate(semua, start=1):
            if nomor == self.di_baris:
                self.ganggu()
            yield baris

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        super().terapkan(impor, baris, at)
        self.di_bagian -= 1
        if self.di_bagian == 0:
            self.ganggu()

    def ganggu(self) -> None:
        if isinstance(self.gangguan, BaseException):
            raise self.gangguan
        if self.gangguan:
            os.kill(os.getpid(), self.gangguan)


@pytest.fixture
def pembaca(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terganggu]:
    monkeypatch.setattr(impor_kerja, "BAGIAN", 3)
    satu = Terganggu()
    daftarkan(satu)
    yield satu
    del PEMBACA[satu.kode]


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def unggah(instansi: Instansi, isi: Any = SEPULUH, jenis: str = "siasn", nama: str = "export.csv") -> Impor:
    return upload(instansi=instansi, jenis=jenis, nama_berkas=nama, isi=isi, actor=None, at=AT)


def siap_terapkan(instansi: Instansi, jenis: str = "siasn") -> Impor:
    impor = periksa(unggah(instansi, jenis=jenis).pk)
    return request_apply(impor_id=impor.pk, actor=None, at=AT)


def isi_basis_data() -> list[Any]:
    """Everything that an import decides about people, without ids and times."""
    orang = Pegawai.objects.order_by("nip").values_list("nip", "nama", "tanggal_lahir", "nik_indeks", "versi")
    pangkat = RiwayatPangkat.objects.order_by("pegawai__nip").values_list("pegawai__nip", "golongan", "tmt")
    return [list(orang), list(pangkat), Pegawai.history.count()]


@pytest.mark.django_db(transaction=True)
class TestGangguan:
    def test_killed_while_applying_then_resumed_gives_the_undisturbed_result(
        self, instansi: Instansi, pembaca: Terganggu
    ) -> None:
        impor = siap_terapkan(instansi, pembaca.kode)
        pembaca.di_bagian, pembaca.gangguan = 3, signal.SIGKILL
        _jalankan_di_anak(lambda: terapkan(impor.pk))
        assert Pegawai.objects.count() == 6, "two whole pieces stay, the open one is gone"
        pembaca.gangguan = None
        hasil = terapkan(impor.pk)
        assert (hasil.status, hasil.ringkasan["diterapkan"]) == (StatusImpor.DITERAPKAN, 10)
        terganggu = isi_basis_data()
        _kosongkan()
        terapkan(siap_terapkan(instansi).pk)
        assert isi_basis_data() == terganggu

    def test_killed_while_checking_then_resumed_stages_every_row_once(
        self, instansi: Instansi, pembaca: Terganggu
    ) -> None:
        impor = unggah(instansi, jenis=pembaca.kode)
        pembaca.di_baris, pembaca.gangguan = 8, signal.SIGKILL
        _jalankan_di_anak(lambda: periksa(impor.pk))
        assert impor.baris.count() == 6
        pembaca.gangguan = None
        assert periksa(impor.pk).status == StatusImpor.DIPERIKSA
        assert sorted(impor.baris.values_list("nomor", flat=True)) == list(range(2, 12))

    def test_a_lost_database_leaves_the_wish_standing(self, instansi: Instansi, pembaca: Terganggu) -> None:
        impor = siap_terapkan(instansi, pembaca.kode)
        pembaca.di_bagian, pembaca.gangguan = 2, OperationalError("database is locked")
        sapuan = SapuanImpor()
        assert sapuan.process_one(impor.pk) is False
        impor.refresh_from_db()
        assert (impor.tahap, impor.percobaan, Pegawai.objects.count()) == (TahapImpor.TERAPKAN, 0, 3)
        assert sapuan.process_one(impor.pk) is True
        assert Pegawai.objects.count() == 10

    def test_work_that_dies_without_progress_is_given_up_with_a_message(
        self, instansi: Instansi, pembaca: Terganggu
    ) -> None:
        impor = unggah(instansi, jenis=pembaca.kode)
        pembaca.di_baris, pembaca.gangguan = 1, RuntimeError("penyakit")
        for _ in range(impor_kerja.MAKS_PERCOBAAN):
            with pytest.raises(RuntimeError):
                periksa(impor.pk)
        assert periksa(impor.pk).status == StatusImpor.GAGAL
        assert SapuanImpor().claimable() == []

    def test_two_workers_at_once_stage_and_apply_every_row_once(
        self, instansi: Instansi, pembaca: Terganggu
    ) -> None:
        impor = unggah(instansi, jenis=pembaca.kode)

        def lewati() -> None:
            pembaca.di_baris = 0
            periksa(impor.pk)

        # In the middle of the first check a second one runs to its end.
        pembaca.di_baris = 5
        pembaca.ganggu = lewati  # type: ignore[method-assign]
        periksa(impor.pk)
        assert impor.baris.count() == 10
        request_apply(impor_id=impor.pk, actor=None, at=AT)
        terapkan(impor.pk)
        assert terapkan(impor.pk).ringkasan["diterapkan"] == 10
        assert Pegawai.objects.count() == 10


def _jalankan_di_anak(kerja: Any) -> None:
    """Run in a child process that is expected to die by SIGKILL."""
    connections.close_all()
    pid = os.fork()
    if pid == 0:
        try:
            kerja()
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def _kosongkan() -> None:
    RiwayatPangkat.objects.all().delete()
    for nama in ("riwayat_jabatan", "riwayat_pendidikan"):
        Pegawai._meta.get_field(nama).related_model._default_manager.all().delete()
    BarisImpor.objects.all().delete()
    Pegawai.objects.all().delete()
    Pegawai.history.all().delete()
