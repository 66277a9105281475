"""What HR fills in to attach a signed copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django import forms

from kinerja.enums import JenisDokumen


class Pilihan(NamedTuple):
    """One paper as HR saw it."""

    jenis: JenisDokumen
    pk: int
    sidik: str


class SalinanForm(forms.Form):
    """Which paper, and its scan."""

    dokumen = forms.ChoiceField(label="Dokumen", error_messages={"required": "Pilih dokumennya"})
    berkas = forms.FileField(
        label="Salinan bertanda tangan",
        help_text="PDF hasil pindai atau foto, paling besar 5 MB.",
        error_messages={
            "required": "Pilih berkas salinan yang sudah ditandatangani",
            "empty": "Berkas ini kosong. Pilih berkas lain",
        },
    )

    def __init__(self, *args: object, pilihan: Sequence[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["dokumen"].choices = [("", "Pilih dokumen"), *pilihan]  # type: ignore[attr-defined]
        self.fields["dokumen"].error_messages["invalid_choice"] = (
            "Isi dokumen ini berubah sejak Anda membukanya. Muat ulang halaman, lalu pilih lagi"
        )

    def clean_dokumen(self) -> Pilihan:
        jenis, pk, sidik = self.cleaned_data["dokumen"].split(":")
        return Pilihan(JenisDokumen(jenis), int(pk), sidik)
