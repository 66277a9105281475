"""What the atasan penilai fills in."""

from typing import Any

from django import forms

from kinerja.enums import Rating
from kinerja.kamus import LABEL
from kinerja.services.penilaian import ALASAN_TERPANJANG, UMPAN_BALIK_TERPANJANG

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
        help_text="Boleh kosong hanya bila kedua rating Sesuai ekspektasi.",
        required=False,
        max_length=UMPAN_BALIK_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Umpan balik paling banyak 1.000 huruf. Sekarang %(show_value)d"},
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def pilihan_rating(self) -> list[forms.BoundField]:
        """The two ratings, for a page that lays them out itself."""
        return [self["hasil"], self["perilaku"]]

    @property
    def kosong(self) -> bool:
        """Nothing was said about this person yet: on a page of many that is no mistake."""
        return not any(
            self.data.get(self.add_prefix(n), "").strip() for n in ("hasil", "perilaku", "kalimat")
        )

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


class UbahPenilaianForm(PenilaianForm):
    """The same after it was sent: with the reason that is kept beside it."""

    alasan = forms.CharField(
        label="Alasan Anda mengubahnya",
        max_length=ALASAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Tuliskan alasan Anda mengubahnya",
            "max_length": "Alasan paling banyak 500 huruf. Sekarang %(show_value)d",
        },
    )
