"""A citizen rates a service: two clicks, no name, no cookie, no script; floods do no harm."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.sandi import buka_sandi
from kinerja.enums import JawabanUlasan, StatusKiriman
from kinerja.models import LayananPublik, PenandaJaringan, Ulasan
from kinerja.services.kiriman import HalamanLama, issue_key
from kinerja.tests.dunia_ulasan import SAAT, buka, kirim, layanan
from kinerja.tests.pabrik_warga import LayananPabrik

__all__ = ["layanan"]
pytestmark = pytest.mark.django_db


def test_by_qr_it_takes_a_choice_and_one_press(layanan: LayananPublik) -> None:
    client = Client(enforce_csrf_checks=True)
    alamat, kunci = buka(client, layanan)
    jawaban = client.post(alamat, {"kunci": kunci, "jawaban": "4"})
    satu = Ulasan.objects.get()
    assert (jawaban.status_code, jawaban["Location"]) == (303, reverse("publik:terima", args=[satu.nomor]))
    assert (satu.jawaban, satu.status) == (JawabanUlasan.SANGAT_BAIK, StatusKiriman.TANPA_TEKS)


def test_nothing_is_chosen_beforehand(layanan: LayananPublik) -> None:
    halaman = Client().get(reverse("publik:ulas", args=[layanan.kode])).content.decode()
    assert "checked" not in halaman


def test_without_a_qr_it_takes_one_press_more(layanan: LayananPublik) -> None:
    client = Client()
    jawaban = client.get(reverse("publik:pilih", args=["batanghari"]), {"layanan": layanan.kode})
    assert jawaban["Location"] == reverse("publik:ulas", args=[layanan.kode])


def test_no_cookie_is_set_and_none_is_needed(layanan: LayananPublik) -> None:
    client = Client(enforce_csrf_checks=True)
    alamat, kunci = buka(client, layanan)
    client.cookies.clear()
    jawaban = client.post(alamat, {"kunci": kunci, "jawaban": "2", "teks": "Antre lama"}, follow=True)
    assert jawaban.status_code == 200
    assert not client.cookies


def test_only_the_day_is_kept_and_the_words_are_sealed(layanan: LayananPublik) -> None:
    satu = kirim(layanan, teks="Pak Budi galak, hubungi 081234567890")
    assert satu.hari == SAAT.date()
    assert "Budi" not in satu.asli
    assert buka_sandi(satu.asli) == "Pak Budi galak, hubungi 081234567890"
    assert satu.teks == "Pak [nama] galak, hubungi [nomor]"


def test_the_day_is_that_of_the_instansi(layanan: LayananPublik) -> None:
    layanan.unit.instansi.zona_waktu = "Asia/Jayapura"
    assert kirim(layanan, at=datetime(2026, 11, 10, 16, 0, tzinfo=UTC)).hari.day == 11


# -- once -------------------------------------------------------------------------------------------


def test_the_same_page_sent_twice_is_one_review(layanan: LayananPublik) -> None:
    client = Client()
    alamat, kunci = buka(client, layanan)
    tujuan = {client.post(alamat, {"kunci": kunci, "jawaban": "4"})["Location"] for _ in range(3)}
    assert len(tujuan) == 1
    assert Ulasan.objects.count() == 1


def test_pressing_twice_costs_no_second_turn(layanan: LayananPublik) -> None:
    kunci = issue_key(tentang=f"ulasan:{layanan.kode}", at=SAAT)
    for _ in range(3):
        kirim(layanan, kunci=kunci)
    assert set(PenandaJaringan.objects.values_list("banyak", flat=True)) == {1}


@pytest.mark.parametrize("kunci", ["", "abc", "x" * 5000, "e30:1abc:def"])
def test_an_invented_key_writes_nothing_and_keeps_the_words(layanan: LayananPublik, kunci: str) -> None:
    alamat = reverse("publik:ulas", args=[layanan.kode])
    jawaban = Client().post(alamat, {"kunci": kunci, "jawaban": "4", "teks": "Kalimat saya"})
    assert jawaban.status_code == 409
    assert "Kalimat saya" in jawaban.content.decode()
    assert not Ulasan.objects.exists()


def test_the_page_that_was_open_too_long_can_be_sent_once_more(layanan: LayananPublik) -> None:
    client = Client()
    alamat, lama = buka(client, layanan)
    isi = {"jawaban": "1", "teks": "Kalimat saya"}
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=13)):
        jawaban = client.post(alamat, {"kunci": lama, **isi})
        assert jawaban.status_code == 409
        cocok = re.search(r'name="kunci" value="([^"]+)"', jawaban.content.decode())
        assert cocok is not None
        assert client.post(alamat, {"kunci": cocok[1], **isi}).status_code == 303


def test_the_key_of_one_service_is_none_of_another(layanan: LayananPublik) -> None:
    lain = LayananPabrik(unit=layanan.unit)
    with pytest.raises(HalamanLama):
        kirim(layanan, kunci=issue_key(tentang=f"ulasan:{lain.kode}", at=SAAT))


# -- hostile words ----------------------------------------------------------------------------------

JAHAT = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% csrf_token %}",
    "=HYPERLINK(1)",
    "\u202emoc.live\u202c \u2066x\u2069",
    "nul\x00l \x07\x1b[31m",
    "👨\u200d👩\u200d👧 \U0001f1ee\U0001f1e9",
    "مرحبا بالعالم",
    "a" + "\u0301" * 500,
    "'; DROP TABLE kinerja_ulasan; --",
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
)


@pytest.mark.parametrize("teks", JAHAT)
def test_hostile_words_are_kept_as_words(layanan: LayananPublik, teks: str) -> None:
    client = Client()
    alamat, kunci = buka(client, layanan)
    jawaban = client.post(alamat, {"kunci": kunci, "jawaban": "3", "teks": teks}, follow=True)
    assert jawaban.status_code == 200
    satu = Ulasan.objects.get()
    assert not set(buka_sandi(satu.asli)) & set("\x00\x07\x1b\u202e\u2066")


@pytest.mark.parametrize("teks", JAHAT)
def test_hostile_words_come_back_as_text_when_something_is_missing(layanan: LayananPublik, teks: str) -> None:
    client = Client()
    alamat, kunci = buka(client, layanan)
    halaman = client.post(alamat, {"kunci": kunci, "teks": teks}).content.decode()
    assert "<title>Galat: " in halaman
    assert [b for b in ("<script", "<img src=x", "\u202e", "\x00") if b in halaman] == []


def test_a_thousand_and_one_letters_are_too_many_and_stay_on_the_page(layanan: LayananPublik) -> None:
    client = Client()
    alamat, kunci = buka(client, layanan)
    halaman = client.post(alamat, {"kunci": kunci, "jawaban": "3", "teks": "x" * 1001}).content.decode()
    assert "paling banyak 1.000 huruf. Sekarang 1.001" in halaman
    assert "x" * 1001 in halaman


def test_a_flood_of_letters_is_refused_before_it_is_read(layanan: LayananPublik) -> None:
    alamat = reverse("publik:ulas", args=[layanan.kode])
    jawaban = Client(raise_request_exception=False).post(alamat, {"teks": "x" * 3_000_000})
    assert jawaban.status_code == 400
    assert not Ulasan.objects.exists()


@pytest.mark.parametrize("jawaban", ["", "0", "5", "-1", "empat", "9" * 400, "1\x00", "٣"])
def test_only_the_four_answers_exist(layanan: LayananPublik, jawaban: str) -> None:
    client = Client()
    alamat, kunci = buka(client, layanan)
    halaman = client.post(alamat, {"kunci": kunci, "jawaban": jawaban})
    assert halaman.status_code == 200
    assert "Pilih satu dari empat jawaban" in halaman.content.decode()
    assert not Ulasan.objects.exists()


@pytest.mark.parametrize("kode", ["tidak-ada", "x" * 300, "..", "-"])
def test_a_code_that_is_none_is_not_found(kode: str) -> None:
    assert Client().get(f"/publik/u/{kode}/").status_code == 404


@pytest.mark.parametrize("alamat", ["/publik/u/%00/", "/publik/terima/%00/", "/publik/%F0%9F%98%80/"])
def test_a_strange_address_is_not_found(alamat: str) -> None:
    assert Client(raise_request_exception=False).get(alamat).status_code in (400, 404)


def test_a_service_that_is_closed_says_so(layanan: LayananPublik) -> None:
    LayananPublik.objects.update(aktif=False)
    alamat = reverse("publik:ulas", args=[layanan.kode])
    for jawaban in (Client().get(alamat), Client().post(alamat, {"jawaban": "4"})):
        assert jawaban.status_code == 410
        assert "tidak menerima ulasan lagi" in jawaban.content.decode()


def test_the_confirmation_shows_number_next_step_and_lapor_but_not_the_words(layanan: LayananPublik) -> None:
    satu = kirim(layanan, teks="Kalimat rahasia")
    halaman = Client().get(reverse("publik:terima", args=[satu.nomor])).content.decode()
    assert satu.nomor in halaman
    assert "lapor.go.id" in halaman
    assert "menunggu diperiksa" in halaman
    assert "rahasia" not in halaman


def test_the_form_says_what_is_stored_and_points_at_lapor(layanan: LayananPublik) -> None:
    halaman = Client().get(reverse("publik:ulas", args=[layanan.kode])).content.decode()
    assert "Tanpa nama dan tanpa login; penanda anti-penyalahgunaan dihapus setelah 24 jam." in halaman
    assert "lapor.go.id" in halaman
