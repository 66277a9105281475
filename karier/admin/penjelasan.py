"""*Jelaskan ke pegawai*: three clicks from a person to an answer; the answers that were sent."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu, dikirim
from karier.enums import AlasanPenjelasan
from karier.forms.penjelasan import FormPenjelasan
from karier.models import Penjelasan, RunEvaluasi
from karier.services.penjelasan import Jawaban, send_explanation
from pegawai.models import Pegawai


class SaringDibaca(admin.SimpleListFilter):
    title = "keadaan"
    parameter_name = "dibaca"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [("belum", "Belum dibaca"), ("sudah", "Sudah dibaca")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() in ("belum", "sudah"):
            return queryset.filter(dibaca_pada__isnull=self.value() == "belum")
        return queryset


@admin.register(Penjelasan)
class PenjelasanAdmin(AdminLihat):
    """What was sent, to whom, and whether it was read: for HR alone, since it may name a penalty."""

    perlu_mengelola = True
    list_display = ("pegawai", "alasan", "periode", "pada", "oleh", "dibaca")
    list_filter = (SaringDibaca, "alasan")
    list_select_related = ("pegawai", "oleh")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = "NIP atau nama"

    @admin.display(description="keadaan")
    def dibaca(self, obj: Penjelasan) -> str:
        if obj.dibaca_pada is None:
            return "Belum dibaca"
        return f"Dibaca {kata.waktu(timezone.localtime(obj.dibaca_pada))}"

    def get_urls(self) -> list[URLPattern]:
        kirim = self.admin_site.admin_view(self.kirim)
        return [
            path("<int:run_id>/<int:pegawai_id>/kirim/", kirim, name="karier_penjelasan_kirim"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The answer as the person reads it."""
        if not self.has_view_permission(request):
            raise Http404
        penjelasan = self.get_object(request, object_id)
        if request.method == "POST":
            return HttpResponse(status=403)
        self.catat_baca(request, penjelasan)
        isi = {
            **self.admin_site.each_context(request),
            "title": str(penjelasan),
            "penjelasan": penjelasan,
            "dibaca": self.dibaca(penjelasan),
            "remah": [("Penjelasan", reverse("admin:karier_penjelasan_changelist")), (str(penjelasan), "")],
        }
        return TemplateResponse(request, "admin/karier/penjelasan.html", isi)

    def kirim(self, request: HttpRequest, run_id: int, pegawai_id: int) -> HttpResponse:
        """The reason, already chosen, and the answer below it; one press sends it."""
        run = RunEvaluasi.objects.dikelola(request.user).filter(pk=run_id).first()
        semua = Pegawai.objects.dikelola(request.user).select_related("instansi", "unit")
        orang = semua.filter(pk=pegawai_id, instansi_id=run.instansi_id).first() if run else None
        if run is None or orang is None:
            raise Http404
        balik = reverse("admin:karier_runevaluasi_orang", args=[run.pk, orang.pk])
        try:
            jawaban = Jawaban(run, orang)
        except TidakDitemukan as salah:
            raise Http404 from salah
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse("admin:karier_runevaluasi_change", args=[run.pk]))
        form = FormPenjelasan(dikirim(request), pilihan=jawaban.pilihan)
        if request.method == "POST" and form.is_valid():
            penjelasan = self._kirim(request, run, orang, form)
            if penjelasan is not None:
                return HttpResponseRedirect(reverse("admin:karier_penjelasan_change", args=[penjelasan.pk]))
        isi = {
            **self.admin_site.each_context(request),
            "title": "Jelaskan ke pegawai",
            "orang": orang,
            "jawab": jawaban.isi,
            "form": form,
            "url_balik": balik,
            "terkirim": self._terkirim(orang),
            "remah": [(orang.nama_gelar, balik), ("Jelaskan", "")],
        }
        self.catat_baca(request, Penjelasan(pegawai=orang))
        return TemplateResponse(request, "admin/karier/penjelasan_kirim.html", isi)

    def _kirim(
        self, request: HttpRequest, run: RunEvaluasi, orang: Pegawai, form: FormPenjelasan
    ) -> Penjelasan | None:
        try:
            penjelasan = send_explanation(
                run=run,
                pegawai=orang,
                alasan=AlasanPenjelasan(form.cleaned_data["alasan"]),
                catatan=form.cleaned_data["catatan"],
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return None
        messages.success(request, f"Penjelasan terkirim. {orang.nama_gelar} membacanya di Beranda.")
        return penjelasan

    def _terkirim(self, orang: Pegawai) -> list[dict[str, str]]:
        return [
            {
                "teks": p.isi["alasan"],
                "url": reverse("admin:karier_penjelasan_change", args=[p.pk]),
                "ket": f"{kata.waktu(timezone.localtime(p.pada))} oleh {p.oleh}. {self.dibaca(p)}.",
            }
            for p in Penjelasan.objects.filter(pegawai=orang).select_related("oleh").order_by("-pk")[:5]
        ]


daftarkan_menu(
    "Karier", "Penjelasan", "admin:karier_penjelasan_changelist", boleh=lambda w: w.mengelola, urutan=61
)
