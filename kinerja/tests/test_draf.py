"""Drafts at the door: autosave, the button without scripts, an ended session, a stale page, shared phones."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from asn_karier.lib.draf_isian import baca_draf, simpan_draf
from asn_karier.lib.models import Draf
from kinerja.models import RefleksiDiri, SiklusPenilaian
from kinerja.tests.pabrik_realisasi import siklus_pabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pegawai.tests.pabrik_akun import SANDI, bersandi, masuk

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
#: 10.42 in Jayapura.
AT = datetime(2026, 10, 5, 1, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _pagi(time_machine: Any) -> None:
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def akun() -> Pengguna:
    orang = PegawaiPabrik(pelaksana=True, instansi__zona_waktu="Asia/Jayapura", instansi__kode="nabire")
    return bersandi(PenggunaPabrik(pegawai=orang))


@pytest.fixture
def siklus(akun: Pengguna) -> SiklusPenilaian:
    return siklus_pabrik(akun.pegawai.instansi)


@pytest.fixture
def url(siklus: SiklusPenilaian) -> str:
    return reverse("kinerja:refleksi", args=[siklus.pk])


@pytest.fixture
def client(akun: Pengguna) -> Client:
    return masuk(akun, client=Client(enforce_csrf_checks=False))


def halaman(client: Client, url: str) -> dict[str, str]:
    """The hidden fields of the form that the page shows."""
    teks = client.get(url).content.decode()
    nama = ("csrfmiddlewaretoken", "draf_segel", "draf_versi", "versi")
    return {n: re.search(rf'name="{n}" value="([^"]*)"', teks)[1] for n in nama}  # type: ignore[index]


def otomatis(client: Client, url: str, kata: str, **lain: str) -> Any:
    return client.post(url, {**halaman(client, url), "isi": kata, "draf_simpan": "otomatis", **lain})


def tertulis(akun: Pengguna, url: str) -> list[str] | None:
    draf = baca_draf(pengguna_id=akun.pk, kunci=url)
    return list(draf.isi["isi"]) if draf else None


# -- saving ----------------------------------------------------------------------------------------------


def test_autosave_answers_with_the_time_on_the_clock_of_the_person(client, akun, url):
    jawaban = otomatis(client, url, "Triwulan ini berat.")
    assert (jawaban.status_code, jawaban.json()["teks"]) == (200, "Tersimpan 10.42 WIT")
    assert tertulis(akun, url) == ["Triwulan ini berat."]
    assert not RefleksiDiri.objects.exists()


def test_without_scripts_the_button_saves_and_the_page_comes_back_filled_in(client, akun, url):
    data = {**halaman(client, url), "isi": "Triwulan ini berat.", "draf_simpan": "nanti"}
    teks = client.post(url, data, follow=True).content.decode()
    assert "Tersimpan 10.42 WIT. Isian belum dikirim" in teks
    assert "Triwulan ini berat.</textarea>" in teks
    assert "Isian Anda yang belum dikirim dipulihkan" in teks
    assert tertulis(akun, url) == ["Triwulan ini berat."]


@pytest.mark.parametrize(
    ("lain", "status"), [({"isi": "Kata " * 20_000}, 413), ({"draf_segel": "basi"}, 409)]
)
def test_words_that_cannot_be_kept_stand_on_the_page_that_says_so(client, akun, url, lain, status):
    """The button without scripts: the fresh form would be empty."""
    data = {**halaman(client, url), "isi": "Kata saya", "draf_simpan": "nanti", **lain}
    jawaban = client.post(url, data)
    assert jawaban.status_code == status
    assert data["isi"].strip() in jawaban.content.decode()
    assert tertulis(akun, url) is None


def test_nothing_of_ours_and_no_token_is_kept_as_a_word(client, akun, url):
    otomatis(client, url, "Halo", langkah="periksa")
    isi = baca_draf(pengguna_id=akun.pk, kunci=url).isi
    assert set(isi) == {"isi", "versi"}


def test_sending_forgets_the_draft(client, akun, url):
    otomatis(client, url, "Belum selesai")
    client.post(url, {**halaman(client, url), "isi": "Selesai."})
    assert RefleksiDiri.objects.get().isi == "Selesai."
    assert tertulis(akun, url) is None


def test_a_form_that_was_refused_keeps_its_draft(client, akun, url):
    otomatis(client, url, "Belum selesai")
    assert client.post(url, {**halaman(client, url), "isi": ""}).status_code == 200
    assert tertulis(akun, url) == ["Belum selesai"]


def test_an_older_tab_is_told_and_writes_over_nothing(client, akun, url):
    lama = halaman(client, url)
    otomatis(client, url, "Tab pertama")
    segar = halaman(client, url)
    client.post(url, {**segar, "isi": "Tab kedua", "draf_simpan": "otomatis"})
    basi = {**lama, "draf_versi": segar["draf_versi"], "isi": "Tab pertama lagi", "draf_simpan": "otomatis"}
    jawaban = client.post(url, basi)
    assert jawaban.status_code == 409
    assert "tab atau perangkat lain" in jawaban.json()["teks"]
    assert tertulis(akun, url) == ["Tab kedua"]


def test_a_draft_over_a_row_that_changed_since_says_so(client, akun, siklus, url):
    otomatis(client, url, "Versi saya")
    RefleksiDiri.objects.create(pegawai=akun.pegawai, siklus=siklus, isi="Dari ponsel", versi=1)
    teks = client.get(url).content.decode()
    assert "Data ini berubah sejak Anda mengetik" in teks
    assert "Versi saya</textarea>" in teks


# -- whose words -----------------------------------------------------------------------------------------


def test_another_person_never_reads_a_draft(client, url, akun):
    otomatis(client, url, "Rahasia saya")
    lain = masuk(bersandi(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi))))
    assert "Rahasia saya" not in lain.get(url).content.decode()


def test_a_page_of_one_person_saves_nothing_for_another_who_signed_in_meanwhile(client, akun, url):
    data = {**halaman(client, url), "isi": "Kata orang pertama", "draf_simpan": "otomatis"}
    kedua = bersandi(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    client.logout()
    jawaban = masuk(kedua, client=client).post(url, data)
    assert (jawaban.status_code, jawaban.json()["teks"][:9]) == (409, "Akun lain")
    assert tertulis(kedua, url) is None


@pytest.mark.parametrize("segel", ["", "palsu", "WzEsICJBc2lhL0pha2FydGEiXQ:1aaaaa:bbbb"])
def test_a_forged_seal_saves_nothing(client, akun, url, segel):
    otomatis(client, url, "Halo", draf_segel=segel)
    client.logout()
    client.post(url, {"isi": "Halo", "draf_segel": segel})
    assert not Draf.objects.exists()


def test_a_seal_of_one_form_opens_no_other(client, akun, url):
    lain = siklus_pabrik(akun.pegawai.instansi, ke=2)
    segel = halaman(client, reverse("kinerja:refleksi", args=[lain.pk]))["draf_segel"]
    client.logout()
    client.post(url, {"isi": "Halo", "draf_segel": segel})
    assert not Draf.objects.exists()


# -- the session ended -----------------------------------------------------------------------------------


def test_a_post_after_resting_too_long_leads_through_the_sign_in_back_to_the_words(
    client, akun, url, time_machine
):
    data = {**halaman(client, url), "isi": "Ditulis sebelum makan siang."}
    time_machine.move_to(AT + timedelta(minutes=settings.ASN_SESI_DIAM_MENIT), tick=False)
    jawaban = client.post(url, data, follow=True)
    teks = jawaban.content.decode()
    assert "Anda tidak aktif 30 menit" in teks
    assert "Isian Anda tersimpan (pukul 11.12 WIT)" in teks
    assert jawaban.context["request"].GET["next"] == url
    kembali = client.post(
        f"/akun/masuk/?next={url}", {"login": akun.username, "password": SANDI, "next": url}, follow=True
    )
    assert kembali.request["PATH_INFO"] == url
    assert "Ditulis sebelum makan siang.</textarea>" in kembali.content.decode()
    assert not RefleksiDiri.objects.exists()


def test_a_post_without_any_session_left_is_kept_for_whoever_was_shown_the_form(client, akun, url):
    data = {**halaman(client, url), "isi": "Peramban ditutup."}
    del client.cookies[settings.SESSION_COOKIE_NAME]
    jawaban = client.post(url, data)
    assert jawaban.status_code == 302
    assert jawaban["Location"].startswith("/akun/masuk/")
    assert tertulis(akun, url) == ["Peramban ditutup."]
    lain = bersandi(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    assert "Peramban ditutup." not in masuk(lain, client=client).get(url).content.decode()


def test_autosave_without_a_session_tells_and_keeps_the_words(client, akun, url):
    data = {**halaman(client, url), "isi": "Masih mengetik", "draf_simpan": "otomatis"}
    client.logout()
    jawaban = client.post(url, data)
    assert jawaban.status_code == 401
    assert jawaban.json()["teks"] == "Anda keluar; masuk lagi di tab lain, isian tetap di sini."
    assert tertulis(akun, url) == ["Masih mengetik"]


def test_a_seal_that_is_a_day_old_opens_nothing(client, url, time_machine):
    data = {**halaman(client, url), "isi": "Halaman kemarin"}
    client.logout()
    time_machine.move_to(AT + timedelta(days=1, seconds=1), tick=False)
    assert client.post(url, data).status_code == 302
    assert not Draf.objects.exists()


def test_a_page_from_before_signing_in_again_loses_no_words(akun, url):
    client = masuk(akun, client=Client(enforce_csrf_checks=True))
    client.force_login(akun)
    data = {**halaman(client, url), "isi": "Kuki saya berganti"}
    client.cookies["csrftoken"] = "a" * 32
    jawaban = client.post(url, data, follow=True)
    teks = jawaban.content.decode()
    assert jawaban.redirect_chain == [(url, 302)]
    assert "tetapi belum dikirim. Kirim lagi." in teks
    assert "Kuki saya berganti</textarea>" in teks


def test_a_forged_request_from_elsewhere_saves_no_draft(akun, url):
    client = Client(enforce_csrf_checks=True)
    client.force_login(akun)
    jawaban = client.post(url, {"isi": "Dari situs lain", "draf_simpan": "otomatis"})
    assert jawaban.status_code == 403
    assert not Draf.objects.exists()


def test_a_form_that_did_not_ask_for_it_is_never_kept(client):
    client.logout()
    client.post("/akun/sandi/ubah/", {"oldpassword": SANDI, "draf_segel": "x", "draf_simpan": "otomatis"})
    assert not Draf.objects.exists()


def test_a_draft_larger_than_allowed_is_said_in_words(client, url):
    jawaban = otomatis(client, url, "x" * 70_000)
    assert jawaban.status_code == 413
    assert "terlalu panjang" in jawaban.json()["teks"]


def test_words_typed_before_a_deadline_are_told_from_later_ones(akun, url, rf):
    from asn_karier.lib.pintu_draf import typed_since

    simpan_draf(pengguna_id=akun.pk, kunci=url, isi={"isi": ["Sama"]}, at=AT - timedelta(hours=1))
    sama, lain = rf.post(url, {"isi": "Sama", "langkah": "periksa"}), rf.post(url, {"isi": "Lain"})
    sama.user = lain.user = akun
    assert typed_since(sama) == AT - timedelta(hours=1)
    assert typed_since(lain) == AT
