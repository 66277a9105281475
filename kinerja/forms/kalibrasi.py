"""What a calibration session and the pejabat penilai fill in."""

from django import forms

from asn_karier.lib.situs import IsianVersi
from kinerja.enums import Rating
from kinerja.forms.penilaian import PILIHAN
from kinerja.services.kalibrasi import ALASAN_TERPANJANG, CATATAN_TERPANJANG


def _rating(nilai: str) -> Rating:
    return Rating(int(nilai))


def _pilih(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=PILIHAN,
        coerce=_rating,
        widget=forms.RadioSelect,
        error_messages={"required": f"Pilih {label.lower()}"},
    )


def _alasan(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=ALASAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Tuliskan alasannya",
            "max_length": "Alasan paling banyak 500 huruf. Sekarang %(show_value)d",
        },
    )


class UsulKalibrasiForm(forms.Form):
    """Other ratings for one appraisal. Nothing is chosen beforehand."""

    hasil = _pilih("Rating hasil kerja yang diusulkan")
    perilaku = _pilih("Rating perilaku kerja yang diusulkan")
    alasan = _alasan("Alasan usul")
    versi = IsianVersi()


class JawabanKalibrasiForm(forms.Form):
    """The pejabat penilai follows the proposal or not; the sentence is theirs to rewrite."""

    jawaban = forms.ChoiceField(
        label="Jawaban Anda",
        choices=[("terima", "Ikuti usul: saya ubah rating saya"), ("tolak", "Tidak: rating saya tetap")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih jawaban Anda"},
    )
    alasan = _alasan("Alasan Anda")
    kalimat = forms.CharField(
        label="Kalimat umpan balik bila rating diubah",
        help_text="Kosongkan untuk memakai kalimat yang sudah ada.",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TutupSesiForm(forms.Form):
    catatan = forms.CharField(
        label="Catatan dialog",
        required=False,
        max_length=CATATAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
