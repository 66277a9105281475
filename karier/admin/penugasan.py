"""Assignments at the desk: HR offers, ends and calls off, and releases whom no atasan can release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL, AdminBerlingkup
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim, isikan, wewenang
from karier.enums import StatusPenugasan, StatusPesertaPenugasan
from karier.forms.penugasan import FormBatalPenugasan, FormSelesai
from karier.models import KompetensiPenugasan, Penugasan
from karier.services.penugasan import release
from karier.services.penugasan_baca import BarisPeserta, participants
from karier.services.penugasan_tawar import cancel_assignment, finish_assignment, save_assignment
from pegawai.admin.baris_kompetensi import BarisKompetensi
from pegawai.admin.wewenang import IsiInstansi
from pelatihan.services.langkah import approver_of

S = StatusPesertaPenugasan
_DAFTAR = "admin:karier_penugasan_changelist"
_KOSONG = (
    "Belum ada penugasan. Tambah penugasan khusus, detasering, atau tim proyek; pegawai menyatakan bersedia "
    "di portal, dan atasannya melepas."
)


class KompetensiInline(BarisKompetensi):
    """Which competency the work builds up to which level."""

    model = KompetensiPenugasan
    extra = 2


@admin.register(Penugasan)
class PenugasanAdmin(IsiInstansi, AdminBerlingkup):
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    change_form_template = "admin/karier/penugasan.html"
    list_display = ("nama", "jenis", "unit", "mulai", "selesai", "tempat_terisi", "status")
    list_filter = ("status", "jenis")
    list_select_related = ("unit",)
    search_fields = ("nama",)
    search_help_text = "Nama penugasan"
    autocomplete_fields = ("unit",)
    inlines = (KompetensiInline,)
    fields = (
        "instansi", "jenis", "nama", "uraian", "unit", "mulai", "selesai", "bersedia_sampai",
        "jam_per_minggu", "tempat",
    )  # fmt: skip

    @admin.display(description="tempat")
    def tempat_terisi(self, obj: Penugasan) -> str:
        return f"{obj.terisi} dari {obj.tempat}"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        terbuka = obj is None or obj.status == StatusPenugasan.DIBUKA
        return terbuka and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("instansi",) if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        tersimpan = save_assignment(penugasan=obj, actor=request.user, kanal=KANAL)
        obj.pk = tersimpan.pk

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, {"teks_kosong": _KOSONG, **(extra_context or {})})

    # -- one assignment -----------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/selesai/", lindungi(self.selesai), name="karier_penugasan_selesai"),
            path("<int:pk>/batal/", lindungi(self.batal), name="karier_penugasan_batal"),
            path("<int:pk>/lepas/", lindungi(self.lepas), name="karier_penugasan_lepas"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        p = self.get_object(request, object_id)
        isi = {
            "judul_baris": str(p),
            "subjudul": f"{kata.rentang(p.mulai, p.selesai)}. {p.get_status_display()}.",
            "alat": _tools(p) if wewenang(request).mengelola else [],
            "peserta": self._peserta(request, p),
        }
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})

    def selesai(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Result, effect on citizens, who finished."""
        p = self._milik(request, pk)
        form = FormSelesai(
            dikirim(request), peserta=participants(p, (S.BERJALAN,)), initial={"versi": p.versi}
        )

        def kerja(**isi: Any) -> None:
            finish_assignment(**{"selesai": [], **isi})

        return self._tanya(request, p, form, kerja, "penugasan_selesai", "Penugasan selesai.")

    def batal(self, request: HttpRequest, pk: int) -> HttpResponse:
        p = self._milik(request, pk)
        form = FormBatalPenugasan(dikirim(request), initial={"versi": p.versi})
        return self._tanya(request, p, form, cancel_assignment, "penugasan_batal", "Penugasan dibatalkan.")

    def lepas(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Release somebody whom no atasan can release (POST only)."""
        p = self._milik(request, pk)
        if request.method == "POST":
            nomor, versi = (bilangan(request.POST.get(n), bawaan=0) or 0 for n in ("peserta", "versi"))
            try:
                release(peserta_id=nomor, versi=versi, actor=request.user, at=timezone.now(), kanal=KANAL)
                messages.success(request, "Pegawai dilepas untuk penugasan ini.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
        return HttpResponseRedirect(_url(p))

    # -- inside -------------------------------------------------------------------------------------

    def _milik(self, request: HttpRequest, pk: int) -> Penugasan:
        if not wewenang(request).mengelola:
            raise Http404
        p: Penugasan = self.get_object(request, str(pk))
        return p

    def _tanya(
        self,
        request: HttpRequest,
        p: Penugasan,
        form: forms.Form,
        kerja: Callable[..., Any],
        templat: str,
        pesan: str,
    ) -> HttpResponse:
        if request.method == "POST" and form.is_valid():
            try:
                kerja(
                    penugasan_id=p.pk, actor=request.user, at=timezone.now(), kanal=KANAL, **form.cleaned_data
                )
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, pesan)
                return HttpResponseRedirect(_url(p))
        if form.errors:
            isikan(form, versi=p.versi)
        konteks = {
            **self.admin_site.each_context(request),
            "title": str(p),
            "p": p,
            "form": form,
            "url_balik": _url(p),
            "remah": [("Penugasan", reverse(_DAFTAR)), (str(p), _url(p))],
        }
        return TemplateResponse(request, f"admin/karier/{templat}.html", konteks)

    def _peserta(self, request: HttpRequest, p: Penugasan) -> list[dict[str, Any]]:
        """Everybody in it whom the reader may see, and who waits for HR because nobody leads them."""
        terlihat = set(p.peserta.visible_to(request.user).values_list("pk", flat=True))
        semua = [b for b in participants(p, list(S)) if b.peserta.pk in terlihat]
        catat_baca(pengguna=request.user, pegawai_ids=[b.peserta.pegawai_id for b in semua], kanal=KANAL)
        return [{"baris": b, "lepas": _waits_for_hr(b)} for b in semua]


def _waits_for_hr(b: BarisPeserta) -> bool:
    return b.peserta.status == S.MENUNGGU and approver_of(b.peserta.pegawai) is None


def _tools(p: Penugasan) -> list[dict[str, Any]]:
    if p.status != StatusPenugasan.DIBUKA:
        return []
    return [
        {
            "teks": "Akhiri dengan hasil",
            "url": reverse("admin:karier_penugasan_selesai", args=[p.pk]),
            "utama": True,
        },
        {"teks": "Batalkan", "url": reverse("admin:karier_penugasan_batal", args=[p.pk])},
    ]


def _url(p: Penugasan) -> str:
    return reverse("admin:karier_penugasan_change", args=[p.pk])


daftarkan_menu("Pengembangan", "Penugasan", _DAFTAR, boleh=lambda w: w.instansi_penuh, urutan=48)
