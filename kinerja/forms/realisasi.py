"""What was done in a period: a field of words, and of a number where the target has one, per indicator."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from django import forms

from asn_karier.lib.situs import IsianVersi
from kinerja.models.realisasi import ALASAN_TERPANJANG, CATATAN_TERPANJANG, TEKS_TERPANJANG
from kinerja.services.realisasi_baca import BarisIsian, Lembar
from kinerja.services.realisasi_isi import IsianIndikator
from kinerja.services.refleksi import REFLEKSI_TERPANJANG
from kinerja.services.usul_perbaikan_baca import UsulTerukur
from pegawai.forms.usulan import TERIMA_BERKAS

_RIBUAN: Final = re.compile(r"\d{1,3}(\.\d{3})+(,\d*)?", re.ASCII)
_ANGKA: Final = "Realisasi berupa angka, misalnya 12 atau 12,5"


class AngkaField(forms.DecimalField):
    """A number as people write it here: '1.250' is a thousand and more, '12,5' and '12.5' are the same."""

    def to_python(self, value: Any) -> Any:
        teks = value.strip() if isinstance(value, str) else value
        if isinstance(teks, str) and _RIBUAN.fullmatch(teks):
            teks = teks.replace(".", "")
        return super().to_python(teks)


class BuktiBaru(NamedTuple):
    """One piece of evidence to add; `ruas`: the field it came from, `isi`: what the service is told."""

    hasil_kerja: int
    ruas: str
    isi: dict[str, Any]


class RealisasiForm(forms.Form):
    """One period of one plan. `lengkap`: nothing may be missing (Periksa jawaban)."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, lembar: Lembar, lengkap: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lembar, self._lengkap = lembar, lengkap
        self.fields["versi"].initial = lembar.pengisian.versi if lembar.pengisian else 0
        for b in lembar.baris:
            self.fields.update(_isian(b))
        for k in lembar.kelompok:
            self.fields.update(_bukti(k.pk, lembar.usul))

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if self._lengkap:
            for b in self.lembar.baris:
                rusak = {f"teks_{b.pk}", f"angka_{b.pk}"} & set(self.errors)
                if not rusak and not isi.get(f"teks_{b.pk}") and isi.get(f"angka_{b.pk}") is None:
                    self.add_error(_utama(b), f"Isi realisasi untuk “{b.iki}”")
        return isi

    @property
    def kelompok(self) -> list[dict[str, Any]]:
        """For the page: every hasil kerja with its indicators and their fields."""
        return [
            {
                "hasil": k,
                "baris": [(b, [self._tampil(n, b) for n in _isian(b)]) for b in k.baris],
                "bukti": [self[n] for n in _bukti(k.pk, self.lembar.usul)],
                "galat": any(self[n].errors for n in _bukti(k.pk, self.lembar.usul)),
            }
            for k in self.lembar.kelompok
        ]

    def _tampil(self, nama: str, b: BarisIsian) -> forms.BoundField:
        """The main field of an indicator is not called optional; a sentence may still stand for a number."""
        self.fields[nama].required = nama == _utama(b)
        return self[nama]

    @property
    def isian(self) -> list[IsianIndikator]:
        """What was typed, for the service."""
        isi = self.cleaned_data
        return [
            IsianIndikator(
                b.pk, isi.get(f"teks_{b.pk}", ""), isi.get(f"angka_{b.pk}"), isi.get(f"catatan_{b.pk}", "")
            )
            for b in self.lembar.baris
        ]

    @property
    def bukti_baru(self) -> list[BuktiBaru]:
        """Everything that was put beside a hasil kerja."""
        hasil: list[BuktiBaru] = []
        for k in self.lembar.kelompok:
            if tautan := self.cleaned_data.get(f"tautan_{k.pk}"):
                hasil.append(BuktiBaru(k.pk, f"tautan_{k.pk}", {"tautan": tautan}))
            if berkas := self.cleaned_data.get(f"berkas_{k.pk}"):
                hasil.append(BuktiBaru(k.pk, f"berkas_{k.pk}", {"berkas": berkas}))
            if usul := self.cleaned_data.get(f"usul_{k.pk}"):
                hasil.append(BuktiBaru(k.pk, f"usul_{k.pk}", {"usul_id": usul}))
        return hasil


