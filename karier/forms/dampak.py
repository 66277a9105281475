"""The question selector of *Dampak pelatihan*: one programme or a field of work, a year, an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from karier.enums import UkuranDampak
from karier.kamus import LABEL
from pelatihan.models import Pelatihan

#: So many training years are offered.
TAHUN: Final = 6
_UKURAN: Final = [(u.value, LABEL[UkuranDampak][u]) for u in UkuranDampak]


class FormDampak(forms.Form):
    """`tentang`: `p-` and the key of a programme, or `b-` and a field of work."""

    tentang = forms.ChoiceField(label="Program atau bidang")
    tahun = forms.TypedChoiceField(label="Tahun pelatihan", coerce=int)
    ukuran = forms.TypedChoiceField(
        label="Dilihat dari", choices=_UKURAN, coerce=UkuranDampak, initial=UkuranDampak.PREDIKAT
    )

    def __init__(self, *args: Any, pelatihan: Sequence[Pelatihan], terakhir: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pelatihan = pelatihan
        bidang = sorted({p.bidang for p in pelatihan if p.bidang})
        tentang: Any = self.fields["tentang"]
        tentang.choices = [
            ("", "Pilih"),
            *([("Bidang", [(f"b-{b}", b) for b in bidang])] if bidang else []),
            ("Program", [(f"p-{p.pk}", p.nama) for p in pelatihan]),
        ]
        tahun: Any = self.fields["tahun"]
        tahun.choices = [(t, str(t)) for t in range(terakhir, terakhir - TAHUN, -1)]
        for isian in self.fields.values():
            isian.error_messages |= {
                "required": f"{isian.label}: pilih salah satu.",
                "invalid_choice": f"{isian.label}: pilihan itu tidak ada. Pilih dari daftar.",
            }

    @property
    def pelatihan(self) -> tuple[Pelatihan, ...]:
        """The programmes of the question."""
        jenis, _, kunci = self.cleaned_data["tentang"].partition("-")
        if jenis == "b":
            return tuple(p for p in self._pelatihan if p.bidang == kunci)
        return tuple(p for p in self._pelatihan if str(p.pk) == kunci)

    @property
    def nama(self) -> str:
        """What the question is about, in words."""
        jenis, _, kunci = self.cleaned_data["tentang"].partition("-")
        return f"bidang {kunci}" if jenis == "b" else self.pelatihan[0].nama
