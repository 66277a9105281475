"""One person whom two leaders rated in the third quarter of 2026, the second from 1 September on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from kinerja.enums import JenisSiklus, Rating, StatusSiklus
from kinerja.models import EvaluasiPeriodik, SiklusPenilaian
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai, Pengguna, RiwayatAtasan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

SAAT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
SESUAI = Rating.SESUAI_EKSPEKTASI


class DuaAtasan(NamedTuple):
    """Accounts of the leader of July and August, of the one since, of the person and of a stranger."""

    siklus: SiklusPenilaian
    lama: Pengguna
    baru: Pengguna
    asn: Pengguna
    luar: Pengguna

    @property
    def orang(self) -> Pegawai:
        orang: Pegawai = self.asn.pegawai
        return orang


def pindah(orang: Pegawai, ke: Pegawai | None, berlaku: date) -> None:
    """Another atasan from that day on."""
    Pegawai.objects.filter(pk=orang.pk).update(atasan=ke)
    terakhir = RiwayatAtasan.objects.filter(pegawai=orang).order_by("-pk")[:1]
    RiwayatAtasan.objects.filter(pk__in=list(terakhir.values_list("pk", flat=True))).update(berlaku=berlaku)
    orang.refresh_from_db()


def dua_atasan(berlaku: date = date(2026, 9, 1), **siklus: Any) -> DuaAtasan:
    instansi = InstansiPabrik(kode="batanghari")
    unit, seberang = UnitKerjaPabrik(instansi=instansi), UnitKerjaPabrik(instansi=instansi)
    lama = PegawaiPabrik(struktural=True, unit=seberang, nama="Atasan Lama")
    baru = PegawaiPabrik(struktural=True, unit=unit, nama="Atasan Baru")
    orang = PegawaiPabrik(fungsional=True, unit=unit, atasan=lama, nama="Pegawai Contoh")
    luar = PegawaiPabrik(pelaksana=True, unit=unit, nama="Orang Luar")
    pindah(orang, baru, berlaku)
    isi = {"jenis": JenisSiklus.TRIWULAN, "ke": 3, "nama": "Triwulan III 2026", "status": StatusSiklus.DIBUKA}
    return DuaAtasan(
        SiklusPabrik(instansi=instansi, dibuka_pada=SAAT, **{**isi, **siklus}),
        *(PenggunaPabrik(pegawai=p) for p in (lama, baru, orang, luar)),
    )


def menilai(d: DuaAtasan, actor: Pengguna, *, kalimat: str = "", **lain: Any) -> EvaluasiPeriodik:
    """A draft of the part of `actor`."""
    versi = lain.pop("versi", None)
    isian = Isian(d.orang.pk, lain.pop("hasil", SESUAI), SESUAI, kalimat, versi)
    [baris] = nilai(siklus=d.siklus, isian=[isian], actor=actor, at=SAAT, **lain)
    assert isinstance(baris, EvaluasiPeriodik)
    return baris


def mengirim(d: DuaAtasan, draf: EvaluasiPeriodik, actor: Pengguna) -> EvaluasiPeriodik:
    [baris] = kirim(siklus=d.siklus, terlihat=[Terlihat(d.orang.pk, draf.versi)], actor=actor, at=SAAT)
    assert isinstance(baris, EvaluasiPeriodik)
    return baris