def _utama(b: BarisIsian) -> str:
    return f"{'teks' if b.target_angka is None else 'angka'}_{b.pk}"


def _isian(b: BarisIsian) -> dict[str, forms.Field]:
    teks = forms.CharField(
        label="Realisasi" if b.target_angka is None else "Realisasi dalam kalimat",
        required=False,
        help_text="" if b.target_angka is None else "Boleh menggantikan angka.",
        initial=b.teks,
        max_length=TEKS_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Realisasi paling banyak 1.000 huruf. Sekarang %(show_value)d"},
    )
    catatan = forms.CharField(
        label="Catatan",
        required=False,
        initial=b.catatan,
        max_length=CATATAN_TERPANJANG,
        widget=forms.TextInput,
        error_messages={"max_length": "Catatan paling banyak 500 huruf. Sekarang %(show_value)d"},
    )
    angka = {f"angka_{b.pk}": _angka(b)} if b.target_angka is not None else {}
    return {**angka, f"teks_{b.pk}": teks, f"catatan_{b.pk}": catatan}


def _angka(b: BarisIsian) -> AngkaField:
    return AngkaField(
        label=f"Realisasi dalam angka{f' ({b.satuan})' if b.satuan else ''}",
        required=False,
        initial=b.angka,
        localize=True,
        min_value=0,
        max_digits=16,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "pendek"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits"), _ANGKA
        ),
    )


def _bukti(pk: int, usul: list[UsulTerukur]) -> dict[str, forms.Field]:
    return {
        **({f"usul_{pk}": _usul(usul)} if usul else {}),
        f"tautan_{pk}": forms.URLField(
            label="Tautan bukti",
            required=False,
            max_length=500,
            assume_scheme="https",
            widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
            error_messages={"invalid": "Tautan ditulis lengkap, misalnya https://contoh.go.id/laporan"},
        ),
        f"berkas_{pk}": forms.FileField(
            label="Berkas bukti",
            required=False,
            widget=forms.FileInput(attrs={"accept": TERIMA_BERKAS}),
            help_text="PDF, JPG, atau PNG; paling besar 5 MB. Ikut tersimpan saat Anda memeriksa jawaban.",
            error_messages={"empty": "Berkas itu kosong. Pilih berkas lain atau foto ulang"},
        ),
    }


def _usul(usul: list[UsulTerukur]) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="Usul perbaikan yang sudah diukur",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Tidak memilih"), *((u.usul_id, u.teks) for u in usul)],
        error_messages={"invalid_choice": "Pilih usul dari daftar"},
    )


class AlasanForm(forms.Form):
    """Asked for only after the last day."""

    versi = IsianVersi()
    alasan = forms.CharField(
        label="Mengapa terlambat?",
        help_text="Dibaca atasan dan pengelola kepegawaian.",
        max_length=ALASAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Tuliskan alasan keterlambatan",
            "max_length": "Alasan paling banyak 300 huruf. Sekarang %(show_value)d",
        },
    )

    def __init__(self, *args: Any, terlambat: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not terlambat:
            del self.fields["alasan"]


class KembalikanForm(forms.Form):
    """What the person should improve. `versi`: what the leader saw."""

    catatan = forms.CharField(
        label="Apa yang perlu diperbaiki?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Tuliskan apa yang perlu diperbaiki",
            "max_length": "Catatan paling banyak 1.000 huruf. Sekarang %(show_value)d",
        },
    )
    versi = IsianVersi()


class RefleksiForm(forms.Form):
    """One's own words about the period."""

    isi = forms.CharField(
        label="Apa yang berjalan baik, apa yang menghambat, apa yang Anda perlukan?",
        help_text="Dibaca Anda dan atasan penilai Anda sebelum menilai. Orang lain tidak dapat membacanya.",
        max_length=REFLEKSI_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": "Tuliskan refleksi Anda",
            "max_length": "Refleksi paling banyak 2.000 huruf. Sekarang %(show_value)d",
        },
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
