"""Machinery tables, for the system's own administrator: shown, never edited."""

from django.contrib import admin

from asn_karier.lib.models import DenyutPekerja, JadwalJalan, Outbox
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu


class MesinAdmin(AdminLihat):
    hanya_super = True


@admin.register(DenyutPekerja)
class DenyutPekerjaAdmin(MesinAdmin):
    list_display = ("pekerja", "mulai", "terakhir")
    ordering = ("-terakhir",)


@admin.register(Outbox)
class OutboxAdmin(MesinAdmin):
    list_display = ("jenis", "kunci", "dibuat_pada", "terkirim_pada", "percobaan", "galat")
    list_filter = ("jenis",)
    ordering = ("-pk",)


@admin.register(JadwalJalan)
class JadwalJalanAdmin(MesinAdmin):
    list_display = ("jadwal", "jatuh_tempo", "selesai_pada")
    ordering = ("-jatuh_tempo",)


daftarkan_menu("Pengaturan", "Pekerja", "admin:inti_denyutpekerja_changelist", boleh=lambda w: w.super)
daftarkan_menu("Pengaturan", "Pesan keluar", "admin:inti_outbox_changelist", boleh=lambda w: w.super)
