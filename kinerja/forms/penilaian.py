"""What the atasan penilai fills in."""

from typing import Any

from django import forms

from kinerja.enums import Rating
from kinerja.kamus import LABEL
from kinerja.services.penilaian import UMPAN_BALIK_TERPANJANG

PILIHAN = [(r.value, LABEL[Rating][r]) for r in Rating]


def _rating(nilai: str) -> Rating:
    return Rating(int(nilai))


class PenilaianForm(forms.Form):
    """Two ratings and one sentence. Nothing is chosen beforehand; `versi` is what the rater saw."""

    hasil = forms.TypedChoiceField(
        label="Hasil kerja",
        choices=PILIHAN,
        coerce=_rating,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih rating hasil kerja"},
    )
    perilaku = forms.TypedChoiceField(
        label="Perilaku kerja",
        choices=PILIHAN,
        coerce=_rating,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih rating perilaku kerja"},
    )
    kalimat = forms.CharField(
        label="Satu hal yang sudah baik, satu hal yang dapat ditingkatkan",
        help_text="Wajar dikosongkan hanya bila kedua rating Sesuai ekspektasi.",
        required=False,
        max_length=UMPAN_BALIK_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Umpan balik paling banyak 1.000 huruf. Sekarang %(show_value)d"},
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_kalimat(self) -> str:
        kalimat: str = self.cleaned_data["kalimat"]
        return kalimat.strip()

    def clean(self) -> dict[str, Any]:
        """Say at the field what the service would refuse: a rating other than Sesuai needs a sentence."""
        isi: dict[str, Any] = super().clean() or {}
        rating = [isi.get("hasil"), isi.get("perilaku")]
        if (
            "kalimat" in isi
            and not isi["kalimat"]
            and any(r not in (None, Rating.SESUAI_EKSPEKTASI) for r in rating)
        ):
            self.add_error("kalimat", "Tuliskan satu kalimat, karena ada rating yang bukan Sesuai ekspektasi")
        return isi
