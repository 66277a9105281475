"""What HR writes: lessons with a file, questions with their choices."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms

from pelatihan.models import Materi, SoalKuis
from pelatihan.rules.kuis import PILIHAN_PALING_BANYAK, PILIHAN_SEDIKITNYA

PETUNJUK_ISI: Final = (
    "Baris kosong memisahkan alinea. Awali judul dengan «# », butir dengan «- », langkah dengan «1. ». "
    "Apit kata tebal dengan «**»."
)
_PANJANG_PILIHAN: Final = 300


class MateriForm(forms.ModelForm):
    """`unggahan` takes the place of the file that is there; nothing of it is shown inside a page."""

    unggahan = forms.FileField(
        label="Berkas",
        required=False,
        validators=Materi._meta.get_field("berkas").validators,
        help_text="Tidak wajib. PDF, TXT, EPUB, MP3, MP4, atau ZIP (juga paket SCORM), paling besar 50 MB. "
        "Berkas kecil lebih mudah diunduh dari daerah.",
        error_messages={"empty": "Berkas ini kosong (0 byte). Pilih berkas lain"},
    )
    hapus_berkas = forms.BooleanField(label="Hapus berkas yang ada", required=False)

    class Meta:
        model = Materi
        fields = ("pelatihan", "urut", "judul", "isi")
        help_texts: ClassVar = {"isi": PETUNJUK_ISI, "urut": "Nomor materi: 1, 2, 3."}

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("unggahan") and isi.get("hapus_berkas"):
            self.add_error("hapus_berkas", "Pilih salah satu: unggah berkas baru, atau hapus yang ada")
        return isi

    def unggahan_baru(self) -> Any:
        """A new file, False to take the old one away, None to leave it."""
        return self.cleaned_data["unggahan"] or (False if self.cleaned_data["hapus_berkas"] else None)


class SoalForm(forms.ModelForm):
    """Choices are typed one per line."""

    pilihan = forms.CharField(
        label="Pilihan jawaban",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Satu pilihan per baris, dua sampai lima pilihan. «Belum tahu» ditambahkan sendiri.",
        error_messages={"required": "Tuliskan dua sampai lima pilihan, satu per baris"},
    )
    jawaban = forms.IntegerField(
        label="Nomor pilihan yang benar",
        min_value=1,
        help_text="1 untuk baris pertama.",
        error_messages={"required": "Isi nomor pilihan yang benar"},
    )

    class Meta:
        model = SoalKuis
        fields = ("pelatihan", "urut", "pertanyaan", "pilihan", "jawaban")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.initial["pilihan"] = "\n".join(self.instance.pilihan)

    def clean_pilihan(self) -> list[str]:
        pilihan = [" ".join(b.split()) for b in self.cleaned_data["pilihan"].splitlines() if b.strip()]
        if not PILIHAN_SEDIKITNYA <= len(pilihan) <= PILIHAN_PALING_BANYAK:
            raise forms.ValidationError(
                f"Tuliskan dua sampai lima pilihan, satu per baris. Sekarang {len(pilihan)}"
            )
        if len({p.casefold() for p in pilihan}) < len(pilihan):
            raise forms.ValidationError("Ada pilihan yang sama. Tuliskan tiap pilihan satu kali")
        if max(map(len, pilihan)) > _PANJANG_PILIHAN:
            raise forms.ValidationError(f"Satu pilihan paling banyak {_PANJANG_PILIHAN} huruf")
        return pilihan

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        pilihan, jawaban = isi.get("pilihan"), isi.get("jawaban")
        if pilihan and jawaban and jawaban > len(pilihan):
            self.add_error("jawaban", f"Isi nomor 1 sampai {len(pilihan)}")
        return isi
