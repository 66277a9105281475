"""Forms of the HR door of career: when, what and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import IsianTanggal
from karier.enums import JenisKeputusan
from karier.rules.periode import target_tmt
from pegawai.models import Instansi

#: A run may look back as far as the rule files reach, and a little ahead of today.
TAHUN_KE_DEPAN = 1


class FormInstansi(forms.Form):
    """Which instansi; asked only of those who keep several."""

    instansi = forms.ModelChoiceField(label="Instansi", queryset=Instansi.objects.none(), empty_label=None)

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dikelola = Instansi.objects.dikelola(pengguna)
        isian: Any = self.fields["instansi"]
        isian.queryset = dikelola
        satu = list(dikelola[:2])
        if len(satu) == 1:
            isian.initial = satu[0]
            isian.widget = forms.HiddenInput()


class FormJalankan(FormInstansi):
    """A run of the rules on one date."""

    per_tanggal = forms.DateField(
        label="Keadaan per tanggal",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        initial=timezone.localdate,
        help_text="Biasanya hari ini. Tanggal menentukan aturan dan periode kenaikan pangkat yang dipakai. "
        "Tanggal yang jauh dari hari ini menjadi simulasi: usulan dan halaman pegawai tidak berubah.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contoh = f"{timezone.localdate():%d-%m-%Y}"
        self.fields["per_tanggal"].error_messages |= {
            "required": f"Isi tanggal, misalnya {contoh}.",
            "invalid": f"Isi tanggal seperti {contoh}.",
        }

    def clean_per_tanggal(self) -> date:
        per: date = self.cleaned_data["per_tanggal"]
        if per.year > timezone.localdate().year + TAHUN_KE_DEPAN:
            raise forms.ValidationError("Tanggal paling jauh satu tahun ke depan.")
        try:
            target_tmt(per, aturan_per(per))
        except DomainError:
            raise forms.ValidationError(
                f"Belum ada aturan kenaikan pangkat yang dapat dipakai untuk {kata.tanggal(per)}. "
                "Pilih tanggal yang lebih baru, biasanya hari ini."
            ) from None
        return per


class FormSiklus(FormInstansi):
    """A cycle, filled in beforehand: usually only a look and one press."""

    tahun = forms.IntegerField(
        label="Tahun penilaian",
        min_value=2023,
        max_value=2100,
        error_messages={"required": "Isi tahun penilaian.", "invalid": "Isi tahun, misalnya 2026."},
    )
    nama = forms.CharField(label="Nama siklus", max_length=100, required=False)
    batas_penilaian = forms.DateField(
        label="Batas penilaian",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        help_text="Sesudahnya atasan masih dapat menilai sampai siklus ditutup.",
        error_messages={
            "required": "Isi batas penilaian.",
            "invalid": "Isi tanggal seperti 31-01-2027.",
        },
    )


class FormPerpanjang(forms.Form):
    """A later deadline, with the reason that everybody can read."""

    batas_penilaian = forms.DateField(
        label="Batas penilaian yang baru",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": "Isi tanggal yang baru.", "invalid": "Isi tanggal seperti 31-01-2027."},
    )
    alasan = forms.CharField(
        label="Alasan", max_length=200, error_messages={"required": "Tuliskan alasan perpanjangan."}
    )


class FormTutup(forms.Form):
    alasan = forms.CharField(label="Catatan", max_length=200, required=False)


class FormKeputusan(forms.Form):
    """The reason of a decision; proposing needs none, everything else does."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca pegawai yang bersangkutan.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, jenis: JenisKeputusan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if jenis is JenisKeputusan.TETAPKAN:
            self.fields["alasan"].label = "Catatan"
        else:
            self.fields["alasan"].required = True
            self.fields["alasan"].error_messages["required"] = "Tuliskan alasan keputusan."
