"""Governments, units, posts, and the declarations that a register is complete."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest

from asn_karier.lib.audit import catat
from asn_karier.lib.situs import KANAL, AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu, wewenang
from pegawai.admin.formulir import FormLengkapiJabatan
from pegawai.admin.wewenang import IsiInstansi
from pegawai.models import CakupanData, Instansi, Jabatan, StandarKompetensi, UnitKerja
from pegawai.services.cakupan import declare_complete
from pegawai.services.jabatan import complete_jabatan, dapat_dilengkapi, link_naik_ke, touch_holders


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
    """The tree comes from the import; only the mark of a remote unit and its time zone are set here."""

    boleh_ubah = True
    list_display = ("nama_berjenjang", "siasn_id", ya_tidak("terpencil", "terpencil", tidak="–"))
    list_filter = ("terpencil",)
    list_select_related = ("instansi",)
    search_fields = ("nama", "induk__nama")
    search_help_text = "Nama unit atau unit di atasnya"
    ordering = ("instansi", "jalur")
    fields = ("nama", "induk", "siasn_id", "instansi", "terpencil", "zona_waktu")
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

    @property
    def media(self) -> Media:
        """No stock script (jQuery, 30 KB): the one row is there to be filled in."""
        return Media()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).masuk

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


_TETAP: Final = ("nama", "jenis", "siasn_id", "rumpun", "eselon")
_DILENGKAPI: Final = ("jenjang", "kelas", "bup")


class SaringKelengkapan(admin.SimpleListFilter):
    """Posts whose jenjang nobody has filled in yet."""

    title = "kelengkapan"
    parameter_name = "lengkap"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("perlu", "Dapat Anda lengkapi"), ("tanpa", "Tanpa jenjang")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "perlu":
            return queryset.filter(pk__in=dapat_dilengkapi(request.user).values("pk"))
        return queryset.filter(jenjang=None) if self.value() == "tanpa" else queryset


@admin.register(Jabatan)
class JabatanAdmin(AdminBerlingkup):
    """Shared by all instansi: HR reads it, and completes what an import left without jenjang."""

    list_display = ("nama", "jenis", "jenjang", "kelas", "bup")
    list_filter = (SaringKelengkapan, "jenis", "jenjang")
    list_select_related = ("naik_ke",)
    autocomplete_fields = ("naik_ke",)
    search_fields = ("nama",)
    inlines = (StandarInline,)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super or self._terbuka(request, obj) is not None

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return wewenang(request).super

    def _terbuka(self, request: HttpRequest, obj: Any) -> dict[str, Any] | None:
        """What is stored of a post that the user may complete (and not change otherwise), else None.

        Asked once per request: a form with a fault has already written into `obj`.
        """
        if obj is None or wewenang(request).super or not self.mengelola(request):
            return None
        ingatan: dict[int, dict[str, Any] | None] = request.__dict__.setdefault("_jabatan_terbuka", {})
        if obj.pk not in ingatan:
            ingatan[obj.pk] = dapat_dilengkapi(request.user).filter(pk=obj.pk).values(*_DILENGKAPI).first()
        return ingatan[obj.pk]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if self._terbuka(request, obj) is None:
            return super().get_fields(request, obj)
        return (*_TETAP, *_DILENGKAPI, "alasan")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        terbuka = self._terbuka(request, obj)
        if terbuka is None:
            return super().get_readonly_fields(request, obj)
        return (*_TETAP, *(kolom for kolom, nilai in terbuka.items() if nilai is not None))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if self._terbuka(request, obj) is not None:
            kwargs["form"] = FormLengkapiJabatan
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        if not wewenang(request).super:
            isi: dict[str, Any] = {kolom: form.cleaned_data.get(kolom) for kolom in (*_DILENGKAPI, "alasan")}
            complete_jabatan(jabatan_id=obj.pk, **isi, actor=request.user)
            return
        super().save_model(request, obj, form, change)
        if "naik_ke" not in form.changed_data:
            link_naik_ke()
        touch_holders(obj)
        catat(
            pengguna=request.user,
            tindakan="ubah_jabatan" if change else "tambah_jabatan",
            subjek_jenis="jabatan",
            subjek_id=obj.pk,
            kanal=KANAL,
            rincian={kolom: _terekam(form.cleaned_data[kolom]) for kolom in form.changed_data},
        )


def _terekam(nilai: Any) -> Any:
    """A value of the form as the trail keeps it: of another row, its key."""
    return getattr(nilai, "pk", nilai)


class FormCakupan(forms.ModelForm):
    class Meta:
        model = CakupanData
        fields = ("instansi", "register", "mulai", "sampai", "sumber")


@admin.register(CakupanData)
class CakupanDataAdmin(IsiInstansi, AdminBerlingkup):
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

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        judul = {"title": "Nyatakan register lengkap"}
        return super().add_view(request, form_url, {**judul, **(extra_context or {})})

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        declare_complete(pernyataan=obj, actor=request.user, kanal=KANAL)


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
