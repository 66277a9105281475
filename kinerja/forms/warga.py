"""What citizens fill in, and what the officer who reads their words decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from asn_karier.lib import kata
from kinerja.enums import AlasanTidakTampil, JawabanUlasan, StatusKiriman, StatusTindak, TemaUlasan
from kinerja.kamus import LABEL
from kinerja.kamus.warga import pilihan_jawaban
from kinerja.rules.samaran import rapikan
from kinerja.services.penanda import numbers_on


class TeksWarga(forms.CharField):
    """Free text: hidden characters leave before anything is checked, so that nothing breaks on them."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return rapikan(super().to_python(value) or "")


class FormWarga(forms.Form):
    """A form of a page without a session: `kunci` says which opened page it is."""

    kunci = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_teks(self) -> str:
        teks: str = self.cleaned_data["teks"]
        paling = numbers_on(timezone.now()).huruf
        if len(teks) > paling:
            raise forms.ValidationError(
                f"Tulisan paling banyak {kata.bilangan(paling)} huruf. Sekarang {kata.bilangan(len(teks))}"
            )
        return teks

    def lanjutkan(self, kunci: str) -> None:
        """Ready to be shown again: what was typed, cleaned, under a key that works."""
        asal: Any = self.data
        isi = asal.copy()
        isi["kunci"] = kunci
        isi["teks"] = rapikan(str(isi.get("teks", "")))
        self.data = isi


class UlasanForm(FormWarga):
    jawaban = forms.TypedChoiceField(
        label="Bagaimana layanan itu?",
        choices=pilihan_jawaban,
        coerce=lambda nilai: JawabanUlasan(int(nilai)),
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih satu dari empat jawaban",
            "invalid_choice": "Pilih satu dari empat jawaban",
        },
    )
    teks = TeksWarga(
        label="Apa yang perlu diperbaiki, atau yang sudah baik?",
        required=False,
        help_text="Jangan menulis nama orang, NIK, atau nomor telepon.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class MasukanForm(FormWarga):
    teks = TeksWarga(
        label="Masukan Anda",
        help_text="Jangan menulis nama orang, NIK, atau nomor telepon.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Tulis masukan Anda"},
    )


class PilihLayananForm(forms.Form):
    """GET: which service; units are the groups of the list."""

    layanan = forms.ChoiceField(label="Layanan apa yang Anda terima?", widget=forms.Select)

    def __init__(self, *args: Any, pilihan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian: Any = self.fields["layanan"]
        isian.choices = [("", "Pilih layanan"), *pilihan]
        isian.error_messages |= {"required": "Pilih layanan", "invalid_choice": "Pilih layanan dari daftar"}


def _pilihan(enum: Any, *anggota: Any) -> list[tuple[str, str]]:
    return [(a.value, LABEL[enum][a]) for a in (anggota or tuple(enum))]


class FormPutusan(forms.Form):
    """Show, hide with a reason, or leave it to HR. Nothing is chosen beforehand."""

    putusan = forms.TypedChoiceField(
        label="Putusan",
        coerce=StatusKiriman,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih putusan"},
    )
    teks = TeksWarga(
        label="Kalimat yang ditampilkan",
        required=False,
        help_text="Nama dan nomor sudah disamarkan. Samarkan juga yang terlewat.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    tema = forms.TypedMultipleChoiceField(
        label="Tema",
        required=False,
        coerce=TemaUlasan,
        choices=lambda: _pilihan(TemaUlasan),
        widget=forms.CheckboxSelectMultiple,
        help_text="Tema menjadi kebutuhan pengembangan unit, bukan nilai seseorang.",
    )
    alasan = forms.TypedChoiceField(
        label="Alasan tidak ditampilkan",
        required=False,
        coerce=AlasanTidakTampil,
        empty_value=None,
        choices=lambda: [("", "Pilih alasan"), *_pilihan(AlasanTidakTampil)],
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, sembunyikan: bool, bertema: bool, tarik: bool = False, **kwargs: Any
    ) -> None:
        """`sembunyikan`: the officer may hide; `tarik`: the words are shown and may be taken off."""
        super().__init__(*args, **kwargs)
        lain = StatusKiriman.TIDAK_TAMPIL if sembunyikan else StatusKiriman.DISERAHKAN
        boleh = [StatusKiriman.TIDAK_TAMPIL] if tarik else [StatusKiriman.TAMPIL, lain]
        isian: Any = self.fields["putusan"]
        isian.choices = [(p.value, _PUTUSAN[p]) for p in boleh]
        ada = {"tema": bertema and not tarik, "teks": not tarik, "alasan": sembunyikan}
        for nama in (n for n, terpakai in ada.items() if not terpakai):
            del self.fields[nama]

    def clean(self) -> dict[str, Any]:
        """Say at the field what the service would refuse."""
        isi: dict[str, Any] = super().clean() or {}
        putusan = isi.get("putusan")
        if putusan == StatusKiriman.TAMPIL and "teks" in isi and not isi["teks"]:
            self.add_error("teks", "Isi kalimat yang ditampilkan")
        if putusan == StatusKiriman.TIDAK_TAMPIL and "alasan" in isi and isi["alasan"] is None:
            self.add_error("alasan", "Pilih alasan kalimat itu tidak ditampilkan")
        return isi


_PUTUSAN = {
    StatusKiriman.TAMPIL: "Tampilkan",
    StatusKiriman.TIDAK_TAMPIL: "Jangan tampilkan",
    StatusKiriman.DISERAHKAN: "Serahkan kepada pengelola kepegawaian",
}


class FormTanggapan(forms.Form):
    """The answer of the office."""

    tanggapan = TeksWarga(
        label="Tanggapan resmi",
        help_text="Tampil atas nama kantor. Untuk yang tidak dapat dijalankan, tulis alasannya.",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=1000,
        error_messages={
            "required": "Isi tanggapan",
            "max_length": "Tanggapan paling banyak 1.000 huruf. Sekarang %(show_value)d",
        },
    )
    tindak = forms.TypedChoiceField(
        label="Tindak lanjut",
        coerce=StatusTindak,
        choices=lambda: _pilihan(StatusTindak, *list(StatusTindak)[1:]),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih tindak lanjut"},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
