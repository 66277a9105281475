"""What the pages of a class say: to the atasan who decides, to whoever takes part, to HR who makes it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusPendaftaran as S
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def diri() -> Pengguna:
    """Somebody with an atasan penilai who has an account."""
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(fungsional=True, atasan=atasan.pegawai))
    return akun


@pytest.fixture
def meja(client: Client) -> Client:
    """HR of the government that holds the classes sits at the desk."""
    client.force_login(hr_dari(InstansiPabrik(kode="batanghari")))
    return client


def _isi(client: Client, nama: str, *args: Any) -> str:
    return client.get(reverse(nama, args=args)).content.decode()


def test_the_atasan_reads_how_long_where_and_what_the_office_pays(client: Client, diri: Pengguna) -> None:
    kelas = AngkatanPabrik(tempat="Aula BKPSDM", berbiaya=True)
    PendaftaranPabrik(angkatan=kelas, pegawai=diri.pegawai, status=S.MENUNGGU_ATASAN)
    client.force_login(Pengguna.objects.get(pegawai=diri.pegawai.atasan))
    isi = _isi(client, "pelatihan:persetujuan")
    assert f"{kelas.pelatihan.jp} JP, Aula BKPSDM, Rp 4.000.000 dibayar instansi." in isi


@pytest.mark.parametrize(
    ("mulai", "arti"), [(1, "Unduh dan bawa"), (0, "Kelas sedang berjalan."), (-2, "Kelas sudah berakhir.")]
)
def test_a_letter_is_brought_only_before_the_class(
    client: Client, diri: Pengguna, mulai: int, arti: str
) -> None:
    hari = timezone.localdate() + timedelta(days=mulai)
    kelas = AngkatanPabrik(mulai=hari, selesai=hari, daftar_sampai=hari)
    p = PendaftaranPabrik(angkatan=kelas, pegawai=diri.pegawai, status=S.SURAT_TUGAS)
    client.force_login(diri)
    assert arti in _isi(client, "pelatihan:kelas", p.pk)


def test_empty_rows_for_sessions_go_on_counting(meja: Client) -> None:
    """Two sessions typed at once keep their order: a number that stands twice is refused."""
    kelas = AngkatanPabrik()
    SesiPabrik(angkatan=kelas, urut=1)
    nomor = re.compile(r'name="sesi-\d-urut" value="(\d+)"')
    assert nomor.findall(_isi(meja, "admin:pelatihan_angkatan_change", kelas.pk)) == ["1", "2", "3"]
    assert nomor.findall(_isi(meja, "admin:pelatihan_angkatan_add")) == ["1", "2"]


def test_a_class_without_sessions_says_where_to_add_them(meja: Client) -> None:
    kelas = AngkatanPabrik()
    assert "Belum ada sesi." in _isi(meja, "admin:pelatihan_angkatan_kelas", kelas.pk)
    SesiPabrik(angkatan=kelas)
    assert "Belum ada sesi." not in _isi(meja, "admin:pelatihan_angkatan_kelas", kelas.pk)


def test_a_number_that_no_class_can_have_is_not_found(client: Client, diri: Pengguna) -> None:
    client.force_login(diri)
    assert client.get(reverse("pelatihan:hadir", args=[10**30])).status_code == 404
