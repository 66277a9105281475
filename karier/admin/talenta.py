"""Talent scores: for HR of the person only, not even for the person's leader or an auditor."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin
from django.forms import Field
from django.http import HttpRequest
from django.utils.text import capfirst

from asn_karier.lib.kata import senti
from asn_karier.lib.views import daftarkan_menu
from karier.models import KomponenTalenta
from karier.models.talenta import KOMPONEN
from pegawai.admin.pegawai import daftarkan_inline
from pegawai.admin.riwayat import RiwayatKhususAdmin
from pegawai.admin.riwayat_lihat import InlineLihat
from pegawai.models import Pegawai

SKOR_TERTINGGI = 100


class IsianSkor(forms.DecimalField):
    """0 to 100 with two decimals on the screen, whole hundredths in the record."""

    def __init__(self, **kwargs: Any) -> None:
        batas = {"min_value": 0, "max_value": SKOR_TERTINGGI, "max_digits": 5, "decimal_places": 2}
        super().__init__(required=False, localize=True, **batas, **kwargs)  # type: ignore[arg-type]

    def prepare_value(self, value: Any) -> Any:
        return Decimal(value).scaleb(-2) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        skor = super().clean(value)
        return None if skor is None else int(skor * 100)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def skor_teks(obj: KomponenTalenta) -> str:
    """All scores in one cell: seven columns would not fit any screen."""
    bidang: list[Any] = [KomponenTalenta._meta.get_field(nama) for nama in KOMPONEN]
    terisi = [(b.verbose_name, getattr(obj, b.name)) for b in bidang]
    return ", ".join(f"{nama} {senti(nilai)}" for nama, nilai in terisi if nilai is not None) or "–"


@daftarkan_inline
class TalentaInline(InlineLihat):
    model = KomponenTalenta
    fields = ("tanggal", "skor", "sumber")
    readonly_fields = ("skor",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The page of a person leaves it out for everybody else; without one, only the rows are asked for."""
        pengelola: Any = self.admin_site.get_model_admin(Pegawai)
        return bool(pengelola.mengelola(request) and pengelola.dikelola(request, obj))

    @admin.display(description="skor 0-100")
    def skor(self, obj: KomponenTalenta) -> str:
        return skor_teks(obj)


class FormTalenta(forms.ModelForm):
    """At least one score: an empty row would hide the scores of the day before."""

    class Meta:
        model = KomponenTalenta
        fields: list[str] = []

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if not self.errors and all(isi.get(nama) is None for nama in KOMPONEN):
            raise forms.ValidationError("Isi paling sedikit satu skor.")
        return isi


@admin.register(KomponenTalenta)
class KomponenTalentaAdmin(RiwayatKhususAdmin):
    form = FormTalenta
    list_display = ("pegawai", "tanggal", "skor")
    fields = ("pegawai", "tanggal", *KOMPONEN, "sumber")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Field | None:
        if db_field.name in KOMPONEN:
            return IsianSkor(label=capfirst(db_field.verbose_name))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        boleh = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return self.fields if boleh else ("pegawai", "tanggal", "skor", "sumber")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "skor")

    @admin.display(description="skor 0-100")
    def skor(self, obj: KomponenTalenta) -> str:
        return skor_teks(obj)


daftarkan_menu(
    "Karier", "Komponen talenta", "admin:karier_komponentalenta_changelist", boleh=lambda w: w.mengelola
)
