"""An answer to the case of the year, a word in its discussion, and what the unit learned."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.siklus import IsianTahun, sekitar_tahun
from kinerja.kamus.etika import pustaka
from kinerja.models import KasusEtika
from kinerja.models.etika import DISKUSI_TERPANJANG, JAWABAN_TERPANJANG, PELAJARAN_TERPANJANG
from pegawai.forms.berkunci import BerkunciForm
from pegawai.models import Instansi


def _isi(label: str, kosong: str, panjang: str, terpanjang: int, baris: int, bantuan: str = "") -> Any:
    return forms.CharField(
        label=label,
        help_text=bantuan,
        max_length=terpanjang,
        widget=forms.Textarea(attrs={"rows": baris}),
        error_messages={"required": kosong, "max_length": f"{panjang}. Sekarang %(show_value)d"},
    )


class JawabanEtikaForm(forms.Form):
    """One's own answer. `versi`: what the page showed."""

    isi = _isi(
        "Jawaban Anda",
        "Tuliskan jawaban Anda",
        "Jawaban paling banyak 4.000 huruf",
        JAWABAN_TERPANJANG,
        10,
        "Tulis apa yang akan Anda lakukan dan alasannya. Jangan menyebut nama orang sungguhan.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)


class DiskusiEtikaForm(BerkunciForm):
    isi = _isi(
        "Tanggapan Anda",
        "Tuliskan tanggapan Anda",
        "Tanggapan paling banyak 1.000 huruf",
        DISKUSI_TERPANJANG,
        3,
    )


class PelajaranEtikaForm(forms.Form):
    isi = _isi(
        "Pelajaran bersama",
        "Tuliskan pelajaran bersama",
        "Pelajaran bersama paling banyak 2.000 huruf",
        PELAJARAN_TERPANJANG,
        6,
        "Apa yang disepakati untuk dikerjakan. Bukan ringkasan siapa menjawab apa.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)


class KasusForm(forms.ModelForm):
    """A case as HR writes it; the same one again, as a second press sends it, is one case."""

    tahun = IsianTahun()

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        kunci = {n: isi.get(n) for n in ("instansi", "tahun", "keluarga", "judul", "kasus")}
        if self.instance.pk is None and KasusEtika.objects.filter(**kunci).exists():
            raise forms.ValidationError("Kasus ini sudah tersimpan.")
        sekitar_tahun(self, "mulai", "batas")
        return isi


class PustakaForm(forms.Form):
    """Which case of the starter library, for which instansi: one press."""

    kode = forms.ChoiceField(
        widget=forms.HiddenInput, error_messages={"required": "Pilih kasus", "invalid_choice": "Pilih kasus"}
    )
    instansi = forms.ModelChoiceField(
        Instansi.objects.none(),
        empty_label=None,
        error_messages={"required": "Pilih instansi", "invalid_choice": "Pilih instansi"},
    )

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kode"].choices = [(k, k) for k in pustaka()]  # type: ignore[attr-defined]
        self.fields["instansi"].queryset = Instansi.objects.dikelola(pengguna)  # type: ignore[attr-defined]
