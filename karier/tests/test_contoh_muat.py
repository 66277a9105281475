"""The demo as a newcomer gets it: loaded through the importers, with accounts for every door."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from karier.enums import StatusRekomendasi
from karier.services.contoh import buat_contoh
from karier.services.contoh_akun import SANDI, akun_contoh
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.models import Instansi, Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.lambat, pytest.mark.usefixtures("hari_ini")]
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def demo(tmp_path: Path, settings: Any) -> dict[str, str]:
    """A small regency after its first run: user name by kind of account."""
    settings.VAR_DIR = tmp_path
    buat_contoh(instansi="batanghari", jumlah=150, benih=1, folder=tmp_path / "berkas", at=SAAT)
    jalankan_sampai_selesai(Instansi.objects.get())
    return {akun.sebutan: akun.username for akun in akun_contoh()}


def test_every_door_of_the_demo_has_an_account_that_shows_something(
    demo: dict[str, str], client: Client
) -> None:
    siap = Pegawai.objects.get(nip=demo["ASN (siap naik pangkat)"])
    assert siap.rekomendasi.get(jenis="kenaikan_pangkat").status == StatusRekomendasi.MENUNGGU

    assert client.login(username=demo["Atasan penilai"], password=SANDI)
    jf = Pegawai.objects.get(nip=demo["ASN (jabatan fungsional)"])
    assert jf.nama in client.get(reverse("kinerja:daftar")).content.decode()

    assert Pegawai.objects.get(nip=demo["ASN (PPPK)"]).jenis == 2
    assert demo["Petugas HR (BKPSDM)"] == "hr.batanghari"


def test_a_second_demo_in_the_same_database_is_refused(demo: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="sudah ada"):
        buat_contoh(instansi="batanghari", jumlah=150, benih=1, folder=tmp_path / "lagi", at=SAAT)
