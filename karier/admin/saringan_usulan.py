"""Filters of the list of recommendations."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib import kata


class SaringPeriode(admin.SimpleListFilter):
    """The periods that occur, newest first."""

    title = "periode"
    parameter_name = "periode"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        ada = model_admin.get_queryset(request).order_by("-periode").values_list("periode", flat=True)
        return [(f"{p:%Y-%m-%d}", kata.tanggal(p)) for p in ada.distinct()]

    def has_output(self) -> bool:
        return bool(self.lookup_choices) or self.value() is not None

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        pilihan = {nilai for nilai, _ in self.lookup_choices}
        if self.value() is None:
            return queryset
        return queryset.filter(periode=self.value()) if self.value() in pilihan else queryset.none()


class SaringLewatTmt(admin.SimpleListFilter):
    """Proposals whose TMT has passed without an SK: each holds back the next period."""

    BELUM: Final = "belum"
    title = "SK"
    parameter_name = "sk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(self.BELUM, "Lewat TMT, SK belum tercatat")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.lewat_tmt(timezone.localdate()) if self.value() == self.BELUM else queryset.none()
