"""What an instansi sets for itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.dates import add_years
from asn_karier.lib.situs import IsianTanggal

#: So far ahead a parameter may begin: further on nobody knows the regulation.
TAHUN_PARAMETER = 5


class FormParameter(forms.Form):
    """Step 1: which row, which value, from when. Nothing is stored; the page shows whom it would change."""

    entri = forms.ChoiceField(label="Parameter")
    nilai = forms.IntegerField(
        label="Nilai baru",
        required=False,
        help_text="Kosongkan untuk kembali ke nilai menurut peraturan.",
        error_messages={"invalid": "Isi bilangan bulat, misalnya 15."},
    )
    berlaku_mulai = forms.DateField(
        label="Berlaku mulai",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        initial=timezone.localdate,
        error_messages={
            "required": "Isi tanggal mulai berlakunya.",
            "invalid": "Isi tanggal seperti 01-01-2027.",
        },
    )

    def __init__(self, *args: Any, pilihan: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        entri: Any = self.fields["entri"]
        entri.choices = pilihan
        entri.error_messages["invalid_choice"] = "Pilih salah satu parameter dari daftar."

    def clean_berlaku_mulai(self) -> date:
        mulai: date = self.cleaned_data["berlaku_mulai"]
        akhir = add_years(timezone.localdate(), TAHUN_PARAMETER)
        if mulai > akhir:
            raise forms.ValidationError(f"Tanggal mulai paling jauh {kata.tanggal(akhir)}.")
        return mulai


class FormTetapkanParameter(FormParameter):
    """Step 2: the same, with the document that decides it. `sidik`: the rules that the officer has seen."""

    dasar = forms.CharField(
        label="Dasar penetapan",
        max_length=200,
        help_text="Misalnya Keputusan Bupati Nomor 100 Tahun 2026.",
        error_messages={"required": "Tuliskan dokumen yang menetapkan nilai ini."},
    )
    sidik = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("entri", "nilai", "berlaku_mulai"):
            self.fields[nama].widget = forms.HiddenInput()
