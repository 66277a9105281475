"""What is typed about assignments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from asn_karier.lib.pilihan import choices_of
from asn_karier.lib.situs import IsianTanggal, IsianVersi
from karier.enums import JenisPenugasan
from karier.models import Penugasan
from karier.models.penugasan import TEMPAT_TERBANYAK
from karier.services.penugasan_baca import BarisPeserta
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import UnitKerja
from pelatihan.forms.kelas import alasan_field

_KOMPETENSI: Final = [(k.value, LABEL_PEGAWAI[KompetensiMansoskul][k]) for k in KompetensiMansoskul]
_LEVEL: Final = 3


class FormTawarkan(forms.ModelForm):
    """A leader offers work: what, where, from when to when, for how many, and what it builds."""

    kompetensi = forms.MultipleChoiceField(
        label="Kompetensi yang dibangun",
        choices=_KOMPETENSI,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Dipakai untuk mempertemukan penugasan dengan pegawai yang perlu mengembangkannya.",
    )
    level = forms.IntegerField(
        label="Sampai level",
        min_value=1,
        max_value=5,
        initial=_LEVEL,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Isi level 1 sampai 5"
        ),
    )

    class Meta:
        model = Penugasan
        fields = (
            "jenis",
            "nama",
            "uraian",
            "unit",
            "mulai",
            "selesai",
            "bersedia_sampai",
            "jam_per_minggu",
            "tempat",
        )
        widgets = {
            "uraian": forms.Textarea(attrs={"rows": 4}),
            "mulai": IsianTanggal,
            "selesai": IsianTanggal,
            "bersedia_sampai": IsianTanggal,
        }

    def __init__(self, *args: Any, unit: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = unit  # type: ignore[attr-defined]
        self.fields["unit"].empty_label = "Pilih"  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [("", "Pilih"), *choices_of(JenisPenugasan)]  # type: ignore[attr-defined]
        for nama, pesan in _KOSONG.items():
            self.fields[nama].error_messages["required"] = pesan
        for nama in ("mulai", "selesai", "bersedia_sampai"):
            self.fields[nama].error_messages["invalid"] = "Isi tanggal seperti 31-01-2027"
            self.fields[nama].input_formats = ["%d-%m-%Y", "%Y-%m-%d"]  # type: ignore[attr-defined]
        for nama, batas in (("jam_per_minggu", 40), ("tempat", TEMPAT_TERBANYAK)):
            self.fields[nama].error_messages["invalid"] = f"Isi angka 1 sampai {batas}"

    def builds(self) -> dict[str, int]:
        """Competency -> level."""
        return dict.fromkeys(self.cleaned_data["kompetensi"], self.cleaned_data["level"])


_KOSONG: Final = {
    "jenis": "Pilih jenis penugasan",
    "nama": "Isi nama penugasan",
    "uraian": "Tuliskan yang dikerjakan",
    "unit": "Pilih unit kerja",
    "mulai": "Isi hari mulai",
    "selesai": "Isi hari terakhir",
    "bersedia_sampai": "Isi sampai kapan kesediaan ditunggu",
    "jam_per_minggu": "Isi jam setiap minggu",
    "tempat": "Isi banyak tempat",
}


class FormTahan(forms.Form):
    """Why somebody cannot be released now."""

    alasan = alasan_field(
        "Alasan",
        "Pegawai membacanya. Sebut kapan dapat dicoba lagi.",
        kosong="Tuliskan alasan",
    )
    versi = IsianVersi()


class FormBatalPenugasan(forms.Form):
    alasan = alasan_field("Alasan pembatalan", "Semua yang bersedia membacanya.", kosong="Tuliskan alasan")
    versi = IsianVersi()


class FormSelesai(forms.Form):
    """What came of it, what it changed for citizens, and who finished."""

    hasil = forms.CharField(
        label="Hasil penugasan",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tuliskan hasilnya", "max_length": "Hasil paling banyak 1.500 huruf"},
    )
    dampak = forms.CharField(
        label="Dampak bagi warga",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang berubah bagi warga, dan dari mana diketahui.",
        error_messages={
            "required": "Tuliskan dampaknya; tulis «belum terlihat» bila memang belum",
            "max_length": "Dampak paling banyak 1.500 huruf",
        },
    )
    selesai = forms.TypedMultipleChoiceField(
        label="Yang menyelesaikan", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    versi = IsianVersi()

    def __init__(self, *args: Any, peserta: Iterable[BarisPeserta], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(b.peserta.pk, b.peserta.pegawai.nama_gelar) for b in peserta]
        self.fields["selesai"].choices = pilihan  # type: ignore[attr-defined]
        self.fields["selesai"].initial = [pk for pk, _ in pilihan]
        if not pilihan:
            del self.fields["selesai"]


def units_of(instansi_id: int) -> Any:
    """Units of one government in the order of its tree."""
    return UnitKerja.objects.filter(instansi=instansi_id).order_by("jalur")
