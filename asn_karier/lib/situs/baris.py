"""Rows of a child table on the page of its parent, kept by who keeps the parent."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from asn_karier.lib.views import wewenang


class BarisPengelola(admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs only
    """Everyone at the HR desk reads the rows; HR adds, changes and removes them."""

    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).masuk

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).mengelola

    has_change_permission = has_delete_permission = has_add_permission
