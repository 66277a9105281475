"""What was said around results, for HR of the person: read-only."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu
from kinerja.enums import StatusTindakLanjut
from kinerja.kamus import LABEL
from kinerja.models import Tanggapan, TindakLanjut
from pegawai.admin.cari_pegawai import CariLewatPegawai


class PihakAdmin(CariLewatPegawai, AdminLihat):
    """Person, atasan and HR of the person: not the auditor."""

    perlu_mengelola = True
    list_select_related = ("pegawai", "penilaian", "evaluasi", "oleh")
    ordering = ("-pk",)


@admin.register(Tanggapan)
class TanggapanAdmin(PihakAdmin):
    list_display = ("pegawai", "hasil_teks", "oleh", "pada")

    @admin.display(description="hasil")
    def hasil_teks(self, obj: Tanggapan) -> str:
        return str(obj.hasil)


class SaringStatus(admin.SimpleListFilter):
    """Statuses that a row can have: what is only proposed has none."""

    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        tersimpan = (s for s in StatusTindakLanjut if s is not StatusTindakLanjut.DIUSULKAN)
        return [(s.value, LABEL[StatusTindakLanjut][s]) for s in tersimpan]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(status=self.value()) if self.value() else queryset


@admin.register(TindakLanjut)
class TindakLanjutAdmin(PihakAdmin):
    list_display = ("pegawai", "jenis", "status", "mulai", "oleh")
    list_filter = (SaringStatus, "jenis")
    exclude = ("versi",)


for teks, nama in (("Tanggapan hasil", "tanggapan"), ("Tindak lanjut", "tindaklanjut")):
    daftarkan_menu("Kinerja", teks, f"admin:kinerja_{nama}_changelist", boleh=lambda w: w.mengelola)
