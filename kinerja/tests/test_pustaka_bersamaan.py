"""The same form of the library, pressed twice at the same instant, makes one row."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu
from kinerja.admin.skp import FormPustaka
from kinerja.models import PustakaKinerja
from kinerja.tests.bantu_skp import perencana
from pegawai.models import Pengguna
from pegawai.tests.pabrik import hr_dari


def tekan(akun: Pengguna, isi: dict[str, Any]) -> int:
    client = Client()
    client.force_login(akun)
    return client.post(reverse("admin:kinerja_pustakakinerja_add"), isi).status_code


@bersamaan
def test_two_presses_at_once_make_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    isi = {
        "instansi": saya.instansi_id,
        "jabatan": saya.riwayat_jabatan.get().jabatan.nama,
        "rhk": "RHK",
        "iki": "IKI",
        "target": "1 buah",
    }
    monkeypatch.setattr(FormPustaka, "clean", bertemu(FormPustaka.clean))
    akun = hr_dari(saya.instansi)
    assert sorted(berlomba(lambda: tekan(akun, isi), lambda: tekan(akun, isi))) == [200, 302]
    assert PustakaKinerja.objects.count() == 1
