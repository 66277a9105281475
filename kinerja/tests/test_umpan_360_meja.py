"""HR's three steps of a 360 round, and what its pages cost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import masuk, teks
from kinerja.enums import StatusPutaran360
from kinerja.models import Putaran360
from kinerja.services.umpan_360 import open_putaran
from kinerja.tests.pabrik_umpan_360 import (
    BATAS,
    SAAT,
    SESUDAH,
    akun,
    desember,
    disiapkan,
    tim,
)
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik, hr_dari

__all__ = ["desember"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desember")]


def test_hr_makes_opens_and_closes_a_round() -> None:
    t = tim()
    client = masuk(hr_dari(t.diri.instansi))
    isi = {
        "instansi": t.diri.instansi.pk,
        "nama": "Akhir tahun",
        "masa_mulai": "01-01-2026",
        "masa_sampai": "30-11-2026",
        "batas": "15-12-2026",
        "sasaran": "orang",
        "nip": t.diri.nip,
    }
    client.post(reverse("admin:kinerja_putaran360_add"), isi)
    putaran = Putaran360.objects.get()
    assert (putaran.nama, putaran.batas, putaran.peserta.get().pegawai) == ("Akhir tahun", BATAS, t.diri)
    client.post(reverse("admin:kinerja_putaran360_buka", args=[putaran.pk]))
    belum = teks(client.post(reverse("admin:kinerja_putaran360_tutup", args=[putaran.pk])))
    assert "Putaran dapat ditutup mulai 16 Desember 2026 pukul 00.00 WIB" in belum
    with time_machine.travel(SESUDAH, tick=False):
        client.force_login(hr_dari(t.diri.instansi))
        client.post(reverse("admin:kinerja_putaran360_tutup", args=[putaran.pk]))
    putaran.refresh_from_db()
    assert putaran.status == StatusPutaran360.DITUTUP


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({}, "Pilih siapa yang menerima umpan balik"),
        ({"sasaran": "unit"}, "Pilih unit kerja"),
        ({"sasaran": "orang"}, "Tulis paling sedikit satu NIP"),
        ({"sasaran": "orang", "nip": "123"}, "NIP terdiri atas 18 angka. Yang diisi 3: 123"),
        ({"sasaran": "orang", "nip": "1" * 18}, f"NIP {'1' * 18} tidak ditemukan"),
        ({"sasaran": "semua", "batas": "besok"}, "Isi tanggal seperti 31-01-2027"),
        ({"sasaran": "semua", "masa_sampai": "01-01-2020"}, "Akhir masa yang dinilai"),
    ],
)
def test_a_round_that_lacks_something_is_not_made(isi: dict[str, str], pesan: str) -> None:
    t = tim()
    awal = {
        "instansi": t.diri.instansi.pk,
        "nama": "Akhir tahun",
        "masa_mulai": "01-01-2026",
        "masa_sampai": "30-11-2026",
        "batas": "15-12-2026",
    }
    client = masuk(hr_dari(t.diri.instansi))
    assert pesan in teks(client.post(reverse("admin:kinerja_putaran360_add"), awal | isi))
    assert not Putaran360.objects.exists()


# -- growth -------------------------------------------------------------------------------------


def biaya(client: Client, nama: str, *kunci: Any) -> int:
    client.get(reverse(nama, args=kunci))
    with CaptureQueriesContext(connection) as tangkap:
        assert client.get(reverse(nama, args=kunci)).status_code == 200
    return len(tangkap.captured_queries)


def test_pages_cost_the_same_for_few_and_for_many() -> None:
    t = tim(rekan=2)
    putaran = disiapkan(t.diri, pegawai_ids=None)
    open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)
    tertutup = Putaran360.objects.create(
        instansi=putaran.instansi,
        nama="Lama",
        masa_mulai=date(2025, 1, 1),
        masa_sampai=date(2025, 12, 31),
        batas=date(2026, 1, 15),
        status=StatusPutaran360.DITUTUP,
    )
    tertutup.peserta.create(pegawai=t.rekan[0])
    atasan, hr = masuk(akun(t.atasan)), masuk(hr_dari(putaran.instansi))

    def ukur() -> list[int]:
        portal = ("umpan_360", "calon_360", "hasil_360_daftar", "saya")
        return [
            *(biaya(atasan, f"kinerja:{n}") for n in portal),
            biaya(hr, "admin:kinerja_putaran360_change", putaran.pk),
        ]

    sedikit = ukur()
    for _ in range(10):
        unit = UnitKerjaPabrik(instansi=putaran.instansi)
        baru = PegawaiPabrik(instansi=putaran.instansi, atasan=t.atasan, unit=unit)
        putaran.peserta.create(pegawai=baru)
        tertutup.peserta.create(pegawai=baru)
        for n, orang in enumerate((t.atasan, t.diri, *t.rekan)):
            putaran.undangan.create(
                dinilai=baru,
                penjawab=orang,
                peran="rekan" if n else "atasan",
                status="diusulkan" if n else "diundang",
            )
    assert ukur() == sedikit
