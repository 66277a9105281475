"""What is stored about the people of one piece of the file, read in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from pegawai.models import (
    Jabatan,
    Pegawai,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
    UnitKerja,
)
from pegawai.services.siasn.baku import baku_id


@dataclass(slots=True)
class Orang:
    """One stored person with the histories an export can touch."""

    pegawai: Pegawai
    pangkat: dict[date, RiwayatPangkat] = field(default_factory=dict)
    jabatan: dict[date, RiwayatJabatan] = field(default_factory=dict)
    pendidikan: dict[tuple[int, str], RiwayatPendidikan] = field(default_factory=dict)


@dataclass(slots=True)
class Keadaan:
    """People of one piece by NIP and by PNS ID."""

    menurut_nip: dict[str, Orang]
    menurut_siasn: dict[str, Orang]


class Rujukan:
    """Units of one instansi and posts, looked up by the ids of SIASN; posts are read as they are met."""

    def __init__(self, instansi_id: int) -> None:
        self.unit = {
            baku_id(kode): UnitKerja(pk=pk, siasn_id=kode, nama=nama, instansi_id=instansi_id)
            for pk, kode, nama in UnitKerja.objects.filter(instansi_id=instansi_id).values_list(
                "pk", "siasn_id", "nama"
            )
        }
        self.jabatan: dict[str, Jabatan] = {}

    def muat_jabatan(self, kode: Iterable[str]) -> list[str]:
        """Read the posts of these ids; returns the ids that no stored post has."""
        kurang = {k for k in kode if k and k not in self.jabatan}
        ejaan = kurang | {k.lower() for k in kurang}
        for jabatan in Jabatan.objects.filter(siasn_id__in=ejaan) if kurang else ():
            self.jabatan[baku_id(jabatan.siasn_id)] = jabatan
        return sorted(kurang - self.jabatan.keys())


def muat(nip: Sequence[str], siasn_id: Sequence[str], *, kunci: bool = False) -> Keadaan:
    """Five queries. `kunci` locks the people until the transaction ends."""
    semua = Pegawai.objects.select_related("unit")
    if kunci:
        semua = semua.select_for_update(of=("self",))
    orang = {
        p.pk: Orang(p)
        for p in semua.filter(Q(nip__in=nip) | Q(siasn_id__in=[s for s in siasn_id if s])).order_by("pk")
    }
    _muat_riwayat(orang)
    return Keadaan(
        {o.pegawai.nip: o for o in orang.values()},
        {baku_id(o.pegawai.siasn_id): o for o in orang.values() if o.pegawai.siasn_id},
    )


def _muat_riwayat(orang: dict[int, Orang]) -> None:
    pk: Sequence[int] = list(orang)
    for pangkat in RiwayatPangkat.objects.filter(pegawai_id__in=pk):
        orang[pangkat.pegawai_id].pangkat[pangkat.tmt] = pangkat
    for jabatan in RiwayatJabatan.objects.filter(pegawai_id__in=pk).select_related("jabatan", "unit"):
        orang[jabatan.pegawai_id].jabatan[jabatan.tmt] = jabatan
    for ijazah in RiwayatPendidikan.objects.filter(pegawai_id__in=pk):
        orang[ijazah.pegawai_id].pendidikan[(ijazah.tingkat, ijazah.nama)] = ijazah


def kelompokkan(nomor: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Keys that stand on more than one row, with their rows."""
    baris: dict[str, list[int]] = defaultdict(list)
    for kunci, n in nomor:
        if kunci:
            baris[kunci].append(n)
    return {kunci: n for kunci, n in baris.items() if len(n) > 1}
