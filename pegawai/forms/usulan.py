"""What is wrong, and what should stand there: one form for every kind of record in the register."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db import models

from asn_karier.lib.situs import IsianTanggal
from pegawai.enums import PemilikData
from pegawai.models import Pegawai
from pegawai.services.usulan_rekam import Kolom, Rekam

TERPANJANG: Final = 200
#: What a phone offers: the camera and the gallery, which then hands over a JPEG instead of HEIC.
TERIMA_BERKAS: Final = "image/jpeg,image/png,application/pdf"
_BKN: Final = "Diperbaiki oleh BKN."


class FormBerkas(forms.Form):
    """A paper: chosen from the phone or the disk, or photographed at once."""

    berkas = forms.FileField(
        label="Bukti (foto atau PDF)",
        required=False,
        widget=forms.FileInput(attrs={"accept": TERIMA_BERKAS}),
        help_text="PDF, JPG, atau PNG; paling besar 5 MB. Lokasi pada foto dihapus.",
        error_messages={
            "required": "Lampirkan bukti: foto atau PDF surat yang benar.",
            "empty": "Berkas itu kosong. Pilih berkas lain atau foto ulang.",
        },
    )
    foto = forms.FileField(
        label="Atau foto langsung dengan kamera",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg", "capture": "environment"}),
        error_messages={"empty": "Foto itu kosong. Foto ulang."},
    )

    def harus_berkas(self, label: str) -> None:
        """A paper is needed, by either way."""
        self.fields["berkas"].label = label
        self.fields["berkas"].required = not self.files.get("foto")

    @property
    def terlampir(self) -> Any:
        """The one file that came; None without any."""
        return self.cleaned_data.get("berkas") or self.cleaned_data.get("foto")


class FormUsulan(FormBerkas):
    """The columns of one row, filled in with what stands there; only what was changed is asked for."""

    alasan = forms.CharField(
        label="Penjelasan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya: menurut SK, TMT-nya 1 April 2023.",
    )

    def __init__(
        self, *args: Any, rekam: Rekam, pegawai: Pegawai, objek: Any, kini: dict[str, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rekam, self.objek, self.kini = rekam, objek, kini
        self.kolom = rekam.isian(objek)
        milik_bkn = [k for k in self.kolom if k.pemilik is PemilikData.BKN]
        self.hanya_bkn = len(milik_bkn) == len(self.kolom)
        self._sebagian_bkn = bool(milik_bkn) and not self.hanya_bkn
        isian = {k.nama: self._isian(k) for k in self.kolom}
        tetap = dict(self.fields)
        self.fields.clear()
        self.fields.update(isian | tetap)
        if rekam.perlu_bukti:
            self.harus_berkas("Bukti: foto atau PDF surat yang benar")

    def _isian(self, k: Kolom) -> forms.Field:
        """`show_hidden_initial`: what stood there when the page was made, so that a record changed meanwhile
        is not taken for something the person typed."""
        sama: dict[str, Any] = {
            "label": k.label,
            "required": k.baca is not None and bool(self.kini.get(k.nama)),
            "help_text": _BKN if self._sebagian_bkn and k.pemilik is PemilikData.BKN else "",
            "error_messages": {"required": f"Isi {k.label}, atau kembalikan seperti semula."},
            "show_hidden_initial": True,
        }
        if self.objek is None:
            kosong = "Tuliskan apa yang belum tercatat, misalnya nomor dan tanggal SK."
            return forms.CharField(
                label=k.label,
                help_text=sama["help_text"],
                max_length=TERPANJANG,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": kosong},
            )
        if k.baca is not None:
            return forms.CharField(**sama, initial=self.kini[k.nama], max_length=TERPANJANG)
        nilai = getattr(self.objek, k.nama)
        if k.pilihan is not None:
            return forms.TypedChoiceField(
                **sama, initial=nilai, choices=k.pilihan(self.objek), coerce=int, empty_value=None
            )
        return self._menurut_model(k, {**sama, "initial": nilai})

    def _menurut_model(self, k: Kolom, sama: dict[str, Any]) -> forms.Field:
        bidang: Any = self.rekam.model._meta.get_field(k.nama)
        sama["required"] = not (bidang.blank or bidang.null)
        if isinstance(bidang, models.DateField):
            contoh = f"{k.label}: isi tanggal seperti 31-01-2027."
            sama["error_messages"]["invalid"] = contoh
            return forms.DateField(**sama, widget=IsianTanggal)
        if isinstance(bidang, models.BooleanField):
            pilihan = [(True, "Ya"), (False, "Tidak")]
            return forms.TypedChoiceField(**sama, choices=pilihan, coerce=lambda v: v == "True")
        isian: Any = bidang.formfield(**sama)
        if isinstance(isian, forms.IntegerField):
            isian.error_messages["invalid"] = f"{k.label} berupa angka, misalnya 12."
        return isian

    @property
    def usul(self) -> dict[str, Any]:
        """The values that the person changed."""
        berubah = set(self.changed_data) if self.objek is not None else set(self.cleaned_data)
        return {k.nama: self.cleaned_data.get(k.nama) for k in self.kolom if k.nama in berubah}


class FormKode(forms.Form):
    """Six digits that the person reads out."""

    kode = forms.CharField(
        label="Kode 6 angka dari pegawai",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "pendek"}),
        error_messages={"required": "Isi kode 6 angka yang dibacakan pegawai."},
    )


class FormCatatan(forms.Form):
    """What an officer decides, and what the person reads about it. `versi`: what the officer saw."""

    catatan = forms.CharField(
        label="Catatan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
        error_messages={"required": "Tuliskan catatan, misalnya nomor surat atau apa yang kurang."},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, wajib: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["catatan"].required = wajib
