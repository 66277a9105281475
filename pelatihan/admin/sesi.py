"""One meeting of a class: who speaks in it, and the code that hangs in its room."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pdf import qr_svg, render_pdf, unduhan_pdf
from asn_karier.lib.situs import AdminBerlingkup, BarisPengelola
from asn_karier.lib.views import dikirim, wewenang
from pegawai.models import Instansi
from pegawai.services.profil import moment_text
from pelatihan.forms.kelas import FormKode
from pelatihan.forms.sesi import FormNarasumber, FormSesi
from pelatihan.models import Narasumber, SesiAngkatan
from pelatihan.services.kehadiran import code_mark, open_code

NAMA: Final = "admin:pelatihan_sesiangkatan"


class NarasumberInline(BarisPengelola):
    """One of our people by NIP, or a guest by name."""

    model = Narasumber
    form = FormNarasumber
    fields = ("nip", "nama", "asal")


@admin.register(SesiAngkatan)
class SesiAdmin(AdminBerlingkup):
    """Sessions are made on the page of their class; here stand the speakers and the code."""

    form = FormSesi
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("judul", "angkatan", "mulai")
    list_select_related = ("angkatan__pelatihan",)
    search_fields = ("judul", "angkatan__nama", "angkatan__pelatihan__nama")
    search_help_text = "Judul sesi atau nama kelas"
    ordering = ("-mulai", "pk")
    fields = ("urut", "judul", "mulai", "selesai")
    inlines = (NarasumberInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        instansi = Instansi.objects.visible_to(request.user)
        semua: Any = SesiAngkatan.objects.filter(angkatan__instansi__in=instansi)
        return semua.select_related("angkatan__instansi", "angkatan__pelatihan").order_by(*self.ordering)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/kode/", lindungi(self.kode), name="pelatihan_sesiangkatan_kode"),
            path("<int:pk>/kode/pdf/", lindungi(self.pdf), name="pelatihan_sesiangkatan_pdf"),
            *super().get_urls(),
        ]

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back to the class, from where one came."""
        jawaban = super().response_change(request, obj)
        lanjut = {"_continue", "_addanother"} & set(request.POST)
        return jawaban if lanjut else HttpResponseRedirect(_class(obj))

    def kode(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The code of this session while it is open, and a button for a new one."""
        sesi = self._diurus(request, pk)
        form = FormKode(dikirim(request), initial={"sejak": code_mark(sesi)})
        if request.method == "POST" and form.is_valid():
            menit = form.cleaned_data["menit"]
            try:
                sejak = form.cleaned_data["sejak"]
                open_code(sesi_id=pk, menit=menit, diganti=sejak, actor=request.user, at=timezone.now())
            except Bentrok as salah:
                messages.info(request, salah.kalimat)
                return HttpResponseRedirect(reverse(f"{NAMA}_kode", args=[pk]))
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                return HttpResponseRedirect(reverse(f"{NAMA}_kode", args=[pk]))
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Kode kehadiran: {sesi}",
            "remah": [(str(sesi.angkatan), _class(sesi)), ("Kode kehadiran", "")],
            "sesi": sesi,
            "sampai": _until(sesi),
            "form": form,
            "url_pdf": reverse(f"{NAMA}_pdf", args=[pk]),
            "url_balik": _class(sesi),
        }
        return TemplateResponse(request, "admin/pelatihan/kode_hadir.html", isi)

    def pdf(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The sheet for the room: code and QR, as large as the paper allows. 404 while none is open."""
        sesi = self._diurus(request, pk)
        sampai = _until(sesi)
        if not sampai:
            raise Http404
        daring = request.build_absolute_uri(reverse("pelatihan:hadir", args=[sesi.angkatan_id]))
        isi = {
            "judul": f"Kode kehadiran {sesi}",
            "kelas": str(sesi.angkatan),
            "sesi": sesi.judul,
            "kode": sesi.kode_hadir,
            "sampai": sampai,
            "alamat": daring,
            "qr": qr_svg(f"{daring}?kode={sesi.kode_hadir}"),
        }
        return unduhan_pdf(f"kode-hadir-{sesi.pk}", render_pdf("kode_hadir", isi))

    def _diurus(self, request: HttpRequest, pk: int) -> SesiAngkatan:
        sesi: SesiAngkatan = self.get_object(request, str(pk))
        if not (
            self.has_module_permission(request)
            and wewenang(request).mengelola
            and self.dikelola(request, sesi)
        ):
            raise Http404
        return sesi


def _until(sesi: SesiAngkatan) -> str:
    """Until when the code is good, on the clock of the class; empty when none is open."""
    if sesi.kode_sampai is None or sesi.kode_sampai < timezone.now():
        return ""
    return moment_text(sesi.kode_sampai, sesi.angkatan.instansi.zona_waktu)


def _class(sesi: SesiAngkatan) -> str:
    return reverse("admin:pelatihan_angkatan_kelas", args=[sesi.angkatan_id])
