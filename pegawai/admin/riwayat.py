"""Histories of a person: shown on the person's page, corrected one row at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.db import sekarang
from asn_karier.lib.situs import KANAL, ya_tidak
from asn_karier.lib.views import Tugas, bilangan, daftarkan_antrean, wewenang
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.formulir import FormDisiplin, FormPangkat, FormRiwayat
from pegawai.models import (
    HasilUjian,
    HukumanDisiplin,
    Pegawai,
    Penghargaan,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.reports.posisi import nama_golongan
from pegawai.reports.temuan import TEMUAN_KHUSUS, temuan_pegawai
from pegawai.services.riwayat import note_row
from pegawai.services.sesudah_ubah import follow_after_commit


class RiwayatAdmin(CariLewatPegawai):
    """One row of a history. HR adds and corrects; nothing is deleted, the history keeps the old.

    Nobody writes in their own records; a correction carries its reason, and every write leaves a trail.
    """

    boleh_tambah = True
    boleh_ubah = True
    jaga_usang = False
    autocomplete_fields: ClassVar[Any] = ("pegawai",)
    list_select_related: ClassVar[Any] = ("pegawai",)
    ordering = ("-pk",)

    def __init__(self, model: Any, admin_site: Any) -> None:
        self.form = type("FormBeralasan", (FormRiwayat, self.form), {})
        super().__init__(model, admin_site)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.tentang_diri(request, obj) and super().has_change_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.pegawai_pengubah = getattr(request.user, "pegawai_id", None)
        form.pembaca = request.user
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        semua = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return semua
        return [*semua, ("Simpan perubahan", {"fields": ("alasan", "diubah_dibaca")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        tetap = super().get_readonly_fields(request, obj)
        return tetap if obj is None else (*tetap, "pegawai")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """`?pegawai=` comes from the person's page; whoever it is must lie inside the scope."""
        nomor = bilangan(request.GET.get("pegawai"))
        ada = nomor is not None and Pegawai.objects.dikelola(request.user).filter(pk=nomor).exists()
        return {"pegawai": nomor} if ada and nomor is not None else {}

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Back to the person, where the work began."""
        return HttpResponseRedirect(reverse("admin:pegawai_pegawai_change", args=[obj.pegawai_id]))

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return self.response_post_save_add(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        obj.diubah_pada = sekarang()
        obj._change_reason = alasan = form.cleaned_data.get("alasan", "")
        super().save_model(request, obj, form, change)
        note_row(objek=obj, baru=not change, alasan=alasan, actor=request.user, kanal=KANAL)
        follow_after_commit(pegawai_id=obj.pegawai_id)


@admin.register(RiwayatPangkat)
class RiwayatPangkatAdmin(RiwayatAdmin):
    form = FormPangkat
    list_display = ("pegawai", "golongan_teks", "tmt", "nomor_sk")
    fields = ("pegawai", "pangkat", "tmt", ("masa_kerja_tahun", "masa_kerja_bulan"), "nomor_sk", "sumber")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        boleh = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return self.fields if boleh else ("pegawai", "golongan_teks", *self.fields[2:])

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "golongan_teks")

    @admin.display(description="golongan")
    def golongan_teks(self, obj: RiwayatPangkat) -> str:
        return nama_golongan(obj.skala, obj.golongan)


@admin.register(RiwayatJabatan)
class RiwayatJabatanAdmin(RiwayatAdmin):
    list_display = ("pegawai", "jabatan", "tmt", "nomor_sk")
    list_select_related = ("pegawai", "jabatan")
    autocomplete_fields = ("pegawai", "jabatan", "unit")
    fields = ("pegawai", "jabatan", "unit", "tmt", "nomor_sk", "sumber")


@admin.register(RiwayatPendidikan)
class RiwayatPendidikanAdmin(RiwayatAdmin):
    list_display = ("pegawai", "tingkat", "nama", "tahun_lulus")
    fields = ("pegawai", "tingkat", "nama", "sekolah", "tahun_lulus", "sumber")


class RiwayatKhususAdmin(RiwayatAdmin):
    """Sensitive: rows exist only for HR of the person, not for operators and auditors."""

    perlu_mengelola = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        baris: Any = super().get_queryset(request)
        return baris.dikelola(request.user)


@admin.register(HasilUjian)
class HasilUjianAdmin(RiwayatKhususAdmin):
    list_display = ("pegawai", "jenis", "tanggal", ya_tidak("lulus", "hasil", "Lulus", "Tidak lulus"))
    fields = ("pegawai", "jenis", "tanggal", "lulus", "nomor", "berlaku_sampai", "sumber")


@admin.register(HukumanDisiplin)
class HukumanDisiplinAdmin(RiwayatKhususAdmin):
    form = FormDisiplin
    list_display = ("pegawai", "status", "tingkat", "mulai", "sampai")
    fields = ("pegawai", "status", "tingkat", "jenis", "mulai", "sampai", "nomor_sk", "sumber")


@daftarkan_antrean(41)
def antrean_pemeriksaan(request: HttpRequest) -> Iterator[Tugas]:
    """Examinations past their end without a decision, for HR of the people."""
    if not wewenang(request).mengelola:
        return
    url = reverse("admin:pegawai_pegawai_changelist")
    orang = Pegawai.objects.dikelola(request.user)
    for t in TEMUAN_KHUSUS.values():
        jumlah = temuan_pegawai(orang, t.kode, instansi_id=None, per=timezone.localdate()).count()
        yield Tugas("Perbaikan data", t.judul, jumlah, f"{url}?temuan={t.kode}", "", "perlu")


_TAMBAH: Final = (
    (RiwayatPangkat, "Tambah pangkat"),
    (RiwayatJabatan, "Tambah jabatan"),
    (RiwayatPendidikan, "Tambah pendidikan"),
    (Penghargaan, "Tambah penghargaan"),
    (HasilUjian, "Tambah hasil ujian"),
    (HukumanDisiplin, "Tambah hukuman disiplin"),
)


def tambah_riwayat(pegawai_id: str) -> list[dict[str, str]]:
    """Links that add one row to a history of this person."""
    return [
        {"teks": teks, "url": f"{reverse(f'admin:pegawai_{m._meta.model_name}_add')}?pegawai={pegawai_id}"}
        for m, teks in _TAMBAH
    ]
