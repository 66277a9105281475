"""Tokens and secrets of programs: what a 401 says, rotation, revocation, limits."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from asn_karier.tests.kedatangan import kode_galat
from pegawai.enums import CakupanApi
from pegawai.models import KlienApi, LajuApi
from pegawai.services.klien import MASA_RAHASIA_LAMA, revoke_klien, rotate_secret
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_klien import Program, klien_baru, token_untuk

pytestmark = pytest.mark.django_db


def test_a_401_says_what_is_missing() -> None:
    alamat, klien = reverse("api_pegawai"), klien_baru(PegawaiPabrik().instansi).klien
    dicabut = klien_baru(klien.instansi).klien
    token_dicabut = token_untuk(dicabut)
    revoke_klien(klien=dicabut, actor=None, alasan="uji")
    lama = token_untuk(klien, umur=timedelta(seconds=-1))
    for kepala, kode in (
        ("", "tanpa_token"),
        ("Bearer", "skema_token"),
        ("Basic YTpi", "skema_token"),
        ("Bearer bukan-token", "token_tidak_dikenal"),
        (f"Bearer {lama}", "token_kedaluwarsa"),
        (f"Bearer {token_dicabut}", "token_tidak_dikenal"),
    ):
        jawaban = Client(headers={"authorization": kepala} if kepala else {}).get(alamat)
        assert kode_galat(jawaban) == (401, kode), kepala
        assert jawaban["WWW-Authenticate"].startswith("Bearer")


def _minta_token(klien: KlienApi, rahasia: str, **isi: str) -> Any:
    sandi = base64.b64encode(f"{klien.client_id}:{rahasia}".encode()).decode()
    isi = {"grant_type": "client_credentials", **isi}
    return Client(headers={"authorization": f"Basic {sandi}"}).post(reverse("api_token"), isi)


def test_the_token_endpoint_gives_a_short_token_for_the_scopes_of_the_program() -> None:
    kunci = klien_baru(PegawaiPabrik().instansi, [CakupanApi.PEGAWAI, CakupanApi.REFERENSI])
    isi = _minta_token(kunci.klien, kunci.rahasia).json()
    assert (isi["expires_in"], set(isi["scope"].split())) == (3600, {"pegawai:baca", "referensi:baca"})
    kepala = {"authorization": f"Bearer {isi['access_token']}"}
    assert Client(headers=kepala).get(reverse("api_pegawai")).status_code == 200
    # Kept as a hash: whoever reads the table can use nothing of it.
    assert not get_access_token_model().objects.filter(token__contains=isi["access_token"]).exists()
    assert kunci.rahasia not in KlienApi.objects.get(pk=kunci.klien.pk).client_secret
    sempit = _minta_token(kunci.klien, kunci.rahasia, scope="referensi:baca").json()
    assert sempit["scope"] == "referensi:baca"
    assert _minta_token(kunci.klien, kunci.rahasia, scope="disiplin:baca").json()["error"] == "invalid_scope"
    for jenis in ("password", "authorization_code", "refresh_token", "implicit"):
        ditolak = _minta_token(kunci.klien, kunci.rahasia, grant_type=jenis)
        assert (ditolak.status_code, ditolak.json()["error"]) == (400, "unsupported_grant_type")


def test_the_old_secret_works_for_seven_days_and_a_revoked_program_not_at_all(time_machine: Any) -> None:
    saat = timezone.now()
    time_machine.move_to(saat)
    kunci = klien_baru(PegawaiPabrik().instansi)
    sejak = kunci.klien.rahasia_dibuat_pada.isoformat()
    baru = rotate_secret(klien=kunci.klien, sejak=sejak, actor=None, at=saat)
    assert [_minta_token(kunci.klien, r).status_code for r in (kunci.rahasia, baru.rahasia)] == [200, 200]
    time_machine.move_to(saat + MASA_RAHASIA_LAMA)
    assert [_minta_token(kunci.klien, r).status_code for r in (kunci.rahasia, baru.rahasia)] == [401, 200]
    token = token_untuk(kunci.klien)
    revoke_klien(klien=kunci.klien, actor=None, alasan="uji")
    assert _minta_token(kunci.klien, baru.rahasia).status_code == 401
    sisa = Client(headers={"authorization": f"Bearer {token}"}).get(reverse("api_pegawai"))
    assert sisa.status_code == 401


@pytest.mark.parametrize("cara", ["akun", "aktif", "lewat"])
def test_a_token_dies_with_its_program_at_the_next_request(cara: str) -> None:
    klien = klien_baru(PegawaiPabrik().instansi).klien
    program = Program(klien)
    assert program.get(reverse("api_pegawai")).status_code == 200
    if cara == "akun":
        klien.user.is_active = False
        klien.user.save()
    elif cara == "aktif":
        KlienApi.objects.filter(pk=klien.pk).update(aktif=False)
    else:
        KlienApi.objects.filter(pk=klien.pk).update(berlaku_sampai=timezone.now())
    assert kode_galat(program.get(reverse("api_pegawai"))) == (401, "aplikasi_tidak_aktif")


def test_a_scope_taken_from_the_program_is_taken_from_its_tokens() -> None:
    klien = klien_baru(PegawaiPabrik().instansi).klien
    program = Program(klien)
    KlienApi.objects.filter(pk=klien.pk).update(cakupan="referensi:baca")
    assert kode_galat(program.get(reverse("api_pegawai"))) == (403, "cakupan_kurang")


def test_too_many_requests_and_too_many_tokens_are_told_when_to_come_back(
    settings: Any, time_machine: Any
) -> None:
    time_machine.move_to(timezone.now(), tick=False)
    settings.ASN_API_PER_MENIT = 2
    kunci = klien_baru(PegawaiPabrik().instansi)
    program = Program(kunci.klien)
    status = [program.get(reverse("api_pegawai")) for _ in range(3)]
    assert [j.status_code for j in status] == [200, 200, 429]
    assert 1 <= int(status[2]["Retry-After"]) <= 60
    assert _minta_token(kunci.klien, kunci.rahasia).status_code == 200
    LajuApi.objects.all().update(banyak=10_000)
    ditolak = _minta_token(kunci.klien, kunci.rahasia)
    assert kode_galat(ditolak) == (429, "terlalu_sering")
    assert "Retry-After" in ditolak
