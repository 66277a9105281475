"""Who speaks in a class is told before one applies."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pelatihan.models import Narasumber
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, SesiPabrik

pytestmark = pytest.mark.django_db
TAMU = {"nama": "Dosen Contoh", "asal": "Universitas Contoh"}


def test_everybody_who_speaks_is_named_once(client: Client) -> None:
    hari = timezone.localdate() + timedelta(days=3)
    kelas = AngkatanPabrik(mulai=hari, selesai=hari, daftar_sampai=hari)
    orang = PegawaiPabrik(fungsional=True, instansi=kelas.instansi)
    client.force_login(PenggunaPabrik(pegawai=orang))
    alamat = reverse("pelatihan:daftar", args=[kelas.pk])
    assert "Narasumber" not in client.get(alamat).content.decode()
    Narasumber.objects.create(sesi=SesiPabrik(angkatan=kelas), pegawai=PegawaiPabrik(nama="Rekan Contoh"))
    with CaptureQueriesContext(connection) as dulu:
        assert "Rekan Contoh" in client.get(alamat).content.decode()
    for _ in range(3):
        sesi = SesiPabrik(angkatan=kelas)
        Narasumber.objects.create(sesi=sesi, **TAMU)
        Narasumber.objects.create(sesi=sesi, pegawai=PegawaiPabrik())
    with CaptureQueriesContext(connection) as kini:
        isi = client.get(alamat).content.decode()
    assert isi.count("Dosen Contoh, Universitas Contoh") == 1
    assert len(kini) == len(dulu)
