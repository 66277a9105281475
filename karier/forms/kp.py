"""The month of kenaikan pangkat: the covering letter, and what BKN answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from asn_karier.lib.situs.isian import IsianTanggal
from karier.kamus.usul import DOKUMEN
from karier.models import SuratPengantar
from pegawai.models import PejabatPenandaTangan

_MASA_KERJA: Final = 60
#: The code of a paper that stands in no checklist.
LAINNYA: Final = "lain"


class FormSurat(forms.Form):
    """Number, date and signer; the signed copy may follow later."""

    nomor = forms.CharField(label="Nomor surat", max_length=80, required=False)
    tanggal = forms.DateField(label="Tanggal surat", required=False, widget=IsianTanggal)
    pejabat = forms.ModelChoiceField(
        label="Penanda tangan",
        queryset=PejabatPenandaTangan.objects.none(),
        required=False,
        empty_label="Belum dipilih",
        help_text="Nama, NIP, pangkat, dan jabatannya diambil dari Pengaturan › Penanda tangan surat.",
        error_messages={"invalid_choice": "Pilih penanda tangan dari daftar."},
    )
    berkas = forms.FileField(
        label="Salinan bertanda tangan",
        required=False,
        help_text="PDF hasil pindaian surat yang sudah ditandatangani.",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, surat: SuratPengantar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pejabat: Any = self.fields["pejabat"]
        # Whoever signs on the day of the letter, which may lie behind: the service compares the days.
        pejabat.queryset = PejabatPenandaTangan.objects.filter(instansi=surat.instansi_id)
        if surat.penanda_tangan and not surat.pejabat_id:
            pejabat.empty_label = f"Tetap seperti tertulis: {surat.penanda_tangan}"

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("berkas") and not isi.get("nomor"):
            self.add_error("nomor", "Isi nomor suratnya; salinan bertanda tangan harus bernomor.")
        if isi.get("nomor") and not isi.get("tanggal") and "tanggal" not in self.errors:
            self.add_error("tanggal", "Isi tanggal surat.")
        return isi


class FormUrungkan(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
        error_messages={"required": "Tuliskan alasan mengurungkan."},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormKembali(forms.Form):
    """BTS: which paper; why, in the words of BKN, only where it is known."""

    dokumen = forms.ChoiceField(
        label="Dokumen yang perlu diperbaiki",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih dokumen yang perlu diperbaiki."},
    )
    alasan = forms.CharField(
        label="Alasan BKN",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, dokumen: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["dokumen"]
        pilihan.choices = [(kode, DOKUMEN[kode]) for kode in dokumen]

    def clean(self) -> dict[str, Any]:
        """The paper alone is enough: three clicks. But a paper without a name has to be named."""
        isi = super().clean() or {}
        if isi.get("dokumen") == LAINNYA and not isi.get("alasan"):
            self.add_error("alasan", "Tuliskan dokumen mana dan apa yang kurang; pegawai membacanya di sini.")
        elif not isi.get("alasan") and isi.get("dokumen"):
            isi["alasan"] = f"{DOKUMEN[isi['dokumen']]} perlu diperbaiki"
        return isi


class FormTidakMemenuhi(forms.Form):
    alasan = forms.CharField(
        label="Alasan BKN",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
        error_messages={"required": "Tuliskan alasan BKN."},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormSk(forms.Form):
    """What the SK says; golongan and TMT are those that were proposed."""

    nomor_sk = forms.CharField(label="Nomor SK", max_length=80, error_messages={"required": "Isi nomor SK."})
    tanggal_sk = forms.DateField(
        label="Tanggal SK", widget=IsianTanggal, error_messages={"required": "Isi tanggal SK."}
    )
    masa_kerja_tahun = forms.IntegerField(
        label="Masa kerja golongan, tahun", required=False, min_value=0, max_value=_MASA_KERJA
    )
    masa_kerja_bulan = forms.IntegerField(
        label="Masa kerja golongan, bulan", required=False, min_value=0, max_value=11
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormKirim(forms.Form):
    versi = forms.IntegerField(widget=forms.HiddenInput)
