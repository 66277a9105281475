"""Who acts for the head of a unit, and beside it the repair of the chain of atasan."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.urls import URLPattern

from asn_karier.lib.views import daftarkan_menu
from pegawai.admin.atasan import HalamanAtasan
from pegawai.admin.riwayat import RiwayatAdmin
from pegawai.models import PenugasanPlt


@admin.register(PenugasanPlt)
class PenugasanPltAdmin(HalamanAtasan, RiwayatAdmin):
    list_display = ("pegawai", "unit", "jenis", "mulai", "sampai")
    list_select_related: ClassVar[Any] = ("pegawai", "unit")
    autocomplete_fields: ClassVar[Any] = ("pegawai", "unit")
    fields = ("pegawai", "unit", "jenis", "mulai", "sampai", "dasar")

    def get_urls(self) -> list[URLPattern]:
        return [*self.url_atasan(), *super().get_urls()]


daftarkan_menu("Pegawai", "PLT dan PLH", "admin:pegawai_penugasanplt_changelist", urutan=60)
daftarkan_menu(
    "Pegawai",
    "Perbaiki atasan penilai",
    "admin:pegawai_atasan",
    boleh=lambda w: w.mengelola and w.instansi_penuh,
    urutan=61,
)
