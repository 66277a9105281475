"""One decision about many: which, about whom, why."""

from __future__ import annotations

from django import forms

from karier.forms.keputusan import FormAlasan
from karier.services.usul_bersama import Pilihan, baca_pilihan


class FormPutusanBersama(FormAlasan):
    """`pilihan` is one field, because a form has a limit of fields; `kunci` makes a second press harmless and
    names the page of the result."""

    pilihan = forms.CharField(widget=forms.HiddenInput)
    kunci = forms.SlugField(max_length=64, widget=forms.HiddenInput)

    def clean_pilihan(self) -> list[Pilihan]:
        return baca_pilihan(str(self.cleaned_data["pilihan"]).split(","))
