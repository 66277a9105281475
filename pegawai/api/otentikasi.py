"""Whose a token is, what it may read, and how often."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from oauth2_provider.models import get_access_token_model
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from pegawai.enums import CakupanApi
from pegawai.models import KlienApi
from pegawai.services.klien import note_use
from pegawai.services.laju import TerlaluSering, take_turn

SEMENIT: Final = timedelta(minutes=1)
_RANAH: Final = 'Bearer realm="asn_karier"'


class TokenDitolak(AuthenticationFailed):
    """A 401 that says which of the two is missing: the token, or a living program behind it."""

    def __init__(self, kode: str) -> None:
        super().__init__(code=kode)
        salah = "" if kode == "tanpa_token" else ', error="invalid_token"'
        self.auth_header = f"{_RANAH}{salah}"


class AksesKlien:
    """What stands behind one request: the program and the scopes of its token."""

    def __init__(self, klien: KlienApi, cakupan: frozenset[str]) -> None:
        self.klien = klien
        self.cakupan = cakupan

    @property
    def disiplin(self) -> bool:
        return CakupanApi.DISIPLIN.value in self.cakupan


class OtentikasiKlien(BaseAuthentication):
    """The bearer token of a program. `request.user` is the program's own account.

    The program is read anew for every request: what was revoked a moment ago opens nothing, and a scope
    that was taken away is not in a token any more.
    """

    def authenticate(self, request: Request) -> tuple[Any, AksesKlien]:
        skema, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if not skema:
            raise TokenDitolak("tanpa_token")
        if skema.lower() != "bearer" or not token.strip():
            raise TokenDitolak("skema_token")
        sidik = hashlib.sha256(token.strip().encode(errors="replace")).hexdigest()
        ada = (
            get_access_token_model()
            .objects.select_related("application__user", "application__instansi", "application__unit")
            .filter(token_checksum=sidik)
            .first()
        )
        if ada is None:
            raise TokenDitolak("token_tidak_dikenal")
        klien, kini = ada.application, timezone.now()
        if not klien.hidup(kini) or not klien.user.is_active:
            raise TokenDitolak("aplikasi_tidak_aktif")
        if ada.expires <= kini:
            raise TokenDitolak("token_kedaluwarsa")
        note_use(klien=klien, at=kini)
        return klien.user, AksesKlien(klien, frozenset(ada.scope.split()) & klien.daftar_cakupan)

    def authenticate_header(self, request: Request) -> str:
        return _RANAH


class BercakupanPenuh(BasePermission):
    """The token holds every scope that the view asks for."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not isinstance(request.auth, AksesKlien):
            return False
        if not set(view.cakupan) <= request.auth.cakupan:
            raise PermissionDenied(code="cakupan_kurang")
        return True


class LajuKlien(BaseThrottle):
    """So many requests a minute for each program, over all processes."""

    def allow_request(self, request: Request, view: Any) -> bool:
        if not isinstance(request.auth, AksesKlien):
            return True
        siapa = f"klien:{request.auth.klien.pk}"
        try:
            take_turn(siapa=siapa, batas=settings.ASN_API_PER_MENIT, jendela=SEMENIT, at=timezone.now())
        except TerlaluSering as salah:
            self.tunggu = salah.wait
            return False
        return True

    def wait(self) -> float:
        return self.tunggu


class SkemaKlien(OpenApiAuthenticationExtension):
    """For OpenAPI: a bearer token, from the token endpoint."""

    target_class = OtentikasiKlien
    name = "Klien"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {
            "type": "oauth2",
            "description": "Token dari POST /api/v1/oauth/token, sebagai Authorization: Bearer TOKEN.",
            "flows": {
                "clientCredentials": {
                    "tokenUrl": "/api/v1/oauth/token",
                    "scopes": {c.value: c.value for c in CakupanApi},
                }
            },
        }

    def get_security_requirement(self, auto_schema: Any) -> dict[str, list[str]]:
        return {self.name: [c.value for c in getattr(auto_schema.view, "cakupan", ())]}
