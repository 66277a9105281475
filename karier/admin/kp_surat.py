"""The letter of a batch: what came of it, its papers, its number, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.export import unduhan
from asn_karier.lib.pdf import unduhan_pdf
from asn_karier.lib.views import dikirim, wewenang
from karier.admin.kp_bulan import boleh_bersama, bulan_dari, url_bulan
from karier.forms.kp import FormSurat, FormUrungkan
from karier.models import SuratPengantar
from karier.services.berkas_kp import (
    berkas_zip,
    nominatif,
    nominatif_pdf,
    nominatif_tabel,
    surat_pdf,
)
from karier.services.surat import (
    IsianSurat,
    anggota_surat,
    baca_surat,
    buat_surat,
    isi_surat,
    tandai_diunduh,
    urungkan_surat,
)
from pegawai.models import PejabatPenandaTangan

BENTUK: Final = {
    "zip": "Unduh berkas usul",
    "surat": "Surat pengantar (PDF)",
    "nominatif-pdf": "Nominatif (PDF)",
    "nominatif-xlsx": "Nominatif (XLSX)",
}


class HalamanSurat:
    """Mixed into the page of the month."""

    admin_site: Any

    def kp_surat_baru(self, request: HttpRequest) -> HttpResponse:
        """POST only: a letter for proposals that were decided one by one."""
        bulan, _ = bulan_dari(request)
        if not boleh_bersama(request):
            raise Http404
        tujuan = url_bulan(bulan.instansi.pk, bulan.periode.tmt, "diusulkan")
        kunci = request.POST.get("kunci", "")[:64]
        if request.method != "POST" or not kunci:
            return HttpResponseRedirect(tujuan)
        try:
            surat = buat_surat(bulan=bulan, kunci=kunci, actor=request.user, at=timezone.now())
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(tujuan)
        return HttpResponseRedirect(reverse("admin:karier_kp_surat", args=[surat.pk]))

    def kp_surat(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The result of a batch, and the form of its letter."""
        surat = _surat(request, pk)
        form = FormSurat(dikirim(request), request.FILES or None, initial=_awal(surat), surat=surat)
        if request.method == "POST" and form.is_valid() and _simpan(request, surat, form):
            messages.success(request, "Surat pengantar disimpan.")
            return HttpResponseRedirect(reverse("admin:karier_kp_surat", args=[pk]))
        jumlah = anggota_surat(surat).count()
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"{jumlah} pegawai ditetapkan sebagai usulan",
            "remah": _remah(surat, ("Surat pengantar", "")),
            "surat": surat,
            "jumlah": jumlah,
            "tmt": kata.tanggal(surat.periode),
            "dibuat": kata.waktu(timezone.localtime(surat.dibuat_pada)),
            "diunduh": kata.waktu(timezone.localtime(surat.diunduh_final_pada))
            if surat.diunduh_final_pada
            else "",
            "unduh": [
                {"teks": teks, "url": reverse("admin:karier_kp_unduh", args=[pk, bentuk])}
                for bentuk, teks in BENTUK.items()
            ],
            "form": form,
            "dapat_diubah": not (surat.diunduh_final_pada or surat.diurungkan_pada),
            "url_daftar": url_bulan(surat.instansi_id, surat.periode, "diusulkan"),
        }
        return TemplateResponse(request, "admin/karier/kp_surat.html", konteks)

    def kp_unduh(self, request: HttpRequest, pk: int, bentuk: str) -> HttpResponseBase:
        """POST: the first download of the final papers is an act, it ends the undo."""
        surat = _surat(request, pk)
        if bentuk not in BENTUK:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if surat.diurungkan_pada:
            messages.error(request, "Surat pengantar ini sudah diurungkan.")
            return HttpResponseRedirect(reverse("admin:karier_kp_surat", args=[pk]))
        try:
            jawaban = _BERKAS[bentuk](surat, request.user)
            tandai_diunduh(surat=surat, actor=request.user, at=timezone.now())
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse("admin:karier_kp_surat", args=[pk]))
        return jawaban

    def kp_urungkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The confirm page of taking a whole batch back, and the act."""
        surat = _surat(request, pk)
        form = FormUrungkan(dikirim(request), initial={"versi": surat.versi})
        if request.method == "POST" and form.is_valid():
            try:
                n = urungkan_surat(surat_id=pk, actor=request.user, at=timezone.now(), **form.cleaned_data)
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(
                    request, f"Usul {n} pegawai diurungkan. Keputusan sebelumnya tetap tercatat."
                )
                return HttpResponseRedirect(url_bulan(surat.instansi_id, surat.periode))
        judul = f"Urungkan usul {anggota_surat(surat).count()} pegawai?"
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": _remah(surat, ("Urungkan", "")),
            "kalimat": "Rekomendasinya kembali menunggu keputusan, atau gugur bila waktu pengusulannya sudah "
            "ditutup. Keputusan sebelumnya tetap tercatat.",
            "teks": "Ya, urungkan semuanya",
            "bahaya": True,
            "form": form,
            "url_balik": reverse("admin:karier_kp_surat", args=[pk]),
        }
        return TemplateResponse(request, "admin/karier/kp_tanya.html", konteks)


def _surat(request: HttpRequest, pk: int) -> SuratPengantar:
    if not wewenang(request).mengelola:
        raise Http404
    try:
        return baca_surat(pk, request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _awal(surat: SuratPengantar) -> dict[str, Any]:
    """What stands there; who signs today is offered to a letter that names nobody yet."""
    awal = {nama: getattr(surat, nama) for nama in (*IsianSurat.__slots__, "versi")}
    if not surat.penanda_tangan:
        pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=surat.instansi_id)
        awal["pejabat"] = pejabat.pada(timezone.localdate()).first()
    return awal


def _simpan(request: HttpRequest, surat: SuratPengantar, form: FormSurat) -> bool:
    isi = dict(form.cleaned_data)
    berkas, versi = isi.pop("berkas"), isi.pop("versi")
    try:
        isi_surat(
            surat_id=surat.pk,
            isian=IsianSurat(**isi),
            berkas=berkas,
            versi=versi,
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        medan = "pejabat" if salah.kode == "penanda_tangan_tidak_berlaku" else None
        form.add_error(medan, salah.kalimat)
        return False
    return True


def _nama(surat: SuratPengantar, apa: str) -> str:
    return f"{apa}-{surat.periode:%Y-%m}{'' if surat.final else '-KONSEP'}"


def _zip(surat: SuratPengantar, pengguna: Any) -> HttpResponse:
    jawaban = HttpResponse(berkas_zip(surat, pengguna), content_type="application/zip")
    jawaban["Content-Disposition"] = f'attachment; filename="{_nama(surat, "berkas-usul")}.zip"'
    return jawaban


_BERKAS: Final[dict[str, Callable[[SuratPengantar, Any], HttpResponseBase]]] = {
    "zip": _zip,
    "surat": lambda s, _: unduhan_pdf(_nama(s, "surat-pengantar"), surat_pdf(s, nominatif(s))),
    "nominatif-pdf": lambda s, _: unduhan_pdf(_nama(s, "nominatif"), nominatif_pdf(s, nominatif(s))),
    "nominatif-xlsx": lambda s, p: unduhan(nominatif_tabel(s, nominatif(s), p), "xlsx"),
}


def _remah(surat: SuratPengantar, *akhir: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Kenaikan pangkat (periode)", url_bulan(surat.instansi_id, surat.periode)), *akhir]
