"""Filters whose choices do not have to be looked for in every row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib.views import bilangan

TAHUN: Final = 10
#: Among so many of the latest rows a code is looked for that is offered.
TERAKHIR: Final = 1_000


class SaringTahun(admin.SimpleListFilter):
    """The years a page of records is asked for; another year in the address counts as well."""

    title = "tahun"
    parameter_name = "tahun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        kini = timezone.localdate().year
        return [(str(t), str(t)) for t in range(kini, kini - TAHUN, -1)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        tahun = bilangan(self.value())
        return queryset.none() if tahun is None else queryset.filter(tahun=tahun)


class SaringTahunBerikut(SaringTahun):
    """What is prepared this year for the next one."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        berikut = str(timezone.localdate().year + 1)
        return [(berikut, berikut), *super().lookups(request, model_admin)]


def saring_kode(kolom: str, judul: str, teks: Callable[[str], str]) -> type[admin.SimpleListFilter]:
    """Codes that occur among the latest rows, in words; one in use stays among the choices."""

    class SaringKode(admin.SimpleListFilter):
        title = judul
        parameter_name = kolom

        def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
            # Of the rows in sight: that a code exists elsewhere is nobody's business here.
            terakhir = model_admin.get_queryset(request).order_by("-pk").values_list(kolom, flat=True)
            return [(k, teks(k)) for k in sorted({*terakhir[:TERAKHIR], *self._terpakai()}) if k]

        def _terpakai(self) -> Iterator[str]:
            if self.value():
                yield str(self.value())

        def has_output(self) -> bool:
            return True

        def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
            return queryset.filter(**{kolom: self.value()}) if self.value() else queryset

    return SaringKode
