"""POST /api/v1/oauth/token: client credentials for a token of one hour, and nothing else of OAuth."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from urllib.parse import unquote_plus

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauth2_provider.scopes import BaseScopes
from oauth2_provider.views.mixins import OAuthLibMixin
from rest_framework.parsers import FormParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from asn_karier.lib.api import TampilanApi
from pegawai.api.bentuk import Galat, GalatOauth, PermintaanToken, Token
from pegawai.enums import CakupanApi
from pegawai.kamus import LABEL
from pegawai.models import KlienApi
from pegawai.services.klien import find_by_secret
from pegawai.services.laju import TerlaluSering, take_turn

SEMENIT: Final = timedelta(minutes=1)
#: Per minute: of one client from one address, and of one address (an office behind one shares it).
PER_KLIEN, PER_ALAMAT = 30, 120
#: RFC 6749 names, for people.
ARTI: Final[dict[str, str]] = {
    "invalid_client": "Client ID atau rahasia tidak cocok, dicabut, atau habis masa berlakunya.",
    "invalid_scope": "Scope yang diminta tidak diberikan kepada aplikasi ini.",
    "invalid_request": "Kirim grant_type=client_credentials sebagai isian formulir.",
    "unsupported_grant_type": "Hanya grant_type=client_credentials yang diterima.",
    "unauthorized_client": "Aplikasi ini tidak boleh memakai grant_type itu.",
}


class PemeriksaKlien(OAuth2Validator):
    """Knows a program by its present secret, or by the one before within seven days of a rotation."""

    def authenticate_client(self, request: Any, *args: Any, **kwargs: Any) -> bool:
        client_id, rahasia = kredensial(request.headers, dict(request.decoded_body or ()))
        request.client = find_by_secret(client_id=client_id, rahasia=rahasia, at=timezone.now())
        return request.client is not None


class CakupanKlien(BaseScopes):
    """What a program may ask for is what it was given; without a word it gets all of that."""

    def get_all_scopes(self) -> dict[str, str]:
        return {c.value: LABEL[CakupanApi][c] for c in CakupanApi}

    def get_available_scopes(
        self, application: Any = None, request: Any = None, *a: Any, **k: Any
    ) -> list[str]:
        return sorted(application.daftar_cakupan) if isinstance(application, KlienApi) else []

    def get_default_scopes(
        self, application: Any = None, request: Any = None, *a: Any, **k: Any
    ) -> list[str]:
        return self.get_available_scopes(application)


def kredensial(kepala: Mapping[str, Any], isi: Mapping[str, Any]) -> tuple[str, str]:
    """Client id and secret from the Basic header, else from the form; empty texts when neither has them."""
    skema, _, sandi = str(kepala.get("HTTP_AUTHORIZATION") or "").partition(" ")
    if skema.lower() == "basic":
        try:
            nama, ada, rahasia = base64.b64decode(sandi, validate=True).decode().partition(":")
        except ValueError:
            return "", ""
        return (unquote_plus(nama), unquote_plus(rahasia)) if ada else ("", "")
    return str(isi.get("client_id") or ""), str(isi.get("client_secret") or "")


class LajuToken(BaseThrottle):
    """Counted per client and address, so that nobody can lock out a client from elsewhere."""

    def allow_request(self, request: Request, view: Any) -> bool:
        alamat, kini = str(self.get_ident(request)), timezone.now()
        nama, _ = kredensial(request.META, {})
        try:
            take_turn(siapa=f"token:{alamat}", batas=PER_ALAMAT, jendela=SEMENIT, at=kini)
            if nama:
                take_turn(siapa=f"token:{alamat}:{nama[:255]}", batas=PER_KLIEN, jendela=SEMENIT, at=kini)
        except TerlaluSering as salah:
            self.tunggu = salah.wait
            return False
        return True

    def wait(self) -> float:
        return self.tunggu


class MintaToken(OAuthLibMixin, TampilanApi):
    """The token endpoint. Refusals are those of RFC 6749, which every OAuth library understands."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (LajuToken,)
    parser_classes = (FormParser,)  # type: ignore[assignment]
    http_method_names = ["post", "options"]

    @extend_schema(
        operation_id="minta_token",
        tags=["Masuk"],
        summary="Minta token",
        description=(
            "Kirim client ID dan rahasia lewat header Basic, dan grant_type=client_credentials. Token "
            "berlaku satu jam. Isian scope tidak wajib; tanpa scope, token memuat semua cakupan aplikasi."
        ),
        auth=[{"KlienBasic": []}],  # type: ignore[list-item]
        request={"application/x-www-form-urlencoded": PermintaanToken},
        responses={
            200: Token,
            400: OpenApiResponse(GalatOauth, "Permintaan ditolak (RFC 6749)"),
            401: OpenApiResponse(GalatOauth, "Client ID atau rahasia tidak cocok"),
            406: OpenApiResponse(Galat, "Jawaban hanya tersedia sebagai JSON"),
            413: OpenApiResponse(Galat, "Isi terlalu besar"),
            429: OpenApiResponse(Galat, "Terlalu banyak permintaan; lihat Retry-After"),
        },
    )
    def post(self, request: Request) -> HttpResponse:
        _, kepala, isi, status = self.create_token_response(request._request)
        jawaban = HttpResponse(_dijelaskan(isi, status), status=status, content_type="application/json")
        for nama, nilai in kepala.items():
            jawaban[nama] = nilai
        jawaban["Cache-Control"] = "no-store"
        return jawaban


def _dijelaskan(isi: str, status: int) -> str:
    """A refusal with the same fields as elsewhere beside those of RFC 6749."""
    if status == 200:
        return isi
    kode = str(json.loads(isi).get("error", "invalid_request"))
    arti = ARTI.get(kode, ARTI["invalid_request"])
    return json.dumps(
        {
            "error": kode,
            "error_description": arti,
            "kode": kode,
            "status": status,
            "title": "Permintaan ditolak",
        }
    )
