"""An own activity with its proof, and what HR makes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.situs import IsianTanggal, IsianVersi
from pegawai.enums import BentukPengembangan
from pegawai.forms.usulan import FormBerkas
from pegawai.kamus import LABEL
from pegawai.rules.jp import jp_kegiatan, menit_ke_jp
from pegawai.services.catatan_jp import JP_TERBANYAK
from pelatihan.enums import StatusKegiatan
from pelatihan.services.kegiatan import IsiKegiatan
from pelatihan.services.kegiatan_periksa import CATATAN_TERPANJANG

#: What a form of a whole year of lessons holds in minutes.
MENIT_TERBANYAK = JP_TERBANYAK * 45


def _tanggal(label: str, petunjuk: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=petunjuk,
        widget=IsianTanggal,
        error_messages={"required": f"Isi {label.lower()}", "invalid": "Tulis tanggal, misalnya 31-12-2026"},
    )


def _bilangan(label: str, terbanyak: int, petunjuk: str) -> forms.IntegerField:
    kata = f"Isi bilangan 1 sampai {terbanyak}"
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=terbanyak,
        help_text=petunjuk,
        widget=forms.NumberInput(attrs={"class": "pendek", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), kata),
    )


class FormKegiatan(FormBerkas):
    """JP may be typed, or the minutes, which are turned into JP; some forms are worth a fixed number."""

    field_order = (
        "bentuk", "nama", "penyelenggara", "mulai", "selesai", "jp", "menit", "nomor_sertifikat", "berkas",
        "foto", "versi",
    )  # fmt: skip

    bentuk = forms.TypedChoiceField(
        label="Bentuk kegiatan",
        coerce=int,
        error_messages={"required": "Pilih bentuk kegiatan"},
    )
    nama = forms.CharField(
        label="Nama kegiatan",
        max_length=200,
        help_text="Seperti tertulis pada sertifikat atau surat tugas.",
        error_messages={"required": "Tuliskan nama kegiatan"},
    )
    penyelenggara = forms.CharField(label="Penyelenggara", max_length=150, required=False)
    mulai = _tanggal("Hari pertama")
    selesai = _tanggal("Hari terakhir", "Tahun hari terakhir menentukan tahun JP-nya.")
    jp = _bilangan(
        "Jam pelajaran (JP)", JP_TERBANYAK, "1 JP = 45 menit. Kosongkan bila Anda mengisi menitnya."
    )
    menit = _bilangan(
        "Lama belajar (menit)", MENIT_TERBANYAK, "Dihitung menjadi JP; sisa di bawah 45 menit tidak dihitung."
    )
    nomor_sertifikat = forms.CharField(label="Nomor sertifikat", max_length=80, required=False)
    versi = IsianVersi()

    def __init__(self, *args: Any, aturan: Aturan, ada_bukti: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._aturan = aturan
        label = LABEL[BentukPengembangan]
        bentuk: Any = self.fields["bentuk"]
        bentuk.choices = [("", "Pilih bentuk"), *((b.value, label[b]) for b in BentukPengembangan)]
        if ada_bukti:
            self.fields["berkas"].label = "Ganti bukti (foto atau PDF)"
        else:
            self.harus_berkas("Bukti: foto atau PDF sertifikat, surat tugas, atau daftar hadir")
            self.fields["berkas"].error_messages["required"] = "Lampirkan bukti: foto atau PDF sertifikat."

    def clean(self) -> dict[str, Any]:
        """The JP out of what was typed; told where the two do not agree."""
        bersih: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors.keys() & {"jp", "menit", "bentuk"}:
            bersih["jp"] = self._jp(bersih)
        return bersih

    def _jp(self, bersih: dict[str, Any]) -> int | None:
        jp, menit = bersih.get("jp"), bersih.get("menit")
        if menit is None:
            jp = jp or jp_kegiatan(BentukPengembangan(bersih["bentuk"]), self._aturan)
            if jp is None:
                self.add_error("jp", "Isi JP, atau lama belajar dalam menit")
            return jp
        dihitung = menit_ke_jp(menit, self._aturan)
        if not dihitung:
            self.add_error("menit", "Kurang dari 45 menit belum menjadi 1 JP")
        elif jp not in (None, dihitung):
            self.add_error(
                "jp", f"{menit} menit = {dihitung} JP. Isi {dihitung}, atau kosongkan salah satunya"
            )
        return dihitung

    @property
    def isi(self) -> IsiKegiatan:
        b = self.cleaned_data
        return IsiKegiatan(
            bentuk=BentukPengembangan(b["bentuk"]),
            nama=b["nama"],
            penyelenggara=b["penyelenggara"],
            mulai=b["mulai"],
            selesai=b["selesai"],
            jp=b["jp"],
            nomor_sertifikat=b["nomor_sertifikat"],
        )


TERIMA = "terima"


class FormPeriksa(forms.Form):
    """Nothing is chosen beforehand. `jp`: what the proof says, where it is not what was claimed."""

    putusan = forms.ChoiceField(
        label="Putusan",
        choices=[
            (TERIMA, "Terima: JP masuk ke catatan pegawai"),
            (StatusKegiatan.FOTO_ULANG.value, "Minta foto ulang"),
            (StatusKegiatan.DITOLAK.value, "Tolak dengan alasan"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih satu putusan"},
    )
    jp = _bilangan("JP menurut bukti", JP_TERBANYAK, "Kosongkan bila sama dengan yang dilaporkan.")
    catatan = forms.CharField(
        label="Catatan untuk pegawai",
        max_length=CATATAN_TERPANJANG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Perlu diisi bila meminta foto ulang, menolak, atau mengubah JP. Pegawai membacanya.",
        error_messages={
            "max_length": f"Catatan paling banyak {CATATAN_TERPANJANG} huruf. Sekarang %(show_value)d"
        },
    )
    versi = IsianVersi()

    def clean(self) -> dict[str, Any]:
        bersih: dict[str, Any] = super().clean() or self.cleaned_data
        perlu = bersih.get("putusan") not in (None, TERIMA) or bersih.get("jp")
        if perlu and not bersih.get("catatan") and "catatan" not in self.errors:
            self.add_error("catatan", ValidationError("Tuliskan apa yang kurang, atau mengapa"))
        return bersih


def initial_of(kegiatan: Any) -> dict[str, Any]:
    """What a form of a report that stands there shows."""
    isi = {k: getattr(kegiatan, k) for k in ("bentuk", "nama", "penyelenggara", "nomor_sertifikat", "versi")}
    hari: dict[str, date] = {"mulai": kegiatan.mulai, "selesai": kegiatan.selesai}
    return {**isi, **hari, "jp": kegiatan.jp_diklaim}
