"""Sessions: how long they live, who sees them and what ends them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from pegawai.enums import JenisPeran
from pegawai.models import Pengguna
from pegawai.services.akun import grant_peran, rename_account, revoke_peran, set_akun_aktif
from pegawai.services.sesi import MULAI
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pegawai.tests.pabrik_akun import SANDI, SANDI_BARU, bersandi, masuk, sudah_masuk

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
HALAMAN = "/data-saya/"
DETIK = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _pagi(time_machine: Any) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def akun() -> Pengguna:
    return bersandi(PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True)))


def hidup(client: Client) -> bool:
    return client.get(HALAMAN).status_code == 200


# -- rest and age ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("petugas", "menit"), [(False, 30), (True, 15)])
def test_a_session_ends_to_the_second_after_resting(
    akun: Pengguna, time_machine: Any, petugas: bool, menit: int
) -> None:
    if petugas:
        PeranPabrik(pengguna=akun)
        Pengguna.objects.update(is_staff=True)
    client = masuk(akun)
    kini = AT
    for _ in range(3):
        kini += timedelta(minutes=menit) - DETIK
        time_machine.move_to(kini, tick=False)
        assert hidup(client)
    time_machine.move_to(kini + timedelta(minutes=menit), tick=False)
    jawaban = client.get(HALAMAN, follow=True)
    assert f"Anda tidak aktif {menit} menit. Masuk lagi untuk melanjutkan." in jawaban.content.decode()
    assert jawaban.request["QUERY_STRING"] == "next=%2Fdata-saya%2F"
    assert not sudah_masuk(client)


@pytest.mark.parametrize(("petugas", "jam"), [(False, 12), (True, 8)])
def test_no_activity_keeps_a_session_beyond_its_age(
    akun: Pengguna, time_machine: Any, petugas: bool, jam: int
) -> None:
    if petugas:
        PeranPabrik(pengguna=akun)
        Pengguna.objects.update(is_staff=True)
    client = masuk(akun)
    for menit in range(14, jam * 60, 14):
        time_machine.move_to(AT + timedelta(minutes=menit), tick=False)
        assert hidup(client)
    time_machine.move_to(AT + timedelta(hours=jam) - DETIK, tick=False)
    assert hidup(client)
    time_machine.move_to(AT + timedelta(hours=jam), tick=False)
    assert f"Sesi Anda sudah berjalan {jam} jam" in client.get(HALAMAN, follow=True).content.decode()


def test_a_forged_a_strange_and_a_missing_time_prolong_nothing(akun: Pengguna, time_machine: Any) -> None:
    lain = masuk(bersandi(PenggunaPabrik(pegawai=PegawaiPabrik())))
    client = masuk(akun)
    time_machine.move_to(AT + timedelta(minutes=29), tick=False)
    assert hidup(lain)
    time_machine.move_to(AT + timedelta(minutes=31), tick=False)
    for kuki in (lain.cookies[settings.ASN_KUKI_AKTIF].value, "9999999999", "9999999999:x:y", ""):
        pencuri = Client()
        pencuri.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        if kuki:
            pencuri.cookies[settings.ASN_KUKI_AKTIF] = kuki
        pencuri.cookies.pop("messages", None)
        jawaban = pencuri.get(HALAMAN)
        assert jawaban.status_code == 302
        client = masuk(akun)
        time_machine.shift(timedelta(minutes=31))


def test_a_program_is_told_with_a_problem_and_a_post_is_not_repeated(
    akun: Pengguna, time_machine: Any
) -> None:
    api, formulir = masuk(akun), masuk(akun)
    time_machine.move_to(AT + timedelta(minutes=30), tick=False)
    jawaban = api.get("/api/v1/saya/syarat/")
    assert (jawaban.status_code, jawaban.headers["Content-Type"]) == (401, "application/problem+json")
    assert jawaban.json()["kode"] == "sesi_usai"
    assert formulir.post("/akun/sesi/", {"semua": "ya"})["Location"] == "/akun/masuk/?next=/"


def test_a_session_of_an_older_release_signs_in_anew(akun: Pengguna) -> None:
    client = masuk(akun)
    sesi = client.session
    for isi in (None, "", "0", True):
        sesi[MULAI] = isi
        sesi.save()
        assert client.get(HALAMAN).status_code == 302
        client = masuk(akun)
        sesi = client.session


# -- the list -----------------------------------------------------------------------------------------


def test_devices_are_listed_roughly_and_signed_out(akun: Pengguna) -> None:
    ponsel, kantor = Client(), Client()
    for c, agen, ip in (
        (ponsel, "Linux; Android 14 Chrome/126 Safari", "36.82.14.201"),
        (kantor, "Windows NT Firefox/127", "10.1.2.3"),
    ):
        c.defaults |= {"HTTP_USER_AGENT": agen, "REMOTE_ADDR": ip}
        masuk(akun, client=c)
    halaman = kantor.get("/akun/sesi/").content.decode()
    assert "Chrome di Android" in halaman
    assert "jaringan 36.82.14.x" in halaman
    assert "36.82.14.201" not in halaman
    assert halaman.count("Perangkat ini") == 1
    pk = halaman.split('name="sesi" value="')[1].split('"')[0]
    asing = masuk(bersandi(PenggunaPabrik(pegawai=PegawaiPabrik())))
    asing.post("/akun/sesi/", {"sesi": pk})
    assert hidup(ponsel)
    kantor.post("/akun/sesi/", {"sesi": pk})
    assert not hidup(ponsel)
    assert hidup(kantor)
    assert hidup(asing)
    for isi in ({"sesi": pk}, {"sesi": "x"}, {}):
        assert kantor.post("/akun/sesi/", isi).status_code == 302
    assert hidup(kantor)


def test_all_others_are_signed_out_and_this_one_stays(akun: Pengguna) -> None:
    lain, ini = [masuk(akun) for _ in range(3)], masuk(akun)
    ini.post("/akun/sesi/", {"semua": "ya"})
    assert [hidup(c) for c in lain] == [False] * 3
    assert hidup(ini)


# -- what ends them -------------------------------------------------------------------------------------


def test_a_new_password_signs_out_every_other_device(akun: Pengguna) -> None:
    lain, ini = masuk(akun), masuk(akun)
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    ini.post(reverse("account_change_password"), isi)
    assert hidup(ini)
    assert not hidup(lain)
    assert "Keluarkan<" not in ini.get("/akun/sesi/").content.decode()


def test_a_role_that_comes_or_goes_and_a_closed_account_end_sessions(akun: Pengguna) -> None:
    assert akun.pegawai is not None
    instansi = akun.pegawai.instansi
    satu = masuk(akun)
    peran = grant_peran(
        pengguna=akun, jenis=JenisPeran.AUDITOR, instansi=instansi, mulai=date(2026, 1, 1), actor=None
    )
    assert not hidup(satu)
    dua = masuk(akun)
    revoke_peran(peran=peran, actor=None, per=date(2026, 11, 21))
    assert not hidup(dua)
    tiga = masuk(akun)
    hr = hr_dari(instansi)
    for aktif in (False, True):
        set_akun_aktif(pengguna=akun, aktif=aktif, actor=hr, alasan="Mutasi")
    assert not hidup(tiga)


def test_signing_in_changes_the_key_and_signing_out_ends_it(akun: Pengguna) -> None:
    client = Client()
    client.get("/akun/masuk/")
    sebelum = client.session.session_key
    masuk(akun, client=client)
    kunci = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert kunci != sebelum
    client.post("/akun/keluar/")
    pencuri = Client()
    pencuri.cookies[settings.SESSION_COOKIE_NAME] = kunci
    assert not hidup(pencuri)


def test_who_signs_in_over_somebody_elses_session_gets_one_of_their_own(akun: Pengguna) -> None:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=PegawaiPabrik()))
    lama = client.session.session_key
    client.force_login(akun)
    assert client.session.session_key != lama
    assert "Perangkat ini" in client.get("/akun/sesi/").content.decode()


# -- a corrected NIP ----------------------------------------------------------------------------------------


def test_a_corrected_nip_renames_the_account_unless_the_name_is_taken_or_chosen(akun: Pengguna) -> None:
    orang, client = akun.pegawai, masuk(akun)
    assert orang is not None
    lama, orang.nip = orang.nip, "199003152014032001"
    assert rename_account(pegawai=orang, nip_lama=lama, actor=None)
    akun.refresh_from_db()
    assert akun.username == orang.nip
    assert hidup(client)
    PenggunaPabrik(username="199003152014032002")
    orang.nip = "199003152014032002"
    assert not rename_account(pegawai=orang, nip_lama="199003152014032001", actor=None)
    Pengguna.objects.filter(pk=akun.pk).update(username="nama.sendiri")
    assert not rename_account(pegawai=orang, nip_lama="199003152014032001", actor=None)
