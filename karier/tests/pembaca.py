"""Pages as a reader meets them, on one day, with one leader and one ASN who has everything in order."""

import re
from datetime import UTC, datetime

from django.test import Client
from django.urls import reverse

from karier.models import RunEvaluasi
from karier.tests.jalan import jalankan_sampai_selesai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, nyatakan_lengkap

SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def buat_atasan() -> Pegawai:
    atasan: Pegawai = PegawaiPabrik(struktural=True, nama="Atasan Contoh")
    return atasan


def buat_saya(atasan: Pegawai) -> Pegawai:
    """A pelaksana with everything in order: ready for III/c on 1 January 2027."""
    orang: Pegawai = PegawaiPabrik(pelaksana=True, nama="Saya Contoh", atasan=atasan)
    predikat_tahun(orang, 2024, 2025)
    nyatakan_lengkap(orang.instansi)
    return orang


def akun_dari(orang: Pegawai) -> Pengguna:
    akun: Pengguna = Pengguna.objects.filter(pegawai=orang).first() or PenggunaPabrik(pegawai=orang)
    return akun


def sebagai(siapa: Pegawai | Pengguna) -> Client:
    """A browser in which `siapa` has signed in."""
    client = Client()
    client.force_login(siapa if isinstance(siapa, Pengguna) else akun_dari(siapa))
    return client


def halaman(client: Client, nama: str, *kunci: int) -> str:
    """The page, without the token that differs every time."""
    jawaban = client.get(reverse(nama, args=kunci))
    assert jawaban.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", jawaban.content.decode())


def jalankan(orang: Pegawai) -> RunEvaluasi:
    """A finished run over the instansi of `orang`."""
    run = jalankan_sampai_selesai(orang.instansi)
    # The clock of PostgreSQL cannot be stopped: write the hour that the pages are to show.
    run.selesai_pada = SAAT
    run.save(update_fields=["selesai_pada"])
    return run
