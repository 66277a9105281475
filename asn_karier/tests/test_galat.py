"""What people see when something is wrong: an explanation and a way on, never a traceback."""

from typing import Any

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


def _rusak(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("rahasia di dalam kode")


def _curiga(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("alamat aneh")


handler400 = "asn_karier.galat.bad_request"
handler403 = "asn_karier.galat.forbidden"
handler404 = "asn_karier.galat.not_found"
handler500 = "asn_karier.galat.server_error"
urlpatterns = [
    path("rusak/", _rusak),
    path("api/rusak/", _rusak),
    path("curiga/", _curiga),
    path("api/curiga/", _curiga),
    path("", include("asn_karier.urls")),
]


@pytest.fixture
def client_saya() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True)))
    return client


def _isi(jawaban: Any) -> str:
    isi: str = jawaban.content.decode()
    return isi


def test_an_unknown_page_leads_back_to_the_home_page(client_saya: Client) -> None:
    jawaban = client_saya.get("/tidak-ada/")
    assert jawaban.status_code == 404
    assert "Halaman tidak ditemukan" in _isi(jawaban)
    assert 'href="/"' in _isi(jawaban)


def test_an_old_address_of_a_citizen_leads_to_the_services_not_to_an_account(client: Client) -> None:
    jawaban = client.get("/publik/u/kodelama/")
    assert jawaban.status_code == 404
    assert f'href="{reverse("publik:awal")}"' in _isi(jawaban)
    assert 'href="/"' not in _isi(jawaban)


def test_a_page_for_others_says_for_whom_it_is(client: Client) -> None:
    client.force_login(PenggunaPabrik())
    jawaban = client.get(reverse("karier:syarat"))
    assert jawaban.status_code == 403
    assert "Akun ini belum terhubung dengan data pegawai." in _isi(jawaban)


def test_an_old_page_says_what_to_do_with_what_was_typed() -> None:
    client = Client(enforce_csrf_checks=True)
    jawaban = client.post(reverse("account_login"), {"login": "x", "password": "y"})
    assert jawaban.status_code == 403
    assert "Halaman ini terbuka terlalu lama" in _isi(jawaban)


@pytest.mark.urls("asn_karier.tests.test_galat")
@pytest.mark.parametrize(
    ("alamat", "status", "kalimat"),
    [("/rusak/", 500, "Maaf, ada gangguan pada layanan"), ("/curiga/", 400, "Permintaan tidak dapat dibaca")],
)
def test_an_error_shows_no_inside_of_the_program(
    client_saya: Client, alamat: str, status: int, kalimat: str
) -> None:
    jawaban = client_saya.get(alamat)
    assert jawaban.status_code == status
    assert kalimat in _isi(jawaban)
    for rahasia in ("rahasia", "Traceback", "RuntimeError", "alamat aneh"):
        assert rahasia not in _isi(jawaban)


@pytest.mark.urls("asn_karier.tests.test_galat")
@pytest.mark.parametrize(
    ("alamat", "status", "kode"),
    [("/api/rusak/", 500, "gangguan"), ("/api/curiga/", 400, "permintaan_tidak_terbaca")],
)
def test_programs_get_a_problem_they_can_read(
    client_saya: Client, alamat: str, status: int, kode: str
) -> None:
    jawaban = client_saya.get(alamat)
    assert (jawaban.status_code, jawaban["Content-Type"]) == (status, "application/problem+json")
    assert jawaban.json()["kode"] == kode
    assert "rahasia" not in _isi(jawaban)


def test_too_many_requests_are_told_to_wait(client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "3/m/ip"}
    jawaban: Any = None
    for _ in range(4):
        jawaban = client.post(reverse("account_login"), {"login": "", "password": ""})
        if jawaban.status_code == 429:
            break
    assert jawaban.status_code == 429
    assert "Tunggu 1 menit" in _isi(jawaban)
