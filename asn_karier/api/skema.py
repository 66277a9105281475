"""OpenAPI 3.1 of everything under /api/v1/, made from the code, once per process."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api import JawabanBerETag, TampilanApi
from pegawai.reports.kode import tabel_kode

AWALAN: Final = "/api/v1"


@cache
def openapi() -> dict[str, Any]:
    """The document; every address of the router that answers programs, and nothing else."""
    skema: dict[str, Any] = SchemaGenerator(urlconf="asn_karier.urls").get_schema(request=None, public=True)
    return skema


class Skema(JawabanBerETag, TampilanApi):
    """Public: it is about no person."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    http_method_names = ["get", "head", "options"]

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response(openapi())


class SkemaJson(Skema):
    renderer_classes = (OpenApiJsonRenderer,)


class SkemaYaml(Skema):
    renderer_classes = (OpenApiYamlRenderer,)


def hanya_v1(endpoints: list[Any], **_: Any) -> list[Any]:
    """For drf-spectacular: the addresses of this API."""
    return [e for e in endpoints if e[0].startswith(f"{AWALAN}/")]


def rapikan(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Refusals are application/problem+json; the token endpoint is reached with Basic."""
    for jalan in result["paths"].values():
        for operasi in jalan.values():
            for status, jawaban in operasi["responses"].items():
                isi = jawaban.get("content", {})
                rujukan = isi.get("application/json", {}).get("schema", {}).get("$ref", "")
                if not status.startswith("2") and rujukan.endswith("/Galat"):
                    isi["application/problem+json"] = isi.pop("application/json")
    for isian in result["paths"][f"{AWALAN}/referensi/{{tabel}}"]["get"]["parameters"]:
        # Which tables there are is known when every app has registered its own.
        isian["schema"] = {"type": "string", "enum": list(tabel_kode())}
    result["components"]["securitySchemes"]["KlienBasic"] = {"type": "http", "scheme": "basic"}
    return result
