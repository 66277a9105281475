"""Pages as a reader meets them, on one day; who that is stands in conftest."""

import re

from django.test import Client
from django.urls import reverse

from karier.models import RunEvaluasi
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PenggunaPabrik


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
