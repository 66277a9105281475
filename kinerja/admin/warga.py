"""What HR and the operator of a unit keep for citizens: their common rights, and the page of a decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminBerlingkup, AdminLihat, IsianTanggal
from asn_karier.lib.views import dikirim, wewenang
from kinerja.enums import BELUM_DIPUTUS, StatusKiriman
from kinerja.forms.warga import FormPutusan
from kinerja.models import Ulasan
from kinerja.services.moderasi import (
    decide_kiriman,
    may_hide,
    named_in,
    proposal,
    read_original,
    unit_of,
    withdraw_kiriman,
)


class AdminUnit(AdminBerlingkup):
    """Rows of a unit: HR and its operator write, auditors read. `tetap`: what a row that exists keeps."""

    boleh_tambah = True
    boleh_ubah = True
    tetap: tuple[str, ...] = ()
    #: The service that keeps a row; named in `save_model` of each page.
    formfield_overrides = {
        models.DateField: {"widget": IsianTanggal},
        models.TimeField: {"widget": forms.TimeInput(attrs={"size": 8}, format="%H:%M")},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 5, "class": "vLargeTextField"})},
    }

    def mengelola(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request) and wewenang(request).membantu

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else self.tetap


class AdminKiriman(AdminLihat):
    """Words of citizens: read, masked, decided. Nobody but HR and the operator of the unit enters."""

    ordering = ("hari", "pk")
    #: Themes are asked for.
    bertema = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return wewenang(request).membantu

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        nama = self.model._meta.model_name
        asli = self.admin_site.admin_view(self.asli)
        return [path("<uuid:pk>/asli/", asli, name=f"kinerja_{nama}_asli"), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The words as they would be shown, and the decision."""
        kiriman = self.milik(request, object_id)
        form = self._form(request, kiriman)
        if form is not None and form.is_bound and form.is_valid():
            isi = form.cleaned_data
            if self.coba(form, lambda: self._putuskan(request, kiriman, isi)):
                messages.success(request, "Putusan tersimpan.")
                return HttpResponseRedirect(self.url_daftar())
        if form is None and request.method == "POST":
            messages.error(request, "Kalimat ini sudah diputus. Putusan Anda tidak tersimpan.")
        return self.tampil(request, kiriman, form=form, menyebut=named_in(kiriman, request.user))

    def _form(self, request: HttpRequest, kiriman: Any) -> FormPutusan | None:
        """None when nothing is left to decide for this officer."""
        boleh = may_hide(kiriman, request.user)
        tarik = kiriman.status == StatusKiriman.TAMPIL
        if kiriman.status not in BELUM_DIPUTUS and not (tarik and boleh):
            return None
        if kiriman.status == StatusKiriman.DISERAHKAN and not boleh:
            return None
        awal = {"teks": "" if tarik else proposal(kiriman), "versi": kiriman.versi}
        return FormPutusan(
            dikirim(request), initial=awal, sembunyikan=boleh, bertema=self.bertema, tarik=tarik
        )

    def _putuskan(self, request: HttpRequest, kiriman: Any, isi: dict[str, Any]) -> Any:
        umum: dict[str, Any] = {
            "kiriman": kiriman,
            "alasan": isi.get("alasan"),
            "versi": isi["versi"] or 0,
            "actor": request.user,
            "at": timezone.now(),
        }
        if kiriman.status == StatusKiriman.TAMPIL:
            return withdraw_kiriman(**umum)
        return decide_kiriman(
            putusan=isi["putusan"], teks=isi.get("teks", ""), tema=isi.get("tema") or (), **umum
        )

    def asli(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """The words as they came, on demand (POST), with a line on the trail."""
        kiriman = self.milik(request, str(pk))
        if request.method != "POST":
            return HttpResponseRedirect(self.url(kiriman))
        try:
            teks = read_original(kiriman=kiriman, actor=request.user)
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(self.url(kiriman))
        awal = {"teks": proposal(kiriman), "versi": kiriman.versi}
        form = FormPutusan(initial=awal, sembunyikan=may_hide(kiriman, request.user), bertema=self.bertema)
        return self.tampil(request, kiriman, form=form, asli=teks, menyebut=False)

    # -- inside -----------------------------------------------------------------------------------

    def milik(self, request: HttpRequest, pk: str) -> Any:
        """The row inside the scope, else 404."""
        if not self.has_module_permission(request):
            raise Http404
        return self.get_object(request, pk)

    def coba(self, form: forms.Form, kerja: Callable[[], Any]) -> Any:
        """What the service returns, or None with its refusal on the form."""
        try:
            return kerja()
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return None

    def tampil(self, request: HttpRequest, kiriman: Any, **isi: Any) -> HttpResponse:
        daftar = str(self.model._meta.verbose_name_plural)
        umum = {
            **self.admin_site.each_context(request),
            "title": f"{str(self.model._meta.verbose_name).capitalize()} {kiriman.nomor}",
            "kiriman": kiriman,
            "unit": unit_of(kiriman),
            "jawaban": kiriman.get_jawaban_display() if isinstance(kiriman, Ulasan) else "",
            "tentang": str(kiriman.layanan if isinstance(kiriman, Ulasan) else kiriman.topik),
            "status": kiriman.get_status_display(),
            "terbuka": kiriman.status in BELUM_DIPUTUS,
            "alasan": kiriman.get_alasan_display(),
            "url_asli": reverse(f"admin:kinerja_{self.model._meta.model_name}_asli", args=[kiriman.pk]),
            "url_simpan": self.url(kiriman),
            "url_balik": self.url_daftar(),
            "remah": [(daftar.capitalize(), self.url_daftar()), (kiriman.nomor, "")],
        }
        return TemplateResponse(request, "admin/kinerja/kiriman.html", {**umum, **isi})

    def url(self, kiriman: Any) -> str:
        return reverse(f"admin:kinerja_{self.model._meta.model_name}_change", args=[kiriman.pk])

    def url_daftar(self) -> str:
        return reverse(f"admin:kinerja_{self.model._meta.model_name}_changelist")
