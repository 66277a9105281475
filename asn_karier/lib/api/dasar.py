"""The view of the API and its parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from rest_framework import exceptions
from rest_framework.parsers import JSONParser
from rest_framework.views import APIView

from asn_karier.lib.api.masalah import TERBESAR, problem_handler


class ParserJson(JSONParser):
    """Small bodies only, and with the mark that some editors put before UTF-8."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        konteks = parser_context or {}
        if int(konteks["request"].META.get("CONTENT_LENGTH") or 0) > TERBESAR:
            raise RequestDataTooBig
        try:
            return super().parse(stream, media_type, konteks | _tanpa_tanda(konteks))
        except RecursionError:
            raise exceptions.ParseError from None


def _tanpa_tanda(konteks: dict[str, Any]) -> dict[str, Any]:
    """UTF-8 read without its mark; another encoding stays as the caller names it."""
    return {"encoding": "utf-8-sig"} if konteks.get("encoding", "").lower() in ("utf-8", "utf8") else {}


class TampilanApi(APIView):
    """A view of the API: refusals as RFC 9457."""

    parser_classes = (ParserJson,)

    def get_exception_handler(self) -> Callable[[Exception, dict[str, Any]], HttpResponse | None]:
        return problem_handler
