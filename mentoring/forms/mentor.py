"""What is typed about mentors: in what one looks for one, which one is chosen, the offer, a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from asn_karier.lib.situs import IsianVersi
from mentoring.enums import AlasanBelum, CaraBertemu
from mentoring.kamus import LABEL
from mentoring.models import ProfilMentor
from mentoring.models.profil import PALING_BANYAK
from mentoring.services.bahan import Kunci
from mentoring.services.permintaan import Pilihan
from mentoring.services.profil_mentor import Keahlian

TERPANJANG: Final = 300


def key_text(kunci: Kunci) -> str:
    """A competency in the value of a choice: its code, or 't' and the key of a technical one."""
    kompetensi, teknis = kunci
    return kompetensi or f"t{teknis}"


class FormCari(forms.Form):
    """One competency of those that the post asks for."""

    kompetensi = forms.ChoiceField(
        label="Kompetensi yang ingin Anda kembangkan",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih satu kompetensi",
            "invalid_choice": "Pilih satu kompetensi dari daftar",
        },
    )

    def __init__(self, *args: Any, pilihan: Sequence[Pilihan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kunci = {key_text(p.kunci): p.kunci for p in pilihan}
        ruas: Any = self.fields["kompetensi"]
        ruas.choices = [(key_text(p.kunci), _choice(p)) for p in pilihan]

    @property
    def kunci(self) -> Kunci:
        return self._kunci[self.cleaned_data["kompetensi"]]


def _choice(p: Pilihan) -> str:
    kini = f"level {p.level}" if p.level is not None else "belum dinilai"
    return f"{p.nama}: {kini}, jabatan Anda meminta level {p.diminta}"


class FormMentor(forms.Form):
    """*Bersedia menjadi mentor*: what one can help with, for how many, how to meet."""

    keahlian = forms.MultipleChoiceField(
        label="Yang dapat saya bantu",
        widget=forms.CheckboxSelectMultiple,
        help_text="Level menurut asesmen atau konfirmasi atasan yang tercatat.",
        error_messages={
            "required": "Pilih sedikitnya satu kompetensi",
            "invalid_choice": "Pilih kompetensi dari daftar",
        },
    )
    kapasitas = forms.IntegerField(
        label="Paling banyak membimbing berapa orang",
        min_value=1,
        max_value=PALING_BANYAK,
        error_messages={
            "required": "Isi berapa orang",
            "invalid": "Isi dengan angka, misalnya 2",
            "min_value": "Isi sedikitnya 1 orang",
            "max_value": f"Isi paling banyak {PALING_BANYAK} orang",
        },
    )
    cara = forms.MultipleChoiceField(
        label="Cara bertemu",
        widget=forms.CheckboxSelectMultiple,
        choices=[(c.value, teks[:1].upper() + teks[1:]) for c, teks in LABEL[CaraBertemu].items()],
        error_messages={
            "required": "Pilih sedikitnya satu cara bertemu",
            "invalid_choice": "Pilih cara bertemu dari daftar",
        },
    )
    senang_membantu = forms.CharField(
        label="Senang membantu dalam hal",
        required=False,
        max_length=TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dibaca calon mentee, misalnya: menyusun telaahan staf.",
        error_messages={"max_length": f"Paling banyak {TERPANJANG} huruf. Sekarang %(show_value)d"},
    )
    versi = IsianVersi()

    def __init__(
        self, *args: Any, keahlian: Sequence[Keahlian], profil: ProfilMentor | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"initial": _as_it_is(keahlian, profil), **kwargs})
        self._kunci = {key_text(k.kunci): k.kunci for k in keahlian}
        ruas: Any = self.fields["keahlian"]
        ruas.choices = [(key_text(k.kunci), f"{k.nama}, level {k.level}") for k in keahlian]

    @property
    def isian(self) -> dict[str, Any]:
        """For the service."""
        isi = self.cleaned_data
        return {
            "keahlian": [self._kunci[teks] for teks in isi["keahlian"]],
            "kapasitas": isi["kapasitas"],
            "cara": [CaraBertemu(c) for c in isi["cara"]],
            "senang_membantu": isi["senang_membantu"],
            "versi": isi["versi"],
        }


def _as_it_is(keahlian: Sequence[Keahlian], profil: ProfilMentor | None) -> dict[str, Any]:
    """What the profile says; for a newcomer the two best skills and the usual ways."""
    if profil is None:
        cara = [CaraBertemu.TATAP_MUKA, CaraBertemu.TELEPON, CaraBertemu.WHATSAPP]
        awal = [key_text(k.kunci) for k in keahlian[:2]]
        return {"keahlian": awal, "kapasitas": 2, "cara": [c.value for c in cara], "versi": 0}
    return {
        "keahlian": [key_text((k.kompetensi, k.teknis_id)) for k in profil.keahlian.all()],
        "kapasitas": profil.kapasitas,
        "cara": [c.value for c in profil.cara],
        "senang_membantu": profil.senang_membantu,
        "versi": profil.versi,
    }


class FormBelum(forms.Form):
    """*Belum dapat menerima*: a reason of the list, nothing to write."""

    alasan = forms.TypedChoiceField(
        label="Alasan",
        coerce=AlasanBelum,
        choices=[(a.value, teks) for a, teks in LABEL[AlasanBelum].items()],
        widget=forms.RadioSelect,
        help_text="Calon mentee membaca alasan ini. Ia mendapat saran mentor lain.",
        error_messages={"required": "Pilih satu alasan", "invalid_choice": "Pilih satu alasan dari daftar"},
    )
    versi = IsianVersi()
