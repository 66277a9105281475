"""A shared programme for the own catalogue."""

from __future__ import annotations

from typing import Any

from django import forms

from pegawai.models import Instansi


class SalinForm(forms.Form):
    """For which government; whoever keeps one is not asked."""

    instansi = forms.ModelChoiceField(
        Instansi.objects.none(),
        empty_label=None,
        error_messages={"required": "Pilih instansi", "invalid_choice": "Pilih instansi"},
    )

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["instansi"].queryset = Instansi.objects.dikelola(pengguna)  # type: ignore[attr-defined]
