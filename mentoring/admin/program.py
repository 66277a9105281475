"""Programmes of mentoring at the desk: what they aim at, and who is put into them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminBerlingkup, IsianTanggal, ya_tidak
from asn_karier.lib.views import dikirim, wewenang
from mentoring.admin.profil import tell
from mentoring.forms.program import FormMasukkan
from mentoring.models import KompetensiProgram, ProgramMentoring
from mentoring.services.program_simpan import put_into_program, save_program
from pegawai.admin.baris_kompetensi import BarisKompetensi
from pegawai.admin.wewenang import IsiInstansi

NAMA = "admin:mentoring_programmentoring"


class KompetensiInline(BarisKompetensi):
    """No row: the programme is about every competency."""

    model = KompetensiProgram
    extra = 2
    fields = ("kompetensi", "teknis")


@admin.register(ProgramMentoring)
class ProgramMentoringAdmin(IsiInstansi, AdminBerlingkup):
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("nama", "mulai", "selesai", "untuk", ya_tidak("aktif", "keadaan", "Dibuka", "Ditutup"))
    list_filter = ("aktif", "untuk")
    search_fields = ("nama",)
    fields = ("instansi", "nama", "tujuan", "mulai", "selesai", "pertemuan", "untuk", "aktif")
    inlines = (KompetensiInline,)
    formfield_overrides: ClassVar[Any] = {models.DateField: {"widget": IsianTanggal}}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("instansi",) if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_program(program=obj, actor=request.user)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/masukkan/", lindungi(self.masukkan), name="mentoring_programmentoring_masukkan"),
            *super().get_urls(),
        ]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        if obj is not None and wewenang(request).mengelola:
            url = reverse(f"{NAMA}_masukkan", args=[obj.pk])
            context.setdefault("alat", [{"teks": "Masukkan pegawai", "url": url}])
        return super().render_change_form(request, context, *args, **kwargs)

    def masukkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """HR puts people into the programme by NIP; they wait for a mentor."""
        program: Any = self.get_object(request, str(pk))
        if not (self.has_change_permission(request, program)):
            raise Http404
        balik = reverse(f"{NAMA}_change", args=[pk])
        form = FormMasukkan(dikirim(request))
        if request.method == "POST" and form.is_valid():
            try:
                hasil = put_into_program(
                    program_id=pk, nip=form.cleaned_data["nip"], actor=request.user, at=timezone.now()
                )
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                tell(request, f"{hasil.jadi} pegawai dimasukkan ke {program}.", hasil)
                return HttpResponseRedirect(balik)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Masukkan pegawai",
            "remah": [
                ("Program mentoring", reverse(f"{NAMA}_changelist")),
                (str(program), balik),
                ("Masukkan pegawai", ""),
            ],
            "aksi": {
                "judul": "Masukkan pegawai",
                "kalimat": f"{program}. Mereka menunggu mentor untuk celah kompetensi yang dituju program.",
                "teks": "Masukkan",
            },
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)
