"""Headers on every answer, nothing of a known person in a cache, a busy database said politely."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from asn_karier.lib.security import BUSY_TEXT, is_busy


@login_not_required
def open_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("terbuka")


def closed_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("tertutup")


@login_not_required
def cached_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("boleh disimpan", headers={"Cache-Control": "private, max-age=60"})


@login_not_required
def broken_page(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("rusak")


@login_not_required
def busy_page(request: HttpRequest) -> HttpResponse:
    raise OperationalError("database is locked")


urlpatterns = [
    path("terbuka", open_page),
    path("tertutup", closed_page),
    path("disimpan", cached_page),
    path("rusak", broken_page),
    path("sibuk", busy_page),
    path("api/v1/sibuk", busy_page),
    path("masuk", open_page, name="account_login"),
]


@pytest.fixture
def browser(settings) -> Client:
    """A browser without login on the pages above, which sees errors as a person does."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("page", "status"), [("/terbuka", 200), ("/tertutup", 302), ("/rusak", 500), ("/x", 404)]
)
def test_every_answer_carries_the_headers(browser, page, status):
    answer = browser.get(page)
    assert answer.status_code == status
    for name in ("Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Resource-Policy"):
        assert answer.headers[name]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"


def policy(answer: HttpResponse) -> dict[str, str]:
    parts = (part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    return dict(parts)


def test_no_page_may_run_inline_code_or_be_framed(browser):
    found = policy(browser.get("/terbuka"))
    assert "unsafe" not in str(found)
    assert found["default-src"] == "'self'"
    assert {found[name] for name in ("object-src", "base-uri", "frame-ancestors")} == {"'none'"}


def test_a_page_without_login_sends_the_visitor_to_the_login(browser):
    assert browser.get("/tertutup").headers["Location"].startswith("/masuk")


def test_an_answer_to_someone_with_a_session_is_never_stored(browser, settings):
    browser.cookies[settings.SESSION_COOKIE_NAME] = "sesi"
    assert browser.get("/terbuka").headers["Cache-Control"] == "no-store, private"


def test_an_answer_to_a_client_with_a_token_is_never_stored(browser):
    answer = browser.get("/terbuka", headers={"Authorization": "Bearer x"})
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_a_view_may_say_for_itself_how_long_its_answer_lives(browser, settings):
    browser.cookies[settings.SESSION_COOKIE_NAME] = "sesi"
    assert browser.get("/disimpan").headers["Cache-Control"] == "private, max-age=60"


def test_an_answer_to_a_stranger_is_left_as_it_is(browser):
    assert not browser.get("/terbuka").has_header("Cache-Control")


def test_a_busy_database_asks_the_person_to_try_again(browser):
    answer = browser.get("/sibuk")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert "Sistem sedang sibuk" in answer.content.decode()


def test_a_busy_database_answers_a_client_in_the_shape_of_the_api(browser):
    answer = browser.get("/api/v1/sibuk")
    assert answer.status_code == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.json()["kode"], answer.json()["detail"]) == ("sibuk", BUSY_TEXT)


@pytest.mark.parametrize("error", [RuntimeError("database is locked"), OperationalError("no such table: x")])
def test_other_errors_are_not_called_busy(error):
    assert not is_busy(error)


@pytest.mark.django_db(transaction=True)
def test_a_statement_that_ran_too_long_counts_as_busy():
    if connection.vendor == "sqlite":
        error: Exception = OperationalError("database is locked")
    else:
        error = cancelled_statement()
    assert is_busy(error)


def cancelled_statement() -> Exception:
    """The error PostgreSQL gives when a statement passes its limit."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '10ms'")
        try:
            with pytest.raises(OperationalError) as found:
                cursor.execute("SELECT pg_sleep(1)")
        finally:
            cursor.execute("RESET statement_timeout")
    return found.value
