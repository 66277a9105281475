"""The HR door of training: the catalogue, kept by HR."""

from __future__ import annotations

from django.contrib import admin

from asn_karier.lib.situs import AdminBerlingkup, BarisPengelola, ya_tidak
from asn_karier.lib.views import daftarkan_menu
from pelatihan.models import KompetensiPelatihan, Pelatihan, SasaranPelatihan


class KompetensiInline(BarisPengelola):
    """Which competency the programme brings to which level."""

    model = KompetensiPelatihan


class SasaranInline(BarisPengelola):
    """For whom the programme is meant."""

    model = SasaranPelatihan


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
    list_filter = ("metode", "aktif", "sasaran__jenis_jabatan")
    search_fields = ("nama",)
    inlines = (KompetensiInline, SasaranInline)


daftarkan_menu("Pengembangan", "Katalog pelatihan", "admin:pelatihan_pelatihan_changelist")
