"""Factories around an announced result: periodic evaluations, and the people of an objection."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import factory
from factory.django import DjangoModelFactory

from kinerja.enums import JenisSiklus, Predikat, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import EvaluasiPeriodik, Keberatan, Penilaian, SiklusPenilaian
from kinerja.services.keberatan import ajukan_keberatan
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

#: Result announced on Wednesday 20 January 2027; read here on Thursday.
DIUMUMKAN = datetime(2027, 1, 20, 3, 0, tzinfo=UTC)
SAAT = datetime(2027, 1, 21, 2, 0, tzinfo=UTC)


def _triwulan(orang: Pegawai) -> SiklusPenilaian:
    """The closed third quarter of 2026 of their instansi, made once."""
    kunci = {"instansi": orang.instansi, "tahun": 2026, "jenis": JenisSiklus.TRIWULAN, "ke": 3}
    ada = SiklusPenilaian.objects.filter(**kunci).first()
    nama = {"nama": "Evaluasi triwulan III 2026", "status": StatusSiklus.DITUTUP}
    return ada or SiklusPabrik(**kunci, **nama)


class EvaluasiPabrik(DjangoModelFactory):
    """The third quarter of 2026, Baik, announced. Traits `draf`, `terkirim`: signed, not announced."""

    class Meta:
        model = EvaluasiPeriodik

    pegawai = factory.SubFactory(PegawaiPabrik)
    siklus = factory.LazyAttribute(lambda o: _triwulan(o.pegawai))
    mulai = date(2026, 7, 1)
    sampai = date(2026, 9, 30)
    rating_hasil = Rating.SESUAI_EKSPEKTASI
    rating_perilaku = Rating.SESUAI_EKSPEKTASI
    predikat = Predikat.BAIK
    status = StatusPenilaian.DITETAPKAN
    ditetapkan_pada = datetime(2026, 10, 15, tzinfo=UTC)

    class Params:
        terkirim = factory.Trait(status=StatusPenilaian.DIKIRIM)
        draf = factory.Trait(status=StatusPenilaian.DRAF, ditetapkan_pada=None)


class Pihak(NamedTuple):
    """Everybody around one result: accounts of the ASN, the pejabat penilai, their atasan, a stranger."""

    asn: Pengguna
    penilai: Pengguna
    pemutus: Pengguna
    luar: Pengguna
    hasil: Penilaian

    @property
    def orang(self) -> Pegawai:
        orang: Pegawai = self.asn.pegawai
        return orang


def pihak_pabrik(**hasil: Any) -> Pihak:
    """Butuh Perbaikan of 2026, rated here: hasil kerja under expectation."""
    atas = PegawaiPabrik(struktural=True, nama="Pejabat Atas")
    penilai = PegawaiPabrik(struktural=True, nama="Pejabat Penilai", instansi=atas.instansi, atasan=atas)
    orang = PegawaiPabrik(pelaksana=True, nama="Pegawai Contoh", instansi=atas.instansi, atasan=penilai)
    luar = PegawaiPabrik(pelaksana=True, nama="Orang Luar", instansi=atas.instansi)
    akun = [PenggunaPabrik(pegawai=p) for p in (orang, penilai, atas, luar)]
    isi = {
        "penilai": penilai,
        "tahun": 2026,
        "rating_hasil": Rating.DI_BAWAH_EKSPEKTASI,
        "predikat": Predikat.BUTUH_PERBAIKAN,
        "umpan_balik": "Laporan bulanan sering terlambat.",
        "ditetapkan_oleh": akun[1],
        "ditetapkan_pada": DIUMUMKAN,
        "diumumkan_pada": DIUMUMKAN,
    }
    return Pihak(*akun, PenilaianPabrik(pegawai=orang, **isi | hasil))


def ajukan(p: Pihak, *, alasan: str = "Realisasi saya 100 persen.", at: datetime = SAAT) -> Keberatan:
    """The ASN objects to the result."""
    p.hasil.refresh_from_db()
    return ajukan_keberatan(hasil=p.hasil, alasan=alasan, versi=p.hasil.versi, actor=p.asn, at=at)
