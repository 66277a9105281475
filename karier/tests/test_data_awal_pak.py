"""A PAK of Data awal and the conversions beside it: no month is counted twice, none is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from karier.tests.test_data_awal import buku, galat, masukkan
from kinerja.enums import StatusKonversi, SumberPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit
from kinerja.tests.pabrik import PakPabrik, PenilaianPabrik
from kinerja.tests.saldo import saldo_ak
from kinerja.tests.teken import teken
from pegawai.enums import StatusImpor
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def atasan(instansi: Instansi) -> Pengguna:
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=instansi))


@pytest.fixture
def bawahan(atasan: Pengguna, instansi: Instansi) -> Pegawai:
    """42.50 to the end of 2024, and 25.00 of 2025 signed."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, instansi=instansi, atasan=atasan.pegawai)
    PakPabrik(pegawai=orang)
    PenilaianPabrik(pegawai=orang, sumber=SumberPenilaian.DATA_AWAL)
    teken(orang, atasan, SAAT)
    return orang


def pak(pegawai: Pegawai, sampai: str) -> bytes:
    return buku(PAK=[[pegawai.nip, "PAK/2", sampai, "Ahli Muda", 55]])


def saldo(pegawai: Pegawai) -> tuple[int, int | None, int | None]:
    baris = saldo_ak(pegawai, SAAT.date())
    return baris["pak"], baris["sah"], baris["draf"]


def test_the_months_after_a_pak_of_mid_year_wait_for_a_signature_and_then_count(
    instansi: Instansi, atasan: Pengguna, bawahan: Pegawai
) -> None:
    assert saldo(bawahan) == (4250, 2500, None)
    masukkan(instansi, pak(bawahan, "30-06-2025"))
    k = KonversiAngkaKredit.objects.get(pegawai=bawahan)
    assert (k.mulai, k.bulan, k.status) == (date(2025, 7, 1), 6, StatusKonversi.DRAF)
    assert saldo(bawahan) == (5500, None, 1250)
    teken(bawahan, atasan, SAAT, k.mulai)
    assert saldo(bawahan) == (5500, 1250, None)


def test_a_pak_of_a_day_to_come_is_refused(instansi: Instansi, bawahan: Pegawai) -> None:
    baris = [bawahan.nip, "PAK/2", "31-12-2098", "Ahli Muda", 55]
    assert galat(instansi, PAK=[baris])[2] == "tanggal ini belum tiba"
    assert PenetapanAngkaKredit.objects.count() == 1


def test_a_predikat_of_before_2023_is_kept_and_has_no_conversion(instansi: Instansi) -> None:
    orang = PegawaiPabrik(fungsional=True, instansi=instansi)
    impor = masukkan(instansi, buku(Predikat=[[orang.nip, 2021, "", "", "BAIK"]]))
    assert impor.status == StatusImpor.DITERAPKAN
    assert orang.penilaian.get().tahun == 2021
    assert not KonversiAngkaKredit.objects.filter(pegawai=orang).exists()
