"""Headers that every answer carries, and what a person sees when the database is busy."""

from collections.abc import Callable
from typing import Final
from uuid import uuid4

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

GetResponse = Callable[[HttpRequest], HttpResponse]

#: No inline script and no inline style, from us or from anyone who finds a way to write into a page.
#: Images may be data: URIs because the QR code of a second factor must not be a file on disk.
CSP: Final = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
PERMISSIONS: Final = ", ".join(
    f"{feature}=()"
    for feature in (
        "camera",
        "microphone",
        "geolocation",
        "payment",
        "usb",
        "display-capture",
        "browsing-topics",
    )
)


class SecurityHeadersMiddleware:
    """Content-Security-Policy and its companions, on errors and static files too.

    An answer to someone who sent a session cookie or an Authorization header is never stored by a
    cache, unless the view says otherwise itself: a shared computer must not show it after logout.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CSP)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if _is_known_person(request):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _is_known_person(request: HttpRequest) -> bool:
    # By what was sent, not by request.user: reading the user would cost every public page a query.
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers


BUSY_SECONDS: Final = 3
BUSY_TEXT: Final = "Sistem sedang sibuk. Data Anda tidak berubah. Tunggu sebentar, lalu coba lagi."
#: PostgreSQL: lock_not_available, query_canceled (statement timeout), deadlock, serialization failure.
_BUSY_CODES: Final = frozenset({"55P03", "57014", "40P01", "40001"})


def is_busy(error: BaseException) -> bool:
    """Whether `error` means "someone else holds the lock", so that trying again is the right advice."""
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.__cause__, "pgcode", None)
    return code in _BUSY_CODES or "database is locked" in str(error)


class BusyDatabaseMiddleware:
    """A lock that did not come free in time is a 503 with Retry-After, not a server error."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a busy database; every other error goes on to Django."""
        if not is_busy(error):
            return None
        response = (
            _busy_json() if request.path.startswith("/api/") else render(request, "503.html", status=503)
        )
        response.headers["Retry-After"] = str(BUSY_SECONDS)
        return response


def _busy_json() -> HttpResponse:
    body = {
        "type": "about:blank",
        "title": "Sistem sedang sibuk",
        "status": 503,
        "detail": BUSY_TEXT,
        "kode": "sibuk",
        "cara_memperbaiki": "Tunggu sebanyak detik pada header Retry-After, lalu ulangi.",
        "id_permintaan": uuid4().hex,
    }
    return JsonResponse(body, status=503, content_type="application/problem+json")
