"""Form fields of the HR door that need no library and no JavaScript.

A select of thousands is a page of hundreds of kilobytes, and a search box that only a script can
fill is a dead end without one. Here the officer types, and the server finds; asn.js only adds
suggestions while typing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

#: The number at the end of a row's words: 'Bidang Mutasi, BKPSDM [413]'.
NOMOR: Final = re.compile(r"\[(\d{1,18})\]$")
#: Rows offered when the typed words fit several.
CALON_TERBANYAK: Final = 20
DISEBUT: Final = 5


class IsianTanggal(forms.DateInput):
    """Day, month, year as they stand on an SK.

    Not the browser's own picker: it follows the language of the browser, and an English one shows
    1 August as 08/01, which is read here as 8 January.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        contoh = {"placeholder": "tgl-bln-tahun", "size": 12, "autocomplete": "off"}
        super().__init__(attrs={**contoh, **(attrs or {})}, format="%d-%m-%Y")


class IsianVersi(forms.IntegerField):
    """What the page showed, sent along unseen; without it nobody knows what the words are about.

    The page that says so carries the mark anew (`lib.views.isikan`).
    """

    def __init__(self) -> None:
        kata = "Tanda halaman ini tidak ikut terkirim. Periksa isian Anda, lalu kirim lagi"
        super().__init__(
            widget=forms.HiddenInput, label="", error_messages={"required": kata, "invalid": kata}
        )


class KotakCari(forms.TextInput):
    """A text box with a list of suggestions; `data-cari` is where asn.js asks for more."""

    calon: Sequence[str] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        nama = f"calon_{name}"
        kotak = super().render(name, value, {**(attrs or {}), "list": nama}, renderer)
        pilihan = format_html_join("", '<option value="{}"></option>', ((c,) for c in self.calon))
        return format_html('{}<datalist id="{}">{}</datalist>', kotak, nama, pilihan)


class IsianPilih(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One row, named in words; `pengelola` (a ModelAdmin) says how a row is named and found."""

    widget = KotakCari
    #: What stands there now: it may stay, also when it lies outside the scope by now.
    sekarang: Any = None

    def __init__(self, *args: Any, pengelola: Any, request: HttpRequest, **kwargs: Any) -> None:
        self.pengelola = pengelola
        self.request = request
        super().__init__(*args, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """The words for a stored row; what somebody typed stays as typed."""
        if isinstance(value, int):
            value = self.pengelola.model._default_manager.filter(pk=value).first()
        return self.pengelola.teks_pilihan(value) if isinstance(value, models.Model) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")

    def to_python(self, value: Any) -> Any:
        """The one row that fits the words; several or none is a question back to the officer."""
        if value in self.empty_values:
            return None
        # PostgreSQL knows no NUL, and what nobody sees must not decide whether a name is found.
        teks = " ".join(str(value).replace("\x00", " ").split())
        if self.sekarang is not None and teks == self.pengelola.teks_pilihan(self.sekarang):
            return self.sekarang
        cocok = list(self.pengelola.cari_pilihan(self.request, self.queryset, teks)[: CALON_TERBANYAK + 1])
        if len(cocok) == 1 and self.pengelola.cukup_jelas(cocok[0], teks):
            return cocok[0]
        nama = [self.pengelola.teks_pilihan(c) for c in cocok]
        self.widget.calon = nama[:CALON_TERBANYAK]
        raise ValidationError(_tanya_balik(teks, nama), code="invalid_choice")


def _tanya_balik(teks: str, nama: list[str]) -> str:
    if not nama:
        return f"Tidak ada yang cocok dengan «{teks}» di lingkup Anda. Periksa ejaannya, atau tulis sebagian."
    banyak = f"{len(nama)}" if len(nama) <= CALON_TERBANYAK else f"Lebih dari {CALON_TERBANYAK}"
    sebut = "; ".join(nama[:DISEBUT]) + ("; dan lainnya" if len(nama) > DISEBUT else "")
    return f"{banyak} cocok dengan «{teks}»: {sebut}. Pilih salah satu dari saran pada isian ini."


class PengelolaPilihan:
    """The part of a ModelAdmin that lets its rows be typed into the forms of others."""

    model: Any
    get_search_results: Any

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]
        for nama, isian in form.base_fields.items():
            if obj is not None and isinstance(isian, IsianPilih):
                isian.sekarang = getattr(obj, nama)
        return form

    #: Said under a field in which a row of this model is typed.
    petunjuk_pilihan = "Tulis sebagian namanya, lalu pilih dari saran."

    def teks_pilihan(self, obj: Any) -> str:
        """A row in words that lead back to exactly this row."""
        return f"{obj} [{obj.pk}]"

    def cukup_jelas(self, obj: Any, teks: str) -> bool:
        """Whether words that fit only this row may choose it, or the full words must be picked."""
        return True

    def cari_pilihan(self, request: HttpRequest, baris: models.QuerySet[Any], teks: str) -> Any:
        """Rows of `baris` that fit typed words; words of `teks_pilihan` fit exactly one."""
        nomor = NOMOR.search(teks)
        if nomor:
            return baris.filter(pk=int(nomor[1]))
        return self.get_search_results(request, baris, teks)[0]


def berkata_kosong(isian: Any) -> Any:
    """The empty choice in words: a row of dashes says nothing, and is read out dash by dash."""
    teks = "Pilih" if getattr(isian, "required", False) else "Tidak diisi"
    if isinstance(isian, forms.ModelChoiceField):
        isian.empty_label = teks if isian.empty_label is not None else None
    elif isinstance(isian, forms.ChoiceField):
        pilihan: Any = isian.choices
        isian.choices = [(n, teks if n in ("", None) else kata) for n, kata in pilihan]
    return isian
