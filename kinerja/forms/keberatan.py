"""What is written about an objection: the reason, an explanation, the decision, who decides instead."""

from __future__ import annotations

from typing import Any

from django import forms

from asn_karier.lib.situs import IsianVersi
from kinerja.enums import PutusanKeberatan
from kinerja.services.keberatan import ALASAN_TERPANJANG
from kinerja.services.keberatan_putus import PENUNJUKAN_TERPANJANG
from pegawai.models import Pegawai

_PUTUSAN = [
    (PutusanKeberatan.DITERIMA.value, "Diterima: pejabat penilai diminta menilai ulang"),
    (PutusanKeberatan.SEBAGIAN.value, "Sebagian: pejabat penilai diminta menilai ulang bagian itu"),
    (PutusanKeberatan.TIDAK.value, "Tidak: hasil penilaian tetap berlaku"),
]


def _panjang(label: str, kosong: str, petunjuk: str = "", baris: int = 6) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=ALASAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": baris}),
        help_text=petunjuk,
        error_messages={"required": kosong},
    )


class FormKeberatan(forms.Form):
    """`versi`: the result as the person read it."""

    alasan = _panjang(
        "Alasan keberatan",
        "Tuliskan alasan keberatan Anda",
        "Sebut bagian yang tidak sesuai dan kenyataannya. Pejabat penilai dan pejabat yang memutuskan "
        "membacanya.",
    )
    versi = IsianVersi()


class FormKeterangan(forms.Form):
    isi = _panjang(
        "Tambah keterangan",
        "Tuliskan keterangan Anda",
        "Dapat dibaca semua pihak. Tidak dapat dihapus.",
        baris=4,
    )


class FormPutusan(forms.Form):
    """Nothing is chosen beforehand; `versi` is the case as the decider read it."""

    putusan = forms.ChoiceField(
        label="Putusan",
        choices=_PUTUSAN,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih satu putusan"},
    )
    alasan = _panjang(
        "Alasan putusan",
        "Tuliskan alasan putusan",
        "Pegawai dan pejabat penilai membacanya. Sebut bukti yang Anda pakai.",
    )
    versi = IsianVersi()


class FormTunjuk(forms.Form):
    """Another official of the same instansi, by NIP."""

    nip = forms.CharField(
        label="NIP pejabat yang memutuskan",
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Pejabat di atas pejabat penilai, yang bertugas di instansi ini.",
        error_messages={"required": "Isi NIP pejabat"},
    )
    alasan = forms.CharField(
        label="Alasan penunjukan",
        max_length=PENUNJUKAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dapat dibaca semua pihak.",
        error_messages={"required": "Tuliskan alasan penunjukan"},
    )
    versi = IsianVersi()

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._instansi_id = instansi_id

    def clean_nip(self) -> Pegawai:
        """The official; somebody of another instansi is nobody here."""
        nip = "".join(self.cleaned_data["nip"].split())
        if len(nip) != 18:
            raise forms.ValidationError(f"NIP terdiri atas 18 angka. Yang diisi {len(nip)} angka")
        orang: Pegawai | None = Pegawai.objects.filter(nip=nip, instansi_id=self._instansi_id).first()
        if orang is None:
            raise forms.ValidationError("Tidak ada pegawai dengan NIP itu di instansi ini")
        return orang
