"""The quiz as a participant fills it in: one page, nothing chosen beforehand."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.rules.kuis import BELUM_TAHU
from pelatihan.services.kuis import Soal


class FormKuis(forms.Form):
    """A field per question; `versi` stands for the questions that the page shows."""

    def __init__(self, *args: Any, soal: list[Soal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._nama = [f"soal_{ke}" for ke in range(1, len(soal) + 1)]
        for ke, (nama, satu) in enumerate(zip(self._nama, soal, strict=True), start=1):
            pilihan = [*enumerate(satu["pilihan"], start=1), (BELUM_TAHU, "Belum tahu")]
            self.fields[nama] = forms.TypedChoiceField(
                label=f"{ke}. {satu['pertanyaan']}",
                choices=pilihan,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={
                    "required": f"Pilih satu jawaban untuk soal {ke}",
                    "invalid_choice": f"Pilih satu jawaban untuk soal {ke}",
                },
            )
        self.fields["versi"] = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def jawaban(self) -> list[int]:
        return [self.cleaned_data[nama] for nama in self._nama]
