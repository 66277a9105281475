"""What HR fills in to open a calibration session."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.enums import StatusSiklus
from kinerja.models import SiklusPenilaian
from pegawai.models import Pegawai, UnitKerja


class FormSesi(forms.Form):
    """A cycle in penetapan, a unit or the whole instansi, and the NIP of the leaders who take part."""

    siklus = forms.ModelChoiceField(
        label="Siklus",
        queryset=SiklusPenilaian.objects.none(),
        empty_label=None,
        error_messages={"required": "Pilih siklus yang sedang dalam penetapan."},
    )
    unit = forms.ModelChoiceField(
        label="Unit kerja",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Seluruh instansi",
    )
    peserta = forms.CharField(
        label="NIP pimpinan yang ikut",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu NIP per baris. Mereka membaca penilaian unit ini sebelum diumumkan.",
    )

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dikelola = SiklusPenilaian.objects.dikelola(pengguna)
        siklus = dikelola.tahunan().filter(status=StatusSiklus.PENETAPAN, diumumkan_pada=None)
        self.fields["siklus"].queryset = siklus  # type: ignore[attr-defined]
        instansi = dikelola.order_by().values("instansi")
        unit = UnitKerja.objects.filter(instansi__in=instansi)
        self.fields["unit"].queryset = unit  # type: ignore[attr-defined]
        self._orang = Pegawai.objects.filter(instansi__in=instansi)

    def clean_peserta(self) -> list[Pegawai]:
        nip = {"".join(baris.split()) for baris in self.cleaned_data["peserta"].splitlines()} - {""}
        orang = list(self._orang.filter(nip__in=nip).order_by("pk"))
        tak_ada = sorted(nip - {p.nip for p in orang})
        if tak_ada:
            raise forms.ValidationError(f"NIP ini tidak ditemukan: {', '.join(tak_ada[:5])}.")
        return orang
