"""Several publications read in one statement."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import QuerySet

from asn_karier.lib.db.baca import Pembaca
from asn_karier.lib.db.kunci import is_postgres
from asn_karier.lib.db.lajur import (
    AKHIR,
    AWAL,
    HANYA_IDS,
    IDS,
    KEPALA,
    Ids,
    Tipe,
    copy_keluar,
    dalam_rentang,
    dtype_baris,
    isi_templat,
    kosong,
    padat,
    saring,
    sejajar,
    tanpa_baris,
    tanpa_urut,
)
from asn_karier.lib.kolom import Kolom

_KUNCI: Final = "pegawai_id"
#: Up to so many people a round trip and its planning cost more than the bytes of wide rows.
SEDIKIT: Final = 100
_Terbitan = Mapping[str, tuple[QuerySet[Any, Any], Mapping[str, Tipe]]]
#: Number and SQL of a publication, the types of its columns, how many columns the widest has.
_Cabang = Callable[[int, str, list[Tipe], int], str]


class PembacaGabungan:
    """Several publications of few rows in one statement, which saves its planning and its round trip.

    Each is a queryset as `Pembaca` reads it, under a name; on PostgreSQL the SQL is compiled once.
    """

    def __init__(self, terbitan: _Terbitan) -> None:
        self._terbitan = {nama: (tanpa_urut(q), kolom) for nama, (q, kolom) in terbitan.items()}
        self._lebar = max(len(kolom) for _, kolom in terbitan.values())

    def baca(self, ids: Ids) -> dict[str, dict[str, Kolom]]:
        """By name the columns aligned to `ids` (sorted, unique), as `Pembaca.baca` gives them; one query."""
        if len(ids) == 0:
            return {nama: tanpa_baris(kolom) for nama, (_, kolom) in self._terbitan.items()}
        asal, baris, slot = self._copy(ids) if is_postgres() else self._pilih(ids)
        hasil = {}
        for nomor, (nama, (_, kolom)) in enumerate(self._terbitan.items()):
            miliknya = asal == nomor
            isi = {n: _dari_slot(slot[miliknya, i], t) for i, (n, t) in enumerate(kolom.items())}
            hasil[nama] = sejajar(ids, baris[miliknya], isi)
        return hasil

    def _copy(self, ids: Ids) -> tuple[Ids, Ids, Ids]:
        sql, templat = self._rentang if padat(ids) else self._tersebar
        nama = ["asal", *(f"k{i}" for i in range(self._lebar))]
        larik = np.frombuffer(
            copy_keluar(sql, isi_templat(templat, ids)),
            dtype=dtype_baris(dict.fromkeys(nama, "i8")),
            offset=KEPALA,
        )
        slot = np.stack([larik[n].astype(np.int64) for n in nama[1:]], axis=1)
        return larik["asal"].astype(np.int64), larik["id"].astype(np.int64), slot

    @cached_property
    def _rentang(self) -> tuple[str, tuple[Any, ...]]:
        semua = [dalam_rentang(q, _KUNCI, AWAL, AKHIR) for q, _ in self._terbitan.values()]
        return _jadi_copy(self._satukan(semua, _cabang_biner))

    @cached_property
    def _tersebar(self) -> tuple[str, tuple[Any, ...]]:
        semua = [q for q, _ in self._terbitan.values()]
        return _jadi_copy(self._satukan(semua, _cabang_tersebar, tambahan=(IDS,)))

    def _satukan(
        self, dipilih: Sequence[QuerySet[Any, Any]], cabang: _Cabang, tambahan: tuple[int, ...] = ()
    ) -> tuple[str, tuple[Any, ...]]:
        """UNION ALL of rows that say whose they are; a publication with fewer columns is filled up."""
        bagian: list[str] = []
        semua: list[Any] = []
        for nomor, (queryset, (_, kolom)) in enumerate(zip(dipilih, self._terbitan.values(), strict=True)):
            sql, isian = queryset.values_list(_KUNCI, *kolom).query.sql_with_params()
            bagian.append(cabang(nomor, sql, [*kolom.values()], self._lebar))
            semua += [*isian, *tambahan]
        return " UNION ALL ".join(bagian), tuple(semua)

    def _pilih(self, ids: Ids) -> tuple[Ids, Ids, Ids]:
        """A plain SELECT, where there is no COPY; its rows come without the types of Django."""
        dipilih = [saring(q, _KUNCI, ids) for q, _ in self._terbitan.values()]
        sql, isian = self._satukan(dipilih, _cabang_biasa)
        # SQLite takes the types of a column from the first SELECT: one without types, and without rows.
        tanpa_tipe = f"SELECT 0, 0{', NULL' * self._lebar} WHERE 1 = 0"
        with connection.cursor() as kursor:
            kursor.execute(f"{tanpa_tipe} UNION ALL {sql}", isian)
            mentah = kursor.fetchall()
        larik = np.array([[_mentah(n) for n in b] for b in mentah], dtype=np.int64)
        larik = larik.reshape(len(mentah), self._lebar + 2)
        return larik[:, 0], larik[:, 1], larik[:, 2:]


class PembacaTerbitan:
    """All publications about people: for a few in one statement, for many one each in its own width.

    `jarang` are those in which most people have no row; they share a statement whatever the number.
    """

    def __init__(self, biasa: _Terbitan, jarang: _Terbitan) -> None:
        self._sedikit = PembacaGabungan({**biasa, **jarang})
        self._biasa = {nama: Pembaca(q, kolom) for nama, (q, kolom) in biasa.items()}
        self._jarang = PembacaGabungan(jarang)

    def baca(self, ids: Ids) -> dict[str, dict[str, Kolom]]:
        """By name the columns aligned to `ids` (sorted, unique), the same whichever way they are read."""
        if len(ids) <= SEDIKIT:
            return self._sedikit.baca(ids)
        biasa = {nama: pembaca.baca(ids) for nama, pembaca in self._biasa.items()}
        return biasa | self._jarang.baca(ids)


def _jadi_copy(satuan: tuple[str, tuple[Any, ...]]) -> tuple[str, tuple[Any, ...]]:
    sql, isian = satuan
    return f"COPY ({sql}) TO STDOUT (FORMAT BINARY)", isian


def _cabang_tersebar(nomor: int, sql: str, tipe: list[Tipe], lebar: int) -> str:
    return f"{_cabang_biner(nomor, sql, tipe, lebar)} {HANYA_IDS}"


def _cabang_biner(nomor: int, sql: str, tipe: list[Tipe], lebar: int) -> str:
    tiada = f"({kosong('i8')})::int8"
    isi = [f"COALESCE({_jadi_bilangan(f'k{i}', t)}::int8, {tiada})" for i, t in enumerate(tipe)]
    pilih = ", ".join([f"id::int8, {nomor}::int8", *isi, *[tiada] * (lebar - len(tipe))])
    alias = ", ".join(["id", *(f"k{i}" for i in range(len(tipe)))])
    return f"SELECT {pilih} FROM ({sql}) AS s{nomor}({alias})"  # noqa: S608


def _jadi_bilangan(nama: str, tipe: Tipe) -> str:
    if tipe == "hari":
        return f"({nama} - DATE '1970-01-01')"
    return f"{nama}::int" if tipe == "ya" else nama


def _cabang_biasa(nomor: int, sql: str, tipe: list[Tipe], lebar: int) -> str:
    return f"SELECT {nomor}, s{nomor}.*{', NULL' * (lebar - len(tipe))} FROM ({sql}) AS s{nomor}"  # noqa: S608


def _mentah(nilai: Any) -> int:
    """A value as SQLite keeps it: dates are text, truth is a number."""
    if nilai is None:
        return kosong("i8")
    return int(nilai) if not isinstance(nilai, str) or nilai.isdecimal() else _hari_ke(nilai)


def _hari_ke(teks: str) -> int:
    return (date.fromisoformat(teks) - date(1970, 1, 1)).days


def _dari_slot(isi: Ids, tipe: Tipe) -> Kolom:
    ada = isi != kosong("i8")
    if tipe != "hari":
        return Kolom(isi, ada)
    return Kolom(np.where(ada, isi, 0).astype("datetime64[D]"), ada)
