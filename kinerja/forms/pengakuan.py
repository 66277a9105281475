"""What is recognised, the decision about it, and the consent to a public story."""

from __future__ import annotations

from typing import Any

from django import forms

from asn_karier.lib.situs import IsianTanggal, IsianVersi
from kinerja.enums import SumberPengakuan
from kinerja.forms.umpan_balik import kalimat, pilihan
from kinerja.services.pengakuan import IsiPengakuan
from pegawai.forms.berkunci import BerkunciForm


class PengakuanForm(BerkunciForm):
    sumber = forms.ChoiceField(
        label="Berasal dari",
        choices=pilihan(SumberPengakuan),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih asal pengakuan ini"},
    )
    judul = forms.CharField(
        label="Atas apa",
        help_text="Misalnya: Antrean puskesmas menjadi 20 menit.",
        max_length=120,
        error_messages={
            "required": "Isi atas apa pengakuan ini",
            "max_length": "Paling banyak 120 huruf. Sekarang %(show_value)d",
        },
    )
    uraian = kalimat(
        "Ceritakan singkat",
        "Ceritakan singkat apa yang dikerjakan",
        bantuan="Jangan sebut nama orang lain. Bila pegawai setuju, cerita ini dapat tampil untuk umum.",
        terpanjang=800,
    )
    tanggal = forms.DateField(
        label="Tanggal",
        help_text="Hari proyek selesai atau terima kasih diterima.",
        widget=IsianTanggal,
        error_messages={"required": "Isi tanggalnya", "invalid": "Tulis tanggal, misalnya 31-12-2026"},
    )
    rujukan = forms.CharField(
        label="Rujukan",
        help_text="Nomor laporan proyek, surat, atau ulasan warga.",
        required=False,
        max_length=120,
    )

    @property
    def isi(self) -> IsiPengakuan:
        bersih = self.cleaned_data
        return IsiPengakuan(
            sumber=SumberPengakuan(bersih["sumber"]),
            judul=bersih["judul"],
            uraian=bersih["uraian"],
            tanggal=bersih["tanggal"],
            rujukan=bersih["rujukan"],
        )


class KeputusanForm(forms.Form):
    """Nothing is chosen beforehand."""

    putusan = forms.ChoiceField(
        label="Keputusan Anda",
        choices=[("tetap", "Tetapkan sebagai pengakuan"), ("tidak", "Tidak menetapkan")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih keputusan Anda"},
    )
    alasan = forms.CharField(
        label="Alasan bila tidak menetapkan",
        help_text="Dibaca oleh pengusul, tidak oleh pegawainya.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Alasan paling banyak 300 huruf. Sekarang %(show_value)d"},
    )
    versi = IsianVersi()

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("putusan") == "tidak" and not (isi.get("alasan") or "").strip():
            self.add_error("alasan", "Isi alasan bila tidak menetapkan")
        return isi


class KisahForm(forms.Form):
    """Consent: every box is empty until the person ticks it."""

    nama = forms.BooleanField(label="Nama saya boleh ditampilkan", required=False)
    unit = forms.BooleanField(label="Nama unit saya boleh ditampilkan", required=False)
    setuju = forms.BooleanField(
        label="Saya setuju kisah ini tampil di halaman publik",
        error_messages={"required": "Centang persetujuan bila kisah ini boleh tampil. Bila tidak, kembali."},
    )
