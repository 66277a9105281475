"""What if."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from asn_karier.lib import kata
from asn_karier.lib.dates import add_years, first_of_next_month
from asn_karier.lib.situs import IsianTanggal
from karier.rules.andaian import Andaian, Ijazah, post_of
from kinerja.enums import Predikat
from kinerja.kamus import LABEL as LABEL_KINERJA
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.kamus import LABEL as LABEL_PEGAWAI

_PREDIKAT_ANDAI = [(p.value, LABEL_KINERJA[Predikat][p]) for p in sorted(Predikat, reverse=True)]
_TANPA = ("", "Tidak berubah")
_IJAZAH_ANDAI = [_TANPA, *((t.value, LABEL_PEGAWAI[TingkatPendidikan][t]) for t in TingkatPendidikan)]
_JENJANG_ANDAI = [_TANPA, *((j.value, LABEL_PEGAWAI[Jenjang][j]) for j in Jenjang)]
#: So far ahead an assumption may begin: the timeline ends there.
TAHUN_ANDAI = 5
#: So many choices are named when none of them was given.
PILIHAN_DISEBUT = 12


def _hari_andai(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=IsianTanggal,
        help_text=help_text,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": f"{label}: isi tanggal seperti 31-01-2027."},
    )


def _predikat(nilai: str) -> Predikat:
    return Predikat(int(nilai))


def _bukan_pilihan(isian: Any) -> str:
    """Names the field and, where they are few, its choices: programs write the address too."""
    pilihan = [f"{nilai} ({label})" for nilai, label in isian.choices if nilai != ""]
    semua = f" Pilihannya {kata.daftar(pilihan)}." if len(pilihan) <= PILIHAN_DISEBUT else ""
    return f"{isian.label}: «%(value)s» bukan salah satu pilihannya.{semua}"


class FormCobaHitung(forms.Form):
    """What if: every field is an assumption, none names a person, so the address may be shared."""

    predikat = forms.TypedChoiceField(
        label="Predikat setiap tahun yang belum dinilai",
        choices=_PREDIKAT_ANDAI,
        coerce=_predikat,
        widget=forms.RadioSelect,
        initial=Predikat.BAIK.value,
        required=False,
        empty_value=None,
    )
    ijazah = forms.TypedChoiceField(
        label="Ijazah baru", choices=_IJAZAH_ANDAI, coerce=int, empty_value=None, required=False
    )
    ijazah_pada = _hari_andai("Ijazah diakui mulai")
    ujian_dinas = _hari_andai("Lulus ujian dinas pada")
    upkp = _hari_andai("Lulus ujian penyesuaian kenaikan pangkat (UPKP) pada")
    uji_kompetensi = _hari_andai("Lulus uji kompetensi pada")
    jp = forms.IntegerField(
        label="JP setiap tahun",
        required=False,
        min_value=0,
        max_value=500,
        error_messages={
            "invalid": "Isi JP setiap tahun dengan angka, misalnya 20.",
            "min_value": "JP setiap tahun paling sedikit %(limit_value)s.",
            "max_value": "JP setiap tahun paling banyak %(limit_value)s.",
        },
    )
    lowongan = forms.BooleanField(label="Ada lowongan pada jenjang berikutnya", required=False)
    jabatan = forms.TypedChoiceField(
        label="Pindah ke jabatan", choices=_JENJANG_ANDAI, coerce=int, empty_value=None, required=False
    )
    jabatan_pada = _hari_andai("TMT jabatan baru")
    disiplin_selesai = _hari_andai(
        "Hukuman atau pemeriksaan disiplin selesai pada", "Hanya bila ada yang sedang berjalan."
    )

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per = per
        for isian in self.fields.values():
            if isinstance(isian, forms.ChoiceField):
                isian.error_messages["invalid_choice"] = _bukan_pilihan(isian)

    def clean(self) -> dict[str, Any]:
        """An ijazah or a post without its day begins next month; a day without either says nothing."""
        isi: dict[str, Any] = super().clean() or {}
        awal, akhir = self.per, add_years(self.per, TAHUN_ANDAI)
        for nama, nilai in [*isi.items()]:
            if isinstance(nilai, date) and not awal <= nilai <= akhir:
                label = self.fields[nama].label
                self.add_error(
                    nama, f"{label}: isi tanggal antara {kata.tanggal(awal)} dan {kata.tanggal(akhir)}."
                )
        for nama, pesan in (("ijazah", "Pilih ijazahnya."), ("jabatan", "Pilih jabatannya.")):
            if isi.get(f"{nama}_pada") and nama in isi and not isi[nama]:
                self.add_error(nama, pesan)
        return isi

    def andaian(self) -> Andaian:
        """The assumptions; call it on a form that is valid."""
        isi, segera = self.cleaned_data, first_of_next_month(self.per)
        ijazah, jabatan = isi["ijazah"], isi["jabatan"]
        return Andaian(
            predikat_lain=isi["predikat"] or Predikat.BAIK,
            pendidikan=Ijazah(TingkatPendidikan(ijazah), isi["ijazah_pada"] or segera) if ijazah else None,
            uji_kompetensi=isi["uji_kompetensi"],
            upkp=isi["upkp"],
            ujian_dinas=isi["ujian_dinas"],
            jp=isi["jp"],
            jabatan=post_of(Jenjang(jabatan), isi["jabatan_pada"] or segera) if jabatan else None,
            hukuman_selesai=isi["disiplin_selesai"],
            lowongan=isi["lowongan"],
        )
