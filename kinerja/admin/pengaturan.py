"""How an instansi works with performance: where it types, and how often it evaluates."""

from __future__ import annotations

from django.contrib import admin

from asn_karier.lib.situs import AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu
from kinerja.models import PengaturanKinerja


@admin.register(PengaturanKinerja)
class PengaturanKinerjaAdmin(AdminBerlingkup):
    """A change counts for cycles made after it; one that exists keeps its source."""

    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = (
        "instansi",
        "sumber",
        "periodik",
        ya_tidak("konversi_periodik", "konversi angka kredit periodik"),
    )
    list_select_related = ("instansi",)
    fields = ("instansi", "sumber", "periodik", "konversi_periodik")


daftarkan_menu(
    "Kinerja",
    "Pengaturan kinerja",
    "admin:kinerja_pengaturankinerja_changelist",
    boleh=lambda w: w.instansi_penuh,
    urutan=90,
)
