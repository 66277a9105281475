"""What HR types about a cycle under way, and about the cycles of a year."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from asn_karier.lib.situs import IsianTanggal
from pegawai.models import Instansi


class FormPerpanjangUntuk(forms.Form):
    """A later last day for one person or unit, with the reason they will read."""

    sampai = forms.DateField(
        label="Batas pengisian yang baru",
        widget=IsianTanggal,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        error_messages={"required": "Isi tanggal yang baru.", "invalid": "Isi tanggal seperti 31-01-2027."},
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=200,
        help_text="Terbaca oleh pegawai yang batasnya diperpanjang.",
        error_messages={"required": "Tuliskan alasan perpanjangan."},
    )


class IsianTahun(forms.IntegerField):
    """A year of this work, as HR types it."""

    def __init__(self, label: str = "Tahun") -> None:
        salah = {"required": "Isi tahunnya.", "invalid": "Isi tahun, misalnya 2026."}
        super().__init__(label=label, min_value=2023, max_value=2100, error_messages=salah)


def sekitar_tahun(form: forms.BaseForm, *nama: str) -> None:
    """These days of a cleaned form are in its `tahun`, the one before or the one after: else a slip."""
    tahun = form.cleaned_data.get("tahun")
    for satu in nama:
        hari = form.cleaned_data.get(satu)
        if tahun and hari and abs(hari.year - tahun) > 1:
            form.add_error(satu, f"Isi tanggal dalam tahun {tahun - 1} sampai {tahun + 1}.")


class FormTahun(forms.Form):
    """The cycles of a year, made together."""

    instansi = forms.ModelChoiceField(label="Instansi", queryset=Instansi.objects.none(), empty_label=None)
    tahun = IsianTahun()

    def __init__(self, *args: Any, pengguna: Any, hari: date, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"tahun": hari.year}})
        isian: Any = self.fields["instansi"]
        isian.queryset = Instansi.objects.dikelola(pengguna)
        if isian.queryset.count() == 1:
            isian.widget = forms.HiddenInput()
            isian.initial = isian.queryset.get().pk
