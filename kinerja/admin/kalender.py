"""The calendar of cycles by month, and making the cycles of a year in one go."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim, wewenang
from kinerja.forms.siklus import FormTahun
from kinerja.services.kalender import Acara, calendar_of, create_year, periodic_plan
from pegawai.models import Instansi


class HalamanKalender:
    """Mixed into the admin of cycles."""

    admin_site: Any

    def url_kalender(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("kalender/", lindungi(self.kalender), name="kinerja_siklus_kalender"),
            path("kalender/setahun/", lindungi(self.setahun), name="kinerja_siklus_setahun"),
        ]

    def kalender(self, request: HttpRequest) -> HttpResponse:
        """What happens when, month by month."""
        semua = Instansi.objects.visible_to(request.user).order_by("pk")
        if not wewenang(request).instansi_penuh:
            raise Http404
        nomor = bilangan(request.GET.get("instansi"))
        instansi = (semua.filter(pk=nomor) if nomor is not None else semua).first()
        tahun = _tahun(request)
        acara = calendar_of(instansi, tahun) if instansi else []
        hari_ini = timezone.localdate()
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Kalender siklus {tahun}",
            "instansi": instansi,
            "pilihan": list(semua[:20]),
            "tahun": tahun,
            "remah": [("Siklus penilaian", _daftar()), ("Kalender", "")],
            "bulan": [
                {"nama": kata.bulan_tahun(awal), "acara": [_baris(a, hari_ini) for a in isi_bulan]}
                for awal, isi_bulan in _per_bulan(acara)
            ],
            "url_setahun": reverse("admin:kinerja_siklus_setahun") if wewenang(request).mengelola else "",
        }
        return TemplateResponse(request, "admin/kinerja/kalender.html", isi)

    def setahun(self, request: HttpRequest) -> HttpResponse:
        """All periodic cycles of a year and the yearly one; those that exist stay."""
        if not (wewenang(request).mengelola and wewenang(request).instansi_penuh):
            raise Http404
        hari = timezone.localdate()
        form = FormTahun(dikirim(request), pengguna=request.user, hari=hari)
        if request.method == "POST" and form.is_valid():
            try:
                dibuat = create_year(actor=request.user, at=timezone.now(), **form.cleaned_data)
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                _laporkan(request, len(dibuat))
                isi = form.cleaned_data
                kalender = reverse("admin:kinerja_siklus_kalender")
                return HttpResponseRedirect(f"{kalender}?tahun={isi['tahun']}&instansi={isi['instansi'].pk}")
        instansi = Instansi.objects.dikelola(request.user).order_by("pk").first()
        rencana = periodic_plan(instansi, hari.year) if instansi else []
        konteks = {
            **self.admin_site.each_context(request),
            "title": "Siapkan siklus setahun",
            "remah": [("Siklus penilaian", _daftar()), ("Siapkan siklus setahun", "")],
            "form": form,
            "rencana": rencana,
            "baru": sum(not c.ada for c in rencana),
            "url_balik": reverse("admin:kinerja_siklus_kalender"),
        }
        return TemplateResponse(request, "admin/kinerja/setahun.html", konteks)


def _tahun(request: HttpRequest) -> int:
    tahun = bilangan(request.GET.get("tahun"), bawaan=None)
    return tahun if tahun is not None and 2000 <= tahun <= 2100 else timezone.localdate().year


def _per_bulan(acara: list[Acara]) -> Any:
    for awal, isi in groupby(acara, key=lambda a: a.hari.replace(day=1)):
        yield awal, list(isi)


def _baris(a: Acara, hari_ini: Any) -> dict[str, Any]:
    return {
        "hari": kata.tanggal(a.hari),
        "teks": a.teks,
        "siklus": a.siklus.nama,
        "url": reverse("admin:kinerja_sikluspenilaian_change", args=[a.siklus.pk]),
        "tanda": "Terlaksana" if a.terlaksana else ("Sudah lewat" if a.hari < hari_ini else ""),
    }


def _laporkan(request: HttpRequest, banyak: int) -> None:
    if banyak:
        messages.success(request, f"{banyak} siklus disiapkan. Buka satu per satu saat waktunya tiba.")
    else:
        messages.info(request, "Semua siklus tahun itu sudah ada.")


def _daftar() -> str:
    return reverse("admin:kinerja_sikluspenilaian_changelist")


daftarkan_menu(
    "Kinerja",
    "Kalender siklus",
    "admin:kinerja_siklus_kalender",
    boleh=lambda w: w.instansi_penuh,
    urutan=11,
)
