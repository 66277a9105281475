"""What posts ask for in competencies, at the desk of HR: the nine, technical ones, and their reference."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from asn_karier.lib.situs import KANAL, AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu, wewenang
from pegawai.admin.pegawai import daftarkan_inline
from pegawai.admin.riwayat_lihat import InlineLihat
from pegawai.admin.wewenang import IsiInstansi
from pegawai.enums import KompetensiMansoskul
from pegawai.models import KenaikanKompetensi, KompetensiTeknis, LevelTeknis, StandarKompetensi, StandarTeknis
from pegawai.services.kompetensi_standar import (
    may_set_nine,
    may_set_technical,
    remove_technical_standard,
    save_standard,
    save_technical_competency,
    save_technical_standard,
)

_KODE = tuple(k.value for k in KompetensiMansoskul)


@daftarkan_inline
class LevelTeknisInline(InlineLihat):
    """Levels of technical competencies on the page of the person."""

    model = LevelTeknis
    fields = ("kompetensi", "level", "tanggal", "asal", "berlaku_sampai", "sumber")
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("kompetensi")


@daftarkan_inline
class KenaikanInline(InlineLihat):
    """What passed trainings showed."""

    model = KenaikanKompetensi
    fields = ("nama_kompetensi", "level", "tanggal", "nomor_sertifikat")
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("teknis")

    @admin.display(description="kompetensi")
    def nama_kompetensi(self, obj: KenaikanKompetensi) -> str:
        return obj.nama_kompetensi


class _Standar(AdminBerlingkup):
    """What one post asks for. Everybody at the desk reads it; HR of the whole instansi sets their own."""

    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    autocomplete_fields: ClassVar[Any] = ("jabatan",)
    list_select_related: ClassVar[Any] = ("jabatan",)
    search_fields: ClassVar[Any] = ("jabatan__nama",)
    search_help_text = "Nama jabatan"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Another post is another row."""
        tetap = super().get_readonly_fields(request, obj)
        return tetap if obj is None else (*tetap, "jabatan")


@admin.register(StandarKompetensi)
class StandarKompetensiAdmin(_Standar):
    list_display = ("jabatan", "ringkas")
    fields = ("jabatan", *_KODE)

    def dikelola(self, request: HttpRequest, obj: Any) -> bool:
        return (
            obj is None
            or not isinstance(obj, StandarKompetensi)
            or may_set_nine(request.user, obj.jabatan_id)
        )

    @admin.display(description="level yang diminta")
    def ringkas(self, obj: StandarKompetensi) -> str:
        """The nine in official order; a dash follows the general level of the jenjang."""
        level = [getattr(obj, k) for k in _KODE]
        return " · ".join("–" if n is None else str(n) for n in level)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        save_standard(standar=obj, actor=request.user, kanal=KANAL)


@admin.register(StandarTeknis)
class StandarTeknisAdmin(_Standar):
    boleh_hapus = True
    list_display = ("jabatan", "kompetensi", "level")
    list_select_related = ("jabatan", "kompetensi")
    autocomplete_fields = ("jabatan", "kompetensi")
    search_fields = ("jabatan__nama", "kompetensi__nama")
    search_help_text = "Nama jabatan atau kompetensi"
    fields = ("jabatan", "kompetensi", "level")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What other governments ask of a shared post is theirs."""
        terlihat = KompetensiTeknis.objects.visible_to(request.user)
        return super().get_queryset(request).filter(kompetensi__in=terlihat)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "kompetensi":
            kwargs["queryset"] = KompetensiTeknis.objects.visible_to(request.user).filter(aktif=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def dikelola(self, request: HttpRequest, obj: Any) -> bool:
        if obj is None or not isinstance(obj, StandarTeknis):
            return True
        return may_set_technical(request.user, obj.kompetensi, obj.jabatan_id)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        tetap = super().get_readonly_fields(request, obj)
        return tetap if obj is None else (*tetap, "kompetensi")

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        save_technical_standard(standar=obj, actor=request.user, kanal=KANAL)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        remove_technical_standard(standar=obj, actor=request.user, kanal=KANAL)

    def get_actions(self, request: HttpRequest) -> Any:
        """One by one, so that each leaves its line on the trail."""
        return {}


@admin.register(KompetensiTeknis)
class KompetensiTeknisAdmin(IsiInstansi, AdminBerlingkup):
    """Shared ones are read here; those of the own government are made and put out of use."""

    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("nama", "kode", "instansi", ya_tidak("aktif", "keadaan", "Dipakai", "Tidak dipakai"))
    list_filter = ("aktif",)
    list_select_related = ("instansi",)
    search_fields = ("nama", "kode")
    search_help_text = "Nama atau kode"
    fields = ("nama", "uraian", "instansi", "aktif")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj is None else ("kode", *self.fields)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        tetap = super().get_readonly_fields(request, obj)
        return tetap if obj is None else (*tetap, "kode", "instansi")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Without an instansi all governments share it: only the administrator leaves it empty."""
        isian = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if isian is not None and db_field.name == "instansi":
            isian.required = not wewenang(request).super
        return isian

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        save_technical_competency(kompetensi=obj, actor=request.user, kanal=KANAL)


for teks, model in (
    ("Standar kompetensi", "standarkompetensi"),
    ("Standar kompetensi teknis", "standarteknis"),
    ("Kompetensi teknis", "kompetensiteknis"),
):
    daftarkan_menu(
        "Pengembangan", teks, f"admin:pegawai_{model}_changelist", boleh=lambda w: w.instansi_penuh, urutan=60
    )
