"""Acting on differences: the confirm page with its number, then one call of the service."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan
from pegawai.admin.selisih_isi import read_filter, skipped_text
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor
from pegawai.reports.selisih import count_by, pick_differences
from pegawai.services.selisih_tindakan import TERBANYAK, propose_to_bkn, use_siasn, withdraw_proposal

#: The acts: what may be done to which part, and the words of the confirm page.
TINDAKAN: Final = {
    "pakai": (
        (StatusBaris.BERUBAH, StatusBaris.MENUNGGU_BKN),
        "Pakai data SIASN untuk {n} selisih?",
        "Data di sini diganti dengan data SIASN, dan penggantian itu tercatat atas nama Anda.",
        "Ya, pakai data SIASN",
    ),
    "usul": (
        (StatusBaris.BERUBAH,),
        "Catat {n} usul perbaikan ke BKN?",
        "Data di sini tetap. Selisih ini ditandai Menunggu BKN, dan daftarnya dapat diunduh untuk dikirim.",
        "Ya, catat usul perbaikan",
    ),
    "urungkan": (
        (StatusBaris.MENUNGGU_BKN,),
        "Urungkan {n} catatan usul?",
        "Selisih ini kembali ke Belum ditangani.",
        "Ya, urungkan",
    ),
}


class HalamanTindak:
    """Mixed into the admin of comparisons."""

    admin_site: Any
    get_object: Any

    def tindak(self, request: HttpRequest, pk: int, apa: str) -> HttpResponse:
        """The confirm page with the number, and after its press one call of the service."""
        impor = self.get_object(request, str(pk))
        if apa not in TINDAKAN:
            raise Http404
        balik = _back(request, impor)
        if request.method != "POST":
            return HttpResponseRedirect(balik)
        ids = self._chosen(request, impor, apa)
        if not ids:
            messages.error(request, "Belum ada selisih yang dipilih, atau semuanya sudah ditangani.")
            return HttpResponseRedirect(balik)
        sejak = _read_moment(request.POST.get("sejak", ""))
        if request.POST.get("yakin") != "1" or sejak is None:
            return self._pastikan(request, impor, apa, ids, balik, sejak or timezone.now())
        try:
            self._lakukan(request, impor, apa, ids, sejak)
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        return HttpResponseRedirect(balik)

    def _chosen(self, request: HttpRequest, impor: Impor, apa: str) -> list[int]:
        """Ids that can still be acted on: those ticked, or all that the filter holds (up to TERBANYAK)."""
        baris = impor.baris.filter(status__in=TINDAKAN[apa][0]).exclude(pegawai=None)
        if request.POST.get("semua") == "1":
            tersaring = pick_differences(impor, read_filter(request)).values("pk")
            return list(
                baris.filter(pk__in=tersaring).order_by("pk").values_list("pk", flat=True)[:TERBANYAK]
            )
        dipilih = {
            n for teks in request.POST.getlist("baris")[:TERBANYAK] if (n := bilangan(teks)) is not None
        }
        return list(baris.filter(pk__in=dipilih).order_by("pk").values_list("pk", flat=True))

    def _pastikan(
        self, request: HttpRequest, impor: Impor, apa: str, ids: list[int], balik: str, sejak: datetime
    ) -> HttpResponse:
        _, judul, kalimat, teks = TINDAKAN[apa]
        pilih: Any = BarisImpor.objects.filter(pk__in=ids)
        orang = pilih.order_by().values("pegawai").distinct().count()
        isi = {
            **self.admin_site.each_context(request),
            "title": "Selisih dengan SIASN",
            "judul": judul.format(n=kata.bilangan(len(ids))),
            "kalimat": kalimat,
            "teks": teks,
            "orang": orang,
            "per_data": list(count_by(pilih, "lembar").items()),
            # All of a filter is chosen by its filter again: thousands of inputs are no form.
            "ids": [] if request.POST.get("semua") == "1" else ids,
            "semua": request.POST.get("semua") == "1",
            "saringan": [*_filter_items(request), ("sejak", sejak.isoformat())],
            "url_balik": balik,
            "remah": [*remah(), (impor.nama_berkas, balik), ("Pastikan", "")],
        }
        return TemplateResponse(request, "admin/pegawai/selisih_pastikan.html", isi)

    def _lakukan(self, request: HttpRequest, impor: Impor, apa: str, ids: list[int], sejak: datetime) -> None:
        isi: dict[str, Any] = {
            "impor_id": impor.pk, "baris_ids": ids, "actor": request.user, "at": timezone.now(),
        }  # fmt: skip
        if apa == "pakai":
            hasil = use_siasn(sejak=sejak, **isi)
            sama = f" {hasil.sudah_sama} sudah sama." if hasil.sudah_sama else ""
            messages.success(request, f"{kata.bilangan(hasil.dipakai)} selisih memakai data SIASN.{sama}")
            if hasil.dilewati:
                messages.warning(request, skipped_text(hasil.dilewati))
        elif apa == "usul":
            messages.success(request, f"{kata.bilangan(propose_to_bkn(**isi))} usul perbaikan dicatat.")
        else:
            messages.success(request, f"{kata.bilangan(withdraw_proposal(**isi))} catatan diurungkan.")


def remah() -> list[tuple[str, str]]:
    """The way to the comparisons."""
    return [("Selisih dengan SIASN", reverse("admin:pegawai_pencocokan_changelist"))]


def comparison_url(pk: int) -> str:
    return reverse("admin:pegawai_pencocokan_change", args=[pk])


def _read_moment(teks: str) -> datetime | None:
    """When the list was read; None for what is no moment."""
    try:
        saat = datetime.fromisoformat(teks)
    except ValueError:
        return None
    return saat if saat.tzinfo is not None else None


def _filter_items(request: HttpRequest) -> list[tuple[str, str]]:
    isi = [(nama, request.POST.get(nama, "")) for nama in ("bagian", "data", "unit")]
    return [(nama, nilai) for nama, nilai in isi if nilai]


def _back(request: HttpRequest, impor: Impor) -> str:
    """The list as it was filtered."""
    sandi = QueryDict(mutable=True)
    sandi.update(dict(_filter_items(request)))
    return f"{comparison_url(impor.pk)}?{sandi.urlencode()}" if sandi else comparison_url(impor.pk)
