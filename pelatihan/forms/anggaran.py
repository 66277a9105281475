"""What HR types about a pagu."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.models import Pagu


class FormPagu(forms.ModelForm):
    """The amount, and the paper it rests on."""

    keterangan = forms.CharField(
        label="Dasar",
        max_length=200,
        help_text="Misalnya DPA 2027 nomor 900/12, atau DPA Perubahan.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        error_messages={"required": "Tuliskan dasarnya, misalnya DPA 2027."},
    )

    class Meta:
        model = Pagu
        fields = ("instansi", "unit", "tahun", "sumber", "jumlah")
        labels = {"jumlah": "Jumlah (rupiah)"}
        help_texts = {"jumlah": "Tanpa titik, misalnya 120000000."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "tahun" in self.fields:
            self.fields["tahun"].widget.attrs |= {"min": 2023, "max": 2100}

    def clean_tahun(self) -> int:
        tahun: int = self.cleaned_data["tahun"]
        if not 2023 <= tahun <= 2100:
            raise forms.ValidationError("Isi tahun anggaran, misalnya 2027.")
        return tahun
