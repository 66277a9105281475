"""Governments, units, posts, and the declarations that a register is complete."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest

from asn_karier.lib.audit import catat
from asn_karier.lib.situs import KANAL, AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu, wewenang
from pegawai.models import CakupanData, Instansi, Jabatan, StandarKompetensi, UnitKerja


@admin.register(Instansi)
class InstansiAdmin(AdminBerlingkup):
    """HR sets the words and the contact that every page shows; the code stays as it is."""

    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("nama", "kode", "jenis", "pengelola")
    readonly_fields = ("kode",)
    search_fields = ("nama",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else self.readonly_fields


@admin.register(UnitKerja)
class UnitKerjaAdmin(AdminBerlingkup):
    """The tree comes from the import; only the mark of a remote unit is set here."""

    boleh_ubah = True
    list_display = ("nama_berjenjang", "siasn_id", ya_tidak("terpencil", "terpencil", tidak="–"))
    list_filter = ("terpencil",)
    list_select_related = ("instansi",)
    search_fields = ("nama", "induk__nama")
    search_help_text = "Nama unit atau unit di atasnya"
    ordering = ("instansi", "jalur")
    fields = ("nama", "induk", "siasn_id", "instansi", "terpencil")
    readonly_fields = ("nama", "induk", "siasn_id", "instansi")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("induk")

    def teks_pilihan(self, obj: UnitKerja) -> str:
        """With the unit above: every dinas has its own Sub Bagian Umum."""
        atas = f", {obj.induk.nama}" if obj.induk else ""
        return f"{obj.nama}{atas} [{obj.pk}]"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By the own name; only when that finds nothing also by the name of the unit above."""
        sendiri = queryset
        for kata in search_term.split():
            sendiri = sendiri.filter(nama__icontains=kata)
        if sendiri.exists():
            return sendiri, False
        return super().get_search_results(request, queryset, search_term)

    def cari_pilihan(self, request: HttpRequest, baris: QuerySet[Any], teks: str) -> Any:
        return super().cari_pilihan(request, baris.select_related("induk"), teks)

    @admin.display(description="nama")
    def nama_berjenjang(self, obj: UnitKerja) -> str:
        return "\u2003" * obj.kedalaman + obj.nama


class StandarInline(admin.StackedInline):
    """What the post asks for; reference data, kept by the system's administrator."""

    model = StandarKompetensi
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).masuk

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Jabatan)
class JabatanAdmin(AdminBerlingkup):
    """Shared by all instansi, so HR of one of them reads it and does not change it."""

    list_display = ("nama", "jenis", "jenjang", "kelas", "bup")
    list_filter = ("jenis", "jenjang")
    search_fields = ("nama",)
    inlines = (StandarInline,)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super


class FormCakupan(forms.ModelForm):
    class Meta:
        model = CakupanData
        fields = ("instansi", "register", "mulai", "sampai", "sumber")


@admin.register(CakupanData)
class CakupanDataAdmin(AdminBerlingkup):
    """A named officer declares a register complete; a declaration is never rewritten, a new one follows."""

    boleh_tambah = True
    perlu_instansi_penuh = True
    form = FormCakupan
    list_display = ("register", "instansi", "mulai", "sampai", "dinyatakan_oleh", "dinyatakan_pada")
    list_filter = ("register",)
    list_select_related = ("instansi", "dinyatakan_oleh")
    fields = ("instansi", "register", "mulai", "sampai", "sumber")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        tetap = super().get_fields(request, obj)
        return tetap if obj is None else (*tetap, "dinyatakan_oleh", "dinyatakan_pada")

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        isian = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if isian is not None and db_field.name == "instansi":
            isian.initial = Instansi.objects.dikelola(request.user).first()
        return isian

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        judul = {"title": "Nyatakan register lengkap"}
        return super().add_view(request, form_url, {**judul, **(extra_context or {})})

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        obj.dinyatakan_oleh = request.user
        super().save_model(request, obj, form, change)
        catat(
            pengguna=request.user,
            tindakan="nyatakan_lengkap",
            subjek_jenis="cakupan",
            subjek_id=obj.pk,
            kanal=KANAL,
            rincian={"register": obj.register, "instansi": obj.instansi_id},
        )


daftarkan_menu("Pegawai", "Unit kerja", "admin:pegawai_unitkerja_changelist")
daftarkan_menu(
    "Pegawai",
    "Pernyataan lengkap",
    "admin:pegawai_cakupandata_changelist",
    boleh=lambda w: w.instansi_penuh,
)
daftarkan_menu("Pengaturan", "Jabatan", "admin:pegawai_jabatan_changelist")
daftarkan_menu(
    "Pengaturan", "Instansi", "admin:pegawai_instansi_changelist", boleh=lambda w: w.instansi_penuh
)
