"""The only reader of columns: a queryset with one row per person becomes arrays aligned to ids."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from time import perf_counter
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import QuerySet

from asn_karier.lib.db.kunci import is_postgres
from asn_karier.lib.kolom import Kolom

#: i2, i4, i8: whole numbers; ya: true/false as 1/0; hari: a date; digit: text of up to 18 digits as a number.
Tipe = Literal["i2", "i4", "i8", "ya", "hari", "digit"]
Ids = npt.NDArray[np.int64]

#: From this many people on, COPY BINARY beats a plain SELECT.
BANYAK: Final = 64
_BINER: Final = {"i2": ">i2", "i4": ">i4", "i8": ">i8", "ya": ">i2", "hari": ">i4", "digit": ">i8"}
_KEPALA: Final = len(b"PGCOPY\n\xff\r\n\x00") + 8
_EKOR: Final = 2
_HARI_2000: Final = (date(2000, 1, 1) - date(1970, 1, 1)).days


def read_columns(queryset: QuerySet[Any, Any], kolom: Mapping[str, Tipe], ids: Ids) -> dict[str, Kolom]:
    """Columns `kolom` of a `values()` queryset that gives one row per `pegawai_id`; one query.

    `ids` is sorted and unique; every column comes back aligned to it. A person without a row, or
    with NULL, is missing (`ada` False). ValueError when a person has two rows: that is no fact.
    """
    saringan = _saring(queryset, ids)
    if is_postgres() and len(ids) >= BANYAK:
        baris, isi = _copy_biner(saringan, kolom)
    else:
        baris, isi = _pilih(saringan, kolom)
    tempat, dalam = _tempat(ids, baris)
    return {nama: _sebar(isi[nama], tempat, dalam, len(ids)) for nama in kolom}


def _saring(queryset: QuerySet[Any, Any], ids: Ids) -> QuerySet[Any, Any]:
    """A range when it holds mostly the wanted people (read in physical order), else the ids themselves."""
    if len(ids) == 0:
        return queryset.none()
    awal, akhir = int(ids[0]), int(ids[-1])
    if len(ids) == 1:
        return queryset.filter(pegawai_id=awal)
    if akhir - awal < 2 * len(ids):
        return queryset.filter(pegawai_id__gte=awal, pegawai_id__lte=akhir)
    return queryset.filter(pegawai_id__in=ids.tolist())


def _copy_biner(queryset: QuerySet[Any, Any], kolom: Mapping[str, Tipe]) -> tuple[Ids, dict[str, Kolom]]:
    """COPY with a sentinel for NULL, so that every row has the same width and numpy reads the bytes."""
    sql, isian = queryset.values_list("pegawai_id", *kolom).order_by().query.sql_with_params()
    nama = [f"k{i}" for i in range(len(kolom))]
    pilih = ", ".join(_sql(n, tipe) for n, tipe in zip(nama, kolom.values(), strict=True))
    alias = ", ".join(["id", *nama])
    luar = f"COPY (SELECT id::int8, {pilih} FROM ({sql}) AS s({alias})) TO STDOUT (FORMAT BINARY)"  # noqa: S608
    larik = np.frombuffer(_copy_keluar(luar, isian), dtype=_dtype_baris(kolom), offset=_KEPALA)
    return larik["id"].astype(np.int64), {n: _dari_biner(larik[n], tipe) for n, tipe in kolom.items()}


def _copy_keluar(sql: str, isian: tuple[Any, ...]) -> memoryview:
    """The bytes of a COPY TO STDOUT without the trailer, counted in the query log like every query."""
    aliran = BytesIO()
    with connection.cursor() as kursor:
        perintah = kursor.cursor.mogrify(sql, isian).decode()
        mulai = perf_counter()
        kursor.cursor.copy_expert(perintah, aliran, size=1 << 18)
    if connection.queries_logged:
        connection.queries_log.append({"sql": perintah, "time": f"{perf_counter() - mulai:.3f}"})
    return aliran.getbuffer()[:-_EKOR]


def _sql(nama: str, tipe: Tipe) -> str:
    if tipe == "hari":
        return f"COALESCE({nama}, '-infinity'::date)"
    if tipe == "ya":
        return f"COALESCE({nama}::int, {_kosong(tipe)})::int2"
    return f"COALESCE({nama}::int8, {_kosong(tipe)})::int{np.dtype(_BINER[tipe]).itemsize}"


def _kosong(tipe: Tipe) -> int:
    """The lowest number of the type, which is also how '-infinity' travels."""
    return int(np.iinfo(_BINER[tipe]).min)


def _dtype_baris(kolom: Mapping[str, Tipe]) -> np.dtype[np.void]:
    """A binary row: the number of fields, then every field after its length."""
    bagian: list[tuple[str, str]] = [("n", ">i2"), ("l", ">i4"), ("id", ">i8")]
    for nama, tipe in kolom.items():
        bagian += [(f"l {nama}", ">i4"), (nama, _BINER[tipe])]
    return np.dtype(bagian)


def _dari_biner(isi: npt.NDArray[Any], tipe: Tipe) -> Kolom:
    ada = isi != _kosong(tipe)
    nilai = isi.astype(np.int64)
    if tipe != "hari":
        return Kolom(nilai, ada)
    return Kolom((nilai + _HARI_2000).view("datetime64[D]"), ada)


def _pilih(queryset: QuerySet[Any, Any], kolom: Mapping[str, Tipe]) -> tuple[Ids, dict[str, Kolom]]:
    baris = list(queryset.values_list("pegawai_id", *kolom).order_by())
    isi = {
        nama: Kolom.dari([_angka(b[i], tipe) for b in baris], tanggal=tipe == "hari")
        for i, (nama, tipe) in enumerate(kolom.items(), start=1)
    }
    return np.array([b[0] for b in baris], dtype=np.int64), isi


def _angka(nilai: Any, tipe: Tipe) -> Any:
    return nilai if nilai is None or tipe == "hari" else int(nilai)


def _tempat(ids: Ids, baris: Ids) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """Where each row belongs in `ids`, and which rows belong there at all."""
    if len(ids) == 0:
        return np.zeros(0, dtype=np.intp), np.zeros(len(baris), dtype=np.bool_)
    tempat = np.minimum(np.searchsorted(ids, baris), len(ids) - 1)
    dalam = ids[tempat] == baris
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
