"""Saved views above the list of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import wewenang
from pegawai.models import TampilanTersimpan
from pegawai.services.tampilan import delete_tampilan, save_tampilan

DAFTAR: Final = "admin:pegawai_pegawai_changelist"
#: Of an address these say which page, not which people.
_BUKAN_SARINGAN: Final = ("p", "e", "all")


def urls(lindungi: Callable[..., Any]) -> list[URLPattern]:
    return [
        path("tampilan/", lindungi(require_POST(simpan)), name="pegawai_pegawai_tampilan"),
        path(
            "tampilan/<int:pk>/hapus/", lindungi(require_POST(hapus)), name="pegawai_pegawai_tampilan_hapus"
        ),
    ]


def isi_tampilan(request: HttpRequest) -> dict[str, Any]:
    """What the list shows of them; empty `saringan`: nothing to save."""
    url, kini = reverse(DAFTAR), saringan(request.GET)
    semua = TampilanTersimpan.objects.visible_to(request.user).order_by("nama", "pk")
    return {
        "tampilan": [
            {
                "nama": t.nama,
                "url": f"{url}?{t.saringan}",
                "aktif": t.saringan == kini,
                "url_hapus": reverse("admin:pegawai_pegawai_tampilan_hapus", args=[t.pk])
                if t.pemilik_id == request.user.pk
                else "",
            }
            for t in semua
        ],
        "saringan_kini": kini,
        "boleh_bagikan": wewenang(request).mengelola and wewenang(request).instansi_penuh,
        "url_simpan_tampilan": reverse("admin:pegawai_pegawai_tampilan"),
    }


def saringan(isi: QueryDict) -> str:
    """The part of an address that says which people, always spelled the same way."""
    baru = isi.copy()
    for nama in _BUKAN_SARINGAN:
        baru.pop(nama, None)
    return "&".join(sorted(s for s in baru.urlencode().split("&") if s))


def simpan(request: HttpRequest) -> HttpResponse:
    teks = saringan(QueryDict(request.POST.get("saringan", "")[:2000]))
    try:
        t = save_tampilan(
            nama=request.POST.get("nama", ""),
            saringan=teks,
            bagikan=request.POST.get("bagikan") == "1",
            actor=request.user,
        )
        messages.success(request, f"Tampilan «{t.nama}» disimpan.")
    except DomainError as salah:
        messages.error(request, salah.pesan)
    return HttpResponseRedirect(f"{reverse(DAFTAR)}?{teks}")


def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        nama = delete_tampilan(pk=pk, actor=request.user)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    messages.success(request, f"Tampilan «{nama}» dihapus.")
    return HttpResponseRedirect(reverse(DAFTAR))
