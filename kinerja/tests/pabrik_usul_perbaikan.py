"""Ideas in every state, and the people around one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from kinerja.enums import AlasanBelum, ArahUkuran, StatusUsul
from kinerja.models import IkutUsul, UsulPerbaikan
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

SAAT = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


class UsulPerbaikanPabrik(DjangoModelFactory):
    """Waits for the atasan. Traits: `dicoba`, `belum`, `terukur` (went on), `dihentikan`."""

    class Meta:
        model = UsulPerbaikan

    pegawai = factory.SubFactory(PegawaiPabrik)
    unit = factory.LazyAttribute(lambda o: o.pegawai.unit)
    masalah = "Surat keterangan diketik ulang tiga kali."
    coba = "Satu formulir yang dipakai tiga meja."
    terbantu = "Warga yang menunggu di loket."
    batas = factory.LazyAttribute(lambda o: o.dikirim_pada.date() + timedelta(days=14))
    kunci = factory.LazyFunction(uuid4)
    dikirim_pada = SAAT

    class Params:
        dijawab = factory.Trait(
            penjawab=factory.LazyAttribute(
                lambda o: o.pegawai.atasan or PegawaiPabrik(instansi=o.pegawai.instansi)
            ),
            dijawab_pada=SAAT + timedelta(days=2),
            kata_jawaban="Terima kasih.",
        )
        diuji = factory.Trait(
            dijawab=True,
            coba_mulai=date(2026, 11, 5),
            ukuran="Lama menunggu",
            satuan="menit",
            arah=ArahUkuran.TURUN,
            angka_sebelum=Decimal(45),
            ukur_pada=date(2026, 11, 15),
        )
        dicoba = factory.Trait(diuji=True, status=StatusUsul.DICOBA)
        belum = factory.Trait(dijawab=True, status=StatusUsul.BELUM_DAPAT, alasan_belum=AlasanBelum.ANGGARAN)
        selesai = factory.Trait(
            diuji=True,
            penutup=factory.LazyAttribute(
                lambda o: o.pegawai.atasan or PegawaiPabrik(instansi=o.pegawai.instansi)
            ),
            selesai_pada=SAAT + timedelta(days=15),
        )
        terukur = factory.Trait(selesai=True, status=StatusUsul.DITERUSKAN, angka_sesudah=Decimal(20))
        dihentikan = factory.Trait(selesai=True, status=StatusUsul.DIHENTIKAN)


class IkutUsulPabrik(DjangoModelFactory):
    """A colleague who said yes; `diajak=True`: not yet."""

    class Meta:
        model = IkutUsul

    usul = factory.SubFactory(UsulPerbaikanPabrik)
    pegawai = factory.SubFactory(PegawaiPabrik)
    diajak_pada = SAAT
    ikut_pada = SAAT

    class Params:
        diajak = factory.Trait(ikut_pada=None)


class Rantai(NamedTuple):
    """An ASN, a colleague, and three leaders above them, with their accounts."""

    diri: Pengguna
    rekan: Pengguna
    atasan: Pengguna
    kepala: Pengguna
    puncak: Pengguna

    @property
    def orang(self) -> Pegawai:
        orang: Any = self.diri.pegawai
        return orang


def rantai_pabrik(zona: str = "") -> Rantai:
    """Four levels in one unit, on the clock of `zona`."""
    puncak = PegawaiPabrik(struktural=True, nama="Kepala Dinas")
    unit = UnitKerjaPabrik(instansi=puncak.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=puncak.pk).update(unit=unit, atasan=None)
    kepala = PegawaiPabrik(struktural=True, nama="Kepala Bidang", unit=unit, atasan=puncak)
    atasan = PegawaiPabrik(struktural=True, nama="Kepala Seksi", unit=unit, atasan=kepala)
    diri, rekan = (PegawaiPabrik(pelaksana=True, nama=n, unit=unit, atasan=atasan) for n in ("Rini", "Yos"))
    semua = (diri, rekan, atasan, kepala, puncak)
    return Rantai(*(PenggunaPabrik(pegawai=Pegawai.objects.get(pk=p.pk)) for p in semua))
