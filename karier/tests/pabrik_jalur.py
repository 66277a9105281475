"""Assignments and ladders for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from karier.enums import JenisPenugasan, StatusPesertaPenugasan
from karier.models import Penugasan, PesertaPenugasan
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Jabatan, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

#: Before the last day on which a yes is awaited, and on a day of the work.
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
TENGAH = datetime(2027, 1, 15, 2, 0, tzinfo=UTC)


class PenugasanPabrik(DjangoModelFactory):
    """One place in a detasering of December and January; a yes is awaited until 30 November 2026."""

    class Meta:
        model = Penugasan

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    unit = factory.LazyAttribute(lambda o: UnitKerjaPabrik(instansi=o.instansi))
    jenis = JenisPenugasan.DETASERING
    nama = factory.Sequence(lambda n: f"Detasering {n:05d}")
    uraian = "Membenahi antrean"
    mulai = date(2026, 12, 1)
    selesai = date(2027, 1, 31)
    bersedia_sampai = date(2026, 11, 30)
    jam_per_minggu = 20
    tempat = 1
    dibuat_oleh = factory.SubFactory(PenggunaPabrik)


def bersedia(penugasan: Penugasan, pegawai: Pegawai) -> PesertaPenugasan:
    """Somebody who said yes and waits."""
    peserta: PesertaPenugasan = PesertaPenugasan.objects.create(
        penugasan=penugasan, pegawai=pegawai, status=StatusPesertaPenugasan.MENUNGGU, bersedia_pada=SAAT
    )
    return peserta


def berjenjang(muda: Jabatan) -> Jabatan:
    """The next level of an Ahli Muda post."""
    madya: Jabatan = JabatanPabrik(
        nama=f"{muda.nama} Madya", jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_MADYA
    )
    muda.naik_ke = madya
    muda.save()
    return madya


def tim(atasan: Any, banyak: int) -> list[Any]:
    """Accounts of people whom `atasan` leads."""
    return [
        PenggunaPabrik(pegawai=PegawaiPabrik(instansi=atasan.instansi, atasan=atasan)) for _ in range(banyak)
    ]
