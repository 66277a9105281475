"""Reports of own activities, and the people around them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import BentukPengembangan, JenisBukti
from pegawai.models import Bukti, Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import IsiKegiatan

#: A moment after every activity below.
SAAT = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)


class BuktiPabrik(DjangoModelFactory):
    """A row without a file behind it."""

    class Meta:
        model = Bukti

    berkas = factory.Sequence(lambda n: f"bukti/contoh-{n}")
    jenis = JenisBukti.JPG
    nama = "sertifikat.jpg"
    ukuran = 1000
    sidik = "0" * 64
    oleh = factory.SubFactory(PenggunaPabrik)


class KegiatanPabrik(DjangoModelFactory):
    """A seminar of 4 JP on 3 May 2026 that waits for HR."""

    class Meta:
        model = KegiatanMandiri

    pegawai = factory.SubFactory(PegawaiPabrik, pelaksana=True)
    oleh = factory.LazyAttribute(lambda o: _account(o.pegawai))
    bentuk = BentukPengembangan.SEMINAR
    nama = factory.Sequence(lambda n: f"Seminar pelayanan {n:05d}")
    mulai = date(2026, 5, 3)
    selesai = date(2026, 5, 3)
    jp_diklaim = 4
    status = StatusKegiatan.MENUNGGU
    dikirim_pada = SAAT
    bukti = factory.SubFactory(BuktiPabrik)


def _account(pegawai: Pegawai) -> Any:
    return getattr(pegawai, "akun", None) or PenggunaPabrik(pegawai=pegawai)


def isi_kegiatan(**lain: Any) -> IsiKegiatan:
    """The same seminar as typed."""
    bawaan: dict[str, Any] = {
        "bentuk": BentukPengembangan.SEMINAR,
        "nama": "Seminar pelayanan",
        "penyelenggara": "LAN",
        "mulai": date(2026, 5, 3),
        "selesai": date(2026, 5, 3),
        "jp": 4,
        "nomor_sertifikat": "LAN/2026/0017",
    }
    return IsiKegiatan(**{**bawaan, **lain})
