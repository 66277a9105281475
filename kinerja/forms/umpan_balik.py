"""Three sentences about one thing, an answer below them, and a note for oneself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from asn_karier.lib.views import isikan
from kinerja.enums import JenisUmpanBalik, NilaiBerakhlak, TentangUmpanBalik
from kinerja.kamus import LABEL
from kinerja.models.umpan_balik import KALIMAT_TERPANJANG
from kinerja.services.catatan_pimpinan import CATATAN_TERPANJANG
from kinerja.services.umpan_balik import IsiUmpanBalik
from pegawai.forms.berkunci import BerkunciForm


def pilihan(enum: Any) -> list[tuple[str, str]]:
    return [(a.value, LABEL[enum][a]) for a in enum]


def kalimat(label: str, kosong: str, *, bantuan: str = "", terpanjang: int = KALIMAT_TERPANJANG) -> Any:
    """A short text with words of our own for what is missing or too long."""
    panjang = f"{label.rstrip('?')}: paling banyak {terpanjang} huruf. Sekarang %(show_value)d"
    return forms.CharField(
        label=label,
        help_text=bantuan,
        max_length=terpanjang,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": kosong, "max_length": panjang},
    )


class UmpanBalikForm(BerkunciForm):
    """Nothing is chosen beforehand. `pembaca`: the atasan penilai whom the page named, 0 for none."""

    jenis = forms.ChoiceField(
        label="Umpan balik ini",
        choices=pilihan(JenisUmpanBalik),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih: yang sudah baik, atau yang dapat ditingkatkan"},
    )
    tentang = forms.ChoiceField(
        label="Tentang",
        choices=pilihan(TentangUmpanBalik),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih: hasil kerja, atau perilaku kerja"},
    )
    nilai = forms.ChoiceField(
        label="Nilai BerAKHLAK",
        required=False,
        choices=[("", "Tidak memilih"), *pilihan(NilaiBerakhlak)],
        help_text="Hanya untuk perilaku kerja.",
    )
    peristiwa = kalimat(
        "Apa yang terjadi?",
        "Isi apa yang terjadi",
        bantuan="Satu peristiwa dalam pekerjaan, bukan sifat orangnya.",
    )
    dampak = kalimat("Dampaknya?", "Isi dampaknya")
    berikutnya = kalimat("Berikutnya?", "Isi langkah berikutnya")
    pembaca = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("nilai") and isi.get("tentang") == TentangUmpanBalik.HASIL_KERJA:
            self.add_error("nilai", "Pilih Tidak memilih, atau ubah menjadi perilaku kerja")
        return isi

    @property
    def isi(self) -> IsiUmpanBalik:
        bersih = self.cleaned_data
        return IsiUmpanBalik(
            jenis=JenisUmpanBalik(bersih["jenis"]),
            tentang=TentangUmpanBalik(bersih["tentang"]),
            peristiwa=bersih["peristiwa"],
            dampak=bersih["dampak"],
            berikutnya=bersih["berikutnya"],
            nilai=NilaiBerakhlak(bersih["nilai"]) if bersih["nilai"] else None,
        )

    def sebut_pembaca(self, pembaca: int | None) -> None:
        """The page names another reader now."""
        isikan(self, pembaca=pembaca or "")


def choices_in(isi: Mapping[str, str]) -> dict[str, str]:
    """What a link to the form says it is about: a BerAKHLAK value, or nothing. Never how good it was."""
    nilai, tentang = isi.get("nilai", ""), isi.get("tentang", "")
    if tentang != TentangUmpanBalik.PERILAKU or nilai not in {n.value for n in NilaiBerakhlak}:
        return {}
    return {"tentang": tentang, "nilai": nilai}


def praise_in(isi: Mapping[str, str]) -> dict[str, str]:
    """A leader who pressed *Beri pujian* has said already what kind of words these are."""
    if isi.get("untuk") != "pujian":
        return {}
    return {"jenis": JenisUmpanBalik.KEKUATAN, "tentang": TentangUmpanBalik.HASIL_KERJA}


class TanggapanForm(BerkunciForm):
    isi = kalimat("Tanggapan", "Isi tanggapan")


class CatatanForm(BerkunciForm):
    isi = kalimat(
        "Catatan pribadi",
        "Isi catatan",
        terpanjang=CATATAN_TERPANJANG,
    )
