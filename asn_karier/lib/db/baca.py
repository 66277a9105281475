"""The only reader of columns: a queryset with one row per person becomes arrays aligned to ids."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from io import BytesIO
from time import perf_counter
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import QuerySet, Window
from django.db.models.functions import RowNumber

from asn_karier.lib.db.kunci import is_postgres
from asn_karier.lib.kolom import Kolom

#: i2, i4, i8: whole numbers; ya: true/false as 1/0; hari: a date; digit: text of up to 18 digits as a number.
Tipe = Literal["i2", "i4", "i8", "ya", "hari", "digit"]
Ids = npt.NDArray[np.int64]

_BINER: Final = {"i2": ">i2", "i4": ">i4", "i8": ">i8", "ya": ">i2", "hari": ">i4", "digit": ">i8"}
#: Stand in the compiled SQL for the ends of a range; no table has such ids.
_AWAL: Final = -(2**62) + 1
_AKHIR: Final = -(2**62) + 2
_KEPALA: Final = len(b"PGCOPY\n\xff\r\n\x00") + 8
_EKOR: Final = 2
_HARI_2000: Final = (date(2000, 1, 1) - date(1970, 1, 1)).days


class Pembaca:
    """Reads columns of a `values()` queryset that gives one row per `pegawai_id`.

    Keep one and use it again: on PostgreSQL it compiles its SQL once for all ranges of people.
    """

    def __init__(self, queryset: QuerySet[Any, Any], kolom: Mapping[str, Tipe]) -> None:
        # An order decides which row DISTINCT ON keeps; otherwise rows need none.
        self._queryset = queryset if queryset.query.distinct_fields else queryset.order_by()
        self._kolom = kolom

    def baca(self, ids: Ids) -> dict[str, Kolom]:
        """The columns aligned to `ids` (sorted, unique); one query.

        A person without a row, or with NULL, is missing (`ada` False). ValueError when a person has
        two rows: that is no fact.
        """
        if len(ids) == 0:
            return {n: Kolom.kosong(0, tanggal=tipe == "hari") for n, tipe in self._kolom.items()}
        baris, isi = self._copy(ids) if is_postgres() else self._pilih(ids)
        tempat, dalam = _tempat(ids, baris)
        return {nama: _sebar(isi[nama], tempat, dalam, len(ids)) for nama in self._kolom}

    def _copy(self, ids: Ids) -> tuple[Ids, dict[str, Kolom]]:
        if _padat(ids):
            sql, templat = self._rentang
            ganti = {_AWAL: int(ids[0]), _AKHIR: int(ids[-1])}
            isian = tuple(ganti.get(n, n) if type(n) is int else n for n in templat)
        else:
            sql, isian = self._biner(self._queryset.filter(pegawai_id__in=ids.tolist()))
        larik = np.frombuffer(_copy_keluar(sql, isian), dtype=_dtype_baris(self._kolom), offset=_KEPALA)
        isi = {n: _dari_biner(larik[n], tipe) for n, tipe in self._kolom.items()}
        return larik["id"].astype(np.int64), isi

    @cached_property
    def _rentang(self) -> tuple[str, tuple[Any, ...]]:
        return self._biner(self._queryset.filter(pegawai_id__gte=_AWAL, pegawai_id__lte=_AKHIR))

    def _biner(self, queryset: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
        """COPY with a sentinel for NULL, so that every row has the same width and numpy reads the bytes."""
        sql, isian = queryset.values_list("pegawai_id", *self._kolom).query.sql_with_params()
        nama = [f"k{i}" for i in range(len(self._kolom))]
        pilih = ", ".join(_sql(n, tipe) for n, tipe in zip(nama, self._kolom.values(), strict=True))
        alias = ", ".join(["id", *nama])
        return (
            f"COPY (SELECT id::int8, {pilih} FROM ({sql}) AS s({alias})) TO STDOUT (FORMAT BINARY)",  # noqa: S608
            isian,
        )

    def _pilih(self, ids: Ids) -> tuple[Ids, dict[str, Kolom]]:
        """A plain SELECT, where there is no COPY."""
        if _padat(ids):
            dipilih = self._queryset.filter(pegawai_id__gte=int(ids[0]), pegawai_id__lte=int(ids[-1]))
        else:
            dipilih = self._queryset.filter(pegawai_id__in=ids.tolist())
        baris = list(dipilih.values_list("pegawai_id", *self._kolom))
        isi = {
            nama: Kolom.dari([_angka(b[i], tipe) for b in baris], tanggal=tipe == "hari")
            for i, (nama, tipe) in enumerate(self._kolom.items(), start=1)
        }
        return np.array([b[0] for b in baris], dtype=np.int64), isi


def read_columns(queryset: QuerySet[Any, Any], kolom: Mapping[str, Tipe], ids: Ids) -> dict[str, Kolom]:
    """Read once what `Pembaca` reads again and again."""
    return Pembaca(queryset, kolom).baca(ids)


def read_ids(queryset: QuerySet[Any, Any]) -> Ids:
    """The primary keys of `queryset`, rising; one query."""
    pk = queryset.order_by().values_list("pk", flat=True)
    if not is_postgres():
        return np.sort(np.fromiter(pk, dtype=np.int64))
    sql, isian = pk.query.sql_with_params()
    perintah = f"COPY (SELECT id::int8 FROM ({sql}) AS s(id)) TO STDOUT (FORMAT BINARY)"  # noqa: S608
    larik = np.frombuffer(_copy_keluar(perintah, isian), dtype=_dtype_baris({}), offset=_KEPALA)
    return np.sort(larik["id"].astype(np.int64))


def terbaru(catatan: QuerySet[Any, Any], urut: str) -> QuerySet[Any, Any]:
    """The latest row of each person by `urut`, which is unique per person by a constraint."""
    if connection.features.can_distinct_on_fields:
        return catatan.order_by("pegawai_id", f"-{urut}").distinct("pegawai_id")
    nomor = Window(RowNumber(), partition_by="pegawai_id", order_by=f"-{urut}")
    bernomor: QuerySet[Any, Any] = catatan.order_by().annotate(ke=nomor).filter(ke=1)
    return bernomor


def _padat(ids: Ids) -> bool:
    """Whether the range holds mostly the wanted people, so that it can be read in physical order."""
    return int(ids[-1]) - int(ids[0]) < 2 * len(ids)


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
    """A cast to the type a column has already costs nothing; every other one costs time per value."""
    if tipe == "hari":
        return f"COALESCE({nama}, '-infinity'::date)"
    jenis = f"int{np.dtype(_BINER[tipe]).itemsize}"
    dari = f"{nama}::int" if tipe == "ya" else nama
    return f"COALESCE({dari}::{jenis}, ({_kosong(tipe)})::{jenis})"


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


def _angka(nilai: Any, tipe: Tipe) -> Any:
    return nilai if nilai is None or tipe == "hari" else int(nilai)


def _tempat(ids: Ids, baris: Ids) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """Where each row belongs in `ids`, and which rows belong there at all."""
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
