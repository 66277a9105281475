"""A service that citizens rate, and how they do it: for the tests of reviews and of their floods."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.enums import JawabanUlasan
from kinerja.models import LayananPublik, Ulasan
from kinerja.services.kiriman import issue_key
from kinerja.services.ulasan import submit_ulasan
from kinerja.tests.pabrik_warga import LayananPabrik
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik

SAAT = datetime(2026, 11, 10, 3, 0, tzinfo=UTC)
ALAMAT = "203.0.113.7"


@pytest.fixture
def layanan() -> LayananPublik:
    unit = UnitKerjaPabrik(instansi=InstansiPabrik(kode="batanghari"), nama="Puskesmas Satu")
    satu: LayananPublik = LayananPabrik(unit=unit, nama="Pendaftaran")
    return satu


def kirim(layanan: LayananPublik, *, at: datetime = SAAT, kunci: str = "", **lain: Any) -> Ulasan:
    kunci = kunci or issue_key(tentang=f"ulasan:{layanan.kode}", at=at)
    isi: dict[str, Any] = {"jawaban": JawabanUlasan.BAIK, "teks": "", "alamat": ALAMAT, **lain}
    return submit_ulasan(layanan=layanan, kunci=kunci, at=at, **isi)


def buka(client: Client, layanan: LayananPublik) -> tuple[str, str]:
    """Address of the form, and the key on it."""
    alamat = reverse("publik:ulas", args=[layanan.kode])
    cocok = re.search(r'name="kunci" value="([^"]+)"', client.get(alamat).content.decode())
    assert cocok is not None
    return alamat, cocok[1]
