"""The catalogue at the HR desk."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.tests.formulir import terbaca
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.tests.pabrik import InstansiPabrik, hr_dari
from pelatihan.models import Pelatihan
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def program(client: Client) -> Pelatihan:
    client.force_login(hr_dari(InstansiPabrik()))
    pelatihan: Pelatihan = PelatihanPabrik(kompetensi=None)
    return pelatihan


def _simpan(client: Client, program: Pelatihan, **sasaran: object) -> Any:
    """The change page as HR sends it, with one row of whom the programme is meant for."""
    isi = {nama: getattr(program, nama) for nama in ("kode", "nama", "metode", "jp", "biaya")}
    isi |= {"bentuk": int(program.bentuk), "aktif": "on"}
    for awalan, banyak in (("kompetensi", 0), ("sasaran", 1)):
        isi |= {f"{awalan}-TOTAL_FORMS": banyak, f"{awalan}-INITIAL_FORMS": 0}
    isi |= {f"sasaran-0-{nama}": nilai for nama, nilai in sasaran.items()}
    alamat = reverse("admin:pelatihan_pelatihan_change", args=[program.pk])
    return client.post(alamat, isi | terbaca(client, alamat))


def test_hr_says_for_whom_a_programme_is_meant(client: Client, program: Pelatihan) -> None:
    jawaban = _simpan(client, program, jenis_jabatan=int(JenisJabatan.FUNGSIONAL), nama_jabatan="Auditor")
    assert jawaban.status_code == 302
    assert [str(s) for s in program.sasaran.all()] == ["Fungsional, Auditor"]


def test_half_a_range_of_jenjang_comes_back_with_what_to_do(client: Client, program: Pelatihan) -> None:
    jawaban = _simpan(client, program, jenjang_dari=int(Jenjang.AHLI_MUDA))
    assert "Isi kedua jenjang" in jawaban.content.decode()
    assert not program.sasaran.exists()


def test_the_page_says_that_no_target_means_everybody(client: Client, program: Pelatihan) -> None:
    halaman = client.get(reverse("admin:pelatihan_pelatihan_change", args=[program.pk]))
    assert "kosong: untuk semua pegawai" in halaman.content.decode()
