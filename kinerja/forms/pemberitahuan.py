"""What somebody chooses about messages, and when they plan to fill in."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms

from asn_karier.lib.situs import IsianTanggal, IsianVersi
from kinerja.enums import WAJIB, JenisPesan
from kinerja.kamus import LABEL
from kinerja.kamus.pengingat import HARI
from kinerja.models import PilihanPesan
from kinerja.rules.pengingat import JAM_BUKA, JAM_TUTUP

_JAM: Final = [(j, f"{j:02d}.00") for j in range(JAM_BUKA, JAM_TUTUP + 1)]
#: Kinds with a switch.
BERSAKELAR: Final = tuple(j for j in JenisPesan if j not in WAJIB)


class FormPilihan(forms.Form):
    """A switch for each kind, the hours, and the weekly letter for whoever has an address."""

    jam_buka = forms.TypedChoiceField(label="Pesan mulai pukul", coerce=int, choices=_JAM[:-1])
    jam_tutup = forms.TypedChoiceField(label="Pesan sampai pukul", coerce=int, choices=_JAM[1:])
    surel = forms.BooleanField(label="Kirim ringkasan sepekan lewat surel", required=False)
    hari_ringkasan = forms.TypedChoiceField(
        label="Hari ringkasan", coerce=int, choices=list(enumerate(HARI[:5]))
    )
    versi = IsianVersi()

    def __init__(self, *args: Any, pilihan: PilihanPesan, surel: str, **kwargs: Any) -> None:
        awal = {
            "jam_buka": pilihan.jam_buka,
            "jam_tutup": pilihan.jam_tutup,
            "surel": pilihan.surel,
            "hari_ringkasan": pilihan.hari_ringkasan,
            "versi": pilihan.versi,
        }
        super().__init__(*args, **{**kwargs, "initial": awal})
        for jenis in BERSAKELAR:
            self.fields[f"terima_{jenis.value}"] = forms.BooleanField(
                label=LABEL[JenisPesan][jenis], required=False, initial=jenis.value not in pilihan.dimatikan
            )
        self.fields["surel"].help_text = (
            f"Ke {surel}. Isinya hanya judul; selengkapnya dibaca sesudah masuk."
            if surel
            else "Akun Anda belum punya alamat surel. Minta pengelola kepegawaian mencatatnya."
        )
        self.fields["surel"].disabled = not surel
        self.order_fields([f"terima_{j.value}" for j in BERSAKELAR])

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if "jam_buka" in isi and "jam_tutup" in isi and isi["jam_buka"] >= isi["jam_tutup"]:
            self.add_error("jam_tutup", "Jam selesai harus sesudah jam mulai.")
        return isi

    def pilihan(self) -> dict[str, Any]:
        """Arguments of `save_choices`."""
        isi = self.cleaned_data
        return {
            **{n: isi[n] for n in ("versi", "surel", "hari_ringkasan", "jam_buka", "jam_tutup")},
            "dimatikan": [j.value for j in BERSAKELAR if not isi[f"terima_{j.value}"]],
        }


class FormRencana(forms.Form):
    """A day and an hour: a day alone helps little."""

    hari = forms.DateField(
        label="Hari",
        widget=IsianTanggal,
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        error_messages={
            "required": "Isi harinya.",
            "invalid": "Isi tanggal seperti 10-12-2026.",
        },
    )
    jam = forms.TypedChoiceField(
        label="Jam",
        coerce=int,
        empty_value=None,
        choices=[("", "Pilih jam"), *_JAM[:-1]],
        error_messages={"required": "Pilih jamnya."},
    )

    def saat(self, zona_waktu: str) -> datetime:
        """The moment that was chosen, on the clock of the person."""
        isi = self.cleaned_data
        return datetime.combine(isi["hari"], time(isi["jam"]), tzinfo=ZoneInfo(zona_waktu))
