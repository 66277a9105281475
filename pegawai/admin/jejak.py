"""The trail as HR and auditors read it: only what concerns people inside their scope."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from asn_karier.lib.models import Jejak
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu, wewenang
from pegawai.models import Pegawai


@admin.register(Jejak)
class JejakAdmin(AdminLihat):
    """Append-only; nobody changes a line here."""

    perlu_instansi_penuh = True
    list_display = ("pada", "pelaku_nama", "tindakan", "subjek", "kanal", "keperluan")
    list_filter = ("tindakan", "kanal")
    search_fields = ("pelaku_nama", "keperluan")
    ordering = ("-pk",)
    sortable_by = ()
    list_display_links = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Lines about people in scope, and one's own; the administrator sees all."""
        baris = super().get_queryset(request)
        if wewenang(request).super:
            return baris
        orang = Pegawai.objects.visible_to(request.user).values("pk")
        milik_sendiri = Q(pelaku_jenis="pengguna", pelaku_id=request.user.pk)
        return baris.filter(Q(subjek_jenis="pegawai", subjek_id__in=orang) | milik_sendiri)

    @admin.display(description="tentang")
    def subjek(self, obj: Jejak) -> str:
        return f"{obj.subjek_jenis} {obj.subjek_id or ''}".strip()

    def pegawai_dari(self, obj: Any) -> int | None:
        return None


daftarkan_menu("Pengaturan", "Jejak akses", "admin:inti_jejak_changelist", boleh=lambda w: w.instansi_penuh)
