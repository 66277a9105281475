"""The only reader of columns: a queryset with one row per person becomes arrays aligned to ids."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import QuerySet, Window
from django.db.models.functions import RowNumber

from asn_karier.lib.db.kunci import is_postgres
from asn_karier.lib.db.lajur import (
    AKHIR,
    AWAL,
    BINER,
    HANYA_IDS,
    IDS,
    KEPALA,
    Ids,
    Tipe,
    copy_keluar,
    dalam_rentang,
    dari_biner,
    dtype_baris,
    isi_templat,
    kosong,
    letak,
    padat,
    saring,
    sejajar,
    tanpa_baris,
    tanpa_urut,
)
from asn_karier.lib.kolom import Kolom


class Deret(NamedTuple):
    """Rows of which a person may have several: where each belongs in the ids asked for, and its columns."""

    tempat: npt.NDArray[np.intp]
    isi: dict[str, Kolom]


class Pembaca:
    """Reads columns of a `values()` queryset that gives one row per `kunci`: a person, a post, an instansi.

    Keep one and use it again: on PostgreSQL it compiles its SQL once for all ranges of ids.
    """

    def __init__(
        self, queryset: QuerySet[Any, Any], kolom: Mapping[str, Tipe], *, kunci: str = "pegawai_id"
    ) -> None:
        self._queryset = tanpa_urut(queryset)
        self._kolom = kolom
        self._kunci = kunci

    def baca(self, ids: Ids) -> dict[str, Kolom]:
        """The columns aligned to `ids` (sorted, unique); one query.

        An id without a row, or with NULL, is missing (`ada` False). ValueError when an id has two rows:
        that is no fact.
        """
        if len(ids) == 0:
            return tanpa_baris(self._kolom)
        baris, isi = self._baris(ids)
        return sejajar(ids, baris, isi)

    def deret(self, ids: Ids) -> Deret:
        """Every row of `ids` (sorted, unique), in no order; one query."""
        if len(ids) == 0:
            return Deret(np.zeros(0, dtype=np.intp), tanpa_baris(self._kolom))
        baris, isi = self._baris(ids)
        tempat, dalam = letak(ids, baris)
        if dalam.all():
            return Deret(tempat, isi)
        return Deret(tempat[dalam], {nama: kolom.pilih(dalam) for nama, kolom in isi.items()})

    def _baris(self, ids: Ids) -> tuple[Ids, dict[str, Kolom]]:
        return self._copy(ids) if is_postgres() else self._pilih(ids)

    def _copy(self, ids: Ids) -> tuple[Ids, dict[str, Kolom]]:
        sql, templat = self._rentang if padat(ids) else self._tersebar
        isian = isi_templat(templat, ids)
        larik = np.frombuffer(copy_keluar(sql, isian), dtype=dtype_baris(self._kolom), offset=KEPALA)
        isi = {n: dari_biner(larik[n], tipe) for n, tipe in self._kolom.items()}
        return larik["id"].astype(np.int64), isi

    @cached_property
    def _rentang(self) -> tuple[str, tuple[Any, ...]]:
        return self._biner(dalam_rentang(self._queryset, self._kunci, AWAL, AKHIR))

    @cached_property
    def _tersebar(self) -> tuple[str, tuple[Any, ...]]:
        return self._biner(self._queryset, HANYA_IDS)

    def _biner(self, queryset: QuerySet[Any, Any], saringan: str = "") -> tuple[str, tuple[Any, ...]]:
        """COPY with a sentinel for NULL, so that every row has the same width and numpy reads the bytes."""
        sql, isian = queryset.values_list(self._kunci, *self._kolom).query.sql_with_params()
        nama = [f"k{i}" for i in range(len(self._kolom))]
        pilih = ", ".join(_sql(n, tipe) for n, tipe in zip(nama, self._kolom.values(), strict=True))
        alias = ", ".join(["id", *nama])
        dari = f"({sql}) AS s({alias}) {saringan}"
        return (
            f"COPY (SELECT id::int8, {pilih} FROM {dari}) TO STDOUT (FORMAT BINARY)",  # noqa: S608
            (*isian, IDS) if saringan else isian,
        )

    def _pilih(self, ids: Ids) -> tuple[Ids, dict[str, Kolom]]:
        """A plain SELECT, where there is no COPY."""
        baris = list(saring(self._queryset, self._kunci, ids).values_list(self._kunci, *self._kolom))
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
    larik = np.frombuffer(copy_keluar(perintah, isian), dtype=dtype_baris({}), offset=KEPALA)
    return np.sort(larik["id"].astype(np.int64))


def terbaru(catatan: QuerySet[Any, Any], *urut: str) -> QuerySet[Any, Any]:
    """The last row of each person by `urut`, which together are unique per person."""
    turun = [f"-{satu}" for satu in urut]
    if connection.features.can_distinct_on_fields:
        return catatan.order_by("pegawai_id", *turun).distinct("pegawai_id")
    nomor = Window(RowNumber(), partition_by="pegawai_id", order_by=turun)
    bernomor: QuerySet[Any, Any] = catatan.order_by().annotate(ke=nomor).filter(ke=1)
    return bernomor


def _sql(nama: str, tipe: Tipe) -> str:
    """A cast to the type a column has already costs nothing; every other one costs time per value."""
    if tipe == "hari":
        return f"COALESCE({nama}, '-infinity'::date)"
    jenis = f"int{np.dtype(BINER[tipe]).itemsize}"
    dari = f"{nama}::int" if tipe == "ya" else nama
    return f"COALESCE({dari}::{jenis}, ({kosong(tipe)})::{jenis})"


def _angka(nilai: Any, tipe: Tipe) -> Any:
    return nilai if nilai is None or tipe == "hari" else int(nilai)
