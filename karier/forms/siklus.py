"""A cycle of appraisal: open, extend, close."""

from __future__ import annotations

from typing import Any

from django import forms

from asn_karier.lib.pilihan import choices_of
from asn_karier.lib.situs import IsianTanggal
from karier.forms.run import FormInstansi
from kinerja.enums import CaraPengumuman, JenisSiklus
from kinerja.forms.siklus import IsianTahun, sekitar_tahun


class FormSiklus(FormInstansi):
    """A cycle, filled in beforehand: usually only a look and one press."""

    tahun = IsianTahun(label="Tahun penilaian")
    jenis = forms.ChoiceField(
        label="Jenis evaluasi",
        choices=choices_of(JenisSiklus),
        error_messages={"required": "Pilih jenisnya."},
    )
    ke = forms.IntegerField(
        label="Triwulan atau bulan ke berapa",
        min_value=1,
        max_value=12,
        required=False,
        help_text="1 sampai 4 untuk triwulan, 1 sampai 12 untuk bulanan. Kosongkan untuk tahunan.",
        error_messages={"invalid": "Isi angka, misalnya 3."},
    )
    nama = forms.CharField(label="Nama siklus", max_length=100, required=False)
    pengumuman = forms.ChoiceField(
        label="Hasil diumumkan",
        choices=choices_of(CaraPengumuman),
        error_messages={"required": "Pilih kapan hasil diumumkan."},
    )
    batas_pengisian = forms.DateField(
        label="Batas pengisian",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        required=False,
        help_text="Hari terakhir mengisi realisasi dan refleksi. Sesudahnya masih dapat, dengan alasan.",
        error_messages={"invalid": "Isi tanggal seperti 15-01-2027."},
    )
    batas_penilaian = forms.DateField(
        label="Batas penilaian",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        help_text="Sesudahnya atasan masih dapat menilai sampai siklus ditutup.",
        error_messages={
            "required": "Isi batas penilaian.",
            "invalid": "Isi tanggal seperti 31-01-2027.",
        },
    )

    def clean(self) -> dict[str, Any]:
        """The number of the period belongs to its kind, and filling in ends before rating does."""
        isi: dict[str, Any] = super().clean() or {}
        jenis, ke = JenisSiklus(isi.get("jenis") or JenisSiklus.TAHUNAN), isi.get("ke") or 0
        terbanyak = {JenisSiklus.TAHUNAN: 0, JenisSiklus.TRIWULAN: 4, JenisSiklus.BULANAN: 12}[jenis]
        if ke > terbanyak or bool(ke) != bool(terbanyak):
            pesan = f"Isi 1 sampai {terbanyak}." if terbanyak else "Kosongkan untuk tahunan."
            self.add_error("ke", pesan)
        isi["ke"], isi["jenis"] = ke, jenis
        isian, nilai = isi.get("batas_pengisian"), isi.get("batas_penilaian")
        if isian and nilai and isian > nilai:
            self.add_error("batas_pengisian", "Batas pengisian tidak sesudah batas penilaian.")
        sekitar_tahun(self, "batas_pengisian", "batas_penilaian")
        return isi


class FormPerpanjang(forms.Form):
    """A later deadline, with the reason that everybody can read."""

    batas_penilaian = forms.DateField(
        label="Batas penilaian yang baru",
        widget=IsianTanggal,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": "Isi tanggal yang baru.", "invalid": "Isi tanggal seperti 31-01-2027."},
    )
    alasan = forms.CharField(
        label="Alasan", max_length=200, error_messages={"required": "Tuliskan alasan perpanjangan."}
    )


PERPANJANG, TUTUP = "perpanjang", "tutup"


class FormSisa(forms.Form):
    """What to do with those who are not done: more days, or close with a note."""

    pilihan = forms.ChoiceField(
        label="Yang belum selesai",
        choices=[(PERPANJANG, "Perpanjang batas penilaian 5 hari"), (TUTUP, "Tutup dengan catatan")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu."},
    )
    catatan = forms.CharField(
        label="Alasan atau catatan",
        max_length=200,
        error_messages={"required": "Tuliskan alasan atau catatannya."},
    )
    #: The last day that was seen: a second press must not extend what the first has extended.
    batas_dibaca = forms.DateField(
        widget=forms.HiddenInput,
        label="",
        error_messages={"required": "Muat ulang halaman ini.", "invalid": "Muat ulang halaman ini."},
    )
