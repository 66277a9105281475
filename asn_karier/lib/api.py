"""What every answer of /api/v1/ shares: RFC 9457 refusals, and JSON that cannot hurt."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from rest_framework import exceptions
from rest_framework.parsers import JSONParser
from rest_framework.views import APIView

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan

JENIS_MASALAH: Final = "application/problem+json"
#: Of a body, in bytes: a question about one person fits many times over.
TERBESAR: Final = 64 * 1024
_BACA_SAJA: Final = (405, "metode_tidak_ada", "Alamat ini tidak menerima permintaan dengan metode itu.")
MASALAH: Final[dict[type[Exception], tuple[int, str, str]]] = {
    exceptions.NotAuthenticated: (401, "belum_masuk", "Masuk lebih dahulu untuk membaca data Anda."),
    exceptions.AuthenticationFailed: (401, "belum_masuk", "Masuk lebih dahulu untuk membaca data Anda."),
    exceptions.PermissionDenied: (403, "tidak_berwenang", "Data ini di luar kewenangan Anda."),
    exceptions.NotFound: (404, "tidak_ditemukan", "Data ini tidak ditemukan dalam lingkup Anda."),
    exceptions.MethodNotAllowed: _BACA_SAJA,
    exceptions.NotAcceptable: (406, "bentuk_tidak_ada", "Jawaban tersedia sebagai application/json."),
    exceptions.UnsupportedMediaType: (415, "bentuk_tidak_dikenal", "Kirim isi sebagai application/json."),
    exceptions.ParseError: (400, "bukan_json", "Isi permintaan bukan JSON yang benar."),
    RequestDataTooBig: (
        413,
        "terlalu_besar",
        f"Isi permintaan terlalu besar; paling besar {TERBESAR // 1024} KB. Kirim satu soal saja.",
    ),
    exceptions.Throttled: (429, "terlalu_sering", "Terlalu banyak permintaan. Coba lagi sebentar."),
}
_STATUS_DOMAIN: Final = ((TidakBoleh, 403), (TidakDitemukan, 404), (Bentrok, 409))


def problem(status: int, kode: str, judul: str, *, detail: str = "", **lain: Any) -> JsonResponse:
    """An RFC 9457 body. `kode` is stable and for programs; `title` and `detail` are for people."""
    isi = {"type": "about:blank", "title": judul, "status": status, "kode": kode, "detail": detail, **lain}
    return JsonResponse(isi, status=status, content_type=JENIS_MASALAH)


def problem_handler(salah: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Every refusal as RFC 9457; None lets an unexpected error become a 500."""
    for jenis, (status, kode, detail) in MASALAH.items():
        if isinstance(salah, jenis):
            jawaban = problem(status, kode, "Permintaan ditolak", detail=detail)
            if (tunggu := getattr(salah, "wait", None)) is not None:
                jawaban["Retry-After"] = str(max(1, math.ceil(tunggu)))
            return jawaban
    if isinstance(salah, DomainError):
        status = next((s for jenis, s in _STATUS_DOMAIN if isinstance(salah, jenis)), 409)
        return problem(status, salah.kode, salah.pesan, detail=salah.tindakan)
    return None


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
