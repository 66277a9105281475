"""The site of the HR door: who comes in, what stands on every page, suggestions while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from asn_karier.lib.views import antrean, menu, tugas_latar, url_cari, wewenang

if TYPE_CHECKING:
    from asn_karier.lib.situs.pintu import AdminBerlingkup


class SaranJson(AutocompleteJsonView):
    """Suggestions while typing, in the very words that the field understands; people in them are logged."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.disarankan: list[models.Model] = []
        jawaban = super().get(request, *args, **kwargs)
        cast("AdminBerlingkup", self.model_admin).catat_daftar(request, self.disarankan)
        return jawaban

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        self.disarankan.append(obj)
        pengelola: Any = self.model_admin
        teks: str = pengelola.teks_pilihan(obj)
        return {"id": str(obj.pk), "text": teks}


class KarierAdminSite(admin.AdminSite):
    """Staff with an active role only; signing in happens on the one sign-in page of the portal."""

    site_header = "Karier ASN"
    site_title = "Karier ASN"
    index_title = "Meja Kerja"
    enable_nav_sidebar = False  # the sidebar is ours (templates/admin/nav_sidebar.html), without JavaScript
    empty_value_display = "–"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # Nothing here may be deleted by the dozen without a reason.
        self.disable_action("delete_selected")

    def has_permission(self, request: HttpRequest) -> bool:
        return wewenang(request).masuk

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send strangers to the sign-in page; refuse those who signed in without a role."""
        tujuan = self._tujuan(request)
        if not request.user.is_authenticated:
            return redirect_to_login(tujuan, str(settings.LOGIN_URL))
        if self.has_permission(request):
            return HttpResponseRedirect(tujuan)
        raise PermissionDenied("Halaman ini untuk pengelola kepegawaian yang perannya sedang berlaku.")

    def _tujuan(self, request: HttpRequest) -> str:
        tujuan = request.GET.get(REDIRECT_FIELD_NAME, "")
        aman = url_has_allowed_host_and_scheme(
            tujuan, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        return tujuan if aman else reverse(f"{self.name}:index")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return LogoutView.as_view(next_page="/")(request)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("account_change_password")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What base_site.html and the sidebar show on every page."""
        hak = wewenang(request)
        baris = menu(request)
        return {
            **super().each_context(request),
            "menu_admin": baris,
            "menu_aktif": next((b for grup in baris for b in grup["butir"] if b["aktif"]), None),
            "peran_teks": hak.peran_teks,
            "instansi_nama": hak.instansi_nama,
            # The portal is about one's own career: an account of the desk alone has nothing there.
            "url_portal": "/" if getattr(request.user, "pegawai_id", None) else "",
        }

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Of one app only: the sidebar is ours, and every model with its rights costs a tenth of a page."""
        return super().get_app_list(request, app_label) if app_label else []

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        jawaban: Any = SaranJson.as_view(admin_site=self)(request)
        return cast("HttpResponse", jawaban)

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """An address that only somebody who types it meets: the same worklist, not an empty one."""
        return self.index(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The worklist: every number is a link to a list with exactly that many rows."""
        isi = {
            "antrean": antrean(request),
            "tugas_latar": tugas_latar(request),
            "url_cari": url_cari(),
        }
        return super().index(request, {**isi, **(extra_context or {})})
