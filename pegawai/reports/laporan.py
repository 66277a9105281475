"""The ready reports of HR: each a table over the people in scope on a day, for page, file and paper alike.

A report about persons keeps their keys in order and reads names by pieces, so that twenty thousand people
need no more memory than fifty. A report of numbers is short and read at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, Final

import numpy as np
from django.db.models import QuerySet

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.export import Sel
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai, PetaJabatan, UnitKerja
from pegawai.reports import nominatif
from pegawai.reports.agenda import TAHUN_BUP, bup_jatuh, kgb_jatuh
from pegawai.reports.bezetting import (
    KEPALA_BEZETTING,
    KEPALA_PETA,
    bezetting,
    peta_jabatan,
    rekap_usia,
)
from pegawai.reports.duk import KEPALA as KEPALA_DUK
from pegawai.reports.duk import baris_duk, urutkan
from pegawai.reports.posisi import dengan_posisi
from pegawai.reports.rekap import PEMBUAT, rekap
from pegawai.reports.yang_dihitung import Ruas, Siapa, yang_dihitung
from pegawai.rules.kgb import pemberitahuan

SEPOTONG: Final = 1000


@dataclass(frozen=True, slots=True)
class Permintaan:
    """Whom and when: `orang` is what the reader may see, narrowed by the filter."""

    orang: Any
    per: date
    pembaca: Any
    unit: Any = None
    tahun: int | None = None
    jenis_jabatan: int | None = None

    @property
    def kebutuhan(self) -> QuerySet[Any]:
        """Stated needs of the units in scope."""
        unit: Any = UnitKerja.objects.visible_to(self.pembaca)
        dalam = unit.in_subtree(self.unit) if self.unit else unit
        return PetaJabatan.objects.filter(unit__in=dalam.order_by().values("pk"))


Potong = Callable[[int, int], Iterable[Sequence[Sel]]]


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """Rows on demand. `ids`: the person of each row, None for a table of numbers.

    `penutup`: the row that adds up the others; it stands after them and is not one of `jumlah`.
    """

    kepala: Sequence[str]
    jumlah: int
    potong: Potong
    ids: Sequence[int] | None = None
    penutup: Sequence[Sel] | None = None

    def baris(self, awal: int = 0, akhir: int | None = None) -> Iterator[Sequence[Sel]]:
        """Rows `awal` to `akhir`, read by pieces; the sum follows the last of them."""
        batas = self.jumlah if akhir is None else min(akhir, self.jumlah)
        for dari in range(awal, batas, SEPOTONG):
            yield from self.potong(dari, min(dari + SEPOTONG, batas))
        if self.penutup is not None and batas == self.jumlah and (awal < batas or not awal):
            yield self.penutup


@dataclass(frozen=True, slots=True)
class Laporan:
    """`saringan`: what else the page may narrow by. `aturan`: rule files that its numbers rest on.

    `siapa`: out of whom it is made; None for one that is not about the people in scope. `terisi`: the
    column that counts people, where a report says itself how many it found.
    """

    kode: str
    judul: str
    ringkas: str
    buat: Callable[[Permintaan], IsiLaporan]
    kelompok: str = "Daftar"
    saringan: frozenset[str] = field(default_factory=lambda: frozenset({"golongan", "jenis"}))
    aturan: tuple[str, ...] = ()
    dasar: str = ""
    siapa: Siapa | None = Siapa.SEMUA
    terisi: int | None = None

    def dihitung(self, p: Permintaan, isi: IsiLaporan) -> list[Ruas]:
        """Whom it counts, and how many of the people asked about it leaves out why."""
        if self.siapa is None:
            return []
        masuk = None if self.terisi is None else sum(b[self.terisi] for b in isi.baris())  # type: ignore[misc]
        return yang_dihitung(self.siapa, p.orang, p.per, masuk)

    def keterangan_aturan(self, per: date) -> str:
        """Which version of which rules stands behind the numbers; empty for plain counts."""
        a = aturan_per(per)
        versi = [f"{a[k].judul}, mulai {kata.tanggal(a[k].berlaku_mulai)}" for k in self.aturan if k in a]
        return "; ".join([*([self.dasar] if self.dasar else []), *versi])


# -- people ---------------------------------------------------------------------------------------


def _nominatif(p: Permintaan) -> IsiLaporan:
    return tabel_orang(p, list(p.orang.order_by("nama", "pk").values_list("pk", flat=True)))


def _duk(p: Permintaan) -> IsiLaporan:
    ids, sama = urutkan(p.orang, p.per)
    return IsiLaporan(
        KEPALA_DUK,
        len(ids),
        lambda a, b: baris_duk(ids[a:b], sama[a:b], p.per, awal=a),
        ids.tolist(),
    )


def _bup(p: Permintaan) -> IsiLaporan:
    """This year and the four after it, or one year of them, by the day."""
    tahun = (p.tahun, p.tahun + 1) if p.tahun else (p.per.year, p.per.year + TAHUN_BUP)
    jatuh = bup_jatuh(p.orang, max(p.per, date(tahun[0], 1, 1)), date(tahun[1], 1, 1), per=p.per)
    kena = np.ones(len(jatuh.tmt), dtype=np.bool_)
    if p.jenis_jabatan:
        kena = jatuh.jenis_jabatan == p.jenis_jabatan
    urut = np.lexsort((jatuh.pegawai_id[kena], jatuh.tmt[kena]))
    hari = jatuh.tmt[kena][urut].tolist()
    bup = jatuh.bup[kena][urut].tolist()
    tambahan = [[h, b] for h, b in zip(hari, bup, strict=True)]
    return tabel_orang(
        p, jatuh.pegawai_id[kena][urut].tolist(), ("TMT pensiun (perkiraan)", "Batas usia"), tambahan
    )


def _kgb(p: Permintaan) -> IsiLaporan:
    """The next KGB of everyone within twelve months, from the first of this month on as in the agenda."""
    awal = p.per.replace(day=1)
    jatuh = kgb_jatuh(p.orang, awal, awal.replace(year=awal.year + 1))
    urut = np.lexsort((jatuh.pegawai_id, jatuh.hari))
    a = aturan_per(p.per)
    tambahan = [
        [
            h,
            kata.lama(m),
            pemberitahuan(h, a),
            "Perkiraan, periksa" if ragu else "",
        ]
        for h, m, ragu in zip(
            jatuh.hari[urut].tolist(),
            jatuh.mkg_bulan[urut].tolist(),
            jatuh.perkiraan[urut].tolist(),
            strict=True,
        )
    ]
    kepala = ("TMT KGB", "Masa kerja golongan", "Surat paling lambat", "Catatan")
    return tabel_orang(p, jatuh.pegawai_id[urut].tolist(), kepala, tambahan)


def _kontrak(p: Permintaan) -> IsiLaporan:
    """PPPK by the end of their contract; who has none recorded comes last."""
    baris = p.orang.filter(jenis=JenisPegawai.PPPK).values_list("pk", "perjanjian_mulai", "perjanjian_sampai")
    urut = sorted(baris.order_by(), key=lambda b: (b[2] is None, b[2] or date.max, b[0]))
    kepala = ("Perjanjian mulai", "Perjanjian sampai")
    return tabel_orang(p, [b[0] for b in urut], kepala, [[b[1], b[2]] for b in urut])


def tabel_orang(
    p: Permintaan,
    ids: list[int],
    kepala: Sequence[str] = (),
    tambahan: Sequence[Sequence[Sel]] | None = None,
) -> IsiLaporan:
    """Rows of the nominatif in the order of `ids`, with more columns (`kepala`) of the report."""

    def potong(awal: int, akhir: int) -> Iterator[Sequence[Sel]]:
        sepotong = ids[awal:akhir]
        milik = Pegawai.objects.filter(pk__in=sepotong).dengan_kedudukan(p.pembaca)
        posisi = dengan_posisi(milik, p.per).order_by()
        isi = {b["pk"]: nominatif.sel_nominatif(b) for b in posisi.values(*nominatif.KOLOM)}
        for n, pk in enumerate(sepotong, start=awal):
            yield [*isi[pk], *(tambahan[n] if tambahan else ())]

    return IsiLaporan([*nominatif.KEPALA, *kepala], len(ids), potong, ids)


# -- numbers --------------------------------------------------------------------------------------


def tabel_angka(
    kepala: Sequence[str], baris: Iterable[Sequence[Sel]], *, berjumlah: bool = False
) -> IsiLaporan:
    """A short report, read at once. `berjumlah`: its last row adds up the others."""
    isi = list(baris)
    penutup = isi.pop() if berjumlah else None
    return IsiLaporan(kepala, len(isi), lambda a, b: islice(isi, a, b), penutup=penutup)


def _rekap(menurut: str) -> Callable[[Permintaan], IsiLaporan]:
    def buat(p: Permintaan) -> IsiLaporan:
        hasil = rekap(p.orang, menurut, p.per)
        baris: list[list[Sel]] = [[b.kode, b.nama, b.jumlah] for b in hasil.rincian]
        jumlah: list[Sel] = ["", "Jumlah", hasil.jumlah]
        return tabel_angka(("Kode", hasil.judul, "Jumlah"), [*baris, jumlah], berjumlah=True)

    return buat


def _bezetting(p: Permintaan) -> IsiLaporan:
    return tabel_angka(KEPALA_BEZETTING, bezetting(p.orang, p.per), berjumlah=True)


def _peta(p: Permintaan) -> IsiLaporan:
    return tabel_angka(KEPALA_PETA, peta_jabatan(p.orang, p.kebutuhan, p.per))


def _usia(p: Permintaan) -> IsiLaporan:
    return tabel_angka(("Kode", "Usia", "Jumlah"), rekap_usia(p.orang, p.per), berjumlah=True)


_ORANG: Final = frozenset({"golongan", "jenis"})
_DAFTAR: Final = (
    Laporan(
        "duk", "DUK per 31 Desember", "Daftar urut kepangkatan PNS menurut urutan yang ditentukan.", _duk,
        saringan=frozenset({"golongan"}), dasar="PP 15/1979 dan SE BAKN 03/SE/1980", siapa=Siapa.PNS_MULAI,
    ),
    Laporan("nominatif", "Nominatif", "Pegawai dengan golongan, jabatan, dan pendidikannya.", _nominatif),
    Laporan(
        "bup", "Batas usia pensiun lima tahun", "Siapa yang mencapai batas usia pensiun.", _bup,
        saringan=_ORANG | {"tahun", "jenis_jabatan"}, aturan=("bup",), siapa=Siapa.BERTUGAS,
    ),
    Laporan(
        "kgb", "Kenaikan gaji berkala 12 bulan", "KGB berikutnya dan batas suratnya.", _kgb,
        saringan=frozenset({"golongan"}), aturan=("kgb",), siapa=Siapa.PNS,
    ),
    Laporan(
        "kontrak", "Perjanjian kerja PPPK", "PPPK menurut akhir perjanjian kerjanya.", _kontrak,
        saringan=frozenset({"golongan"}), siapa=Siapa.PPPK,
    ),
    Laporan(
        "bezetting", "Bezetting", "Pegawai tiap unit menurut jenis jabatan.", _bezetting, "Jumlah",
        siapa=Siapa.BERTUGAS,
    ),
    Laporan(
        "peta-jabatan", "Peta jabatan", "Kebutuhan, terisi, lowong, dan lebih per unit dan jabatan.", _peta,
        "Jumlah", frozenset(), siapa=Siapa.BERJABATAN, terisi=KEPALA_PETA.index("Terisi"),
    ),
    *(
        Laporan(f"rekap-{kode.replace('_', '-')}", f"Rekap {judul.lower()}",
                f"Jumlah pegawai menurut {judul.lower()}.", _rekap(kode), "Jumlah")
        for kode, (judul, _) in PEMBUAT.items()
    ),
    Laporan("rekap-usia", "Rekap usia", "Jumlah pegawai menurut kelompok usia.", _usia, "Jumlah"),
)  # fmt: skip

LAPORAN: Final = {x.kode: x for x in _DAFTAR}


def daftarkan_laporan(laporan: Laporan) -> None:
    """Reports of the upper apps, from their AppConfig."""
    LAPORAN[laporan.kode] = laporan


def per_bawaan(kode: str, hari_ini: date) -> date:
    """The DUK is of 31 December, the others of today."""
    return date(hari_ini.year, 12, 31) if kode == "duk" else hari_ini
