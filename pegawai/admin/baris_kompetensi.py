"""Rows that name one competency, of whatever app they are."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from asn_karier.lib.situs import BarisPengelola


class BarisKompetensi(BarisPengelola):
    """`model` is a `SatuKompetensi`: technical ones are those that all share and those of the government."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "teknis":
            semua = db_field.remote_field.model._default_manager.visible_to(request.user)
            kwargs["queryset"] = semua.filter(aktif=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
