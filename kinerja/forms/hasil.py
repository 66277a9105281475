"""What the two sides write below a result, and what the atasan says to a proposal."""

from __future__ import annotations

from django import forms

from asn_karier.lib.situs import IsianTanggal
from kinerja.services.hasil import TANGGAPAN_TERPANJANG
from kinerja.services.tindak_lanjut import CATATAN_TERPANJANG


class FormTanggapan(forms.Form):
    isi = forms.CharField(
        label="Tanggapan Anda",
        max_length=TANGGAPAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dapat dibaca pegawai, atasan penilainya, dan pengelola kepegawaian. Tidak dapat dihapus.",
        error_messages={"required": "Tuliskan tanggapan Anda"},
    )


class FormMulai(forms.Form):
    """The atasan confirms a proposal: it begins on a day."""

    mulai = forms.DateField(
        label="Mulai tanggal",
        widget=IsianTanggal,
        help_text="Bicarakan dahulu dengan pegawai. Tanggal ini dibacanya.",
        error_messages={"required": "Isi tanggal mulai, misalnya 15-02-2027"},
    )


class FormCatatan(forms.Form):
    """Why it is not done, or how it ended."""

    catatan = forms.CharField(
        max_length=CATATAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
        error_messages={"required": "Tuliskan satu kalimat. Pegawai membacanya"},
    )

    def __init__(self, *args: object, label: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["catatan"].label = label
