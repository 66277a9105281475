"""The HR door of training: the catalogue, kept by HR."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from asn_karier.lib.situs import AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu, wewenang
from pelatihan.models import KompetensiPelatihan, Pelatihan


class KompetensiInline(admin.TabularInline):
    """Which competency the programme brings to which level."""

    model = KompetensiPelatihan
    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).masuk

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).mengelola

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).mengelola

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).mengelola


@admin.register(Pelatihan)
class PelatihanAdmin(AdminBerlingkup):
    boleh_tambah = True
    boleh_ubah = True
    list_display = (
        "nama",
        "metode",
        "jp",
        "biaya",
        ya_tidak("aktif", "keadaan", "Ditawarkan", "Tidak ditawarkan"),
    )
    list_filter = ("metode", "aktif")
    search_fields = ("nama",)
    inlines = (KompetensiInline,)


daftarkan_menu("Pengembangan", "Katalog pelatihan", "admin:pelatihan_pelatihan_changelist")
