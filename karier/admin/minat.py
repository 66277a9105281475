"""Interests that people share with HR; what they keep to themselves has no page here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu
from karier.models import MinatDibagikan
from pegawai.admin.cari_pegawai import CariLewatPegawai

_DAFTAR = "admin:karier_minatdibagikan_changelist"
_KOSONG = (
    "Belum ada minat yang dibagikan. Pegawai memilih jabatan yang diminatinya di Karier saya, dan hanya "
    "yang mereka bagikan sendiri yang tampil di sini."
)


@admin.register(MinatDibagikan)
class MinatDibagikanAdmin(CariLewatPegawai, AdminLihat):
    """HR of the person only, not the auditor."""

    perlu_mengelola = True
    list_display = ("pegawai", "jabatan", "dibagikan_pada")
    list_select_related = ("pegawai", "jabatan")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        baris: Any = super().get_queryset(request)
        return baris.dikelola(request.user)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"teks_kosong": _KOSONG, **(extra_context or {})})


daftarkan_menu("Karier", "Minat yang dibagikan", _DAFTAR, boleh=lambda w: w.mengelola, urutan=74)
