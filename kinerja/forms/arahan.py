"""A direction: for whom, what, until when; and how far a recipient is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from asn_karier.lib.situs import IsianTanggal, IsianVersi
from asn_karier.lib.views import bilangan
from kinerja.enums import SasaranArahan, StatusArahan
from kinerja.forms.umpan_balik import pilihan
from kinerja.services.arahan import ISI_TERPANJANG, JUDUL_TERPANJANG, IsiArahan, Untuk
from pegawai.forms.berkunci import BerkunciForm

_SEMUA = "langsung"


class ArahanForm(BerkunciForm):
    """`untuk` lists the direct reports, all of them together, and the units below."""

    untuk = forms.ChoiceField(label="Untuk", error_messages={"required": "Pilih penerima arahan"})
    judul = forms.CharField(
        label="Arahan",
        help_text="Satu kalimat: apa yang perlu dikerjakan.",
        max_length=JUDUL_TERPANJANG,
        error_messages={
            "required": "Isi arahan dalam satu kalimat",
            "max_length": "Arahan paling banyak 120 huruf. Sekarang %(show_value)d",
        },
    )
    isi = forms.CharField(
        label="Penjelasan",
        required=False,
        max_length=ISI_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Penjelasan paling banyak 1.000 huruf. Sekarang %(show_value)d"},
    )
    tenggat = forms.DateField(
        label="Selesai paling lambat",
        help_text="Sampai pukul 23.59 menurut jam unit penerima.",
        widget=IsianTanggal,
        error_messages={
            "required": "Isi tanggal selesai paling lambat",
            "invalid": "Tulis tanggal, misalnya 31-12-2026",
        },
    )

    def __init__(
        self, *args: Any, orang: Iterable[tuple[int, str]], unit: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        satu = [(f"orang-{pk}", nama) for pk, nama in orang]
        bagian = [(f"unit-{pk}", nama) for pk, nama in unit]
        isian: Any = self.fields["untuk"]
        isian.choices = [
            ("", "Pilih penerima"),
            (_SEMUA, "Semua bawahan langsung"),
            ("Satu bawahan langsung", satu),
            *([("Semua bawahan pada unit", bagian)] if bagian else []),
        ]

    @property
    def penerima(self) -> Untuk:
        jenis, _, kunci = self.cleaned_data["untuk"].partition("-")
        return Untuk(SasaranArahan(jenis), bilangan(kunci))

    @property
    def arahan(self) -> IsiArahan:
        return IsiArahan(self.cleaned_data["judul"], self.cleaned_data["isi"], self.cleaned_data["tenggat"])


class KemajuanForm(forms.Form):
    """How far I am. `versi` is what I saw."""

    status = forms.ChoiceField(
        label="Keadaan",
        choices=pilihan(StatusArahan),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih keadaan arahan ini"},
    )
    catatan = forms.CharField(
        label="Catatan untuk pemberi arahan",
        help_text="Isi alasan bila tidak dapat dijalankan.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Catatan paling banyak 300 huruf. Sekarang %(show_value)d"},
    )
    versi = IsianVersi()

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        tanpa = not (isi.get("catatan") or "").strip()
        if isi.get("status") == StatusArahan.TIDAK_DAPAT and tanpa and "catatan" not in self.errors:
            self.add_error("catatan", "Isi alasan arahan ini tidak dapat dijalankan")
        return isi


class BatalArahanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan pembatalan",
        max_length=200,
        help_text="Penerima arahan membacanya.",
        error_messages={
            "required": "Isi alasan pembatalan",
            "max_length": "Alasan paling banyak 200 huruf. Sekarang %(show_value)d",
        },
    )
