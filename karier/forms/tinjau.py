"""What a person wants looked at, and what the officer answers."""

from __future__ import annotations

from functools import partial

from django import forms

from asn_karier.lib.pilihan import choices_of
from karier.enums import HasilTinjau


class FormTinjau(forms.Form):
    alasan = forms.CharField(
        label="Apa yang menurut Anda perlu ditinjau?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut syarat atau data yang menurut Anda tidak cocok, dan sebabnya.",
        error_messages={"required": "Tuliskan apa yang menurut Anda perlu ditinjau."},
    )


class FormJawab(forms.Form):
    hasil = forms.ChoiceField(
        label="Hasil peninjauan",
        choices=partial(choices_of, HasilTinjau),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasil peninjauan."},
    )
    jawaban = forms.CharField(
        label="Jawaban dan alasannya",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Dibaca pegawai yang bersangkutan. Sebut data dan pasal yang Anda periksa.",
        error_messages={"required": "Tuliskan jawaban beserta alasannya."},
    )
