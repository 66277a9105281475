"""The self-assessment and its confirmation: a level per competency, and an example if one likes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django import forms

from asn_karier.lib.situs import IsianVersi
from pelatihan.kamus.akpk import PILIHAN_LEVEL, PILIHAN_RINGKAS
from pelatihan.services.akpk import CATATAN_TERPANJANG, CONTOH_TERPANJANG, Jawaban
from pelatihan.services.akpk_baca import BarisKompetensi, Lembar

KEMBALIKAN: Final = "kembalikan"


class FormMandiri(forms.Form):
    """Nothing is chosen beforehand but what was answered before. `versi` 0: nothing yet."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, lembar: Lembar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lembar = lembar
        self.fields["versi"].initial = lembar.penilaian.versi if lembar.penilaian else 0
        for b in lembar.baris:
            lama = b.jawaban
            self.fields[f"level_{b.ruas}"] = forms.TypedChoiceField(
                label=f"Level Anda: {b.nama}",
                choices=PILIHAN_LEVEL,
                coerce=int,
                initial=lama.level_diri if lama else None,
                widget=forms.RadioSelect,
                error_messages={
                    "required": f"Pilih level untuk {b.nama}",
                    "invalid_choice": f"Pilih level untuk {b.nama}",
                },
            )
            self.fields[f"contoh_{b.ruas}"] = forms.CharField(
                label="Contoh pekerjaan",
                required=False,
                initial=lama.contoh if lama else "",
                max_length=CONTOH_TERPANJANG,
                widget=forms.Textarea(attrs={"rows": 2, "aria-label": f"Contoh pekerjaan: {b.nama}"}),
                error_messages={"max_length": "Contoh paling banyak 300 huruf. Sekarang %(show_value)d"},
            )

    def isian(self) -> Iterator[tuple[BarisKompetensi, forms.BoundField, forms.BoundField]]:
        """For the page: every competency with its two fields."""
        for b in self.lembar.baris:
            yield b, self[f"level_{b.ruas}"], self[f"contoh_{b.ruas}"]

    @property
    def jawaban(self) -> list[Jawaban]:
        """What was answered, for the service."""
        isi = self.cleaned_data
        return [Jawaban(b.kunci, isi[f"level_{b.ruas}"], isi[f"contoh_{b.ruas}"]) for b in self.lembar.baris]


class FormKonfirmasi(forms.Form):
    """The atasan's levels, beginning with what the person said; or a note that sends it back."""

    versi = IsianVersi()

    def __init__(self, *args: Any, lembar: Lembar, langkah: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lembar = lembar
        kembali = langkah == KEMBALIKAN
        for b in lembar.baris:
            jawaban: Any = b.jawaban
            self.fields[f"level_{jawaban.pk}"] = forms.TypedChoiceField(
                label=f"Level menurut Anda: {b.nama}",
                choices=PILIHAN_RINGKAS,
                coerce=int,
                empty_value=None,
                initial=jawaban.level_diri,
                required=not kembali,
                error_messages={"required": f"Pilih level untuk {b.nama}"},
            )
        self.fields["catatan"] = forms.CharField(
            label="Catatan untuk pegawai",
            help_text="Wajib bila Anda mengembalikan penilaian ini.",
            required=kembali,
            max_length=CATATAN_TERPANJANG,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={
                "required": "Tuliskan apa yang perlu diperbaiki",
                "max_length": "Catatan paling banyak 500 huruf. Sekarang %(show_value)d",
            },
        )

    def isian(self) -> Iterator[tuple[BarisKompetensi, forms.BoundField]]:
        """For the page: every competency with its field."""
        for b in self.lembar.baris:
            jawaban: Any = b.jawaban
            yield b, self[f"level_{jawaban.pk}"]

    @property
    def level(self) -> dict[int, int]:
        """The chosen levels by the key of their item, for the service."""
        return {
            int(nama.removeprefix("level_")): nilai
            for nama, nilai in self.cleaned_data.items()
            if nama.startswith("level_") and nilai is not None
        }
