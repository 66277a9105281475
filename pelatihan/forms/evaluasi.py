"""What participants think of a class, and what their atasan sees of it later."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.kamus.belajar import DITERAPKAN, PERNYATAAN, SETUJU
from pelatihan.services.penerapan import KALIMAT_TERPANJANG
from pelatihan.services.reaksi import SARAN_TERPANJANG, SKALA


def _skala(label: str, pilihan: dict[int, str]) -> forms.TypedChoiceField:
    """1 to 5 in words, nothing chosen beforehand."""
    kosong = f"Pilih jawaban untuk «{label}»"
    return forms.TypedChoiceField(
        label=label,
        choices=list(pilihan.items()),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": kosong, "invalid_choice": kosong},
    )


class FormReaksi(forms.Form):
    saran = forms.CharField(
        label="Apa yang perlu dipertahankan atau diperbaiki?",
        help_text="Jangan menulis nama atau hal yang hanya Anda alami sendiri, agar tidak dikenali.",
        required=False,
        max_length=SARAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Saran paling banyak 1.000 huruf. Sekarang %(show_value)d"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in SKALA:
            self.fields[nama] = _skala(PERNYATAAN[nama], SETUJU)
        self.order_fields([*SKALA, "saran"])

    def skala(self) -> dict[str, int]:
        return {nama: self.cleaned_data[nama] for nama in SKALA}


def _kalimat(label: str, bantuan: str, *, wajib: bool) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=bantuan,
        required=wajib,
        max_length=KALIMAT_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Tuliskan satu kalimat tentang yang Anda lihat",
            "max_length": "Kalimat paling banyak 500 huruf. Sekarang %(show_value)d",
        },
    )


class FormPenerapan(forms.Form):
    diterapkan = _skala("Seberapa sering hasil pelatihan ini dipakai dalam pekerjaan?", DITERAPKAN)
    contoh = _kalimat("Apa yang Anda lihat?", "Satu kalimat sudah cukup.", wajib=True)
    hambatan = _kalimat("Apa yang menghambat?", "Misalnya alat, waktu, atau tugas yang berbeda.", wajib=False)
