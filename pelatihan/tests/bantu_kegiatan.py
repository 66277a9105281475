"""What the tests of reports do: send one, have it accepted."""

from __future__ import annotations

from typing import Any

import pytest

from pegawai.models import Pengguna
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import laporkan_kegiatan
from pelatihan.services.kegiatan_periksa import terima_kegiatan
from pelatihan.tests.pabrik_jp import SAAT, isi_kegiatan

SAMA: dict[str, Any] = {"at": SAAT, "kanal": "uji"}


@pytest.fixture
def akun() -> Pengguna:
    orang: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, nama="Ani"))
    return orang


@pytest.fixture
def hr(akun: Pengguna) -> Pengguna:
    return hr_dari(akun.pegawai.instansi)


def lapor(akun: Pengguna, berkas: Any = None, **isi: Any) -> KegiatanMandiri:
    return laporkan_kegiatan(
        pegawai_id=akun.pegawai_id,
        isi=isi_kegiatan(**isi),
        berkas=berkas or unggahan("sertifikat.jpg", foto()),
        actor=akun,
        **SAMA,
    )


def terima(k: KegiatanMandiri, hr: Pengguna, **lain: Any) -> KegiatanMandiri:
    return terima_kegiatan(**{"kegiatan_id": k.pk, "versi": k.versi, "actor": hr, **SAMA, **lain})


def kode(salah: Any) -> str:
    return str(salah.value.kode)
