"""Registering, rotating and revoking a program at the HR desk."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran
from pegawai.models import KlienApi
from pegawai.reports.kode import tabel_kode
from pegawai.services.akun import grant_peran, issue_password_link
from pegawai.services.klien import create_sandbox_key, find_by_secret
from pegawai.services.siasn.baku import KEDUDUKAN
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_klien import klien_baru

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr() -> Any:
    return hr_dari(InstansiPabrik())


@pytest.fixture
def meja(hr: Any) -> Client:
    client = Client()
    client.force_login(hr)
    return client


def _isian(hr: Any, **ganti: Any) -> dict[str, Any]:
    return {
        "name": "SIMPEG Dinas",
        "instansi": hr.peran.get().instansi_id,
        "unit": "",
        "cakupan": ["pegawai:baca", "referensi:baca"],
        "kontak_nama": "Ratna",
        "kontak": "0812",
        **ganti,
    }


def _rahasia(jawaban: Any) -> str:
    rahasia: str = jawaban.context["rahasia"]
    assert rahasia in jawaban.content.decode()
    return rahasia


def test_hr_registers_a_program_and_sees_its_secret_once(meja: Client, hr: Any) -> None:
    jawaban = meja.post(reverse("admin:pegawai_klienapi_add"), _isian(hr))
    assert jawaban.status_code == 200
    klien, rahasia = KlienApi.objects.get(), _rahasia(jawaban)
    assert klien.user.has_usable_password() is False
    assert klien.user.is_staff is False
    halaman = meja.get(reverse("admin:pegawai_klienapi_change", args=[klien.pk])).content.decode()
    assert rahasia not in halaman
    assert klien.client_id in halaman
    assert Jejak.objects.filter(tindakan="buat_aplikasi", subjek_id=klien.pk, pelaku_id=hr.pk).exists()
    # Pressed twice: told so, and no second program.
    lagi = meja.post(reverse("admin:pegawai_klienapi_add"), _isian(hr), follow=True)
    assert "sudah ada" in lagi.content.decode()
    assert KlienApi.objects.count() == 1


def test_discipline_is_not_for_a_part_of_the_instansi(meja: Client, hr: Any) -> None:
    unit = UnitKerjaPabrik(instansi=hr.peran.get().instansi)
    isian = _isian(hr, unit=f"{unit.nama} [{unit.pk}]", cakupan=["pegawai:baca", "disiplin:baca"])
    jawaban = meja.post(reverse("admin:pegawai_klienapi_add"), isian, follow=True)
    assert "seluruh instansi" in jawaban.content.decode()
    assert not KlienApi.objects.exists()


def test_an_instansi_of_others_cannot_be_chosen(meja: Client, hr: Any) -> None:
    meja.post(reverse("admin:pegawai_klienapi_add"), _isian(hr, instansi=InstansiPabrik().pk))
    assert not KlienApi.objects.exists()


def test_a_secret_is_replaced_once_however_often_it_is_pressed(meja: Client, hr: Any) -> None:
    kunci = klien_baru(hr.peran.get().instansi)
    alamat = reverse("admin:pegawai_klienapi_rahasia", args=[kunci.klien.pk])
    sejak = meja.get(alamat).context["form"].initial["sejak"]
    baru = _rahasia(meja.post(alamat, {"sejak": sejak}))
    assert meja.post(alamat, {"sejak": sejak}).status_code == 302
    kini = KlienApi.objects.get().rahasia_dibuat_pada
    for rahasia in (kunci.rahasia, baru):
        assert find_by_secret(client_id=kunci.klien.client_id, rahasia=rahasia, at=kini)
    assert Jejak.objects.filter(tindakan="ganti_rahasia_aplikasi").count() == 1


def test_revoking_asks_why_and_is_for_good(meja: Client, hr: Any) -> None:
    klien = klien_baru(hr.peran.get().instansi).klien
    alamat = reverse("admin:pegawai_klienapi_cabut", args=[klien.pk])
    assert "Tuliskan alasannya" in meja.post(alamat, {"alasan": ""}).content.decode()
    meja.post(alamat, {"alasan": "Kerja sama berakhir"})
    klien.refresh_from_db()
    assert (klien.aktif, type(klien.user).objects.get(pk=klien.user_id).is_active) == (False, False)
    assert Jejak.objects.get(tindakan="cabut_aplikasi").keperluan == "Kerja sama berakhir"
    sejak = klien.rahasia_dibuat_pada.isoformat()
    jawaban = meja.post(
        reverse("admin:pegawai_klienapi_rahasia", args=[klien.pk]), {"sejak": sejak}, follow=True
    )
    assert "sudah dicabut" in jawaban.content.decode()


def test_the_account_of_a_program_is_nobody_s_and_its_role_is_given_to_nobody_else() -> None:
    klien = klien_baru(InstansiPabrik()).klien
    with pytest.raises(TidakBoleh):
        issue_password_link(pengguna=klien.user, actor=None)
    with pytest.raises(DomainError, match="hanya untuk aplikasi"):
        grant_peran(
            pengguna=PenggunaPabrik(pegawai=PegawaiPabrik()),
            jenis=JenisPeran.KLIEN_API,
            instansi=klien.instansi,
            mulai=klien.user.peran.get().mulai,
            actor=None,
        )


def test_a_sandbox_key_is_for_the_sandbox_and_ends(time_machine: Any) -> None:
    PegawaiPabrik()
    halaman = Client().post(reverse("api_dokumen_kunci"))
    assert halaman.status_code == 409
    assert "buat_uji_coba" in halaman.content.decode()
    coba = InstansiPabrik(uji_coba=True)
    jawaban = Client().post(reverse("api_dokumen_kunci"))
    klien = KlienApi.objects.get()
    assert (klien.instansi, jawaban.status_code) == (coba, 200)
    assert klien.client_id in jawaban.content.decode()
    assert klien.berlaku_sampai is not None
    time_machine.move_to(klien.berlaku_sampai.replace(year=klien.berlaku_sampai.year + 1))
    create_sandbox_key(at=klien.berlaku_sampai.replace(year=klien.berlaku_sampai.year + 1))
    assert not KlienApi.objects.filter(pk=klien.pk).exists()


def test_keys_for_the_sandbox_are_given_out_slowly() -> None:
    InstansiPabrik(uji_coba=True)
    status = [Client().post(reverse("api_dokumen_kunci")).status_code for _ in range(11)]
    assert status == [200] * 10 + [429]


def test_codes_carry_the_ids_that_imports_read() -> None:
    baris = {b.kode: b.siasn_id for b in tabel_kode()["kedudukan"].baris()}
    siasn = aturan_per(date(2026, 11, 1))["kode_siasn"].tabel("kedudukan_hukum")
    for nama, id_siasn in baris.items():
        if id_siasn is not None:
            assert KEDUDUKAN[str(siasn[id_siasn]["nilai"]).upper()].name == nama
    assert [k for k, v in baris.items() if v is None] == ["LAINNYA"]
