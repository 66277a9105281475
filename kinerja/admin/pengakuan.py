"""Established recognitions, for HR to read. Feedback, private notes and directions have no page here."""

from __future__ import annotations

from django.contrib import admin

from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu
from kinerja.models import Pengakuan
from pegawai.admin.cari_pegawai import CariLewatPegawai


@admin.register(Pengakuan)
class PengakuanAdmin(CariLewatPegawai, AdminLihat):
    """Proposed and confirmed in the portal by leaders; a proposal does not show here."""

    list_display = ("pegawai", "judul", "sumber", "tanggal", "penetap")
    list_filter = ("sumber",)
    list_select_related = ("pegawai", "penetap")
    ordering = ("-pk",)
    exclude = ("versi", "kunci", "alasan", "status")


daftarkan_menu("Kinerja", "Pengakuan", "admin:kinerja_pengakuan_changelist")
