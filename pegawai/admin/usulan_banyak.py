"""Several simple requests accepted at once: after a page that names every one of them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, wewenang
from pegawai.models import UsulanPerubahan
from pegawai.services.usulan_baca import is_simple, terbaca
from pegawai.services.usulan_putus import terima_usulan


class FormTindakan(ActionForm):
    """The stock list of actions, with a name for who does not see where it stands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].widget.attrs["aria-label"] = "Tindakan untuk yang dipilih"


class TerimaBanyak:
    """Mixed into the admin of requests: the action of its list."""

    admin_site: Any
    dikelola: Any
    tentang_diri: Any
    catat_daftar: Any
    action_form = FormTindakan

    def get_actions(self, request: HttpRequest) -> Any:
        """Operators read the list; they decide nothing."""
        return super().get_actions(request) if wewenang(request).mengelola else {}  # type: ignore[misc]

    @admin.action(description="Terima yang dipilih")
    def terima_banyak(self, request: HttpRequest, queryset: QuerySet[UsulanPerubahan]) -> HttpResponse | None:
        """The first post shows what would change; the second, from that page, does it one by one."""
        dipilih = list(queryset.select_related("pegawai", "pegawai__instansi", "oleh"))
        bisa = [u for u in dipilih if self._sederhana(request, u)]
        if "ya" in request.POST:
            self._terima(request, bisa)
            return HttpResponseRedirect(request.get_full_path())
        self.catat_daftar(request, dipilih)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Terima {len(bisa)} usul?",
            "bisa": [(u, terbaca(u, u.pegawai)) for u in bisa],
            "satu_satu": [u for u in dipilih if u not in bisa],
            "url_balik": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/pegawai/usulan_banyak.html", isi)

    def _sederhana(self, request: HttpRequest, u: UsulanPerubahan) -> bool:
        return is_simple(u) and self.dikelola(request, u) and not self.tentang_diri(request, u)

    def _terima(self, request: HttpRequest, bisa: list[UsulanPerubahan]) -> None:
        """Each in its own transaction: one that changed meanwhile does not hold back the others."""
        diterima = 0
        for u in bisa:
            try:
                terima_usulan(
                    usulan_id=u.pk,
                    versi=bilangan(request.POST.get(f"versi_{u.pk}"), bawaan=0) or 0,
                    catatan="",
                    actor=request.user,
                    at=timezone.now(),
                    kanal=KANAL,
                )
                diterima += 1
            except DomainError as salah:
                messages.error(request, f"Usul nomor {u.pk}: {salah.kalimat}")
        if diterima:
            messages.success(request, f"{diterima} usul diterima.")
