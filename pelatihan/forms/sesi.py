"""Meetings of a class and who speaks in them, as HR types them."""

from __future__ import annotations

from typing import Any

from django import forms

from pegawai.models import Pegawai
from pelatihan.models import Narasumber, SesiAngkatan


class IsianWaktu(forms.DateTimeField):
    """Day and hour in one text: '08-02-2027 08.30', on the clock of the desk."""

    def __init__(self, **kwargs: Any) -> None:
        contoh = {"placeholder": "tgl-bln-tahun jam.menit", "size": 18, "autocomplete": "off"}
        salah = "Isi seperti 08-02-2027 08.30"
        super().__init__(
            input_formats=["%d-%m-%Y %H.%M", "%d-%m-%Y %H:%M", "%Y-%m-%d %H:%M"],
            widget=forms.DateTimeInput(attrs=contoh, format="%d-%m-%Y %H.%M"),
            error_messages={"invalid": salah, "required": salah},
            **kwargs,
        )


class FormSesi(forms.ModelForm):
    mulai = IsianWaktu(label="Mulai")
    selesai = IsianWaktu(label="Selesai")

    class Meta:
        model = SesiAngkatan
        fields = ("urut", "judul", "mulai", "selesai")


class FormNarasumber(forms.ModelForm):
    """One of our people by NIP, or a guest by name."""

    nip = forms.CharField(
        label="NIP (pegawai sendiri)",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    field_order = ("nip", "nama", "asal")

    class Meta:
        model = Narasumber
        fields = ("nama", "asal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pegawai is not None:
            self.fields["nip"].initial = self.instance.pegawai.nip

    def clean(self) -> dict[str, Any]:
        """Either; the person must work for the government that holds the class."""
        isi: dict[str, Any] = super().clean() or {}
        nip, nama = "".join(isi.get("nip", "").split()), isi.get("nama", "").strip()
        if bool(nip) == bool(nama):
            raise forms.ValidationError("Isi NIP pegawai, atau nama narasumber dari luar; satu saja")
        self.instance.pegawai = self._person(nip) if nip else None
        return isi

    def _person(self, nip: str) -> Pegawai | None:
        instansi_id = self.instance.sesi.angkatan.instansi_id
        orang: Pegawai | None = Pegawai.objects.filter(nip=nip, instansi_id=instansi_id).first()
        if orang is None:
            self.add_error("nip", "Tidak ada pegawai dengan NIP itu di instansi ini")
        return orang
