"""How rows become columns: which ids are meant, COPY and its binary rows, each value where its id stands."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from time import perf_counter
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import QuerySet

from asn_karier.lib.kolom import Kolom

#: i2, i4, i8: whole numbers; ya: true/false as 1/0; hari: a date; digit: text of up to 18 digits as a number.
Tipe = Literal["i2", "i4", "i8", "ya", "hari", "digit"]
Ids = npt.NDArray[np.int64]

BINER: Final = {"i2": ">i2", "i4": ">i4", "i8": ">i8", "ya": ">i2", "hari": ">i4", "digit": ">i8"}
#: Stand in the compiled SQL for the ends of a range; no table has such ids.
AWAL: Final = -(2**62) + 1
AKHIR: Final = -(2**62) + 2
#: Stands in the compiled SQL for all the ids. PostgreSQL takes this condition inside, to its indexes.
IDS: Final = -(2**62) + 3
HANYA_IDS: Final = "WHERE id = ANY(%s)"
KEPALA: Final = len(b"PGCOPY\n\xff\r\n\x00") + 8
_EKOR: Final = 2
_HARI_2000: Final = (date(2000, 1, 1) - date(1970, 1, 1)).days


def tanpa_urut(queryset: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """An order decides which row DISTINCT ON keeps; otherwise rows need none."""
    return queryset if queryset.query.distinct_fields else queryset.order_by()


def dalam_rentang(queryset: QuerySet[Any, Any], kunci: str, awal: int, akhir: int) -> QuerySet[Any, Any]:
    hasil: QuerySet[Any, Any] = queryset.filter(**{f"{kunci}__gte": awal, f"{kunci}__lte": akhir})
    return hasil


def saring(queryset: QuerySet[Any, Any], kunci: str, ids: Ids) -> QuerySet[Any, Any]:
    if padat(ids):
        return dalam_rentang(queryset, kunci, int(ids[0]), int(ids[-1]))
    hasil: QuerySet[Any, Any] = queryset.filter(**{f"{kunci}__in": ids.tolist()})
    return hasil


def isi_templat(templat: tuple[Any, ...], ids: Ids) -> tuple[Any, ...]:
    """The parameters of SQL compiled once, for these ids."""
    ganti: dict[int, Any] = {AWAL: int(ids[0]), AKHIR: int(ids[-1])}
    if IDS in templat:
        ganti[IDS] = ids.tolist()
    return tuple(ganti.get(n, n) if type(n) is int else n for n in templat)


def padat(ids: Ids) -> bool:
    """Whether the range holds mostly the wanted people, so that it can be read in physical order."""
    return int(ids[-1]) - int(ids[0]) < 2 * len(ids)


def letak(ids: Ids, baris: Ids) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """The index in `ids` (sorted, unique) of each of `baris`, and whether it is there (else any index)."""
    if not padat(ids):
        tempat = np.minimum(np.searchsorted(ids, baris), len(ids) - 1)
        return tempat, ids[tempat] == baris
    # A table of the range is an order of magnitude faster than to search for every row.
    awal, akhir = int(ids[0]), int(ids[-1])
    tabel = np.full(akhir - awal + 1, -1, dtype=np.intp)
    tabel[ids - awal] = np.arange(len(ids))
    luar = (baris < awal) | (baris > akhir)
    tempat = tabel[np.where(luar, 0, baris - awal)]
    return tempat, ~luar & (tempat >= 0)


def copy_keluar(sql: str, isian: tuple[Any, ...]) -> memoryview:
    """The bytes of a COPY TO STDOUT without the trailer, counted in the query log like every query."""
    aliran = BytesIO()
    with connection.cursor() as kursor:
        perintah = kursor.cursor.mogrify(sql, isian).decode()
        mulai = perf_counter()
        kursor.cursor.copy_expert(perintah, aliran, size=1 << 18)
    if connection.queries_logged:
        connection.queries_log.append({"sql": perintah, "time": f"{perf_counter() - mulai:.3f}"})
    return aliran.getbuffer()[:-_EKOR]


def kosong(tipe: Tipe) -> int:
    """The lowest number of the type, which is also how '-infinity' travels."""
    return int(np.iinfo(BINER[tipe]).min)


def dtype_baris(kolom: Mapping[str, Tipe]) -> np.dtype[np.void]:
    """A binary row: the number of fields, then every field after its length."""
    bagian: list[tuple[str, str]] = [("n", ">i2"), ("l", ">i4"), ("id", ">i8")]
    for nama, tipe in kolom.items():
        bagian += [(f"l {nama}", ">i4"), (nama, BINER[tipe])]
    return np.dtype(bagian)


def dari_biner(isi: npt.NDArray[Any], tipe: Tipe) -> Kolom:
    ada = isi != kosong(tipe)
    nilai = isi.astype(np.int64)
    if tipe != "hari":
        return Kolom(nilai, ada)
    return Kolom((nilai + _HARI_2000).view("datetime64[D]"), ada)


def tanpa_baris(kolom: Mapping[str, Tipe]) -> dict[str, Kolom]:
    return {n: Kolom.kosong(0, tanggal=tipe == "hari") for n, tipe in kolom.items()}


def sejajar(ids: Ids, baris: Ids, isi: dict[str, Kolom]) -> dict[str, Kolom]:
    tempat, dalam = _tempat(ids, baris)
    return {nama: _sebar(kolom, tempat, dalam, len(ids)) for nama, kolom in isi.items()}


def _tempat(ids: Ids, baris: Ids) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """Where each row belongs in `ids`, once each, and which rows belong there at all."""
    tempat, dalam = letak(ids, baris)
    tempat = tempat[dalam]
    if len(tempat) > len(ids) or np.bincount(tempat, minlength=1).max() > 1:
        raise ValueError("A fact has one row per person; this queryset has more")
    return tempat, dalam


def _sebar(sumber: Kolom, tempat: npt.NDArray[np.intp], dalam: npt.NDArray[np.bool_], banyak: int) -> Kolom:
    """Put the rows where their people stand."""
    baris = sumber.pilih(dalam)
    hasil = Kolom.kosong(banyak, tanggal=sumber.berupa_tanggal)
    hasil.nilai[tempat] = baris.nilai
    hasil.ada[tempat] = baris.ada
    return hasil
