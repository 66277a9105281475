"""The second factor: for whom it is compulsory, and that nothing goes around it."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.checks import run_checks
from django.test import Client

from pegawai.adapters.penjaga import DIPASANG, WAJIB
from pegawai.enums import KewajibanMfa
from pegawai.models import Instansi, Pengguna
from pegawai.services.masuk import PALING_BANYAK
from pegawai.services.pengaman import is_mandatory
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pegawai.tests.pabrik_akun import (
    Kantor,
    berpengaman,
    bersandi,
    buat_kantor,
    kode_totp,
    masuk,
    sudah_masuk,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 5, 0, 10, tzinfo=UTC)
KODE = "/akun/pengaman/kode/"
PASANG = "/akun/pengaman/aplikasi/pasang/"


@pytest.fixture(autouse=True)
def _wajib(settings: Any, time_machine: Any) -> None:
    settings.ASN_MFA_WAJIB = True
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def k() -> Kantor:
    return buat_kantor()


@pytest.fixture
def hr(k: Kantor) -> Pengguna:
    return bersandi(k.hr)


def pasang(client: Client) -> Any:
    """Set up the app through the pages."""
    kunci = client.get(PASANG).context["form"].secret
    return client.post(PASANG, {"code": kode_totp(time.time(), rahasia=kunci)})


# -- who -----------------------------------------------------------------------------------------


def test_staff_and_leaders_need_it_and_others_where_their_instansi_says_so(k: Kantor) -> None:
    atasan = PegawaiPabrik(instansi=k.instansi)
    PegawaiPabrik(instansi=k.instansi, atasan=atasan)
    kepala = PegawaiPabrik(struktural=True, instansi=k.instansi)
    biasa = PenggunaPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=k.instansi))
    pengelola = PenggunaPabrik(is_superuser=True)
    wajib = (
        k.hr,
        k.operator,
        k.auditor,
        pengelola,
        PenggunaPabrik(pegawai=atasan),
        PenggunaPabrik(pegawai=kepala),
    )
    assert [is_mandatory(a) for a in wajib] == [True] * 6
    assert not is_mandatory(biasa)
    Instansi.objects.filter(pk=k.instansi.pk).update(mfa_asn=KewajibanMfa.WAJIB)
    assert is_mandatory(Pengguna.objects.get(pk=biasa.pk))


def test_switched_off_nobody_is_led_anywhere(hr: Pengguna, settings: Any) -> None:
    settings.ASN_MFA_WAJIB = False
    assert masuk(hr).get("/kelola/").status_code == 200


def test_production_refuses_to_do_without(settings: Any) -> None:
    def kode() -> set[str | None]:
        return {p.id for p in run_checks(tags=["security"])}

    settings.ASN_MFA_WAJIB, settings.ASN_IZINKAN_CONTOH = False, False
    assert "asn.E004" in kode()
    settings.ASN_MFA_WAJIB = True
    assert "asn.E004" not in kode()


# -- before it is there ----------------------------------------------------------------------------


def test_without_it_there_is_nothing_but_setting_it_up(hr: Pengguna) -> None:
    client = masuk(hr)
    for alamat in (
        "/",
        "/kelola/",
        "/kelola/pegawai/pegawai/",
        "/data-saya/",
        "/akun/sesi/",
        "/akun/sandi/ubah/",
    ):
        assert client.get(alamat)["Location"] == "/akun/pengaman/"
    assert client.post("/kelola/pegawai/pegawai/1/akun/")["Location"] == "/akun/pengaman/"
    api = client.get("/api/v1/saya/syarat/")
    assert (api.status_code, api.headers["Content-Type"]) == (403, "application/problem+json")
    assert api.json()["kode"] == "pengaman_wajib"
    assert "memerlukan verifikasi dua langkah" in client.get("/akun/pengaman/").content.decode()
    assert client.get("/sehat/").status_code in (200, 503)
    assert client.post("/akun/keluar/").status_code == 302
    assert not sudah_masuk(client)


def test_setting_it_up_opens_the_desk_here_and_ends_the_other_sessions(hr: Pengguna) -> None:
    lain, ini = masuk(hr), masuk(hr)
    assert pasang(ini)["Location"] == "/akun/pengaman/cadangan/"
    kode = ini.get("/akun/pengaman/cadangan/").content.decode()
    assert kode.count("<li><strong>") == 10
    assert "Kode hanya ditampilkan sekarang" in kode
    assert ini.get("/akun/pengaman/cadangan/").content.decode().count("<li><strong>") == 0
    assert ini.get("/kelola/").status_code == 200
    assert not sudah_masuk(lain)
    assert all(next(iter(a.data.values())).startswith("gAAAA") for a in Authenticator.objects.all())


def test_what_the_session_says_of_somebody_else_opens_nothing(hr: Pengguna) -> None:
    client = masuk(hr)
    for isi in (
        {DIPASANG: None},
        {DIPASANG: str(hr.pk)},
        {DIPASANG: hr.pk + 1},
        {WAJIB: False},
        {WAJIB: None},
    ):
        sesi = client.session
        for nama, nilai in isi.items():
            sesi[nama] = nilai
        sesi.save()
        assert client.get("/kelola/").status_code == 302


def test_a_session_that_never_showed_the_factor_is_asked_for_it(hr: Pengguna) -> None:
    """However it came to be: forced, or older than the factor itself."""
    berpengaman(hr)
    client = Client()
    client.force_login(hr)
    assert client.get("/kelola/")["Location"] == "/akun/pengaman/pastikan/"
    client.post("/akun/pengaman/pastikan/", {"code": kode_totp(time.time())})
    assert client.get("/kelola/").status_code == 200


# -- at sign-in ---------------------------------------------------------------------------------------


def test_the_password_alone_opens_no_page(hr: Pengguna) -> None:
    berpengaman(hr)
    client = masuk(hr)
    assert not sudah_masuk(client)
    for alamat in ("/kelola/", "/data-saya/", "/akun/sesi/", "/akun/pengaman/", PASANG, "/akun/sandi/ubah/"):
        assert client.get(alamat).status_code == 302
        assert not sudah_masuk(client)
    client.post(KODE, {"code": kode_totp(time.time())})
    assert client.get("/kelola/").status_code == 200


def test_whose_factor_is_lifted_at_the_code_page_signs_in_anew(hr: Pengguna, settings: Any) -> None:
    """Left waiting, the code page and the login page would send the browser round without end."""
    settings.ASN_MFA_WAJIB = False
    aplikasi = berpengaman(hr)
    client = masuk(hr)
    aplikasi.delete()
    assert client.get(KODE, follow=True).redirect_chain == [("/akun/masuk/", 302)]
    assert not sudah_masuk(client)
    assert sudah_masuk(masuk(hr, client=client))


@pytest.mark.parametrize(
    "isian",
    [
        {},
        {"code": ""},
        {"code": "null"},
        {"code": "None"},
        {"code": ["1", "2"]},
        {"code": "000000 OR 1"},
        {"kode": "1"},
    ],
)
def test_what_is_no_code_is_refused(hr: Pengguna, isian: dict[str, Any]) -> None:
    berpengaman(hr)
    client = masuk(hr)
    assert client.post(KODE, isian).status_code in (200, 302)
    assert not sudah_masuk(client)


def test_a_code_is_somebodys_own_and_of_this_minute(hr: Pengguna, k: Kantor, time_machine: Any) -> None:
    berpengaman(hr)
    lain = berpengaman(bersandi(k.hr_kedua))
    lain.data = {"secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}  # in clear, as older releases kept it
    lain.save()
    client = masuk(k.hr_kedua)
    client.post(KODE, {"code": kode_totp(time.time())})
    assert not sudah_masuk(client)
    pemilik = masuk(hr)
    for geser in (-2, 2, 10):
        pemilik.post(KODE, {"code": kode_totp(time.time(), geser)})
    assert not sudah_masuk(pemilik)
    pemilik.post(KODE, {"code": kode_totp(time.time(), -1)})  # a phone that is 30 seconds slow
    assert sudah_masuk(pemilik)


def test_a_code_counts_once_whatever_the_cache_remembers(hr: Pengguna, time_machine: Any) -> None:
    berpengaman(hr)
    kode = kode_totp(time.time())
    satu, dua, tiga = masuk(hr), masuk(hr), masuk(hr)
    satu.post(KODE, {"code": kode})
    cache.clear()
    dua.post(KODE, {"code": f"{kode[:3]} {kode[3:]}"})
    tiga.post(KODE, {"code": kode_totp(time.time(), -1)})
    assert [sudah_masuk(c) for c in (satu, dua, tiga)] == [True, False, False]
    time_machine.move_to(AT + timedelta(seconds=30), tick=False)
    dua.post(KODE, {"code": kode_totp(time.time())})
    assert sudah_masuk(dua)


def test_the_code_that_set_it_up_signs_nobody_in(hr: Pengguna) -> None:
    client = masuk(hr)
    kode = kode_totp(time.time(), rahasia=client.get(PASANG).context["form"].secret)
    client.post(PASANG, {"code": kode})
    cache.clear()
    lain = masuk(hr)
    lain.post(KODE, {"code": kode})
    assert not sudah_masuk(lain)


def test_a_recovery_code_opens_once(hr: Pengguna) -> None:
    pemilik = masuk(hr)
    pasang(pemilik)
    kode = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    satu, dua = masuk(hr), masuk(hr)
    for c in (satu, dua):
        c.post(KODE, {"code": kode})
    assert [sudah_masuk(c) for c in (satu, dua)] == [True, False]


def test_a_recovery_code_of_somebody_else_or_of_an_older_sheet_opens_nothing(hr: Pengguna, k: Kantor) -> None:
    def cadangan(akun: Pengguna) -> str:
        semua = Authenticator.objects.get(user=akun, type="recovery_codes").wrap().get_unused_codes()
        return str(semua[0])

    pemilik, rekan = masuk(hr), masuk(bersandi(k.hr_kedua))
    for c in (pemilik, rekan):
        pasang(c)
    lama = cadangan(hr)
    assert pemilik.post("/akun/pengaman/cadangan/buat/").status_code == 302
    assert cadangan(hr) != lama
    penebak = masuk(hr)
    for kode in (lama, cadangan(k.hr_kedua)):
        penebak.post(KODE, {"code": kode})
        assert not sudah_masuk(penebak)
    penebak.post(KODE, {"code": cadangan(hr)})
    assert sudah_masuk(penebak)


def test_guesses_are_counted_in_the_database(hr: Pengguna) -> None:
    berpengaman(hr)
    client = masuk(hr)
    for _ in range(PALING_BANYAK):
        client.post(KODE, {"code": "000000"})
        cache.clear()
    jawaban = client.post(KODE, {"code": kode_totp(time.time())}).content.decode()
    assert "Terlalu banyak kode yang tidak cocok untuk akun ini. Coba lagi pukul" in jawaban
    assert not sudah_masuk(client)


def test_whoever_needs_it_does_not_take_it_off(hr: Pengguna, settings: Any) -> None:
    client = masuk(hr)
    pasang(client)
    jawaban = client.post("/akun/pengaman/aplikasi/lepas/").content.decode()
    assert "Peran Anda mengharuskan verifikasi dua langkah" in jawaban
    assert Authenticator.objects.filter(type="totp").exists()
    settings.ASN_MFA_WAJIB = False
    client.post("/akun/pengaman/aplikasi/lepas/")
    assert not Authenticator.objects.exists()
