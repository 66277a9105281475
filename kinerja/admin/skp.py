"""HR reads where plans stand and what was sent; the library and the perspectives are HR's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from asn_karier.lib.situs import AdminBerlingkup, AdminLihat, SaringTahun
from asn_karier.lib.views import daftarkan_menu, wewenang
from kinerja.models import SKP, EkspektasiPerilaku, HasilKerja, LampiranSKP, PerspektifJPT, PustakaKinerja
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.riwayat_lihat import InlineLihat
from pegawai.admin.wewenang import IsiInstansi
from pegawai.models import Instansi


class _BagianSKP(InlineLihat):
    """What a plan says; a draft that was never sent shows nothing here."""

    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        baris: Any = super().get_queryset(request)
        terlihat: QuerySet[Any] = baris.visible_to(request.user)
        return terlihat


class HasilKerjaInline(_BagianSKP):
    model = HasilKerja
    fk_name = "skp"
    fields = ("jenis", "rhk", "pimpinan", "indikatornya")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("induk").prefetch_related("indikator")

    @admin.display(description="RHK pimpinan")
    def pimpinan(self, obj: HasilKerja) -> str:
        return obj.induk.rhk if obj.induk else obj.induk_teks

    @admin.display(description="indikator dan target")
    def indikatornya(self, obj: HasilKerja) -> str:
        return "; ".join(f"{i.iki}: {i.target}" for i in obj.indikator.all())


class EkspektasiInline(_BagianSKP):
    model = EkspektasiPerilaku
    fields = ("nilai", "ekspektasi")
    readonly_fields = fields


class LampiranInline(_BagianSKP):
    model = LampiranSKP
    fields = ("jenis", "isi")
    readonly_fields = fields


class SaringTahunSKP(SaringTahun):
    """Plans are written before their year begins."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        semua = super().lookups(request, model_admin)
        berikut = str(int(semua[0][0]) + 1)
        return [(berikut, berikut), *semua]


@admin.register(SKP)
class SKPAdmin(CariLewatPegawai, AdminLihat):
    """Read-only: a plan is the person's, its agreement the atasan's. The dialogue stays between the two."""

    list_display = ("pegawai", "tahun", "mulai", "sampai", "status", "penilai", "disepakati_pada")
    list_filter = (SaringTahunSKP, "status")
    list_select_related = ("pegawai", "penilai")
    ordering = ("-pk",)
    fields = (
        "pegawai",
        "tahun",
        "mulai",
        "sampai",
        "jabatan",
        "penilai",
        "pendekatan",
        "status",
        "dikirim_pada",
        "disepakati_pada",
    )
    inlines = (HasilKerjaInline, EkspektasiInline, LampiranInline)


class FormPustaka(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        """The same row again, as a second press sends it, is one row, also at the very same instant."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("instansi"):  # held, so that of two presses the second sees the row of the first
            list(Instansi.objects.select_for_update(no_key=True).filter(pk=isi["instansi"].pk))
        kunci = {n: isi.get(n) for n in ("instansi", "jabatan", "rhk", "iki", "target")}
        if None not in kunci.values():
            sama = PustakaKinerja.objects.filter(**kunci, aspek=isi.get("aspek") or "")
            if sama.exclude(pk=self.instance.pk).exists():
                raise forms.ValidationError("Baris pustaka ini sudah ada.")
        return isi


@admin.register(PustakaKinerja)
class PustakaKinerjaAdmin(IsiInstansi, AdminBerlingkup):
    """Rows of one jabatan with the same RHK become one hasil kerja with several indicators."""

    form = FormPustaka
    boleh_tambah = True
    boleh_ubah = True
    boleh_hapus = True
    perlu_instansi_penuh = True
    list_display = ("jabatan", "rhk", "iki", "target")
    list_select_related = ("jabatan",)
    search_fields = ("rhk", "iki", "jabatan__nama")
    search_help_text = "Jabatan, rencana hasil kerja, atau indikator"
    autocomplete_fields = ("jabatan",)
    fields = ("instansi", "jabatan", "rhk", "iki", "aspek", "target", "satuan")


@admin.register(PerspektifJPT)
class PerspektifJPTAdmin(IsiInstansi, AdminBerlingkup):
    """Own labels of an instansi take the place of the general ones."""

    boleh_tambah = True
    boleh_ubah = True
    boleh_hapus = True
    perlu_instansi_penuh = True
    list_display = ("nama", "urutan", "instansi")
    list_select_related = ("instansi",)
    fields = ("instansi", "nama", "urutan")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """HR writes those of its instansi; general ones come with the system."""
        isian = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if isian is not None and not wewenang(request).super:
            isian.required = True
        return isian


daftarkan_menu("Kinerja", "SKP", "admin:kinerja_skp_changelist")
for teks, nama in (("Pustaka kinerja", "pustakakinerja"), ("Perspektif JPT", "perspektifjpt")):
    daftarkan_menu(
        "Kinerja",
        teks,
        f"admin:kinerja_{nama}_changelist",
        boleh=lambda w: w.instansi_penuh,
        urutan=80,
    )
