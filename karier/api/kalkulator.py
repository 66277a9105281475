"""Calculators: rules without people."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle

from asn_karier.lib.api import TampilanApi, problem
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import MasukanSalah
from karier.rules.topik import TOPIK
from karier.services.kalkulator import cari_topik, jawab
from pegawai.api.bentuk import Galat

_GALAT: Final = {
    406: OpenApiResponse(Galat, "Jawaban hanya tersedia sebagai JSON"),
    429: OpenApiResponse(Galat, "Terlalu banyak permintaan; lihat Retry-After"),
}
_TOPIK: Final = OpenApiParameter(
    "topik", {"type": "string", "enum": sorted(TOPIK)}, OpenApiParameter.PATH, description="Nama perhitungan."
)
_PER: Final = OpenApiParameter(
    "per", {"type": "string", "format": "date"}, description="Hukum pada tanggal ini; hari ini bila kosong."
)
_DAFTAR: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {n: {"type": "string"} for n in ("topik", "judul", "url")},
        "required": ["topik", "judul", "url"],
    },
}
_OBJEK: Final = {"type": "object", "additionalProperties": True}


class Kalkulator(TampilanApi):
    """Rules without people: nobody signs in, nothing is stored."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "kalkulator"


class DaftarKalkulator(Kalkulator):
    """Every topic with its title and the address that answers it."""

    @extend_schema(
        operation_id="daftar_kalkulator",
        tags=["Kalkulator"],
        summary="Semua perhitungan",
        description="Semua perhitungan, tanpa orang dan tanpa masuk.",
        responses={200: OpenApiResponse(_DAFTAR, "Daftar"), **_GALAT},
    )
    def get(self, request: Request) -> Response:
        return Response(
            [
                {"topik": t.kode, "judul": t.judul, "url": request.build_absolute_uri(f"{t.kode}/")}
                for t in TOPIK.values()
            ]
        )


class TopikKalkulator(Kalkulator):
    """GET: the schema of the input. POST: the answer; `?per=TANGGAL` asks for the law of another day."""

    @extend_schema(
        operation_id="skema_kalkulator",
        tags=["Kalkulator"],
        summary="Isian satu perhitungan",
        description="JSON Schema isian satu perhitungan.",
        parameters=[_TOPIK],
        responses={
            200: OpenApiResponse(_OBJEK, "JSON Schema isiannya"),
            404: OpenApiResponse(Galat, "Tidak ada perhitungan dengan nama itu"),
            **_GALAT,
        },
    )
    def get(self, request: Request, topik: str) -> Response:
        return Response(cari_topik(topik).skema())

    @extend_schema(
        operation_id="hitung",
        tags=["Kalkulator"],
        summary="Hitung",
        description="Hitung menurut hukum pada hari yang diminta.",
        parameters=[_TOPIK, _PER],
        request={"application/json": _OBJEK},
        responses={
            200: OpenApiResponse(_OBJEK, "Hasil, atau error dan tindakan bila hukumnya sendiri menolak"),
            400: OpenApiResponse(Galat, "Isian belum benar; bidang dan skema menjelaskannya"),
            404: OpenApiResponse(Galat, "Tidak ada perhitungan dengan nama itu"),
            413: OpenApiResponse(Galat, "Isi lebih dari 64 KB"),
            415: OpenApiResponse(Galat, "Isi bukan JSON"),
            **_GALAT,
        },
    )
    def post(self, request: Request, topik: str) -> HttpResponse:
        try:
            return Response(jawab(topik, request.data, per=_hari(request)))
        except MasukanSalah as salah:
            tambahan: dict[str, Any] = {"bidang": salah.rincian, "skema": salah.skema}
            return problem(400, salah.kode, salah.pesan, detail=salah.tindakan, **tambahan)
        except TanggalSalah as salah:
            return problem(400, salah.kode, salah.pesan, detail=salah.tindakan)


class TanggalSalah(DomainError):  # noqa: N818 - named in the language of the domain
    """`?per=` is no day of the calendar."""


def _hari(request: Request) -> date:
    """The day whose law is asked for; today when none is named."""
    teks = request.query_params.get("per")
    try:
        return date.fromisoformat(teks) if teks else timezone.localdate()
    except ValueError:
        raise TanggalSalah(
            "tanggal_salah",
            f"Tanggal '{teks}' tidak dikenal.",
            tindakan="Tulis tahun-bulan-hari, misalnya ?per=2026-01-31.",
        ) from None
