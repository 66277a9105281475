"""A cycle of appraisal: open, extend, close."""

from __future__ import annotations

from django import forms

from asn_karier.lib.situs import IsianTanggal
from karier.forms.run import FormInstansi


class FormSiklus(FormInstansi):
    """A cycle, filled in beforehand: usually only a look and one press."""

    tahun = forms.IntegerField(
        label="Tahun penilaian",
        min_value=2023,
        max_value=2100,
        error_messages={"required": "Isi tahun penilaian.", "invalid": "Isi tahun, misalnya 2026."},
    )
    nama = forms.CharField(label="Nama siklus", max_length=100, required=False)
    batas_penilaian = forms.DateField(
        label="Batas penilaian",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        help_text="Sesudahnya atasan masih dapat menilai sampai siklus ditutup.",
        error_messages={
            "required": "Isi batas penilaian.",
            "invalid": "Isi tanggal seperti 31-01-2027.",
        },
    )


class FormPerpanjang(forms.Form):
    """A later deadline, with the reason that everybody can read."""

    batas_penilaian = forms.DateField(
        label="Batas penilaian yang baru",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": "Isi tanggal yang baru.", "invalid": "Isi tanggal seperti 31-01-2027."},
    )
    alasan = forms.CharField(
        label="Alasan", max_length=200, error_messages={"required": "Tuliskan alasan perpanjangan."}
    )


class FormTutup(forms.Form):
    alasan = forms.CharField(label="Catatan", max_length=200, required=False)
