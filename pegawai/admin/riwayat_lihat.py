"""Histories of a person on the person's page: read there, changed elsewhere."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest

from asn_karier.lib.views import wewenang
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import (
    AsesmenKompetensi,
    HasilUjian,
    HukumanDisiplin,
    PengembanganKompetensi,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.reports.posisi import nama_golongan


class InlineLihat(admin.TabularInline):
    """Rows of a person, read-only; "Buka" leads to the page of one row."""

    template = "admin/inline_lihat.html"
    extra = 0
    can_delete = False
    show_change_link = True

    @property
    def media(self) -> Media:
        """No script: nothing is added or taken away here."""
        return Media()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of them, so that no field of a form is made (and none brings its scripts)."""
        return self.fields or ()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).masuk

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PangkatInline(InlineLihat):
    model = RiwayatPangkat
    fields = ("nama_golongan", "tmt", "masa_kerja_tahun", "masa_kerja_bulan", "nomor_sk", "sumber")
    readonly_fields = ("nama_golongan",)

    @admin.display(description="golongan")
    def nama_golongan(self, obj: RiwayatPangkat) -> str:
        return nama_golongan(obj.skala, obj.golongan)


class JabatanInline(InlineLihat):
    model = RiwayatJabatan
    fields = ("jabatan", "unit", "tmt", "nomor_sk", "sumber")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("jabatan", "unit")


class PendidikanInline(InlineLihat):
    model = RiwayatPendidikan
    fields = ("tingkat", "nama", "sekolah", "tahun_lulus", "sumber")


class UjianInline(InlineLihat):
    """Only for HR of this person, like discipline."""

    model = HasilUjian
    fields = ("jenis", "tanggal", "hasil", "nomor", "sumber")
    readonly_fields = ("hasil",)

    @admin.display(description="hasil")
    def hasil(self, obj: HasilUjian) -> str:
        return "Lulus" if obj.lulus else "Tidak lulus"


class PengembanganInline(InlineLihat):
    model = PengembanganKompetensi
    fields = ("nama", "bentuk", "tanggal_selesai", "jp", "penyelenggara", "nomor_sertifikat")
    show_change_link = False


class AsesmenInline(InlineLihat):
    """Nine levels in one cell: nine columns would not fit any screen."""

    model = AsesmenKompetensi
    fields = ("tanggal", "asal", "hasil", "berlaku_sampai", "sumber")
    readonly_fields = ("hasil",)
    show_change_link = False

    @admin.display(description="tingkat yang dicapai")
    def hasil(self, obj: AsesmenKompetensi) -> str:
        tingkat = [(k, getattr(obj, k.value)) for k in KompetensiMansoskul]
        return ", ".join(f"{LABEL[KompetensiMansoskul][k]} {n}" for k, n in tingkat if n is not None)


class DisiplinInline(InlineLihat):
    """Only for HR of this person: the page leaves it out for everybody else."""

    model = HukumanDisiplin
    fields = ("status", "tingkat", "jenis", "mulai", "sampai", "nomor_sk", "sumber")


INLINE_BAWAAN: Final = (
    PangkatInline,
    JabatanInline,
    PendidikanInline,
    PengembanganInline,
    AsesmenInline,
)
#: Sensitive: only for HR of the person.
INLINE_KHUSUS: Final = (UjianInline, DisiplinInline)
