"""Awards of a person: a history like the others."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin

from pegawai.admin.pegawai import daftarkan_inline
from pegawai.admin.riwayat import RiwayatAdmin
from pegawai.admin.riwayat_lihat import InlineLihat
from pegawai.enums import KodePenghargaan
from pegawai.models import Penghargaan


@daftarkan_inline
class PenghargaanInline(InlineLihat):
    model = Penghargaan
    fields = ("kode", "nama", "tanggal", "nomor_sk", "sumber")


class FormPenghargaan(forms.ModelForm):
    """Satyalancana is known by its kind alone: a name beside it would make it a second award."""

    class Meta:
        model = Penghargaan
        fields: ClassVar[list[str]] = []

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("kode") not in (None, KodePenghargaan.LAINNYA):
            isi["nama"] = ""
        elif isi.get("kode") == KodePenghargaan.LAINNYA and not isi.get("nama"):
            self.add_error("nama", "Tuliskan nama penghargaannya.")
        return isi


@admin.register(Penghargaan)
class PenghargaanAdmin(RiwayatAdmin):
    form = FormPenghargaan
    list_display = ("pegawai", "kode", "nama", "tanggal", "nomor_sk")
    fields = ("pegawai", "kode", "nama", "tanggal", "nomor_sk", "sumber")
