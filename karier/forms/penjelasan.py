"""The reason of an answer to a person, and a sentence of the officer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from karier.enums import AlasanPenjelasan
from karier.kamus import LABEL


class FormPenjelasan(forms.Form):
    """One coded reason, the likeliest chosen already."""

    alasan = forms.ChoiceField(
        label="Alasan",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih satu alasan.",
            "invalid_choice": "Pilih salah satu alasan yang ditampilkan.",
        },
    )
    catatan = forms.CharField(
        label="Kalimat tambahan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca pegawai bersama penjelasan. Isi bila usul dikembalikan atau ditolak BKN.",
    )

    def __init__(self, *args: Any, pilihan: Sequence[AlasanPenjelasan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian: Any = self.fields["alasan"]
        isian.choices = [(a.value, LABEL[AlasanPenjelasan][a]) for a in pilihan]
        isian.initial = pilihan[0].value if pilihan else None
