"""Forms of examinations: who takes part, what came out."""

from __future__ import annotations

import re
from typing import Any, Final

from django import forms

from asn_karier.lib.situs import IsianTanggal
from pegawai.enums import StatusPeserta
from pegawai.kamus import LABEL
from pegawai.models import PesertaUjian
from pegawai.services.ujian import IsianHasil

_HASIL: Final = (
    StatusPeserta.TERDAFTAR,
    StatusPeserta.LULUS,
    StatusPeserta.TIDAK_LULUS,
    StatusPeserta.TIDAK_HADIR,
)
_NIP: Final = re.compile(r"\d{18}")


class FormPeserta(forms.Form):
    """Candidates that the last run names, and others by NIP."""

    calon = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    nip = forms.CharField(
        label="Pegawai lain, dengan NIP",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu NIP per baris.",
    )

    def __init__(self, *args: Any, pilihan: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        calon: Any = self.fields["calon"]
        calon.choices = pilihan
        calon.error_messages["invalid_choice"] = "Ada pilihan yang tidak lagi tersedia. Pilih ulang."

    def clean_nip(self) -> list[str]:
        baris = ["".join(b.split()) for b in self.cleaned_data["nip"].splitlines() if b.strip()]
        salah = [b for b in baris if not _NIP.fullmatch(b)]
        if salah:
            raise forms.ValidationError(
                f"NIP terdiri atas 18 angka. «{salah[0]}» ada {len(salah[0])} huruf atau angka."
            )
        return baris

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if not self.errors and not isi.get("calon") and not isi.get("nip"):
            raise forms.ValidationError("Pilih paling sedikit satu pegawai, atau tulis NIP-nya.")
        return isi


class FormHasilPeserta(forms.Form):
    """The result of one participant."""

    status = forms.ChoiceField(label="Hasil", choices=[(s.value, LABEL[StatusPeserta][s]) for s in _HASIL])
    nomor = forms.CharField(label="Nomor sertifikat", max_length=80, required=False)
    berlaku_sampai = forms.DateField(
        label="Berlaku sampai",
        required=False,
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": "Isi tanggal seperti 31-01-2029, atau kosongkan."},
    )

    def __init__(self, data: Any, *, peserta: PesertaUjian) -> None:
        hasil = peserta.hasil
        awal = {
            "status": peserta.status,
            "nomor": hasil.nomor if hasil else "",
            "berlaku_sampai": hasil.berlaku_sampai if hasil else None,
        }
        super().__init__(data, prefix=str(peserta.pk), initial=awal)
        self.peserta = peserta
        for nama, isian in self.fields.items():
            isian.widget.attrs["aria-label"] = f"{isian.label}: {peserta.pegawai}"
            isian.widget.attrs.setdefault("class", f"isian-{nama}")

    def hasil(self) -> IsianHasil:
        """Call it on a form that is valid."""
        isi = self.cleaned_data
        return IsianHasil(StatusPeserta(isi["status"]), isi["nomor"].strip(), isi["berlaku_sampai"])


class FormBatal(forms.Form):
    alasan = forms.CharField(
        label="Alasan", max_length=200, error_messages={"required": "Tuliskan alasan pembatalan."}
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)
