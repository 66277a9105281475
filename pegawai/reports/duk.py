"""The DUK of a set of people on a day: its order in columns, and its rows by pieces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from django.db.models import F, Q, QuerySet, Subquery

from asn_karier.lib import kata
from asn_karier.lib.dates import age
from asn_karier.lib.db import Pembaca
from asn_karier.lib.export import Sel
from asn_karier.lib.kolom import Kolom
from pegawai.enums import BentukPengembangan, JenisPegawai, StatusKepegawaian, TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.models import Pegawai, PengembanganKompetensi
from pegawai.reports.agenda import bertugas
from pegawai.reports.kolom import PEMBACA_LAHIR, pembaca_jabatan, pembaca_pangkat
from pegawai.reports.posisi import dengan_posisi, pendidikan_tertinggi
from pegawai.rules.duk import FaktaDuk, susun_duk, tingkat_jabatan, tingkat_latihan
from pegawai.rules.golongan import Golongan
from pegawai.rules.kgb import mkg_pada

Ids = npt.NDArray[np.int64]

KEPALA: Final = (
    "Nomor", "Nama", "NIP", "Pangkat", "Golongan", "TMT pangkat", "Jabatan", "TMT jabatan", "Masa kerja",
    "Latihan jabatan", "Tahun latihan", "Pendidikan", "Tahun lulus", "Tanggal lahir", "Usia", "Unit kerja",
    "Catatan",
)  # fmt: skip
SAMA: Final = "Sama dengan nomor sebelumnya dalam semua ukuran; urut NIP"
_KEPEMIMPINAN: Final = (BentukPengembangan.DIKLAT_STRUKTURAL, BentukPengembangan.PELATIHAN_MANAJERIAL)


def urutkan(orang: QuerySet[Any], per: date) -> tuple[Ids, npt.NDArray[np.bool_]]:
    """PNS in the order of the list, and who equals the one before; six queries, however many people."""
    pns = bertugas(orang).filter(Q(tmt_cpns=None) | Q(tmt_cpns__lte=per), status=StatusKepegawaian.PNS)
    pasang = np.array(list(pns.values_list("pk", "nip")), dtype=[("pk", "i8"), ("nip", "U18")])
    ids = np.sort(pasang["pk"])
    fakta = _fakta(pns, ids, per)
    nip = np.argsort(pasang[np.argsort(pasang["pk"])]["nip"], kind="stable")
    hasil = susun_duk(FaktaDuk(**{nama: kolom.pilih(nip) for nama, kolom in fakta.items()}))
    return ids[nip][hasil.urutan], hasil.sama


def _fakta(orang: QuerySet[Any], ids: Ids, per: date) -> dict[str, Kolom]:
    pangkat, jabatan = pembaca_pangkat(per).baca(ids), pembaca_jabatan(per).baca(ids)
    sekolah, lahir = _PEMBACA_SEKOLAH.baca(ids), PEMBACA_LAHIR.baca(ids)
    pns = pangkat["skala"].tercatat(JenisPegawai.PNS)
    tmt = pangkat["tmt"].hanya(pns)
    latihan = _latihan(orang, ids, per)
    return {
        "golongan": pangkat["golongan"].hanya(pns),
        "tmt_golongan": tmt,
        "jabatan": tingkat_jabatan(jabatan["eselon"], jabatan["jenjang"]),
        "tmt_jabatan": jabatan["tmt"],
        "mkg_bulan": mkg_pada(tmt, pangkat["mkg_bulan"], per),
        "latihan": Kolom.dari([n[0] if n else None for n in latihan]),
        "latihan_tanggal": Kolom.dari([n[1] if n else None for n in latihan], tanggal=True),
        "pendidikan": sekolah["tingkat"],
        "tahun_lulus": sekolah["tahun_lulus"],
        "tanggal_lahir": lahir["tanggal_lahir"],
    }


def _latihan(orang: QuerySet[Any], ids: Ids, per: date) -> list[tuple[int, date, str] | None]:
    """The highest leadership training of each person, the earliest of equal ones."""
    terbaik = latihan_terbaik(PengembanganKompetensi.objects.filter(pegawai__in=orang.values("pk")), per)
    return [terbaik.get(pk) for pk in ids.tolist()]


def latihan_terbaik(catatan: QuerySet[Any], per: date) -> dict[int, tuple[int, date, str]]:
    """Person -> (level, day, name)."""
    baris = catatan.filter(bentuk__in=_KEPEMIMPINAN, tanggal_selesai__lte=per).order_by()
    hasil: dict[int, tuple[int, date, str]] = {}
    for pk, nama, hari in baris.values_list("pegawai_id", "nama", "tanggal_selesai").iterator(
        chunk_size=2000
    ):
        tingkat = tingkat_latihan(nama)
        lama = hasil.get(pk)
        if lama is None or (-tingkat, hari) < (-lama[0], lama[1]):
            hasil[pk] = (tingkat, hari, nama)
    return hasil


def baris_duk(ids: Ids, sama: npt.NDArray[np.bool_], per: date, *, awal: int = 0) -> Iterator[list[Sel]]:
    """Rows of a piece of the list in its order; two queries a piece."""
    daftar = ids.tolist()
    milik = dengan_posisi(Pegawai.objects.filter(pk__in=daftar), per).annotate(
        tahun_lulus=Subquery(
            pendidikan_tertinggi().order_by("-tingkat", "tahun_lulus").values("tahun_lulus")[:1]
        )
    )
    orang = {p.pk: p for p in milik.select_related("unit").order_by()}
    latihan = latihan_terbaik(PengembanganKompetensi.objects.filter(pegawai__in=daftar), per)
    mkg = pembaca_pangkat(per).baca(np.sort(ids))
    masa = mkg_pada(mkg["tmt"], mkg["mkg_bulan"], per)
    letak = {pk: n for n, pk in enumerate(np.sort(ids).tolist())}
    for ke, pk in enumerate(daftar):
        p = orang[pk]
        yield [awal + ke + 1, *_sel(p, masa.baca(letak[pk]), latihan.get(pk), per), SAMA if sama[ke] else ""]


def lulus_tertinggi() -> QuerySet[Any]:
    """For Subquery: the year of the highest ijazah, the earliest of equal ones."""
    return pendidikan_tertinggi().order_by("-tingkat", "tahun_lulus").values("tahun_lulus")[:1]


def _sel(p: Any, mkg: Any, latihan: tuple[int, date, str] | None, per: date) -> list[Sel]:
    golongan = Golongan(JenisPegawai(p.jenis), p.golongan_kini) if p.golongan_kini else None
    return [
        p.nama_gelar,
        p.nip,
        golongan.pangkat if golongan else "",
        golongan.nama if golongan else "",
        p.tmt_golongan,
        p.jabatan_kini,
        p.tmt_jabatan,
        "" if mkg is None else kata.lama(mkg),
        latihan[2] if latihan else "",
        latihan[1].year if latihan else "",
        LABEL[TingkatPendidikan][TingkatPendidikan(p.pendidikan_kini)] if p.pendidikan_kini else "",
        p.tahun_lulus,
        p.tanggal_lahir,
        age(p.tanggal_lahir, per),
        p.unit.nama if p.unit else "",
    ]


_PEMBACA_SEKOLAH: Final = Pembaca(
    Pegawai.objects.values(
        pegawai_id=F("pk"),
        tingkat=Subquery(pendidikan_tertinggi().values("tingkat")[:1]),
        tahun_lulus=Subquery(lulus_tertinggi()),
    ),
    {"tingkat": "i2", "tahun_lulus": "i2"},
)
