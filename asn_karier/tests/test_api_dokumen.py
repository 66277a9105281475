"""The pages for programmers and the document they are made from."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.api.skema import AWALAN, openapi
from asn_karier.lib.api import KODE
from asn_karier.tests.kebijakan.api import KLIEN
from asn_karier.tests.kedatangan import jalan_openapi

pytestmark = pytest.mark.django_db


def test_every_address_for_programs_stands_in_the_policy_and_in_openapi() -> None:
    jalan = dict(jalan_openapi())
    assert sorted(jalan.values()) == sorted(openapi()["paths"])
    berklien = {
        nama
        for nama, j in jalan.items()
        if any("Klien" in aman for o in openapi()["paths"][j].values() for aman in o.get("security", []))
    }
    assert berklien == set(KLIEN)
    assert all(j.startswith(AWALAN) for j in jalan.values())


def test_every_code_that_the_api_uses_is_explained() -> None:
    halaman = Client().get(reverse("api_dokumen_galat")).content.decode()
    assert all(f'id="{kode}"' in halaman for kode in KODE)


def test_pages_for_programmers_are_light_and_need_no_script() -> None:
    for nama in ("api_dokumen", "api_dokumen_panduan", "api_dokumen_rujukan", "api_dokumen_kode"):
        jawaban = Client(headers={"accept-encoding": "gzip"}).get(reverse(nama))
        assert jawaban.status_code == 200
        assert len(jawaban.content) < 20_000, nama
    assert b"<script" not in Client().get(reverse("api_dokumen")).content
