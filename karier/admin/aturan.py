"""Aturan & parameter: the rule files by subject, what the instansi has set, and a way to set more.

Everybody at the desk reads the law; the settings are those of the instansi; only HR of a whole instansi
sets one.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.aturan import Berkas
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu
from karier.admin.aturan_atur import HalamanAtur
from karier.admin.aturan_uji import JUDUL, HalamanUji, boleh_atur, remah, url_uji
from karier.kamus.berkas_aturan import beda_berkas, nama_entri, teks_catatan
from karier.models import ParameterInstansi
from karier.services.aturan_terbaca import (
    baca_isi,
    baca_versi,
    cari_berkas,
    daftar_parameter,
    daftar_subjek,
    daftar_versi,
)
from karier.services.keadaan import last_run
from pegawai.models import Instansi


@admin.register(ParameterInstansi)
class ParameterAdmin(HalamanUji, HalamanAtur, AdminLihat):
    """The list of settings as they were made; the pages of the rule book hang here."""

    perlu_instansi_penuh = True
    list_display = ("nama", "nilai_teks", "berlaku_mulai", "dasar", "ditetapkan_oleh", "ditetapkan_pada")
    list_select_related = ("ditetapkan_oleh",)
    ordering = ("-ditetapkan_pada", "-pk")
    fields = (
        "instansi",
        "nama",
        "nilai_teks",
        "berlaku_mulai",
        "dasar",
        "ditetapkan_oleh",
        "ditetapkan_pada",
    )
    readonly_fields = fields

    @admin.display(description="parameter", ordering="entri")
    def nama(self, obj: ParameterInstansi) -> str:
        return nama_entri(obj.entri)

    @admin.display(description="nilai")
    def nilai_teks(self, obj: ParameterInstansi) -> str:
        return "Menurut peraturan" if obj.nilai is None else str(obj.nilai)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("aturan/", lindungi(self.aturan), name="karier_aturan"),
            path("aturan/<slug:kode>/<slug:mulai>/", lindungi(self.berkas), name="karier_aturan_berkas"),
            path(
                "aturan/<slug:kode>/<slug:lama>/<slug:baru>/",
                lindungi(self.banding),
                name="karier_aturan_banding",
            ),
            path("<int:instansi_id>/uji/", lindungi(self.uji), name="karier_aturan_uji"),
            path("<int:instansi_id>/atur/", lindungi(self.atur), name="karier_aturan_atur"),
            *super().get_urls(),
        ]

    # -- reading --------------------------------------------------------------------------------------

    def aturan(self, request: HttpRequest) -> HttpResponse:
        """Subjects with their versions, and the settings of one instansi of the reader."""
        per = timezone.localdate()
        instansi = _instansi(request)
        dikelola = instansi.pk if instansi and boleh_atur(request, instansi.pk) else None
        isi = {
            **self.admin_site.each_context(request),
            "title": JUDUL,
            "remah": [(JUDUL, "")],
            "subjek": daftar_subjek(per),
            "instansi": instansi,
            "pilihan_instansi": _pilihan(request, instansi),
            "parameter": daftar_parameter(instansi.pk, per) if instansi else [],
            "url_atur": reverse("admin:karier_aturan_atur", args=[dikelola]) if dikelola else "",
            "url_riwayat": reverse("admin:karier_parameterinstansi_changelist") if instansi else "",
            "url_uji": url_uji(dikelola) if dikelola else "",
        }
        return TemplateResponse(request, "admin/karier/aturan.html", isi)

    def berkas(self, request: HttpRequest, kode: str, mulai: str) -> HttpResponse:
        """One file, with an anchor per row."""
        berkas = _berkas(kode, mulai)
        per, instansi = timezone.localdate(), _instansi(request)
        setelan = daftar_parameter(instansi.pk, per) if instansi else []
        versi = baca_versi(berkas, per)
        uji = instansi is not None and boleh_atur(request, instansi.pk) and last_run(instansi.pk)
        isi = {
            **self.admin_site.each_context(request),
            "title": versi.judul,
            "remah": remah((versi.judul, "")),
            "berkas": versi,
            "catatan": teks_catatan(berkas.isi["catatan"]),
            "sidik": berkas.sha256,
            "tabel": baca_isi(berkas, setelan),
            "lain": _versi_lain(berkas),
            "url_uji": f"{url_uji(instansi.pk)}?versi={kode}@{mulai}" if instansi and uji else "",
        }
        return TemplateResponse(request, "admin/karier/aturan_berkas.html", isi)

    def banding(self, request: HttpRequest, kode: str, lama: str, baru: str) -> HttpResponse:
        """The rows in which two versions of one subject differ."""
        dua = _berkas(kode, lama), _berkas(kode, baru)
        per = timezone.localdate()
        sebelum, sesudah = (baca_versi(b, per) for b in dua)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Perubahan: {sesudah.judul}",
            "remah": remah((sesudah.judul, _url_berkas(kode, baru)), ("Perubahan", "")),
            "sebelum": sebelum,
            "sesudah": sesudah,
            "beda": beda_berkas(*dua),
            "url_sebelum": _url_berkas(kode, lama),
            "url_sesudah": _url_berkas(kode, baru),
        }
        return TemplateResponse(request, "admin/karier/aturan_banding.html", isi)


def _berkas(kode: str, mulai: str) -> Berkas:
    try:
        return cari_berkas(kode, mulai)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah


def _instansi(request: HttpRequest) -> Instansi | None:
    """The instansi asked for, else the first of the reader's; None for who has no role over a whole one."""
    boleh = Instansi.objects.visible_to(request.user)
    nomor = bilangan(request.GET.get("instansi"))
    instansi: Instansi | None = boleh.filter(pk=nomor).first() if nomor else boleh.first()
    if nomor and instansi is None:
        raise Http404
    return instansi


def _pilihan(request: HttpRequest, kini: Instansi | None) -> list[dict[str, Any]]:
    """The instansi of somebody who keeps several, as links; nothing for the others."""
    daftar = list(Instansi.objects.visible_to(request.user)[:50])
    if len(daftar) < 2:
        return []
    return [{"teks": i.nama, "url": f"?instansi={i.pk}", "aktif": i == kini} for i in daftar]


def _versi_lain(berkas: Berkas) -> list[dict[str, str]]:
    """The other versions of the subject, each with its comparison with this one."""
    ini = berkas.berlaku_mulai.isoformat()
    return [
        {
            "teks": v.mulai_teks,
            "url": _url_berkas(v.kode, v.mulai.isoformat()),
            "url_banding": reverse(
                "admin:karier_aturan_banding", args=[v.kode, *sorted((ini, v.mulai.isoformat()))]
            ),
        }
        for v in daftar_versi(berkas.kode, timezone.localdate())
        if v.mulai != berkas.berlaku_mulai
    ]


def _url_berkas(kode: str, mulai: str) -> str:
    return reverse("admin:karier_aturan_berkas", args=[kode, mulai])


daftarkan_menu("Pengaturan", JUDUL, "admin:karier_aturan", urutan=40)
