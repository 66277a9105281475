"""Who HR puts into a programme."""

from __future__ import annotations

import re
from typing import Final

from django import forms

_NIP: Final = re.compile(r"\d{18}")
TERBANYAK: Final = 500


class FormMasukkan(forms.Form):
    nip = forms.CharField(
        label="NIP",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Satu NIP per baris, atau salin satu kolom dari lembar kerja.",
        error_messages={"required": "Isi sedikitnya satu NIP"},
    )

    def clean_nip(self) -> list[str]:
        nip = list(dict.fromkeys(_NIP.findall(self.cleaned_data["nip"].replace(" ", ""))))
        if not nip:
            raise forms.ValidationError("Tidak ada NIP 18 angka di isian ini")
        if len(nip) > TERBANYAK:
            raise forms.ValidationError(f"Paling banyak {TERBANYAK} NIP sekali kirim. Sekarang {len(nip)}")
        return nip
