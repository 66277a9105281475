"""Rows of a child table on the page of its parent, kept by who keeps the parent."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet, Media, ModelForm
from django.http import HttpRequest
from django.utils.text import capfirst

from asn_karier.lib.situs.isian import berkata_kosong
from asn_karier.lib.views import wewenang


class BarisBernama(BaseInlineFormSet):  # type: ignore[type-arg]  # generic in the stubs only
    """Every field says its own name: the heading of its column is far away on a phone, or unread."""

    def add_fields(self, form: ModelForm[Any], index: int | None) -> None:
        super().add_fields(form, index)
        for isian in form.fields.values():
            # What is chosen from another list is wrapped, and the copy of a wrapper keeps the old attributes.
            kotak: Any = getattr(isian.widget, "widget", isian.widget)
            kotak.attrs.setdefault("aria-label", capfirst(isian.label or ""))


class BarisPengelola(admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs only
    """Everyone at the HR desk reads the rows; HR adds, changes and removes them."""

    template = "admin/inline_baris.html"
    extra = 3
    formset = BarisBernama

    @property
    def media(self) -> Media:
        """No script: the empty rows stand there, and more of them after saving."""
        return Media()

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return berkata_kosong(super().formfield_for_dbfield(db_field, request, **kwargs))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).masuk

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).mengelola

    has_change_permission = has_delete_permission = has_add_permission
