"""Who HR puts into a programme."""

from __future__ import annotations

import re
from typing import Final

from django import forms

PANJANG: Final = 18
_ANGKA: Final = re.compile(r"\d+")
#: NIP that stand side by side on one line run together once their spaces are gone.
_NIP: Final = re.compile(rf"\d{{{PANJANG}}}")
#: So many of what is wrong are named.
DISEBUT: Final = 5
TERBANYAK: Final = 500


class FormMasukkan(forms.Form):
    nip = forms.CharField(
        label="NIP",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Satu NIP per baris, atau salin satu kolom dari lembar kerja.",
        error_messages={"required": "Isi sedikitnya satu NIP"},
    )

    def clean_nip(self) -> list[str]:
        """Words, as a heading that was copied along, are no one's NIP; figures are meant to be one."""
        angka = _ANGKA.findall(self.cleaned_data["nip"].replace(" ", ""))
        if salah := [a for a in angka if len(a) % PANJANG]:
            raise forms.ValidationError(f"Bukan NIP 18 angka: {', '.join(salah[:DISEBUT])}")
        nip = list(dict.fromkeys(n for a in angka for n in _NIP.findall(a)))
        if not nip:
            raise forms.ValidationError("Tidak ada NIP 18 angka di isian ini")
        if len(nip) > TERBANYAK:
            raise forms.ValidationError(f"Paling banyak {TERBANYAK} NIP sekali kirim. Sekarang {len(nip)}")
        return nip
