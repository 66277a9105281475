"""The photograph of one paper."""

from typing import Any

from django import forms

from pegawai.forms.usulan import FormBerkas


class FormFotoUlang(FormBerkas):
    """One file is needed, chosen or photographed at once; `versi`: of the proposal as it was seen."""

    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, dokumen: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.harus_berkas(f"{dokumen}: foto atau PDF")
        self.fields["berkas"].error_messages["required"] = f"Lampirkan foto atau PDF: {dokumen}."
