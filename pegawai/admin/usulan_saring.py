"""Filters of the queue of requests."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from pegawai.enums import StatusUsulan
from pegawai.kamus import LABEL
from pegawai.models.usulan import TERBUKA
from pegawai.services.tenggat import PERINGATAN
from pegawai.services.usulan_baca import waiting

_TERBUKA: Final = "terbuka"


class SaringStatusUsulan(admin.SimpleListFilter):
    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(_TERBUKA, "Belum selesai"), *((s.value, LABEL[StatusUsulan][s]) for s in StatusUsulan)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == _TERBUKA:
            return queryset.filter(status__in=TERBUKA)
        return queryset.filter(status=self.value()) if self.value() in set(StatusUsulan) else queryset


class SaringBatas(admin.SimpleListFilter):
    """By the clock of UU 27/2022, of those that wait for HR."""

    title = "batas 3 × 24 jam"
    parameter_name = "batas"
    LEWAT, SEGERA, LAIN = "lewat", "segera", "cukup"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            (self.LEWAT, "Lewat batas"),
            (self.SEGERA, "Kurang dari 24 jam lagi"),
            (self.LAIN, "Masih lebih dari 24 jam"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return self.pilih(waiting(queryset), str(self.value()), timezone.now())

    @classmethod
    def pilih(cls, menunggu: QuerySet[Any], kode: str, kini: datetime) -> QuerySet[Any]:
        """Of those that wait: past the limit, within a day of it, or earlier."""
        if kode == cls.LEWAT:
            return menunggu.filter(tenggat__lte=kini)
        if kode == cls.SEGERA:
            return menunggu.filter(tenggat__gt=kini, tenggat__lte=kini + PERINGATAN)
        return menunggu.filter(tenggat__gt=kini + PERINGATAN)
