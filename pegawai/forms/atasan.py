"""Why many get another atasan, and from when."""

from __future__ import annotations

from django import forms

from asn_karier.lib.situs import IsianTanggal


class FormGantiAtasan(forms.Form):
    """Asked once for all that were chosen."""

    alasan = forms.CharField(
        label="Alasan perubahan",
        max_length=100,
        help_text="Misalnya nomor SK atau surat. Tersimpan pada riwayat tiap pegawai.",
        error_messages={"required": "Tuliskan alasan perubahan, misalnya nomor SK."},
    )
    berlaku = forms.DateField(
        label="Berlaku sejak",
        required=False,
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        help_text="Penilaian memakai tanggal ini untuk menentukan siapa menilai kapan. Kosong: hari ini.",
        error_messages={"invalid": "Isi tanggal seperti 31-01-2027."},
    )
