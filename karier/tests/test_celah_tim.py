"""Who approves a training reads which gap it closes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from karier.tests.pembaca import halaman, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_kompetensi import (
    AsesmenPabrik,
    KompetensiTeknisPabrik,
    LevelTeknisPabrik,
    StandarKompetensiPabrik,
    StandarTeknisPabrik,
)
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Pelatihan
from pelatihan.services import celah_kelas
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik, PelatihanPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HALAMAN = "pelatihan:persetujuan"


def mendaftar(orang: Pegawai, program: Pelatihan) -> None:
    PendaftaranPabrik(
        angkatan=AngkatanPabrik(pelatihan=program, instansi=orang.instansi),
        pegawai=orang,
        status=StatusPendaftaran.MENUNGGU_ATASAN,
    )


@pytest.fixture
def kurang(saya: Pegawai) -> Pegawai:
    """Komunikasi one level short."""
    StandarKompetensiPabrik(jabatan=saya.riwayat_jabatan.get().jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=saya, komunikasi=2)
    return saya


def test_the_leader_reads_what_the_class_closes(kurang: Pegawai, atasan: Pegawai) -> None:
    jabatan, data = kurang.riwayat_jabatan.get().jabatan, KompetensiTeknisPabrik(nama="Data")
    StandarTeknisPabrik(jabatan=jabatan, kompetensi=data)
    LevelTeknisPabrik(pegawai=kurang, kompetensi=data, level=1)
    program = PelatihanPabrik(nama="Bicara dan Data")
    KompetensiPelatihanPabrik(pelatihan=program, kompetensi="", teknis=data)
    mendaftar(kurang, program)
    isi = halaman(sebagai(atasan), HALAMAN)
    assert "Menutup celah Data level 1 ke 3 dan Komunikasi level 2 ke 3." in isi


@pytest.mark.parametrize(
    ("level", "kalimat"), [(2, "Tidak menutup celah kompetensi yang tercatat."), (0, "")]
)
def test_what_closes_nothing_says_so_and_what_is_not_recorded_says_nothing(
    kurang: Pegawai, atasan: Pegawai, level: int, kalimat: str
) -> None:
    program = PelatihanPabrik(kompetensi=None)
    if level:
        KompetensiPelatihanPabrik(pelatihan=program, level=level)
    mendaftar(kurang, program)
    isi = halaman(sebagai(atasan), HALAMAN)
    assert ("celah" in isi) is bool(kalimat)
    assert kalimat in isi


def test_a_gap_that_cannot_be_read_holds_no_decision_up(
    kurang: Pegawai, atasan: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(celah_kelas, "_PEMBACA", [_rusak])
    mendaftar(kurang, PelatihanPabrik())
    isi = halaman(sebagai(atasan), HALAMAN)
    assert "Data karier belum dapat dimuat. Anda tetap dapat memutuskan." in isi
    assert ">Setujui</button>" in isi


def _rusak(*_: object) -> Any:
    raise ValueError


def test_ten_cost_as_many_queries_as_one(kurang: Pegawai, atasan: Pegawai) -> None:
    client, banyak = sebagai(atasan), []
    mendaftar(kurang, PelatihanPabrik())
    for tambah in (0, 9):
        for orang in PegawaiPabrik.create_batch(tambah, pelaksana=True, atasan=atasan):
            mendaftar(orang, PelatihanPabrik())
        halaman(client, HALAMAN)
        with CaptureQueriesContext(connection) as tangkap:
            halaman(client, HALAMAN)
        banyak.append(len(tangkap))
    assert banyak[0] == banyak[1]
