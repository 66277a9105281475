"""Bulk loading: COPY on PostgreSQL through Django's own connection, executemany elsewhere.

Neither runs `save()`, signals or defaults of Django: the caller names every column. Constraints of
the database hold as always (IntegrityError).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from django.db import connection, models

from asn_karier.lib.db.kunci import is_postgres
from asn_karier.lib.kolom import Kolom

_PENANDA: Final = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
_EKOR: Final = b"\xff\xff"
_HARI_2000: Final = (date(2000, 1, 1) - date(1970, 1, 1)).days
_LEBAR: Final = {
    "BigIntegerField": ">i8",
    "BigAutoField": ">i8",
    "IntegerField": ">i4",
    "PositiveIntegerField": ">i4",
    "SmallIntegerField": ">i2",
    "PositiveSmallIntegerField": ">i2",
    "DateField": ">i4",
}
_LOLOS: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})

#: Numbers, dates, or the fixed-width bytes of a BinaryField (a void array).
Isi = Kolom | npt.NDArray[Any]


def copy_in(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert `rows` (hashable Python values, in the order of `columns`, which are field names)."""
    medan = [_medan(model, nama) for nama in columns]
    if not is_postgres():
        siap = ([f.get_db_prep_save(n, connection) for f, n in zip(medan, b, strict=True)] for b in rows)
        _sisip(model, medan, siap)
        return
    penulis = [_penulis(f) for f in medan]
    baris = ("\t".join(tulis(n) for tulis, n in zip(penulis, b, strict=True)) for b in rows)
    _copy_masuk(model, medan, "", StringIO("".join(f"{b}\n" for b in baris)))


def copy_columns(model: type[models.Model], columns: Mapping[str, Isi]) -> None:
    """Insert columns of equal length: no Python object per row on PostgreSQL (COPY BINARY)."""
    medan = [_medan(model, nama) for nama in columns]
    if is_postgres():
        bagian = [_larik(f, isi) for f, isi in zip(medan, columns.values(), strict=True)]
        _copy_masuk(model, medan, "(FORMAT BINARY)", BytesIO(_biner(bagian)))
        return
    objek = [_objek(isi) for isi in columns.values()]
    siap = (
        [f.get_db_prep_save(n, connection) for f, n in zip(medan, b, strict=True)]
        for b in zip(*objek, strict=True)
    )
    _sisip(model, medan, siap)


def _medan(model: type[models.Model], nama: str) -> "models.Field[Any, Any]":
    medan = model._meta.get_field(nama)
    if not isinstance(medan, models.Field):
        raise TypeError(f"{model.__name__}.{nama} is not a column")
    return medan


def _nama_kolom(medan: Sequence["models.Field[Any, Any]"]) -> str:
    return ", ".join(connection.ops.quote_name(str(f.column)) for f in medan)


def _sisip(
    model: type[models.Model], medan: Sequence["models.Field[Any, Any]"], baris: Iterable[list[Any]]
) -> None:
    tanda = ", ".join(["%s"] * len(medan))
    tabel = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as kursor:
        kursor.executemany(
            f"INSERT INTO {tabel} ({_nama_kolom(medan)}) VALUES ({tanda})",  # noqa: S608
            list(baris),
        )


def _copy_masuk(
    model: type[models.Model],
    medan: Sequence["models.Field[Any, Any]"],
    pilihan: str,
    aliran: StringIO | BytesIO,
) -> None:
    tabel = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as kursor, connection.wrap_database_errors:
        kursor.cursor.copy_expert(f"COPY {tabel} ({_nama_kolom(medan)}) FROM STDIN {pilihan}", aliran)


def _penulis(medan: "models.Field[Any, Any]") -> Callable[[Any], str]:
    """Writes values of one column; many rows share theirs, and to find one costs less than to prepare it.

    A plain number is its own text, and ids differ from row to row.
    """

    @lru_cache(maxsize=256, typed=True)
    def tulis(nilai: Any) -> str:
        return _teks(medan.get_db_prep_save(nilai, connection))

    return lambda nilai: str(nilai) if type(nilai) is int else tulis(nilai)


def _teks(nilai: Any) -> str:
    """One value in COPY text format."""
    if nilai is None:
        return r"\N"
    if isinstance(nilai, bool):
        return "t" if nilai else "f"
    if isinstance(nilai, bytes | memoryview):
        return rf"\\x{bytes(nilai).hex()}"
    # psycopg2 wraps JSON and binary values; adapted is what they hold.
    nilai = getattr(nilai, "adapted", nilai)
    if isinstance(nilai, dict | list):
        raise TypeError("JSON values go in as text")
    return str(nilai).translate(_LOLOS)


def _larik(medan: "models.Field[Any, Any]", isi: Isi) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]:
    """The values as PostgreSQL sends them, and which are not NULL."""
    if isinstance(isi, Kolom):
        nilai, ada = isi.nilai, isi.ada
    else:
        nilai, ada = isi, np.ones(len(isi), dtype=np.bool_)
    if nilai.dtype.kind == "V":
        return np.ascontiguousarray(nilai).view(f"V{nilai.dtype.itemsize}"), ada
    dasar = medan.target_field if isinstance(medan, models.ForeignKey) else medan
    lebar = _LEBAR[dasar.get_internal_type()]
    if nilai.dtype.kind == "M":
        return (nilai.astype(np.int64) - _HARI_2000).astype(lebar), ada
    batas = np.iinfo(lebar)
    if len(nilai) and (nilai.min() < batas.min or nilai.max() > batas.max):
        raise OverflowError(f"{medan.name}: value does not fit its column")
    return nilai.astype(lebar), ada


def _biner(kolom: Sequence[tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]]) -> bytes:
    """One block per pattern of NULLs, because a NULL field has no bytes; rows of a table have no order."""
    pola = np.zeros(len(kolom[0][1]), dtype=np.int64)
    for i, (_, ada) in enumerate(kolom):
        pola |= ada.astype(np.int64) << i
    blok = [
        _blok([(n[pola == p], bool(p >> i & 1)) for i, (n, _) in enumerate(kolom)]) for p in np.unique(pola)
    ]
    return b"".join([_PENANDA, *blok, _EKOR])


def _blok(kolom: list[tuple[npt.NDArray[Any], bool]]) -> bytes:
    """Rows that all have the same fields NULL."""
    bagian: list[tuple[str, Any]] = [("n", ">i2")]
    for i, (nilai, ada) in enumerate(kolom):
        bagian.append((f"l{i}", ">i4"))
        if ada:
            bagian.append((f"v{i}", nilai.dtype))
    baris = np.zeros(len(kolom[0][0]), dtype=bagian)
    baris["n"] = len(kolom)
    for i, (nilai, ada) in enumerate(kolom):
        baris[f"l{i}"] = nilai.dtype.itemsize if ada else -1
        if ada:
            baris[f"v{i}"] = nilai
    return baris.tobytes()


def _objek(isi: Isi) -> list[Any]:
    """Python values of a column; NULL where a fact is missing."""
    if isinstance(isi, Kolom):
        return [isi.baca(i) for i in range(len(isi))]
    if isi.dtype.kind == "V":
        return [baris.tobytes() for baris in isi]
    return list(isi.tolist())
