"""Lists of any length: counted up to a bound, and paged by the last row shown instead of by a number.

COUNT over everything and OFFSET read whatever is not shown. A page is the rows after (or before) a place in
the order, found along an index where there is one; a row that comes, changes or goes meanwhile moves no
other row to another page.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any, Final, NamedTuple

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.paginator import Paginator
from django.db import connection, models
from django.db.models import F, Field, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.http import HttpRequest

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import buka_sandi, kunci_sandi
from asn_karier.lib.views import Halaman

#: More rows than these are not counted; nobody reads to the end of them either.
BATAS_HITUNG: Final = 10_000
_TAK_ADA: Final = Q(pk__in=[])


def hitung_terbatas(baris: QuerySet[Any], batas: int | None = None) -> int:
    """How many rows there are, at most one more than `batas` (BATAS_HITUNG)."""
    batas = batas or BATAS_HITUNG
    return baris.order_by().values("pk")[: batas + 1].count()


def teks_jumlah(banyak: int, batas: int | None = None) -> str:
    """A number of `hitung_terbatas` as it is shown."""
    batas = batas or BATAS_HITUNG
    return f"lebih dari {kata.bilangan(batas)}" if banyak > batas else kata.bilangan(banyak)


class PaginatorTerbatas(Paginator):  # type: ignore[type-arg]  # generic in the stubs only
    """Pages of a list whose rows are counted only up to `batas` (BATAS_HITUNG)."""

    batas: int | None = None

    @cached_property
    def count(self) -> int:
        if isinstance(self.object_list, QuerySet):
            return hitung_terbatas(self.object_list, self.batas)
        return len(self.object_list)


class Sekilas(PaginatorTerbatas):
    """For lists that nobody reads to the end, where a row costs more to judge than to show."""

    batas = 1_000


class Lajur(NamedTuple):
    """One term of an order: the column, its direction, whether it may be NULL, its field."""

    nama: str
    naik: bool
    boleh_null: bool
    medan: Field[Any, Any]


class Tempat(NamedTuple):
    """A place in the order: the values of the row there; the page lies before it or after it."""

    mundur: bool
    nilai: list[Any]


class DaftarBerkunci(ChangeList):
    """The change list with pages by place. Orders that are no plain columns keep their page numbers."""

    halaman: Halaman | None = None

    @property
    def jumlah(self) -> str:
        return teks_jumlah(self.result_count, getattr(self.paginator, "batas", None))

    def get_filters(self, request: HttpRequest) -> Any:
        """A filter that no database could hold is none: the list says so and stays."""
        if any("\x00" in nilai for semua in self.filter_params.values() for nilai in semua):
            raise IncorrectLookupParameters
        return super().get_filters(request)

    def get_results(self, request: HttpRequest) -> None:
        sandi = request.GET.get(PAGE_VAR, "")
        urutan = lajur_urutan(self.queryset)
        if not urutan or sandi.isdecimal():
            super().get_results(request)
            return
        self.paginator = self.model_admin.get_paginator(request, self.queryset, self.list_per_page)
        self.result_count = self.paginator.count
        self.full_result_count = None
        self.show_full_result_count = self.can_show_all = False
        self.show_admin_actions = True
        self.multi_page = self.result_count > self.list_per_page
        self.result_list = self._halaman(urutan, baca_tempat(sandi, urutan))

    def _halaman(self, urutan: list[Lajur], tempat: Tempat | None) -> list[Any]:
        """The rows of one page; `halaman` gets the addresses of its neighbours."""
        mundur = tempat is not None and tempat.mundur
        baris = self.queryset.reverse() if mundur else self.queryset
        if tempat is not None:
            baris = baris.filter(sesudah(urutan, tempat))
        isi = list(baris[: self.list_per_page + 1])
        lebih = len(isi) > self.list_per_page
        isi = isi[: self.list_per_page]
        if tempat is not None and not isi:
            # Whatever lay there is gone: the list from its beginning says so better than an empty page.
            return self._halaman(urutan, None)
        if mundur:
            isi.reverse()
        self.halaman = Halaman(
            sebelum=self._alamat(urutan, isi[0], mundur=True) if (lebih if mundur else tempat) else "",
            berikut=self._alamat(urutan, isi[-1], mundur=False) if (mundur or lebih) else "",
        )
        return isi

    def _alamat(self, urutan: list[Lajur], baris: Any, *, mundur: bool) -> str:
        nilai = [_nilai(baris, lajur.nama) for lajur in urutan]
        return self.get_query_string({PAGE_VAR: tulis_tempat(Tempat(mundur, nilai))})


def lajur_urutan(baris: QuerySet[Any]) -> list[Lajur]:
    """The terms of the order of `baris`, up to the one that is unique; empty when a page needs a number."""
    hasil: list[Lajur] = []
    for bagian in baris.query.order_by:
        nama, naik = _nama_dan_arah(bagian)
        if any(lajur.nama == nama for lajur in hasil):
            continue
        medan = _medan(baris, nama)
        if medan is None:
            return []
        hasil.append(Lajur(nama, naik, medan[1], medan[0]))
        if medan[0].unique and "__" not in nama and not medan[1]:
            return hasil
    return []


def sesudah(urutan: list[Lajur], tempat: Tempat) -> Q:
    """Rows that follow the place in the order, or precede it."""
    syarat = _TAK_ADA
    for lajur, nilai in zip(reversed(urutan), reversed(tempat.nilai), strict=True):
        sama = Q(**{f"{lajur.nama}__isnull": True}) if nilai is None else Q(**{lajur.nama: nilai})
        syarat = _lebih(lajur, nilai, mundur=tempat.mundur) | (sama & syarat)
    kepala, nilai = urutan[0], tempat.nilai[0]
    if kepala.boleh_null or nilai is None:
        return syarat
    # Says nothing new, but is what an index can begin with.
    arah = "gte" if kepala.naik != tempat.mundur else "lte"
    return Q(**{f"{kepala.nama}__{arah}": nilai}) & syarat


def _lebih(lajur: Lajur, nilai: Any, *, mundur: bool) -> Q:
    naik = lajur.naik != mundur
    null_di_akhir = naik == connection.features.nulls_order_largest
    if nilai is None:
        return _TAK_ADA if null_di_akhir else Q(**{f"{lajur.nama}__isnull": False})
    syarat = Q(**{f"{lajur.nama}__{'gt' if naik else 'lt'}": nilai})
    return syarat | Q(**{f"{lajur.nama}__isnull": True}) if lajur.boleh_null and null_di_akhir else syarat


def tulis_tempat(tempat: Tempat) -> str:
    """A place as it travels in an address: encrypted, because addresses are logged and it may hold a name."""
    isi = [n.isoformat() if hasattr(n, "isoformat") else n for n in tempat.nilai]
    return kunci_sandi(json.dumps([tempat.mundur, isi], default=str))


def baca_tempat(sandi: str, urutan: list[Lajur]) -> Tempat | None:
    """The place of an address; None when it is not one, or belongs to another order."""
    try:
        mundur, isi = json.loads(buka_sandi(sandi)) if sandi else (False, [])
        nilai = [lajur.medan.to_python(n) for lajur, n in zip(urutan, isi, strict=True)]
    except (DomainError, ValidationError, ValueError, TypeError):
        return None
    return Tempat(bool(mundur), nilai)


def _nama_dan_arah(bagian: Any) -> tuple[str, bool]:
    """The column of a term and whether it rises; no name for what is not a plain column."""
    if isinstance(bagian, str):
        return bagian.removeprefix("-"), not bagian.startswith("-")
    naik = True
    if isinstance(bagian, OrderBy) and not (bagian.nulls_first or bagian.nulls_last):
        naik, bagian = not bagian.descending, bagian.expression
    return (str(getattr(bagian, "name", "")), naik) if isinstance(bagian, F) else ("", naik)


def _medan(baris: QuerySet[Any], nama: str) -> tuple[Field[Any, Any], bool] | None:
    """The field of a column and whether it may be NULL; None for a relation, whose order is another's."""
    if nama in baris.query.annotations:
        medan = getattr(baris.query.annotations[nama], "output_field", None)
        return None if medan is None else (medan, True)
    meta, boleh_null = baris.model._meta, False
    *jalan, akhir = nama.split("__")
    try:
        for langkah in jalan:
            hubungan = meta.get_field(langkah)
            boleh_null |= bool(getattr(hubungan, "null", True))
            meta = hubungan.related_model._meta
        medan = meta.pk if akhir == "pk" else meta.get_field(akhir)
    except (FieldDoesNotExist, AttributeError):
        return None
    if not isinstance(medan, models.Field) or (medan.is_relation and akhir == medan.name):
        return None
    return medan, boleh_null or medan.null


def _nilai(baris: Any, nama: str) -> Any:
    for langkah in nama.split("__"):
        baris = getattr(baris, langkah) if baris is not None else None
    return baris
