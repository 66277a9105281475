"""When a run looks at the records, and of which instansi."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import IsianTanggal
from karier.rules.periode import target_tmt
from pegawai.models import Instansi

#: A run may look back as far as the rule files reach, and a little ahead of today.
TAHUN_KE_DEPAN = 1


class FormInstansi(forms.Form):
    """Which instansi; asked only of those who keep several."""

    instansi = forms.ModelChoiceField(label="Instansi", queryset=Instansi.objects.none(), empty_label=None)

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dikelola = Instansi.objects.dikelola(pengguna)
        isian: Any = self.fields["instansi"]
        isian.queryset = dikelola
        satu = list(dikelola[:2])
        if len(satu) == 1:
            isian.initial = satu[0]
            isian.widget = forms.HiddenInput()


class FormJalankan(FormInstansi):
    """A run of the rules on one date."""

    per_tanggal = forms.DateField(
        label="Keadaan per tanggal",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        initial=timezone.localdate,
        help_text="Biasanya hari ini. Tanggal menentukan aturan dan periode kenaikan pangkat yang dipakai. "
        "Tanggal yang jauh dari hari ini menjadi simulasi: usulan dan halaman pegawai tidak berubah.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contoh = f"{timezone.localdate():%d-%m-%Y}"
        self.fields["per_tanggal"].error_messages |= {
            "required": f"Isi tanggal, misalnya {contoh}.",
            "invalid": f"Isi tanggal seperti {contoh}.",
        }

    def clean_per_tanggal(self) -> date:
        per: date = self.cleaned_data["per_tanggal"]
        if per.year > timezone.localdate().year + TAHUN_KE_DEPAN:
            raise forms.ValidationError("Tanggal paling jauh satu tahun ke depan.")
        try:
            target_tmt(per, aturan_per(per))
        except DomainError:
            raise forms.ValidationError(
                f"Belum ada aturan kenaikan pangkat yang dapat dipakai untuk {kata.tanggal(per)}. "
                "Pilih tanggal yang lebih baru, biasanya hari ini."
            ) from None
        return per
