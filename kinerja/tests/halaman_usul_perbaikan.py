"""What page tests of ideas share: who signs in, the addresses, and an idea sent through its form."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.models import UsulPerbaikan
from pegawai.models import Pengguna

TIGA = {"masalah": "Diketik tiga kali.", "coba": "Satu formulir.", "terbantu": "Warga di loket."}


def masuk(akun: Pengguna) -> Client:
    client = Client()
    client.force_login(akun)
    return client


def alamat(langkah: str, u: UsulPerbaikan | None = None) -> str:
    return reverse(f"kinerja:usul_perbaikan{langkah and f'_{langkah}'}", args=[u.pk] if u else [])


def kunci(isi: str) -> str:
    ada = re.search(r'name="kunci" value="([^"]+)"', isi)
    assert ada is not None
    return ada[1]


def kirim(akun: Pengguna, **lain: Any) -> Any:
    client = masuk(akun)
    isi = client.get(alamat("kirim")).content.decode()
    return client.post(
        alamat("kirim"), {**TIGA, "nama": "pimpinan", "kunci": kunci(isi), **lain}, follow=True
    )
