"""What a plan says, one page at a time: a row with its indicators, expected behaviour, lampiran."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from django import forms
from django.utils.html import format_html, format_html_join

from kinerja.enums import AspekIndikator, JenisHasilKerja, JenisLampiran, NilaiBerakhlak
from kinerja.forms.skp import Versi
from kinerja.kamus import LABEL
from kinerja.kamus.skp import PANDUAN_PERILAKU, PETUNJUK_LAMPIRAN
from kinerja.models import HasilKerja
from kinerja.rules.skp import read_target
from kinerja.services.skp_isi import INDIKATOR_TERBANYAK, IsianHasil, IsianIndikator

PANJANG_RHK: Final = 500
PANJANG_IKI: Final = 300
_BAGIAN: Final = ("id", "iki", "aspek", "target")


class Pilihan(NamedTuple):
    """What one plan offers in the page of a row: (value, label) pairs, empty where it has none."""

    induk: Sequence[tuple[Any, str]] = ()
    perspektif: Sequence[tuple[Any, str]] = ()
    beraspek: bool = False


class Indikatornya(NamedTuple):
    """The bound fields of one indicator, for the template."""

    nomor: int
    isian: list[Any]


def _teks(label: str, panjang: int, *, baris: int, wajib: str = "", help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=panjang,
        required=bool(wajib),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": baris}) if baris > 1 else forms.TextInput,
        error_messages={
            "required": wajib,
            "max_length": f"{label}: paling banyak {panjang} huruf. Sekarang %(show_value)d",
        },
    )


class FormHasil(Versi):
    """One row. Its indicators are numbered fields, so that one form has one summary of what is amiss.

    `banyak` is how many there are on the page; those left empty are no indicators.
    """

    rhk = _teks("Rencana hasil kerja", PANJANG_RHK, baris=3, wajib="Isi rencana hasil kerja")
    jenis = forms.TypedChoiceField(
        label="Jenis",
        choices=[(j.value, LABEL[JenisHasilKerja][j]) for j in JenisHasilKerja],
        coerce=JenisHasilKerja,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenis hasil kerja"},
    )
    banyak = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pilihan: Pilihan, banyak: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.jumlah = max(1, min(banyak, INDIKATOR_TERBANYAK))
        self.pilihan = pilihan
        self.initial["banyak"] = self.jumlah
        if pilihan.induk:
            self.fields["induk"] = _pilih("RHK pimpinan yang didukung", "Belum ditautkan", pilihan.induk)
        self.fields["induk_teks"] = _teks(
            "RHK pimpinan, ditulis sendiri",
            PANJANG_RHK,
            baris=2,
            help_text="Isi bila belum ada dalam rencana atasan. Boleh dikosongkan dan ditautkan kemudian.",
        )
        if pilihan.perspektif:
            self.fields["perspektif"] = _pilih("Perspektif", "Belum dipilih", pilihan.perspektif)
        for i in range(self.jumlah):
            self._indikator(i)

    def _indikator(self, i: int) -> None:
        ke = f"Indikator {i + 1}"
        self.fields[f"id_{i}"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        self.fields[f"iki_{i}"] = _teks(ke, PANJANG_IKI, baris=2)
        if self.pilihan.beraspek:
            aspek = [(a.value, LABEL[AspekIndikator][a]) for a in AspekIndikator]
            self.fields[f"aspek_{i}"] = _pilih(f"Aspek indikator {i + 1}", "Belum dipilih", aspek)
        contoh = "Misalnya «12 laporan», «95 persen», atau «selesai 30 Juni»."
        label = f"Target indikator {i + 1}"
        self.fields[f"target_{i}"] = _teks(label, PANJANG_IKI, baris=1, help_text=contoh)

    def utama(self) -> Iterator[Any]:
        """The bound fields of the row itself."""
        nama = ("rhk", "jenis", "induk", "induk_teks", "perspektif")
        return (self[n] for n in nama if n in self.fields)

    def indikator(self) -> Iterator[Indikatornya]:
        for i in range(self.jumlah):
            yield Indikatornya(i, [self[f"{n}_{i}"] for n in _BAGIAN if f"{n}_{i}" in self.fields])

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        for i in range(self.jumlah):
            if isi.get(f"target_{i}") and not isi.get(f"iki_{i}") and f"iki_{i}" not in self.errors:
                self.add_error(f"iki_{i}", f"Isi indikator {i + 1}, karena targetnya sudah ada")
        return isi

    def isian(self) -> IsianHasil:
        """What was typed, for the service."""
        isi = self.cleaned_data
        return IsianHasil(
            rhk=isi["rhk"],
            jenis=isi["jenis"],
            induk_id=_nomor(isi.get("induk")),
            induk_teks=isi["induk_teks"],
            perspektif_id=_nomor(isi.get("perspektif")),
            indikator=[self._satu(i) for i in range(self.jumlah) if isi[f"iki_{i}"]],
        )

    def _satu(self, i: int) -> IsianIndikator:
        isi = self.cleaned_data
        target = isi[f"target_{i}"]
        angka, satuan = read_target(target)
        aspek = isi.get(f"aspek_{i}") or None
        return IsianIndikator(
            iki=isi[f"iki_{i}"],
            target=target,
            aspek=AspekIndikator(aspek) if aspek else None,
            target_angka=angka,
            satuan=satuan,
            id=isi[f"id_{i}"],
        )


def _pilih(label: str, kosong: str, pilihan: Sequence[tuple[Any, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", kosong), *((str(nilai), teks) for nilai, teks in pilihan)],
        required=False,
        error_messages={"invalid_choice": f"{label}: pilih salah satu yang ada dalam daftar"},
    )


def _nomor(teks: str | None) -> int | None:
    return int(teks) if teks else None


def initial_of(hasil: HasilKerja) -> dict[str, Any]:
    """A stored row as the form begins."""
    isi: dict[str, Any] = {
        "rhk": hasil.rhk,
        "jenis": hasil.jenis,
        "induk": hasil.induk_id or "",
        "induk_teks": hasil.induk_teks,
        "perspektif": hasil.perspektif_id or "",
    }
    for i, satu in enumerate(hasil.indikator.all()):
        isi |= {
            f"id_{i}": satu.pk,
            f"iki_{i}": satu.iki,
            f"aspek_{i}": satu.aspek,
            f"target_{i}": satu.target,
        }
    return isi


def rearranged(data: Mapping[str, Any], banyak: int, aksi: str) -> tuple[dict[str, Any], int]:
    """What was typed, with one indicator more, one less, or two changed about; nothing is saved by it.

    `aksi` is 'tambah', 'hapus:2', 'naik:2' or 'turun:2'; anything else leaves it as it is.
    """
    isi = {n: t for n, t in data.items() if not n.startswith(tuple(f"{b}_" for b in _BAGIAN))}
    baris = [{b: data.get(f"{b}_{i}", "") for b in _BAGIAN} for i in range(banyak)]
    kata, _, teks = aksi.partition(":")
    nomor = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 4 else -1
    if kata == "tambah":
        baris.append(dict.fromkeys(_BAGIAN, ""))
    elif 0 <= nomor < len(baris):
        _geser(baris, nomor, kata)
    isi |= {f"{b}_{i}": satu[b] for i, satu in enumerate(baris) for b in _BAGIAN}
    return isi, max(len(baris), 1)


def _geser(baris: list[dict[str, Any]], nomor: int, kata: str) -> None:
    satu = baris.pop(nomor)
    ke = {"naik": max(nomor - 1, 0), "turun": nomor + 1}.get(kata)
    if ke is not None:
        baris.insert(ke, satu)


class FormPerilaku(Versi):
    """Seven values, each with its guide; what is expected beyond it may stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in NilaiBerakhlak:
            butir = format_html_join("", "<li>{}</li>", ((t,) for t in PANDUAN_PERILAKU[n]))
            panduan = format_html("<ul>{}</ul>", butir)
            label = LABEL[NilaiBerakhlak][n]
            self.fields[n.value] = _teks(label, PANJANG_RHK, baris=2, help_text=panduan)

    def isian(self) -> dict[NilaiBerakhlak, str]:
        return {n: self.cleaned_data[n.value] for n in NilaiBerakhlak}


class FormLampiran(Versi):
    """One line is one item."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for j in JenisLampiran:
            self.fields[j.value] = forms.CharField(
                label=LABEL[JenisLampiran][j],
                required=False,
                help_text=PETUNJUK_LAMPIRAN[j],
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        for j in JenisLampiran:
            for nomor, baris in enumerate(_baris(isi.get(j.value, "")), start=1):
                if len(baris) > PANJANG_RHK:
                    kalimat = f"Baris {nomor} paling banyak {PANJANG_RHK} huruf. Sekarang {len(baris)}"
                    self.add_error(j.value, kalimat)
        return isi

    def isian(self) -> dict[JenisLampiran, list[str]]:
        return {j: _baris(self.cleaned_data[j.value]) for j in JenisLampiran}


def _baris(teks: str) -> list[str]:
    return [b.strip() for b in teks.splitlines() if b.strip()]
