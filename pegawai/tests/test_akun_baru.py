"""An account for somebody who has none: from the page of the person to the first password."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
)

pytestmark = pytest.mark.django_db
DAFTAR = "admin:pegawai_pegawai_changelist"


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="batanghari")


def url_akun(pegawai: Pegawai) -> str:
    return reverse("admin:pegawai_pegawai_akun", args=[pegawai.pk])


def halaman(client: Client, pegawai: Pegawai) -> str:
    return client.get(reverse("admin:pegawai_pegawai_change", args=[pegawai.pk])).content.decode()


def tautan(jawaban: Any) -> str:
    (alamat,) = re.findall(r"<code>http://testserver(\S+)</code>", jawaban.content.decode())
    return str(alamat)


def test_from_the_page_of_a_person_to_their_first_sign_in(client: Client, hr: Pengguna) -> None:
    orang = PegawaiPabrik(pelaksana=True)
    assert f'href="{url_akun(orang)}">Buat akun</a>' in halaman(client, orang)
    assert "Ya, buat akun" in client.get(url_akun(orang)).content.decode()
    assert not Pengguna.objects.filter(pegawai=orang).exists()
    jawaban = client.post(url_akun(orang))
    assert orang.nip in jawaban.content.decode()
    assert "no-store" in jawaban["Cache-Control"]
    pemilik = Client()
    isian = pemilik.get(tautan(jawaban), follow=True).request["PATH_INFO"]
    pemilik.post(isian, {"password1": "kereta-sawah-pelangi", "password2": "kereta-sawah-pelangi"})
    masuk = Client()
    masuk.post(reverse("account_login"), {"login": orang.nip, "password": "kereta-sawah-pelangi"})
    assert masuk.get(reverse("pegawai:data_saya")).status_code == 200


def test_the_person_is_told_apart_from_others_on_the_trail(client: Client, hr: Pengguna) -> None:
    orang = PegawaiPabrik()
    client.post(url_akun(orang))
    akun = Pengguna.objects.get(pegawai=orang)
    jejak = Jejak.objects.filter(subjek_jenis="pengguna", subjek_id=akun.pk, pelaku_id=hr.pk)
    assert set(jejak.values_list("tindakan", flat=True)) == {"buat_akun", "terbitkan_tautan_sandi"}


def test_two_clicks_make_one_account_and_both_answers_hold_a_link_that_works(
    client: Client, hr: Pengguna
) -> None:
    orang = PegawaiPabrik()
    for jawaban in [client.post(url_akun(orang)) for _ in range(2)]:
        assert "password1" in Client().get(tautan(jawaban), follow=True).content.decode()
    assert Pengguna.objects.filter(pegawai=orang).count() == 1
    assert Jejak.objects.filter(tindakan="buat_akun").count() == 1


def test_a_page_left_open_makes_no_link_for_an_account_in_use(client: Client, hr: Pengguna) -> None:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik())
    akun.set_password("kereta-sawah-pelangi")
    akun.save()
    teks = client.post(url_akun(akun.pegawai), follow=True).content.decode()
    assert "sudah mempunyai akun" in teks
    assert "<code>" not in teks
    assert not Jejak.objects.filter(tindakan="terbitkan_tautan_sandi").exists()


def test_who_has_an_account_gets_a_way_to_it_instead(client: Client, hr: Pengguna) -> None:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik())
    url = reverse("admin:pegawai_pengguna_change", args=[akun.pk])
    teks = halaman(client, akun.pegawai)
    assert f'href="{url}">Buka akun</a>' in teks
    assert "Buat akun" not in teks
    assert client.get(url_akun(akun.pegawai))["Location"] == url


@pytest.mark.parametrize("keadaan", ["closed", "administrator"])
def test_an_account_that_gets_no_link_is_told_about_not_made_again(
    client: Client, hr: Pengguna, keadaan: str
) -> None:
    orang = PegawaiPabrik()
    client.post(url_akun(orang))
    if keadaan == "closed":
        Pengguna.objects.filter(pegawai=orang).update(is_active=False)
    else:
        Pengguna.objects.filter(pegawai=orang).update(is_superuser=True)
    jawaban = client.post(url_akun(orang), follow=True)
    assert jawaban.status_code == 200
    assert "<code>" not in jawaban.content.decode()
    assert jawaban.context["messages"]


def test_a_nip_that_somebody_else_signs_in_with_is_a_message(client: Client, hr: Pengguna) -> None:
    orang = PegawaiPabrik()
    PenggunaPabrik(username=orang.nip)
    teks = client.post(url_akun(orang), follow=True).content.decode()
    assert "sudah menjadi nama akun lain" in teks


@pytest.mark.parametrize("siapa", ["HR elsewhere", "auditor", "operator"])
def test_only_hr_of_the_person_makes_an_account(client: Client, instansi: Instansi, siapa: str) -> None:
    orang = PegawaiPabrik(instansi=instansi, unit=UnitKerjaPabrik(instansi=instansi))
    akun = PenggunaPabrik(is_staff=True)
    jenis = {"auditor": JenisPeran.AUDITOR, "operator": JenisPeran.OPERATOR_UNIT}.get(
        siapa, JenisPeran.HR_INSTANSI
    )
    unit = orang.unit if siapa == "operator" else None
    di = InstansiPabrik(kode="nabire") if siapa == "HR elsewhere" else instansi
    PeranPabrik(pengguna=akun, jenis=jenis, instansi=di, unit=unit)
    client.force_login(akun)
    assert (client.get(url_akun(orang)).status_code, client.post(url_akun(orang)).status_code) == (404, 404)
    assert "Buat akun" not in halaman(client, orang)
    assert not Pengguna.objects.filter(pegawai=orang).exists()


# -- who has none ---------------------------------------------------------------------------------


def nama_terdaftar(client: Client, **saring: str) -> set[str]:
    return {p.nama for p in client.get(reverse(DAFTAR), saring).context["cl"].result_list}


def test_the_list_shows_who_has_an_account_and_who_has_none(client: Client, hr: Pengguna) -> None:
    PenggunaPabrik(pegawai=PegawaiPabrik(nama="Punya"))
    PegawaiPabrik(nama="Belum")
    assert nama_terdaftar(client, akun="ada") == {"Punya"}
    assert nama_terdaftar(client, akun="belum") == {"Belum"}
    assert nama_terdaftar(client, akun="entah") == set()
    assert nama_terdaftar(client) == {"Punya", "Belum"}


def test_an_auditor_is_not_offered_what_the_list_of_accounts_hides_from_them(
    client: Client, instansi: Instansi
) -> None:
    PegawaiPabrik()
    akun = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=akun, jenis=JenisPeran.AUDITOR, instansi=instansi)
    client.force_login(akun)
    assert "?akun=" not in client.get(reverse(DAFTAR)).content.decode()
    assert nama_terdaftar(client, akun="belum") == set()


def test_an_empty_list_of_accounts_tells_how_to_make_one(client: Client, hr: Pengguna) -> None:
    teks = client.get(reverse("admin:pegawai_pengguna_changelist")).content.decode()
    assert "Belum ada akun." in teks
    assert f'href="{reverse(DAFTAR)}?akun=belum"' in teks


def test_the_account_costs_one_query_on_the_page_of_a_person(client: Client, hr: Pengguna) -> None:
    orang = PegawaiPabrik()
    halaman(client, orang)
    with CaptureQueriesContext(connection) as tangkapan:
        halaman(client, orang)
    assert sum('FROM "pegawai_pengguna"' in q["sql"] and '"pegawai_id" =' in q["sql"] for q in tangkapan) == 1


def test_the_login_page_names_who_can_help(client: Client) -> None:
    teks = client.get(reverse("account_login")).content.decode()
    assert "pengelola kepegawaian" in teks
    assert "operator unit" not in teks
