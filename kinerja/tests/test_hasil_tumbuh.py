"""Pages of results and objections cost as many queries for twenty as for one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.enums import JenisTindakLanjut, Predikat, PutusanKeberatan
from kinerja.services.keberatan import ajukan_keberatan, terangkan
from kinerja.services.keberatan_putus import putuskan_keberatan
from kinerja.services.tindak_lanjut import start_follow_up
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_keberatan import DIUMUMKAN, SAAT, EvaluasiPabrik, Pihak, ajukan, pihak_pabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def tambah(p: Pihak, ke: int) -> None:
    """One more person of the team with a result, a step that runs, and two objections in two states."""
    unit = UnitKerjaPabrik(instansi=p.orang.instansi)
    orang = PegawaiPabrik(
        pelaksana=True, instansi=p.orang.instansi, atasan=p.penilai.pegawai, unit=unit, nama=f"Orang {ke}"
    )
    akun = PenggunaPabrik(pegawai=orang)
    isi = {"pegawai": orang, "penilai": p.penilai.pegawai, "predikat": Predikat.KURANG}
    hasil = PenilaianPabrik(tahun=2026, diumumkan_pada=DIUMUMKAN, **isi)
    evaluasi = EvaluasiPabrik(**isi)
    start_follow_up(
        hasil=hasil, jenis=JenisTindakLanjut.KONSELING, mulai=SAAT.date(), actor=p.penilai, at=SAAT
    )
    satu, dua = (
        ajukan_keberatan(hasil=h, alasan="Keliru.", versi=1, actor=akun, at=SAAT) for h in (hasil, evaluasi)
    )
    terangkan(keberatan_id=satu.pk, isi="Begini.", actor=p.pemutus, at=SAAT)
    putuskan_keberatan(
        keberatan_id=dua.pk,
        versi=1,
        putusan=PutusanKeberatan.DITERIMA,
        alasan="Ya.",
        actor=p.pemutus,
        at=SAAT,
    )


def lebih_banyak_tahun(p: Pihak, ke: int) -> None:
    PenilaianPabrik(pegawai=p.orang, tahun=2000 + ke, penilai=p.penilai.pegawai)
    EvaluasiPabrik(pegawai=p.orang, penilai=p.penilai.pegawai, mulai=date(2026, 1, ke))


def biaya(akun: Pengguna, nama: str) -> int:
    client = Client()
    client.force_login(akun)
    client.get(reverse(nama))
    with CaptureQueriesContext(
        connection,
    ) as tangkap:
        assert client.get(reverse(nama)).status_code == 200
    return len(tangkap)


@pytest.mark.parametrize(
    ("nama", "siapa", "lagi"),
    [
        ("kinerja:hasil", "asn", lebih_banyak_tahun),
        ("kinerja:saya", "asn", lebih_banyak_tahun),
        ("kinerja:keberatan", "pemutus", tambah),
        ("kinerja:keberatan", "penilai", tambah),
        ("kinerja:tindak_lanjut", "penilai", tambah),
        ("karier:beranda", "penilai", tambah),
        ("karier:beranda", "pemutus", tambah),
        ("admin:kinerja_keberatan_changelist", "hr", tambah),
        ("admin:kinerja_tindaklanjut_changelist", "hr", tambah),
    ],
)
@time_machine.travel(SAAT, tick=False)
def test_more_rows_cost_no_more_queries(nama: str, siapa: str, lagi: Callable[[Pihak, int], None]) -> None:
    p = pihak_pabrik()
    ajukan(p)
    akun = hr_dari(p.orang.instansi) if siapa == "hr" else getattr(p, siapa)
    lagi(p, 1)
    sedikit = biaya(akun, nama)
    for ke in range(2, 8):
        lagi(p, ke)
    assert biaya(akun, nama) == sedikit
