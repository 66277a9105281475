"""The API against its own OpenAPI document: whatever is sent, no 5xx, and every answer as described.

The gate sends a few cases of each kind, the same every time. Many more, and new ones:
    ASN_FUZZ=2000 .venv/bin/python -m pytest -q -s asn_karier/tests/test_api_fuzz.py --hypothesis-profile acak
"""

from __future__ import annotations

import base64
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as pengaturan
from rest_framework.throttling import ScopedRateThrottle
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi import checks

from asn_karier.api.skema import openapi
from asn_karier.tests.dunia import Dunia, buat_dunia
from pegawai.api import oauth
from pegawai.tests.pabrik_klien import klien_baru, token_untuk

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

BANYAK = int(os.environ.get("ASN_FUZZ", "6"))
PERIKSA = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


def _operasi() -> dict[str, Any]:
    skema = schemathesis.openapi.from_dict(openapi())
    skema.app = get_wsgi_application()
    return {o.ok().label: o.ok() for o in skema.get_all_operations()}


OPERASI = _operasi()


def _kasus() -> Iterator[Any]:
    """Every operation as it is described, and wrongly where it takes anything that could be wrong."""
    for label, operasi in sorted(OPERASI.items()):
        yield pytest.param(label, GenerationMode.POSITIVE, id=f"{label}-benar")
        if operasi.definition.raw.get("parameters") or operasi.definition.raw.get("requestBody"):
            yield pytest.param(label, GenerationMode.NEGATIVE, id=f"{label}-salah")


@pytest.fixture(scope="module")
def kepala(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, dict[str, str]]]:
    """What a caller of each kind sends along: the token of a program, a session, or client and secret."""
    with django_db_blocker.unblock(), transaction.atomic():
        dunia: Dunia = buat_dunia()
        kunci = klien_baru(dunia.instansi)
        sandi = base64.b64encode(f"{kunci.klien.client_id}:{kunci.rahasia}".encode()).decode()
        # The handler of a server closes a connection that stands in a transaction, as ours does here.
        for sinyal in (request_started, request_finished):
            sinyal.disconnect(close_old_connections)
        yield {
            "Klien": {"Authorization": f"Bearer {token_untuk(kunci.klien)}"},
            "KlienBasic": {"Authorization": f"Basic {sandi}"},
            "cookieAuth": {settings.SESSION_COOKIE_NAME: dunia.sesi["diri"]},
            "": {},
        }
        for sinyal in (request_started, request_finished):
            sinyal.connect(close_old_connections)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _tanpa_batas(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.ASN_API_PER_MENIT = 10**9
    monkeypatch.setattr(oauth, "PER_KLIEN", 10**9)
    monkeypatch.setattr(oauth, "PER_ALAMAT", 10**9)
    monkeypatch.setattr(ScopedRateThrottle, "THROTTLE_RATES", {"kalkulator": None})


@pytest.mark.parametrize(("label", "cara"), list(_kasus()))
def test_whatever_is_sent_the_answer_is_one_that_is_described(
    label: str, cara: GenerationMode, kepala: dict[str, dict[str, str]]
) -> None:
    operasi = OPERASI[label]
    aman = next(iter((operasi.definition.raw.get("security") or [{}])[0]), "")
    status: Counter[int] = Counter()

    @pengaturan(
        max_examples=BANYAK,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(kasus=operasi.as_strategy(generation_mode=cara))
    def kirim(kasus: Any) -> None:
        titik = transaction.savepoint()
        try:
            jawaban = kasus.call(**_kirim_sebagai(kasus, aman, kepala))
            status[jawaban.status_code] += 1
            kasus.validate_response(jawaban, checks=PERIKSA)
        finally:
            transaction.savepoint_rollback(titik)

    kirim()
    assert status, "nothing was sent"
    print(f"{label} {cara.value}: {dict(status)}")  # noqa: T201 - for the long run (-s)


def _kirim_sebagai(kasus: Any, aman: str, kepala: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Headers and cookies of the call; uncompressed, because nobody unpacks it on this side."""
    biasa = {**(kasus.headers or {}), "Accept-Encoding": "identity"}
    if aman == "cookieAuth":
        return {"headers": biasa, "cookies": kepala[aman]}
    return {"headers": {**biasa, **kepala[aman]}}
