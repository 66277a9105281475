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

#: i2, i4, i8: whole numbers; ya: true/false, read as 1/0; hari: a date; s18: ASCII text of 18 characters.
Tipe = Literal["i2", "i4", "i8", "ya", "hari", "s18"]
Ids = npt.NDArray[np.int64]

#: From this many ids on, COPY BINARY beats a plain SELECT.
BANYAK: Final = 64
KOSONG: Final = {"i2": -(2**15), "i4": -(2**31), "i8": -(2**63), "ya": -(2**15), "hari": -(2**31)}
_BINER: Final = {"i2": ">i2", "i4": ">i4", "i8": ">i8", "ya": ">i2", "hari": ">i4", "s18": "S18"}
_KEPALA = len(b"PGCOPY\n\xff\r\n\x00") + 8
_EKOR = 2
_HARI_2000: Final = (date(2000, 1, 1) - date(1970, 1, 1)).days


def read_columns(
    queryset: QuerySet[Any, dict[str, Any]], kolom: Mapping[str, Tipe], ids: Ids
) -> dict[str, Kolom]:
    """Columns `kolom` of a `values()` queryset that gives one row per `pegawai_id`.

    `ids` is sorted and unique; every column comes back aligned to it. A person without a row, or
    with NULL, is missing (`ada` False). Text columns come back as Kolom of int64 only through
    `read_text`. Raises ValueError when a person has two rows: that queryset publishes no fact.
    """
    baris, isi = _baca(_saring(queryset, ids), kolom, ids)
    tempat, dalam = _tempat(ids, baris)
    return {nama: _sebar(isi[nama], kolom[nama], tempat, dalam, len(ids)) for nama in kolom}


def read_text(queryset: QuerySet[Any, dict[str, Any]], nama: str, ids: Ids) -> npt.NDArray[np.bytes_]:
    """One s18 column (NIP) aligned to `ids`; empty where there is no row."""
    baris, isi = _baca(_saring(queryset, ids), {nama: "s18"}, ids)
    tempat, dalam = _tempat(ids, baris)
    hasil = np.zeros(len(ids), dtype="S18")
    hasil[tempat] = isi[nama][dalam]
    return hasil
