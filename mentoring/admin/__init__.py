"""The HR door of mentoring: who offers to mentor, and the pairs with their dates (never the notes)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from asn_karier.lib.situs import AdminLihat, BarisPengelola, ya_tidak
from asn_karier.lib.views import daftarkan_menu
from mentoring.admin.hidup import HalamanHidup
from mentoring.models import KeahlianMentor, Pasangan, ProfilMentor
from pegawai.admin.cari_pegawai import CariLewatPegawai


class KeahlianInline(BarisPengelola):
    model = KeahlianMentor


@admin.register(ProfilMentor)
class ProfilMentorAdmin(CariLewatPegawai):
    boleh_tambah = True
    boleh_ubah = True
    list_display = (
        "pegawai",
        "kapasitas",
        ya_tidak("jarak_jauh", "bersedia jarak jauh"),
        ya_tidak("aktif", "keadaan", "Aktif", "Berhenti"),
    )
    list_filter = ("aktif", "jarak_jauh")
    list_select_related = ("pegawai",)
    autocomplete_fields = ("pegawai",)
    inlines = (KeahlianInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else ("pegawai",)


@admin.register(Pasangan)
class PasanganAdmin(HalamanHidup, CariLewatPegawai, AdminLihat):
    """No pair runs without two yeses, so HR looks and does not type."""

    list_display = ("mentee", "mentor_pegawai", "kompetensi", "status", "mulai", "selesai")
    list_filter = ("status", "kompetensi")
    list_select_related = ("mentee", "mentor_pegawai")
    search_fields = ("mentee__nama",)
    lewat = "mentee"

    def get_urls(self) -> list[Any]:
        return [*self.url_hidup(), *super().get_urls()]

    def pegawai_dari(self, obj: Any) -> int | None:
        mentee_id: int = obj.mentee_id
        return mentee_id


daftarkan_menu("Pengembangan", "Mentor", "admin:mentoring_profilmentor_changelist")
daftarkan_menu("Pengembangan", "Pasangan mentoring", "admin:mentoring_pasangan_changelist")
