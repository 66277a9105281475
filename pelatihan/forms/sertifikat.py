"""How certificates of a class are issued, and why one is revoked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from asn_karier.lib.situs import IsianTanggal
from pegawai.models import PejabatPenandaTangan
from pelatihan.models import Angkatan


class FormTerbit(forms.Form):
    penanda_tangan = forms.ModelChoiceField(
        label="Penanda tangan", queryset=PejabatPenandaTangan.objects.none(), empty_label=None
    )
    tanggal = forms.DateField(label="Tanggal sertifikat", widget=IsianTanggal)

    def __init__(self, *args: Any, angkatan: Angkatan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hari = max(timezone.localdate(), angkatan.selesai)
        pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=angkatan.instansi_id)
        self.fields["penanda_tangan"].queryset = pejabat.pada(hari)  # type: ignore[attr-defined]
        self.fields["tanggal"].initial = hari


class FormTerbitUlang(FormTerbit):
    """For one person whose certificate was revoked. The reason is as long as the trail keeps it."""

    alasan = forms.CharField(
        label="Alasan menerbitkan ulang",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tersimpan di jejak, misalnya «Nama sudah dibetulkan».",
        error_messages={"required": "Tuliskan alasan menerbitkan ulang"},
    )


class FormCabut(forms.Form):
    alasan = forms.CharField(
        label="Alasan pencabutan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tidak tampil pada halaman publik; pemegangnya membacanya.",
    )
