"""Programs of agencies for tests: registered by the service, with a token as the endpoint gives it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone
from oauth2_provider.models import get_access_token_model

from pegawai.enums import CakupanApi
from pegawai.models import Instansi, KlienApi, UnitKerja
from pegawai.services.klien import KunciBaru, create_klien


def klien_baru(
    instansi: Instansi,
    cakupan: Iterable[CakupanApi] = tuple(CakupanApi),
    *,
    unit: UnitKerja | None = None,
    **lain: Any,
) -> KunciBaru:
    """A program with its secret; every scope unless told otherwise (a unit cannot have discipline)."""
    dipilih = [c for c in cakupan if unit is None or c is not CakupanApi.DISIPLIN]
    lain.setdefault("nama", f"Aplikasi {secrets.token_hex(3)}")
    return create_klien(
        instansi=instansi,
        unit=unit,
        cakupan=dipilih,
        kontak_nama="Narahubung",
        kontak="-",
        actor=None,
        at=timezone.now(),
        **lain,
    )


def token_untuk(
    klien: KlienApi, cakupan: Iterable[str] | None = None, *, umur: timedelta | None = None
) -> str:
    """A token without the round trip; the endpoint itself has its own tests."""
    teks = secrets.token_urlsafe(24)
    get_access_token_model().objects.create(
        application=klien,
        token="",
        token_checksum=hashlib.sha256(teks.encode()).hexdigest(),
        expires=timezone.now() + (umur or timedelta(hours=1)),
        scope=" ".join(klien.daftar_cakupan if cakupan is None else cakupan),
    )
    return teks


class Program(Client):
    """A test client that carries the token of a program."""

    def __init__(self, klien: KlienApi, cakupan: Iterable[str] | None = None, **lain: Any) -> None:
        super().__init__(raise_request_exception=False, **lain)
        self.klien = klien
        self.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token_untuk(klien, cakupan)}"
