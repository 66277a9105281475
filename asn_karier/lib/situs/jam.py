"""The HR desk tells the time of the government it serves, not of the server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
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
        # What `process_view` sets ends with the answer: the next request of this thread is somebody else's.
        with timezone.override(timezone.get_current_timezone()):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        di_meja = request.resolver_match is not None and request.resolver_match.app_name == "admin"
        if di_meja and (zona := wewenang(request).zona_waktu):
            timezone.activate(zona)
