"""An idea, its answer, and what trying it did."""

from __future__ import annotations

from typing import Any

from django import forms

from asn_karier.lib.situs import IsianTanggal, IsianVersi
from kinerja.enums import AlasanBelum, ArahUkuran, NamaUsul
from kinerja.forms.realisasi import AngkaField
from kinerja.forms.umpan_balik import kalimat, pilihan
from kinerja.models.usul_perbaikan import COBA_TERPANJANG, MASALAH_TERPANJANG
from kinerja.services.usul_perbaikan import IsiUsul
from kinerja.services.usul_perbaikan_jawab import Hasil, Uji
from pegawai.forms.berkunci import BerkunciForm

_ANGKA = "Tulis angka, misalnya 45 atau 12,5"


def _pendek(label: str, kosong: str, panjang: int, *, bantuan: str = "", wajib: bool = True) -> Any:
    return forms.CharField(
        label=label,
        required=wajib,
        help_text=bantuan,
        max_length=panjang,
        error_messages={
            "required": kosong,
            "max_length": f"{label.rstrip('?')}: paling banyak {panjang} huruf. Sekarang %(show_value)d",
        },
    )


def _angka(label: str, kosong: str, *, bantuan: str = "", wajib: bool = True) -> AngkaField:
    salah = ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits")
    return AngkaField(
        label=label,
        required=wajib,
        help_text=bantuan,
        localize=True,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "pendek"}),
        error_messages={"required": kosong, **dict.fromkeys(salah, _ANGKA)},
    )


def _hari(label: str, kosong: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=IsianTanggal,
        error_messages={"required": kosong, "invalid": "Tulis tanggal, misalnya 31-12-2026"},
    )


def _nama() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Siapa yang boleh tahu nama Anda?",
        choices=pilihan(NamaUsul),
        initial=NamaUsul.PIMPINAN,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih siapa yang boleh tahu nama Anda"},
    )


class UsulForm(BerkunciForm):
    """Three sentences. `asal`: the tried idea that this one copies."""

    masalah = kalimat(
        "Apa yang menyulitkan?",
        "Isi apa yang menyulitkan",
        bantuan="Cara kerjanya, bukan orangnya. Misalnya: surat diketik ulang tiga kali.",
        terpanjang=MASALAH_TERPANJANG,
    )
    coba = kalimat(
        "Apa yang ingin Anda coba?",
        "Isi apa yang ingin Anda coba",
        bantuan="Langkah kecil yang dapat dimulai bulan ini.",
        terpanjang=COBA_TERPANJANG,
    )
    terbantu = _pendek(
        "Siapa yang terbantu?",
        "Isi siapa yang terbantu",
        160,
        bantuan="Misalnya: warga yang menunggu di loket.",
    )
    nama = _nama()
    asal = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def isi(self) -> IsiUsul:
        bersih = self.cleaned_data
        return IsiUsul(
            masalah=bersih["masalah"],
            coba=bersih["coba"],
            terbantu=bersih["terbantu"],
            nama=NamaUsul(bersih["nama"]),
            asal=bersih["asal"],
        )


class NamaForm(forms.Form):
    nama = _nama()


class CobaForm(forms.Form):
    """*Dicoba*: from when, and by which number we shall see that it helped."""

    ukuran = _pendek(
        "Bagaimana kita tahu usul ini menolong?",
        "Isi apa yang diukur",
        160,
        bantuan="Satu hal yang dapat dihitung. Misalnya: lama menunggu di loket.",
    )
    angka_sebelum = _angka("Angkanya sekarang", "Isi angka sebelum dicoba", bantuan="Perkiraan pun boleh.")
    satuan = _pendek("Satuan", "", 30, bantuan="Misalnya: menit, lembar, hari.", wajib=False)
    arah = forms.ChoiceField(
        label="Angka yang kita inginkan",
        choices=pilihan(ArahUkuran),
        initial=ArahUkuran.TURUN,
        error_messages={"required": "Pilih angka yang kita inginkan"},
    )
    mulai = _hari("Mulai dicoba", "Isi hari mulai mencoba")
    ukur_pada = _hari("Diukur lagi pada", "Isi hari mengukur lagi")
    ucapan = kalimat("Kata Anda kepada pengusul", "Isi ucapan Anda", terpanjang=500)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        mulai, ukur = isi.get("mulai"), isi.get("ukur_pada")
        if mulai and ukur and ukur <= mulai:
            self.add_error("ukur_pada", "Isi hari sesudah hari mulai mencoba")
        return isi

    @property
    def uji(self) -> Uji:
        b = self.cleaned_data
        arah = ArahUkuran(b["arah"])
        return Uji(b["mulai"], b["ukuran"], b["satuan"], arah, b["angka_sebelum"], b["ukur_pada"])


class BelumForm(forms.Form):
    """*Belum dapat dicoba*: a reason of the list, and words."""

    alasan = forms.ChoiceField(
        label="Mengapa belum dapat dicoba?",
        choices=[("", "Pilih alasan"), *pilihan(AlasanBelum)],
        error_messages={"required": "Pilih alasan"},
    )
    penjelasan = kalimat(
        "Penjelasan Anda",
        "Isi penjelasan. Pengusul membacanya",
        bantuan="Sebut apa yang membuat usul ini dapat dicoba kelak.",
        terpanjang=500,
    )


class SampaikanForm(forms.Form):
    """To the leader above, once."""

    alasan_atas = kalimat(
        "Mengapa disampaikan ke atas?", "Isi mengapa usul ini disampaikan ke atas", terpanjang=300
    )


class VersiForm(forms.Form):
    versi = IsianVersi()


class UkurForm(forms.Form):
    """What trying it did. `wajib`: a number has to be there."""

    angka_sesudah = _angka("Angkanya sesudah dicoba", "Isi angka sesudahnya", wajib=False)
    kata_warga = kalimat(
        "Kata warga atau rekan yang terbantu",
        "",
        bantuan="Bila ada. Jangan sebut nama orang.",
        terpanjang=500,
    )
    versi = IsianVersi()

    def __init__(self, *args: Any, wajib: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kata_warga"].required = False
        self.fields["angka_sesudah"].required = wajib

    @property
    def hasil(self) -> Hasil:
        return Hasil(self.cleaned_data["angka_sesudah"], self.cleaned_data["kata_warga"])


class AjakForm(forms.Form):
    """One colleague of the unit or of the same atasan."""

    rekan = forms.TypedChoiceField(
        label="Rekan yang diajak",
        coerce=int,
        help_text="Usul ini menjadi miliknya juga sesudah ia setuju.",
        error_messages={"required": "Pilih rekan", "invalid_choice": "Pilih rekan dari daftar"},
    )

    def __init__(self, *args: Any, rekan: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rekan"].choices = [("", "Pilih rekan"), *rekan]  # type: ignore[attr-defined]
