"""Forms that were open while somebody else saved: refused, not written over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.models import _get_foreign_key
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from asn_karier.lib.views import bilangan

SIDIK = "sidik_dibaca"
BERUBAH = (
    "Orang lain mengubah data ini sejak Anda membukanya. Isian Anda belum disimpan. "
    "Buka ulang halaman ini di tab lain untuk membandingkan."
)


class FormSegar(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A correction carries the fingerprint of what its editor saw; the row is locked (JagaUsang)."""

    #: Set per request: what stands there now, rows of child tables included.
    sidik_kini = ""

    sidik_dibaca = forms.CharField(
        widget=forms.HiddenInput,
        label="",
        error_messages={"required": "Buka ulang halaman ini, lalu ubah kembali."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if SIDIK in self.fields:
            self.fields[SIDIK].initial = self.sidik_kini

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get(SIDIK, self.sidik_kini) != self.sidik_kini:
            raise ValidationError(BERUBAH)
        return isi


class JagaUsang:
    """Mixed into the admin: of two officers with one form the second is told, and nothing is lost.

    Only what the form writes is compared, so that a machine that touches another column disturbs nobody.
    """

    #: Classes whose forms carry their own mark of what was seen say False.
    jaga_usang = True

    model: Any
    form: Any
    has_change_permission: Any

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Locked while a form about it is saved, so that the second sees what the first has written."""
        nomor = bilangan(object_id)
        if request.method == "POST" and nomor is not None and transaction.get_connection().in_atomic_block:
            kunci = self.model._default_manager.select_for_update(no_key=True, of=("self",))
            list(kunci.filter(pk=nomor).order_by().values_list("pk"))
        return super().get_object(request, object_id, from_field)  # type: ignore[misc]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        semua = super().get_fieldsets(request, obj)  # type: ignore[misc]
        return [*semua, (None, {"fields": (SIDIK,)})] if self._dijaga(request, obj) else semua

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        # `fields=None`: the stock class only asks which columns there are.
        if kwargs.get("fields", ()) is None or not self._dijaga(request, obj):
            return super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]
        dasar = kwargs.get("form", self.form)
        kwargs["form"] = type("FormDijaga", (FormSegar, dasar), {})
        form = super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]
        form.sidik_kini = self._sidik(request, obj, form)
        return form

    def _dijaga(self, request: HttpRequest, obj: Any) -> bool:
        return self.jaga_usang and obj is not None and self.has_change_permission(request, obj)

    def _sidik(self, request: HttpRequest, obj: Any, form: Any) -> str:
        """Keyed, because a form may hold what its reader could otherwise guess from a plain hash."""
        isi = [_nilai(obj, set(form.base_fields))]
        baris: list[Any] = self.get_inline_instances(request, obj)  # type: ignore[attr-defined]
        for anak in baris:
            fk = _get_foreign_key(self.model, anak.model, fk_name=anak.fk_name)
            semua = anak.model._default_manager.filter(**{fk.name: obj}).order_by("pk")
            isi += [[str(b.pk), *_nilai(b, None)] for b in semua]
        return salted_hmac("asn.usang", repr(isi)).hexdigest()


def _nilai(obj: Any, nama: set[str] | None) -> list[str]:
    return [f.value_to_string(obj) for f in obj._meta.concrete_fields if nama is None or f.name in nama]
