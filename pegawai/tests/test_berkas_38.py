"""The 38 kinds of files that go wrong, through the upload page of SIASN: told clearly or read exactly."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pegawai.enums import StatusImpor
from pegawai.models import Impor, Instansi, Pegawai, RiwayatPangkat
from pegawai.rules.siasn import KOLOM_69
from pegawai.services.impor_kerja import periksa, terapkan
from pegawai.tests.berkas_buatan import baris_siasn, nip
from pegawai.tests.berkas_dasar import Dasar, Kasus
from pegawai.tests.berkas_kasus import TEPAT, semua_kasus
from pegawai.tests.berkas_pintu import lewat_pintu, potret, uji_kasus
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db
BANYAK = 6


def dasar() -> Dasar:
    """Six sound people in the layout of the export."""
    orang = [baris_siasn(n, TMT_GOLONGAN=f"{n:02d}-04-2022") for n in range(1, BANYAK + 1)]
    return Dasar(
        lembar="Data",
        kepala=KOLOM_69,
        baris=[[o[k] for k in KOLOM_69] for o in orang],
        nip="NIP BARU",
        nama="NAMA",
        tanggal="TMT GOLONGAN",
        periksa_nama=True,
        nip_lain=nip(90),
    )


SEMUA = [k for k in semua_kasus() if k.cocok(dasar())]


@pytest.fixture
def instansi(client: Client) -> Instansi:
    instansi = InstansiPabrik(kode="batanghari")
    PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), nip=nip(90))
    client.force_login(hr_dari(instansi))
    return instansi


@pytest.mark.parametrize(
    "kasus",
    [pytest.param(k, marks=[pytest.mark.lambat] if k.berat else [], id=str(k)) for k in SEMUA],
)
def test_a_file_is_told_clearly_or_read_exactly(client: Client, instansi: Instansi, kasus: Kasus) -> None:
    satu, semula = dasar(), potret()
    hasil = lewat_pintu(client, instansi, "siasn", kasus.nama, kasus.buat(satu))
    uji_kasus(kasus, satu, hasil, utuh=potret() == semula)
    if kasus.harap == TEPAT:
        # The sound file after it: had anything been read otherwise, there would be a difference.
        sehat = lewat_pintu(client, instansi, "siasn", "sehat.xlsx", satu.xlsx())
        assert sehat.impor is not None
        assert sehat.impor.ringkasan["sama"] == BANYAK


def test_all_38_kinds_are_here() -> None:
    assert {k.kode for k in SEMUA} == {f"D-{n:02d}" for n in range(1, 39)}


def test_the_same_file_twice_at_once_is_stored_once(client: Client, instansi: Instansi) -> None:
    """D-36: both were checked before either was saved."""
    for nama in ("satu.xlsx", "dua.xlsx"):
        berkas = SimpleUploadedFile(nama, dasar().xlsx())
        isian = {"jenis": "siasn", "instansi": instansi.pk, "berkas": berkas}
        client.post(reverse("admin:pegawai_impor_add"), isian)
    semua = [periksa(pk) for pk in Impor.objects.order_by("pk").values_list("pk", flat=True)]
    for impor in semua:
        client.post(reverse("admin:pegawai_impor_terapkan", args=[impor.pk]))
        assert terapkan(impor.pk).status == StatusImpor.DITERAPKAN
    assert Pegawai.objects.filter(instansi=instansi).count() == BANYAK
    assert RiwayatPangkat.objects.count() == BANYAK
