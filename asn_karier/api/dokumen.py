"""Documentation for programmers, without JavaScript; only the Swagger page needs it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from rest_framework.throttling import BaseThrottle

from asn_karier.api.skema import openapi
from asn_karier.lib.api import KODE
from asn_karier.lib.errors import DomainError
from pegawai.enums import CakupanApi
from pegawai.kamus import LABEL
from pegawai.models import Instansi, UnitKerja
from pegawai.reports.kode import tabel_kode
from pegawai.services.klien import MASA_RAHASIA_LAMA, MASA_UJI_COBA, create_sandbox_key
from pegawai.services.laju import take_turn

#: New keys: from one address in an hour, and in a day altogether.
PER_JAM, PER_HARI = 10, 500
MENU: Final = (
    ("api_dokumen", "Mulai dalam 5 menit"),
    ("api_dokumen_panduan", "Panduan"),
    ("api_dokumen_rujukan", "Rujukan"),
    ("api_dokumen_kode", "Kamus kode"),
    ("api_dokumen_galat", "Kode galat"),
    ("api_dokumen_perubahan", "Catatan perubahan"),
)


def _halaman(request: HttpRequest, nama: str, status: int = 200, **isi: Any) -> HttpResponse:
    konteks = {
        "halaman": MENU,
        "kini": request.resolver_match.view_name if request.resolver_match else "",
        "alamat": request.build_absolute_uri("/api/v1"),
        "ada_uji_coba": Instansi.objects.filter(uji_coba=True).exists(),
        **isi,
    }
    return render(request, f"dokumen/{nama}.html", konteks, status=status)


@login_not_required
@require_GET
def mulai(request: HttpRequest) -> HttpResponse:
    """Key, token, first question, answer."""
    return _halaman(request, "mulai", hari=MASA_UJI_COBA.days)


@login_not_required
@require_http_methods(["GET", "POST"])
def kunci(request: HttpRequest) -> HttpResponse:
    """A key for fictional data, shown once."""
    if request.method != "POST":
        return _halaman(request, "kunci", hari=MASA_UJI_COBA.days)
    kini, alamat = timezone.now(), str(BaseThrottle().get_ident(request))  # type: ignore[arg-type]
    try:
        take_turn(siapa=f"kunci:{alamat}", batas=PER_JAM, jendela=timedelta(hours=1), at=kini)
        take_turn(siapa="kunci", batas=PER_HARI, jendela=timedelta(days=1), at=kini)
        baru = create_sandbox_key(at=kini)
    except DomainError as salah:
        status = KODE[salah.kode].status if salah.kode in KODE else 409
        return _halaman(request, "kunci", status, galat=salah, hari=MASA_UJI_COBA.days)
    unit = UnitKerja.objects.filter(instansi=baru.klien.instansi).order_by("jalur")[1:2]
    return _halaman(request, "kunci", baru=baru, unit=next(iter(unit), None), hari=MASA_UJI_COBA.days)


@login_not_required
@require_GET
def panduan(request: HttpRequest) -> HttpResponse:
    """How to sign in, page, follow changes, and what to do about refusals."""
    cakupan = [(c.value, LABEL[CakupanApi][c]) for c in CakupanApi]
    return _halaman(request, "panduan", cakupan=cakupan, hari_rahasia=MASA_RAHASIA_LAMA.days)


@login_not_required
@require_GET
def rujukan(request: HttpRequest) -> HttpResponse:
    """Every address with what it takes, from the OpenAPI document itself."""
    kelompok: dict[str, list[dict[str, Any]]] = {}
    for alamat, metode in openapi()["paths"].items():
        for nama, operasi in metode.items():
            baris = {"metode": nama.upper(), "alamat": alamat, **operasi, "cakupan": _cakupan(operasi)}
            kelompok.setdefault(operasi["tags"][0], []).append(baris)
    return _halaman(request, "rujukan", kelompok=sorted(kelompok.items()))


def _cakupan(operasi: dict[str, Any]) -> list[str]:
    return [c for aman in operasi.get("security", []) for c in aman.get("Klien", [])]


@login_not_required
@require_GET
def kamus_kode(request: HttpRequest) -> HttpResponse:
    """Stable codes with the ids of SIASN."""
    tabel = [(nama, t.judul, t.baris()) for nama, t in tabel_kode().items()]
    return _halaman(request, "kode", tabel=tabel)


@login_not_required
@require_GET
def kode_galat(request: HttpRequest) -> HttpResponse:
    """Every code of a refusal: what it means and what to do."""
    return _halaman(request, "galat", kode=sorted(KODE.items(), key=lambda k: (k[1].status, k[0])))


@login_not_required
@require_GET
def catatan(request: HttpRequest) -> HttpResponse:
    """What changed in the API, and until when something old is kept."""
    return _halaman(request, "catatan")


@login_not_required
@require_GET
def swagger(request: HttpRequest) -> HttpResponse:
    """Swagger UI from our own disk."""
    return _halaman(request, "swagger")
