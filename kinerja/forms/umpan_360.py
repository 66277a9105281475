"""Forms of 360 feedback: an answer, a suggestion, a new round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from django import forms
from django.db.models.functions import Length

from asn_karier.lib.situs import IsianTanggal
from kinerja.enums import NilaiBerakhlak, SasaranPutaran, Skala360
from kinerja.kamus import LABEL
from kinerja.kamus.umpan_360 import PERNYATAAN
from kinerja.rules.umpan_360 import BUTIR, SEMUA_BUTIR
from kinerja.services.umpan_360_isi import KALIMAT_TERPANJANG, Isian360
from pegawai.models import Instansi, Pegawai, UnitKerja
from pegawai.querysets import LEBAR_SEGMEN

_URUTAN: Final = (*(s for s in Skala360 if s), Skala360.TIDAK_DAPAT_MENILAI)
_SKALA: Final = [(s.value, LABEL[Skala360][s]) for s in _URUTAN]
_TERLALU_PANJANG: Final = {
    "max_length": f"Kalimat paling banyak {KALIMAT_TERPANJANG} huruf. Sekarang %(show_value)d"
}
_NIP: Final = re.compile(r"\d{18}")


class BagianNilai(NamedTuple):
    """The questions of one value."""

    judul: str
    isian: list[forms.BoundField]


class FormIsi360(forms.Form):
    """Fourteen questions and two sentences. Nothing is chosen beforehand; `versi` is what the giver saw."""

    baik = forms.CharField(
        label="Yang sudah baik",
        help_text="Tulis perilaku kerja yang Anda lihat, bukan sifat orangnya.",
        required=False,
        max_length=KALIMAT_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_TERLALU_PANJANG,
    )
    tingkatkan = forms.CharField(
        label="Yang dapat ditingkatkan",
        help_text="Tulis satu saran yang dapat dilakukan.",
        required=False,
        max_length=KALIMAT_TERPANJANG,
        error_messages=_TERLALU_PANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = (*SEMUA_BUTIR, "baik", "tingkatkan", "versi")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kode in SEMUA_BUTIR:
            self.fields[kode] = forms.TypedChoiceField(
                label=PERNYATAAN[kode],
                choices=_SKALA,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": f"Pilih jawaban untuk «{PERNYATAAN[kode]}»"},
            )
        self.order_fields(self.field_order)

    @property
    def bagian(self) -> Iterator[BagianNilai]:
        for nilai, butir in BUTIR.items():
            yield BagianNilai(LABEL[NilaiBerakhlak][nilai], [self[b] for b in butir])

    def isian(self) -> Isian360:
        isi = self.cleaned_data
        return Isian360({b: isi[b] for b in SEMUA_BUTIR}, isi["baik"], isi["tingkatkan"])


class FormUsul360(forms.Form):
    """A colleague to be asked."""

    penjawab = forms.TypedChoiceField(
        label="Rekan yang Anda usulkan",
        coerce=int,
        error_messages={
            "required": "Pilih satu rekan",
            "invalid_choice": "Rekan itu tidak ada dalam pilihan. Pilih lagi",
        },
    )

    def __init__(self, *args: Any, rekan: Iterable[Pegawai], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian: Any = self.fields["penjawab"]
        isian.choices = [("", "Pilih"), *((p.pk, p.nama_gelar) for p in rekan)]


def _tanggal(label: str, petunjuk: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        help_text=petunjuk,
        error_messages={
            "required": f"Isi {label[0].lower()}{label[1:]}",
            "invalid": "Isi tanggal seperti 31-01-2027",
        },
    )


class FormPutaran360(forms.Form):
    """A round, and who is rated in it."""

    instansi = forms.ModelChoiceField(label="Instansi", queryset=Instansi.objects.none(), empty_label=None)
    nama = forms.CharField(
        label="Nama putaran", max_length=100, error_messages={"required": "Isi nama putaran"}
    )
    masa_mulai = _tanggal("Masa yang dinilai, mulai")
    masa_sampai = _tanggal("Masa yang dinilai, sampai")
    batas = _tanggal(
        "Batas menjawab", "Hari terakhir menjawab, sampai pukul 23.59 di zona waktu unit penjawab."
    )
    untuk_talenta = forms.BooleanField(
        label="Hasil putaran ini ikut dipertimbangkan dalam manajemen talenta",
        required=False,
        help_text="Setiap penjawab membaca pilihan ini sebelum mengirim.",
    )
    sasaran = forms.ChoiceField(
        label="Siapa yang menerima umpan balik",
        choices=[(s.value, LABEL[SasaranPutaran][s]) for s in SasaranPutaran],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih siapa yang menerima umpan balik"},
    )
    unit = forms.ModelChoiceField(
        label="Unit kerja",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Pilih",
        help_text="Diisi bila memilih satu unit kerja.",
    )
    nip = forms.CharField(
        label="NIP pegawai tertentu",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Diisi bila memilih pegawai tertentu, satu NIP per baris.",
    )

    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dikelola = Instansi.objects.dikelola(pengguna)
        instansi: Any = self.fields["instansi"]
        unit: Any = self.fields["unit"]
        instansi.queryset = dikelola
        # Of a regency of hundreds of units only the upper two levels are a list that can be read.
        atas = UnitKerja.objects.annotate(panjang=Length("jalur")).filter(panjang__lte=2 * LEBAR_SEGMEN)
        unit.queryset = atas.filter(instansi__in=dikelola)
        satu = list(dikelola[:2])
        if len(satu) == 1:
            instansi.initial = satu[0]
            instansi.widget = forms.HiddenInput()

    def clean_nip(self) -> list[str]:
        baris = ["".join(b.split()) for b in self.cleaned_data["nip"].splitlines() if b.strip()]
        salah = [b for b in baris if not _NIP.fullmatch(b)]
        if salah:
            raise forms.ValidationError(f"NIP terdiri atas 18 angka. Yang diisi {len(salah[0])}: {salah[0]}")
        return baris

    def clean(self) -> dict[str, Any]:
        """What belongs to the choice of people, said at its field."""
        isi: dict[str, Any] = super().clean() or {}
        sasaran, unit = isi.get("sasaran"), isi.get("unit")
        if sasaran == SasaranPutaran.UNIT and unit is None and "unit" not in self.errors:
            self.add_error("unit", "Pilih unit kerja")
        if unit is not None and isi.get("instansi") and unit.instansi_id != isi["instansi"].pk:
            self.add_error("unit", "Pilih unit kerja dari instansi yang sama")
        if sasaran == SasaranPutaran.ORANG and not isi.get("nip") and "nip" not in self.errors:
            self.add_error("nip", "Tulis paling sedikit satu NIP")
        return isi
