"""The parties of an objection and the one who decides it: for the tests of both doors."""

from typing import Any

import pytest
from django.urls import reverse

from kinerja.enums import PutusanKeberatan
from kinerja.models import Keberatan
from kinerja.services.keberatan_putus import putuskan_keberatan
from kinerja.tests.pabrik_keberatan import SAAT, Pihak, pihak_pabrik
from pegawai.models import Pengguna

ALASAN = "Realisasi terbukti pada berkas."


@pytest.fixture
def p() -> Pihak:
    return pihak_pabrik()


def putus(k: Keberatan, actor: Pengguna, **lain: Any) -> Keberatan:
    isi = {"putusan": PutusanKeberatan.DITERIMA, "alasan": ALASAN, "versi": k.versi, "at": SAAT} | lain
    return putuskan_keberatan(keberatan_id=k.pk, actor=actor, **isi)


def alamat(k: Keberatan, nama: str = "putuskan") -> str:
    return reverse(f"kinerja:keberatan_{nama}", args=[k.pk])
