"""What is typed about an individual plan: an item, a proof, a sheet that comes back, what to keep of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms

from asn_karier.lib import kata
from asn_karier.lib.situs import IsianTanggal, IsianVersi
from karier.enums import CaraBelajar
from karier.kamus import LABEL
from karier.kamus.rencana import RUAS, value_text
from karier.models import ButirRencana
from karier.models.rencana import TEKS_TERPANJANG
from karier.rules.gabung_rencana import HAPUS, URUT, Konflik, Kunci, Pihak
from karier.rules.rencana import way_of
from karier.services.rencana_isi import IsiButir
from pegawai.enums import BentukPengembangan
from pegawai.forms.usulan import FormBerkas
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pelatihan.forms.kelas import alasan_field

JP_TERBANYAK: Final = 999
BIAYA_TERBANYAK: Final = 2_000_000_000


def _teks(
    label: str, panjang: int, *, wajib: str = "", petunjuk: str = "", baris: int = 1
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=panjang,
        required=bool(wajib),
        help_text=petunjuk,
        widget=forms.Textarea(attrs={"rows": baris}) if baris > 1 else forms.TextInput,
        error_messages={
            "required": wajib,
            "max_length": f"{label}: paling banyak {panjang} huruf. Sekarang %(show_value)d",
        },
    )


def _tanggal(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=IsianTanggal,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        error_messages={
            "required": f"Isi {label.lower()}",
            "invalid": f"{label}: isi tanggal seperti 31-01-2027",
        },
    )


def _angka(label: str, *, bawah: int, atas: int, wajib: bool, petunjuk: str) -> forms.IntegerField:
    salah = f"{label}: isi angka tanpa titik, {bawah} sampai {kata.bilangan(atas)}"
    return forms.IntegerField(
        label=label,
        min_value=bawah,
        max_value=atas,
        required=wajib,
        help_text=petunjuk,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 12}),
        error_messages={
            "required": f"Isi {label[0].lower()}{label[1:]}",
            **dict.fromkeys(("invalid", "min_value", "max_value"), salah),
        },
    )


def forms_by_way() -> list[tuple[str, Any]]:
    """The 25 forms in the three groups of 70:20:10."""
    kosong: list[tuple[str, Any]] = [("", "Pilih bentuk")]
    return kosong + [
        (
            LABEL[CaraBelajar][cara],
            [(b.value, nama) for b, nama in LABEL_PEGAWAI[BentukPengembangan].items() if way_of(b) is cara],
        )
        for cara in CaraBelajar
    ]


class FormButir(forms.Form):
    """One item. `versi`: of the words that were seen."""

    kegiatan = _teks("Kegiatan", TEKS_TERPANJANG, wajib="Tuliskan kegiatannya", baris=2)
    bentuk = forms.TypedChoiceField(
        label="Bentuk",
        coerce=lambda n: BentukPengembangan(int(n)),
        choices=forms_by_way,
        error_messages={"required": "Pilih bentuk", "invalid_choice": "Pilih bentuk yang ada dalam daftar"},
    )
    tujuan = _teks(
        "Kompetensi atau jabatan yang dituju",
        150,
        petunjuk="Misalnya: Komunikasi level 2 ke 3.",
    )
    mulai = _tanggal("Hari pertama")
    selesai = _tanggal("Hari terakhir")
    jp = _angka(
        "Perkiraan JP", bawah=1, atas=JP_TERBANYAK, wajib=True,
        petunjuk="1 JP = 45 menit. Yang diakui mengikuti buktinya.",
    )  # fmt: skip
    biaya = _angka(
        "Biaya dalam rupiah", bawah=0, atas=BIAYA_TERBANYAK, wajib=False,
        petunjuk="Tanpa titik. Kosongkan bila tanpa biaya.",
    )  # fmt: skip
    alasan = _teks("Alasan", TEKS_TERPANJANG, baris=2, petunjuk="Atasan membacanya.")
    versi = IsianVersi()

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if isinstance(mulai, date) and isinstance(selesai, date) and selesai < mulai:
            self.add_error("selesai", "Hari terakhir tidak boleh sebelum hari pertama")
        return isi

    @property
    def isi(self) -> IsiButir:
        rapi = self.cleaned_data
        return IsiButir(
            rapi["kegiatan"].strip(),
            rapi["bentuk"],
            rapi["mulai"],
            rapi["selesai"],
            rapi["jp"],
            rapi["biaya"] or 0,
            rapi["tujuan"].strip(),
            rapi["alasan"].strip(),
        )


class FormButirTitipan(FormButir):
    """One of several on the page of an operator; an empty new one is none."""

    versi = None  # type: ignore[assignment]  # this is how Django drops a field
    hapus = forms.BooleanField(label="Hapus kegiatan ini", required=False)

    def __init__(self, data: Any, *, nomor: int, **kwargs: Any) -> None:
        super().__init__(
            data, prefix=f"b{nomor}", empty_permitted=nomor <= 0, use_required_attribute=False, **kwargs
        )
        self.nomor = nomor
        if nomor <= 0:
            del self.fields["hapus"]


def initial_of(b: ButirRencana) -> dict[str, Any]:
    """A stored item as the form begins."""
    return {
        n: getattr(b, n)
        for n in ("kegiatan", "bentuk", "tujuan", "mulai", "selesai", "jp", "biaya", "alasan")
    }


class FormSelesai(FormBerkas):
    """A proof, or what was learned; one of both is enough."""

    refleksi = _teks(
        "Apa yang Anda pelajari dan apa yang berubah?", 1000, baris=4,
        petunjuk="Boleh tanpa berkas bila Anda menuliskannya di sini.",
    )  # fmt: skip
    field_order = ("refleksi", "berkas", "foto")

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if not (isi.get("refleksi") or "").strip() and not self.terlampir and not self.errors:
            self.add_error("refleksi", "Lampirkan bukti, atau tuliskan apa yang Anda pelajari")
        return isi


class FormKembalikan(forms.Form):
    isi = alasan_field(
        "Apa yang Anda ubah atau minta diubah?",
        "Pegawai membacanya bersama perubahan Anda.",
        kosong="Tuliskan apa yang Anda ubah atau minta diubah",
        paling=1000,
    )
    versi = IsianVersi()


class FormBuka(forms.Form):
    isi = alasan_field(
        "Mengapa dibahas lagi?",
        "Kesepakatan yang lama tetap tersimpan dan dapat dibaca.",
        kosong="Tuliskan mengapa rencana ini dibahas lagi",
        paling=1000,
    )
    versi = IsianVersi()


class FormCatatanRencana(forms.Form):
    """`sejak`: how much of the dialogue was read, so that a page left open adds nothing unseen."""

    sejak = IsianVersi()
    isi = alasan_field(
        "Catatan Anda", "Dibaca pegawai dan atasan.", kosong="Tuliskan catatan Anda", paling=1000
    )


class FormLembar(forms.Form):
    """The sheet that was written on without a network."""

    berkas = forms.FileField(
        label="Lembar rencana yang sudah diisi (Excel)",
        widget=forms.FileInput(
            attrs={"accept": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
        ),
        help_text="Berkas .xlsx yang Anda unduh dari halaman rencana.",
        error_messages={
            "required": "Pilih berkas lembar rencana",
            "empty": "Berkas itu kosong. Pilih berkas lain",
        },
    )


class FormPilih(forms.Form):
    """One question per difference; both sides stand side by side."""

    def __init__(self, *args: Any, konflik: Sequence[Konflik], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.konflik = list(konflik)
        for k in konflik:
            self.fields[_name(k.kunci)] = forms.ChoiceField(
                label=_question(k),
                choices=[
                    (Pihak.SINI.value, f"Di sini: {_side(k, k.sini)}"),
                    (Pihak.LUAR.value, f"Di lembar: {_side(k, k.luar)}"),
                ],
                widget=forms.RadioSelect,
                error_messages={"required": f"{_question(k)} Pilih salah satu"},
            )

    @property
    def pilihan(self) -> dict[Kunci, Pihak]:
        return {k.kunci: Pihak(self.cleaned_data[_name(k.kunci)]) for k in self.konflik}


def _name(kunci: Kunci) -> str:
    return f"pilih_{kunci[0]}_{kunci[1]}"


def _question(k: Konflik) -> str:
    if k.ruas == URUT:
        return "Urutan kegiatan diubah di kedua tempat."
    if k.ruas == HAPUS:
        return f"«{k.kegiatan}» diubah di satu tempat dan dihapus di tempat lain."
    return f"«{k.kegiatan}»: {RUAS[k.ruas]} diubah di kedua tempat."


def _side(k: Konflik, nilai: Any) -> str:
    if k.ruas == URUT:
        return "urutan ini"
    if k.ruas == HAPUS:
        return "dihapus" if nilai is None else f"tetap ada, «{nilai['kegiatan']}»"
    return value_text(k.ruas, nilai)
