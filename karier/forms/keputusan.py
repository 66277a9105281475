"""Why a recommendation is decided as it is."""

from __future__ import annotations

from typing import Any

from django import forms

from karier.enums import JenisKeputusan


class FormAlasan(forms.Form):
    """The reason of a decision; proposing needs none, everything else does."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
    )

    def __init__(self, *args: Any, jenis: JenisKeputusan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if jenis is JenisKeputusan.TETAPKAN:
            self.fields["alasan"].label = "Catatan"
        else:
            self.fields["alasan"].required = True
            self.fields["alasan"].error_messages["required"] = "Tuliskan alasan keputusan."


class FormKeputusan(FormAlasan):
    """About one, in the version that was seen."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
