"""Slips for a whole unit: choose it, see who is left out and why, print."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.pdf import qr_svg, render_pdf, unduhan_pdf
from asn_karier.lib.views import bilangan, daftarkan_menu, wewenang
from pegawai.models import UnitKerja
from pegawai.rules.kode_sekali import tulis
from pegawai.services.aktivasi import (
    PALING_BANYAK,
    SEBAB,
    Rencana,
    Slip,
    helped_unit,
    plan_activation,
    print_slips,
)

NAMA_URL = "pegawai_pegawai_aktivasi"


def url_aktivasi(situs: AdminSite) -> list[URLPattern]:
    """The page, below the list of people."""
    return [path("aktivasi/", situs.admin_view(never_cache(partial(aktivasi, situs=situs))), name=NAMA_URL)]


def aktivasi(request: HttpRequest, situs: AdminSite) -> HttpResponse:
    """GET chooses a unit and shows what would happen; POST prints, and the codes are nowhere else."""
    if not wewenang(request).membantu:
        raise PermissionDenied("Halaman ini untuk pengelola kepegawaian dan operator unit.")
    unit = _unit(request)
    if request.method == "POST" and unit is not None:
        return _cetak(request, unit)
    isi = {**situs.each_context(request), "title": "Aktivasi akun", **_isi(request, unit)}
    return TemplateResponse(request, "admin/pegawai/aktivasi.html", isi)


def _unit(request: HttpRequest) -> UnitKerja | None:
    teks = request.POST.get("unit") or request.GET.get("unit")
    if not teks:
        return None
    pelaku: Any = request.user
    try:
        return helped_unit(pk=bilangan(teks, bawaan=0) or 0, actor=pelaku)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah


def _isi(request: HttpRequest, unit: UnitKerja | None) -> dict[str, Any]:
    pelaku: Any = request.user
    dibantu = UnitKerja.objects.dibantu(pelaku)
    if unit is None:
        anak = dibantu.exclude(induk__in=dibantu.order_by().values("pk"))
        return {"unit": None, "anak": _tautan(anak)}
    ulang = "ulang" in request.GET
    induk = unit.induk_id if unit.induk_id and dibantu.filter(pk=unit.induk_id).exists() else None
    bingkai = {
        "unit": unit,
        "anak": _tautan(dibantu.filter(induk=unit)),
        "url_balik": f"?unit={induk}" if induk else reverse(f"admin:{NAMA_URL}"),
    }
    try:
        rencana = plan_activation(unit=unit, actor=pelaku, at=timezone.now(), ulang=ulang)
    except DomainError as salah:
        return {**bingkai, "halangan": salah.kalimat}
    return {
        **bingkai,
        "rencana": rencana,
        "dilewati": [(SEBAB[k], n) for k, n in sorted(rencana.dilewati.items())],
        "ubin": _ubin(rencana),
        "sisa": max(0, len(rencana.orang) - PALING_BANYAK),
        "ulang": ulang,
        "cetakan": uuid4(),
    }


def _tautan(unit: Any) -> list[dict[str, Any]]:
    return [{"nama": u.nama, "url": f"?unit={u.pk}"} for u in unit.order_by("instansi", "jalur").only("nama")]


def _ubin(r: Rencana) -> list[dict[str, Any]]:
    return [
        {"teks": "belum punya akun, akunnya dibuat", "jumlah": r.tanpa_akun, "kelas": "jalan"},
        {"teks": "punya akun yang belum dipakai", "jumlah": r.belum_dipakai, "kelas": "perlu"},
        {"teks": "sudah memegang slip yang berlaku", "jumlah": r.berkode, "kelas": ""},
        {"teks": "sudah memakai akunnya", "jumlah": r.sudah_dipakai, "kelas": "ok"},
        {"teks": "dilewati", "jumlah": r.dilewati.total(), "kelas": "salah" if r.dilewati else ""},
    ]


def _cetak(request: HttpRequest, unit: UnitKerja) -> HttpResponse:
    pelaku: Any = request.user
    saat = timezone.now()
    try:
        slip = print_slips(
            unit=unit,
            actor=pelaku,
            at=saat,
            ulang="ulang" in request.POST,
            cetakan=_cetakan(request.POST.get("cetakan", "")),
        )
    except DomainError as salah:
        messages.warning(request, salah.kalimat)
        return HttpResponseRedirect(f"{request.path}?unit={unit.pk}")
    return unduhan_pdf(f"slip-aktivasi-{unit.pk}", _lembar(request, unit, slip, saat))


def _cetakan(teks: str) -> UUID | None:
    try:
        return UUID(teks)
    except ValueError:
        return None


def _lembar(request: HttpRequest, unit: UnitKerja, slip: list[Slip], saat: datetime) -> bytes:
    alamat = request.build_absolute_uri(reverse("pegawai:aktivasi"))
    zona = ZoneInfo(unit.instansi.zona_waktu)
    sampai = kata.tanggal(timezone.localtime(slip[0].berlaku_sampai, zona))
    isi = {
        "judul": f"Slip aktivasi akun {unit.nama}",
        "alamat": alamat.removeprefix("https://").removeprefix("http://"),
        "qr": qr_svg(alamat),
        "sampai": sampai,
        "kaki": f"{unit.nama}. Dicetak {kata.waktu(timezone.localtime(saat, zona))} oleh {request.user}.",
        "slip": [{"nama": s.nama, "nip": s.nip, "unit": s.unit, "kode": tulis(s.kode)} for s in slip],
    }
    return render_pdf("aktivasi", isi)


daftarkan_menu("Pegawai", "Aktivasi akun", f"admin:{NAMA_URL}", boleh=lambda w: w.membantu, urutan=60)
