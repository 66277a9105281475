"""How certificates of a class are issued, and why one is revoked."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.situs import IsianTanggal
from pegawai.models import PejabatPenandaTangan
from pelatihan.forms.kelas import alasan_field
from pelatihan.models import Angkatan

#: A reason that goes into the trail alone.
ALASAN_JEJAK: Final = 200


class FormTerbit(forms.Form):
    penanda_tangan = forms.ModelChoiceField(
        label="Penanda tangan",
        queryset=PejabatPenandaTangan.objects.none(),
        empty_label=None,
        error_messages={"required": "Catat dahulu penanda tangan pada Pengaturan, Penanda tangan surat"},
    )
    tanggal = forms.DateField(
        label="Tanggal sertifikat",
        widget=IsianTanggal,
        error_messages={"required": "Isi tanggal sertifikat", "invalid": "Isi tanggal seperti 31-01-2027"},
    )

    def __init__(self, *args: Any, angkatan: Angkatan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hari = max(timezone.localdate(), angkatan.selesai)
        pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=angkatan.instansi_id)
        self.fields["penanda_tangan"].queryset = pejabat.pada(self.hari)  # type: ignore[attr-defined]
        self.fields["tanggal"].initial = self.hari

    def clean_tanggal(self) -> date:
        """A year mistyped would stand in the number for good."""
        tanggal: date = self.cleaned_data["tanggal"]
        if tanggal > self.hari:
            raise forms.ValidationError(f"Paling lambat {kata.tanggal(self.hari)}")
        return tanggal


class FormTerbitUlang(FormTerbit):
    """For one person whose certificate was revoked. The reason is as long as the trail keeps it."""

    alasan = alasan_field(
        "Alasan menerbitkan ulang",
        "Tersimpan di jejak, misalnya «Nama sudah dibetulkan».",
        kosong="Tuliskan alasan menerbitkan ulang",
        paling=ALASAN_JEJAK,
    )


class FormCabut(forms.Form):
    alasan = alasan_field(
        "Alasan pencabutan",
        "Tidak tampil pada halaman publik; pemegangnya membacanya.",
        kosong="Tuliskan alasan pencabutan",
    )
