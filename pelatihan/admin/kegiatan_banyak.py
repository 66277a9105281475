"""Several reports accepted at once: after a page that names every one of them with what it would bring."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, wewenang
from pegawai.admin.usulan_banyak import FormTindakan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan_baca import dengan_relasi, expected, terbaca
from pelatihan.services.kegiatan_periksa import terima_kegiatan


class TerimaBanyakKegiatan:
    """Mixed into the admin of reports: the action of its list."""

    admin_site: Any
    catat_daftar: Any
    _boleh_putuskan: Any
    action_form = FormTindakan

    def get_actions(self, request: HttpRequest) -> Any:
        """Operators read what they entered; they decide nothing."""
        return super().get_actions(request) if wewenang(request).mengelola else {}  # type: ignore[misc]

    @admin.action(description="Terima yang dipilih")
    def terima_banyak(self, request: HttpRequest, queryset: QuerySet[KegiatanMandiri]) -> HttpResponse:
        """The first post shows what would be credited; the second, from that page, does it one by one."""
        dipilih = list(dengan_relasi(queryset))
        bisa = [k for k in dipilih if self._boleh_putuskan(request, k)]
        if "ya" in request.POST:
            self._terima(request, bisa)
            return HttpResponseRedirect(request.get_full_path())
        self.catat_daftar(request, dipilih)
        kini = timezone.now()
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Terima {len(bisa)} kegiatan?",
            "bisa": [
                {
                    "pegawai": k.pegawai,
                    "k": terbaca(k),
                    "perkiraan": expected(k, at=kini),
                    "url_bukti": reverse("admin:pelatihan_kegiatanmandiri_bukti", args=[k.pk, "bukti"]),
                }
                for k in bisa
            ],
            "lain": len(dipilih) - len(bisa),
            "url_balik": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/pelatihan/kegiatan_banyak.html", isi)

    def _terima(self, request: HttpRequest, bisa: list[KegiatanMandiri]) -> None:
        """Each in its own transaction: one that changed meanwhile does not hold back the others."""
        diterima = 0
        for k in bisa:
            try:
                terima_kegiatan(
                    kegiatan_id=k.pk,
                    versi=bilangan(request.POST.get(f"versi_{k.pk}"), bawaan=0) or 0,
                    actor=request.user,
                    at=timezone.now(),
                    kanal=KANAL,
                )
                diterima += 1
            except DomainError as salah:
                messages.error(request, f"{k.pegawai.nama_gelar}, {k.nama}: {salah.kalimat}")
        if diterima:
            messages.success(request, f"{diterima} kegiatan diterima.")
