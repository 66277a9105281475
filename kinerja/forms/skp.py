"""What a person fills in to begin a plan, and the short sentences of the dialogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from asn_karier.lib.situs import IsianTanggal
from kinerja.enums import AwalSKP, PendekatanSKP
from kinerja.kamus import LABEL
from kinerja.services.skp_sepakat import CATATAN_TERPANJANG

PENDEKATAN: Final = [(p.value, LABEL[PendekatanSKP][p]) for p in PendekatanSKP]


class Versi(forms.Form):
    """`versi` is what the person saw."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)


def _pendekatan() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="Pendekatan",
        choices=PENDEKATAN,
        coerce=PendekatanSKP,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih pendekatan"},
    )


class FormMulai(forms.Form):
    """Only beginnings that exist are offered."""

    awal = forms.TypedChoiceField(
        label="Mulai dari mana?",
        coerce=AwalSKP,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih mulai dari mana"},
    )
    pendekatan = _pendekatan()

    def __init__(self, *args: Any, tersedia: Iterable[AwalSKP], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian: Any = self.fields["awal"]
        isian.choices = [(a.value, LABEL[AwalSKP][a]) for a in tersedia]


class FormPendekatan(Versi):
    pendekatan = _pendekatan()


class FormKalimat(Versi):
    """One text of the dialogue; the page says what it is for."""

    isi = forms.CharField(
        max_length=CATATAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Paling banyak 1.000 huruf. Sekarang %(show_value)d"},
    )

    def __init__(self, *args: Any, label: str, kosong: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian = self.fields["isi"]
        isian.label, isian.help_text = label, help_text
        isian.error_messages["required"] = kosong


class FormCatatan(FormKalimat):
    """A word in the dialogue: it changes nothing that somebody saw, so it carries no version."""

    versi = None  # type: ignore[assignment]  # this is how Django drops a field


class FormLanjutan(forms.Form):
    """The rest of the year with another post or another atasan."""

    mulai = forms.DateField(
        label="Sejak tanggal",
        widget=IsianTanggal,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        help_text="Hari pertama dengan jabatan atau atasan yang baru.",
        error_messages={"required": "Isi tanggal mulai", "invalid": "Isi tanggal seperti 31-01-2027"},
    )
    alasan = forms.CharField(
        label="Apa yang berubah?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya: pindah jabatan menjadi Analis Anggaran.",
        error_messages={
            "required": "Tuliskan apa yang berubah",
            "max_length": "Paling banyak 300 huruf. Sekarang %(show_value)d",
        },
    )
