"""Vacancies by peta jabatan, stated by HR of a whole instansi."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from asn_karier.lib.situs import KANAL, AdminBerlingkup
from asn_karier.lib.views import daftarkan_menu
from pegawai.admin.wewenang import IsiInstansi
from pegawai.models import KebutuhanJabatan
from pegawai.services.kebutuhan import save_kebutuhan


@admin.register(KebutuhanJabatan)
class KebutuhanJabatanAdmin(IsiInstansi, AdminBerlingkup):
    """One line per post. Without a line nobody knows, so 0 is written where nothing is vacant."""

    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("jabatan", "lowongan", "per_tanggal", "instansi", "sumber")
    list_select_related = ("jabatan", "instansi")
    search_fields = ("jabatan__nama",)
    search_help_text = "Nama jabatan"
    autocomplete_fields = ("jabatan",)
    fields = ("instansi", "jabatan", "lowongan", "per_tanggal", "sumber")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        tetap = super().get_readonly_fields(request, obj)
        return tetap if obj is None else (*tetap, "instansi", "jabatan")

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        save_kebutuhan(kebutuhan=obj, actor=request.user, kanal=KANAL)


daftarkan_menu(
    "Pengaturan",
    "Lowongan jabatan",
    "admin:pegawai_kebutuhanjabatan_changelist",
    boleh=lambda w: w.instansi_penuh,
)
