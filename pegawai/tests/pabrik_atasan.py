"""A dinas with a head and people, and every fault that a chain of atasan can have."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import Jenjang, KedudukanHukum
from pegawai.models import Instansi, Pegawai, PenugasanPlt, UnitKerja
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    RiwayatJabatanPabrik,
    UnitKerjaPabrik,
)


class PenugasanPltPabrik(DjangoModelFactory):
    """PLT of a unit through the second half of 2026."""

    class Meta:
        model = PenugasanPlt

    pegawai = factory.SubFactory(PegawaiPabrik)
    unit = factory.LazyAttribute(lambda o: o.pegawai.unit)
    mulai = date(2026, 7, 1)
    sampai = date(2026, 12, 31)
    dasar = "821/17/PLT"


class Dinas(NamedTuple):
    instansi: Instansi
    dinas: UnitKerja
    bidang: UnitKerja
    kepala: Pegawai
    kabid: Pegawai


def memimpin(unit: UnitKerja, nama: str, jenjang: Jenjang, **lain: Any) -> Pegawai:
    """Somebody in the structural post at the head of `unit`."""
    orang: Pegawai = PegawaiPabrik(instansi=unit.instansi, unit=unit, nama=nama, **lain)
    jabatan = JabatanPabrik(struktural=True, nama=f"Kepala {unit.nama}"[:30], jenjang=jenjang)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=jabatan, unit=unit)
    return orang


def dinas(instansi: Instansi | None = None) -> Dinas:
    """A dinas with one bidang, each with its head; the head of the dinas has no atasan."""
    instansi = instansi or InstansiPabrik(kode="batanghari")
    atas = UnitKerjaPabrik(instansi=instansi, nama="Dinas Kesehatan")
    bawah = UnitKerjaPabrik(induk=atas, nama="Bidang Gizi")
    kepala = memimpin(atas, "Kepala Dinas", Jenjang.JPT_PRATAMA)
    kabid = memimpin(bawah, "Kepala Bidang", Jenjang.ADMINISTRATOR, atasan=kepala)
    return Dinas(instansi, atas, bawah, kepala, kabid)


def orang(d: Dinas, nama: str, **lain: Any) -> Pegawai:
    """Somebody of the bidang, rated by its head unless told otherwise."""
    isi = {"atasan": d.kabid, "unit": d.bidang, **lain}
    pegawai: Pegawai = PegawaiPabrik(pelaksana=True, instansi=d.instansi, nama=nama, **isi)
    return pegawai


def jadi_atasan(pegawai: Pegawai, atasan: Pegawai | None) -> None:
    """What an import or SQL by hand can leave: written without any check."""
    Pegawai.objects.filter(pk=pegawai.pk).update(atasan=atasan)


def segala_cacat(d: Dinas) -> dict[str, Pegawai]:
    """One person for every fault, by the code of the finding."""
    pensiun = orang(d, "Sudah Pensiun", kedudukan_hukum=KedudukanHukum.MASA_PERSIAPAN_PENSIUN)
    pernah_plt = orang(d, "Pernah Plt", unit=None)
    PenugasanPltPabrik(pegawai=pernah_plt, unit=d.bidang, mulai=date(2026, 1, 1), sampai=date(2026, 6, 30))
    sendiri, satu, dua, tiga = (orang(d, n) for n in ("Diri Sendiri", "Lingkar A", "Lingkar B", "Lingkar C"))
    jadi_atasan(sendiri, sendiri)
    jadi_atasan(satu, dua)
    jadi_atasan(dua, tiga)
    jadi_atasan(tiga, satu)
    luar = PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(kode="nabire"), nama="Orang Luar")
    return {
        "atasan_diri_sendiri": sendiri,
        "atasan_melingkar": satu,
        "tanpa_atasan": orang(d, "Tanpa Atasan", atasan=None),
        "atasan_tidak_bertugas": orang(d, "Atasan Pensiun", atasan=pensiun),
        "atasan_instansi_lain": orang(d, "Atasan Luar", atasan=luar),
        "atasan_plt_berakhir": orang(d, "Atasan Plt", atasan=pernah_plt),
        "tanpa_unit": pernah_plt,
    }


def dua_cacat_plt(unit: UnitKerja, baik: dict[str, Any], siapa: dict[str, Pegawai]) -> None:
    """Somebody of another unit who led `unit` until June, and two who lead that other unit together."""
    lain = UnitKerjaPabrik(instansi=unit.instansi)
    pernah = PegawaiPabrik(**{**baik, "unit": lain})
    PenugasanPltPabrik(pegawai=pernah, unit=unit, mulai=date(2026, 1, 1), sampai=date(2026, 6, 30))
    siapa["atasan_plt"] = PegawaiPabrik(**{**baik, "atasan": pernah})
    siapa["plt_satu"], siapa["plt_dua"] = PegawaiPabrik(**baik), PegawaiPabrik(**baik)
    for nama in ("plt_satu", "plt_dua"):
        PenugasanPltPabrik(pegawai=siapa[nama], unit=lain)
