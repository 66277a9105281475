"""The HR desk tells the time of the government it serves, not of the server."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.views import wewenang

GetResponse = Callable[[HttpRequest], HttpResponse]


class JamMejaMiddleware:
    """Moments on the pages of the desk are shown, and typed ones read, on the clock of its user.

    A middleware, because lists and forms are rendered after their view has returned. The authority that it
    asks for is the one that the page asks for anyway: no query more.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with _jam(request):
            return self.get_response(request)


def _jam(request: HttpRequest) -> AbstractContextManager[None]:
    di_meja = request.path.startswith(reverse("admin:index"))
    zona = wewenang(request).zona_waktu if di_meja else ""
    return timezone.override(zona) if zona else nullcontext()
