"""A request for a correction, made through the service so that it is what the service makes."""

from typing import Any

from django.utils import timezone

from pegawai.models import Pegawai, Pengguna, UsulanPerubahan
from pegawai.services.usulan import ajukan_usulan
from pegawai.tests.berkas_bukti import unggahan


def ajukan(
    orang: Pegawai, akun: Pengguna, kode: str = "kontak", objek_id: int = 0, **isi: Any
) -> UsulanPerubahan:
    """About `orang`, entered by `akun`; without more: a new telephone number."""
    tambahan = {k: isi.pop(k) for k in ("at", "berkas", "alasan") if k in isi}
    return ajukan_usulan(
        pegawai_id=orang.pk,
        kode=kode,
        objek_id=objek_id,
        usul=isi or {"no_hp": "0812-3456-7890"},
        actor=akun,
        kanal="portal",
        **{"at": timezone.now(), "berkas": unggahan(), "alasan": "", **tambahan},
    )
