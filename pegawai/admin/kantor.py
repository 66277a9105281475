"""The signers of an office, each from a date on."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL, AdminBerlingkup
from asn_karier.lib.views import daftarkan_menu
from pegawai.admin.wewenang import IsiInstansi
from pegawai.models import PejabatPenandaTangan
from pegawai.rules.nip import Nip
from pegawai.services.kantor import save_penanda_tangan


class FormPenandaTangan(forms.ModelForm):
    """The NIP as people type it, spaces allowed."""

    nip = forms.CharField(
        label="NIP",
        required=False,
        max_length=30,
        help_text="18 angka. Kosongkan bila bukan ASN, misalnya Bupati.",
    )

    class Meta:
        model = PejabatPenandaTangan
        fields: ClassVar[list[str]] = []

    def clean_nip(self) -> str:
        teks: str = self.cleaned_data["nip"].strip()
        if not teks:
            return ""
        try:
            return Nip.parse(teks).angka
        except DomainError as salah:
            raise forms.ValidationError(f"{salah.pesan}. {salah.tindakan}".strip(". ")) from salah


@admin.register(PejabatPenandaTangan)
class PejabatPenandaTanganAdmin(IsiInstansi, AdminBerlingkup):
    """Kept, never deleted: old papers name who was in office. Who leaves gets a last day."""

    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    form = FormPenandaTangan
    list_display = ("nama", "jabatan", "mulai", "sampai", "instansi")
    list_select_related = ("instansi",)
    search_fields = ("nama", "jabatan")
    search_help_text = "Nama atau jabatan"
    fields = ("instansi", "nama", "nip", "pangkat", "jabatan", "atas_nama", "mulai", "sampai")

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        save_penanda_tangan(pejabat=obj, actor=request.user, kanal=KANAL)


daftarkan_menu(
    "Pengaturan",
    "Penanda tangan surat",
    "admin:pegawai_pejabatpenandatangan_changelist",
    boleh=lambda w: w.instansi_penuh,
)
