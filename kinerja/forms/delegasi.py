"""Whom a leader names to prepare ratings, and until when."""

from typing import Any

from django import forms

from asn_karier.lib.situs import IsianTanggal
from pegawai.models import Pegawai


class PilihanPegawai(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.nama_gelar)


class DelegasiForm(forms.Form):
    """`calon`: the people on duty whom the leader may name (their own unit and direct reports)."""

    penerima = PilihanPegawai(
        label="Yang menyiapkan",
        queryset=Pegawai.objects.none(),
        empty_label="Pilih",
        error_messages={"required": "Pilih orang yang menyiapkan", "invalid_choice": "Pilih dari daftar"},
    )
    sampai = forms.DateField(
        label="Sampai tanggal",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": "Isi tanggal terakhirnya", "invalid": "Isi tanggal seperti 31-01-2027"},
    )

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["penerima"].queryset = calon  # type: ignore[attr-defined]
