"""What was said around results, for HR of the person: read-only."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu, wewenang
from kinerja.models import Tanggapan, TindakLanjut
from pegawai.admin.cari_pegawai import CariLewatPegawai


class PihakAdmin(CariLewatPegawai, AdminLihat):
    """Person, atasan and HR of the person: not the auditor."""

    list_select_related = ("pegawai", "penilaian", "evaluasi", "oleh")
    ordering = ("-pk",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return super().has_module_permission(request) and wewenang(request).mengelola


@admin.register(Tanggapan)
class TanggapanAdmin(PihakAdmin):
    list_display = ("pegawai", "hasil_teks", "oleh", "pada")

    @admin.display(description="hasil")
    def hasil_teks(self, obj: Tanggapan) -> str:
        return str(obj.hasil)


@admin.register(TindakLanjut)
class TindakLanjutAdmin(PihakAdmin):
    list_display = ("pegawai", "jenis", "status", "mulai", "oleh")
    list_filter = ("status", "jenis")
    exclude = ("versi",)


for teks, nama in (("Tanggapan hasil", "tanggapan"), ("Tindak lanjut", "tindaklanjut")):
    daftarkan_menu("Kinerja", teks, f"admin:kinerja_{nama}_changelist", boleh=lambda w: w.mengelola)
