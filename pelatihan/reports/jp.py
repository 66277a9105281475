"""JP of a year: person by person, who has less than the right of a PNS, per unit, and near against far.

`per` picks the year, up to that day. People off duty are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple

from django.db.models import F, Q, Sum

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.export import Sel
from pegawai.enums import BentukPengembangan, JenisPegawai
from pegawai.models import PengembanganKompetensi
from pegawai.reports.agenda import bertugas
from pegawai.reports.laporan import IsiLaporan, Laporan, Permintaan, tabel_angka, tabel_orang
from pegawai.reports.rekap import BELUM_DICATAT
from pegawai.reports.yang_dihitung import Siapa

_DARING: Final = (BentukPengembangan.E_LEARNING, BentukPengembangan.PELATIHAN_JARAK_JAUH)
_JUDUL_JENIS: Final = {JenisPegawai.PNS: "PNS", JenisPegawai.PPPK: "PPPK"}
KEPALA_UNIT: Final = (
    "Unit kerja", "PNS", "PNS cukup JP", "PNS kurang JP", "PPPK", "Jumlah JP", "JP rata-rata",
)  # fmt: skip
KEPALA_AKSES: Final = (
    "Tempat kerja", "Status", "Pegawai", "Cukup JP", "Kurang JP", "JP rata-rata", "JP daring rata-rata",
)  # fmt: skip


class Orang(NamedTuple):
    """One person on duty with the JP of the year; `daring`: those learned from afar."""

    pk: int
    jenis: int
    unit: str
    terpencil: bool
    jp: int
    daring: int

    @property
    def pns(self) -> bool:
        return self.jenis != JenisPegawai.PPPK


def read_people(p: Permintaan) -> list[Orang]:
    """Everybody on duty by unit (in the order of the tree) and name; two queries."""
    tahun = Q(tanggal_selesai__range=(date(p.per.year, 1, 1), p.per))
    buku = PengembanganKompetensi.objects.filter(tahun, pegawai__in=p.orang.order_by().values("pk"))
    jumlah = (
        buku.order_by()
        .values_list("pegawai")
        .annotate(n=Sum("jp"), daring=Sum("jp", filter=Q(bentuk__in=_DARING), default=0))
    )
    jp = {pk: (n, daring) for pk, n, daring in jumlah}
    baris = bertugas(p.orang).order_by(F("unit__jalur").asc(nulls_last=True), "nama", "pk")
    return [
        Orang(pk, jenis, nama or BELUM_DICATAT, bool(terpencil), *jp.get(pk, (0, 0)))
        for pk, jenis, nama, terpencil in baris.values_list("pk", "jenis", "unit__nama", "unit__terpencil")
    ]


def _per_orang(p: Permintaan) -> IsiLaporan:
    """By name; who has less than the right of the year is told by how much."""
    return _daftar(p, read_people(p))


def _kurang(p: Permintaan) -> IsiLaporan:
    """PNS below the right of the year, unit by unit."""
    hak = _floor(p)
    return _daftar(p, [o for o in read_people(p) if o.pns and o.jp < hak])


def _daftar(p: Permintaan, orang: Sequence[Orang]) -> IsiLaporan:
    hak = _floor(p)
    tambahan: list[Sequence[Sel]] = [[o.jp, max(hak - o.jp, 0) if o.pns else ""] for o in orang]
    return tabel_orang(p, [o.pk for o in orang], (f"JP {p.per.year}", f"Kurang dari {hak} JP"), tambahan)


def _per_unit(p: Permintaan) -> IsiLaporan:
    hak, semua = _floor(p), read_people(p)
    baris = [_unit(nama, list(isi), hak) for nama, isi in groupby(semua, key=attrgetter("unit"))]
    return tabel_angka(KEPALA_UNIT, [*baris, _unit("Jumlah", semua, hak)], berjumlah=True)


def _unit(nama: str, orang: Sequence[Orang], hak: int) -> list[Sel]:
    pns = [o for o in orang if o.pns]
    cukup = sum(o.jp >= hak for o in pns)
    jp = sum(o.jp for o in orang)
    return [nama, len(pns), cukup, len(pns) - cukup, len(orang) - len(pns), jp, _average(jp, len(orang))]


def _akses(p: Permintaan) -> IsiLaporan:
    """Whether people of remote units learn as much as the others. A PPPK has no floor to miss."""
    return tabel_angka(KEPALA_AKSES, _access_rows(read_people(p), _floor(p)))


def _access_rows(semua: Iterable[Orang], hak: int) -> Iterator[list[Sel]]:
    orang = list(semua)
    for terpencil, tempat in ((True, "Unit terpencil"), (False, "Unit lain")):
        for jenis, judul in _JUDUL_JENIS.items():
            isi = [o for o in orang if o.terpencil is terpencil and o.jenis == jenis]
            cukup: Sel = sum(o.jp >= hak for o in isi) if jenis is JenisPegawai.PNS else ""
            kurang: Sel = sum(o.jp < hak for o in isi) if jenis is JenisPegawai.PNS else ""
            jp, daring = sum(o.jp for o in isi), sum(o.daring for o in isi)
            rata = [_average(jp, len(isi)), _average(daring, len(isi))]
            yield [tempat, judul, len(isi), cukup, kurang, *rata]


def _average(jumlah: int, banyak: int) -> str:
    """One decimal, with a comma; empty for nobody."""
    return f"{jumlah / banyak:.1f}".replace(".", ",") if banyak else ""


def _floor(p: Permintaan) -> int:
    """JP a year that a PNS has a right to (PP 11/2017 jo PP 17/2020)."""
    return int(aturan_per(p.per)["jp"].angka("jp_pns"))


def _laporan(kode: str, judul: str, ringkas: str, buat: Any, **lain: Any) -> Laporan:
    return Laporan(kode, judul, ringkas, buat, aturan=("jp",), **lain)


LAPORAN: Final = (
    _laporan("jp-pegawai", "JP per pegawai", "JP tahun ini tiap pegawai yang bertugas.", _per_orang,
             siapa=Siapa.BERTUGAS),
    _laporan("jp-kurang", "PNS yang belum 20 JP", "PNS yang JP-nya belum memenuhi hak setahun.", _kurang,
             siapa=Siapa.PNS, saringan=frozenset({"golongan"})),
    _laporan("jp-unit", "JP per unit", "Pegawai yang cukup dan kurang JP tiap unit.", _per_unit,
             kelompok="Jumlah", siapa=Siapa.BERTUGAS),
    _laporan("jp-akses", "JP di unit terpencil", "JP di unit terpencil dan unit lain, PNS dan PPPK.",
             _akses, kelompok="Jumlah", siapa=Siapa.BERTUGAS),
)  # fmt: skip
