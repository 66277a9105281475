"""Targets of five years proposed from the gaps: shown with what finds no room, stored into the HCDP."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan
from karier.admin.kebutuhan_bersama import (
    HALAMAN,
    JUDUL,
    address,
    needs_for_plan,
    seen,
    seen_mark,
    tahun_dari,
    years_ahead,
)
from karier.services.kebutuhan_instansi import KebutuhanInstansi
from karier.services.usul_rencana import assumed_pagu, suggest_targets
from pegawai.models import Instansi
from pelatihan.rules.rencana import Sasaran
from pelatihan.services.hcdp import LAMA, Kunci, latest_hcdp, save_targets

#: More rupiah a year than any government has; a longer number is a slip of the hand.
TERBANYAK = 10**15


class HalamanSasaran:
    """A part of *Kebutuhan pengembangan*."""

    admin_site: Any

    def usul_sasaran(self, request: HttpRequest) -> HttpResponse:
        """`?tahun=` is the first year, `?pagu=` the rupiah of a year that the proposal may count on."""
        instansi, k = needs_for_plan(request)
        if k is None:
            return HttpResponseRedirect(address(HALAMAN, instansi))
        tahun = tahun_dari(request)
        pagu = _pagu(request, instansi, tahun)
        sasaran, sisa = suggest_targets(k, tahun_mulai=tahun, pagu=pagu)
        galat = ""
        if request.method == "POST":
            hcdp, galat = _save(request, instansi, tahun, k, sasaran)
            if hcdp is not None:
                messages.success(request, f"Sasaran disimpan ke {hcdp} sebagai draf.")
                return HttpResponseRedirect(reverse("admin:pelatihan_hcdp_change", args=[hcdp.pk]))
        ada = latest_hcdp(instansi.pk, tahun)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Usul sasaran {tahun}–{tahun + LAMA - 1}",
            "remah": [(JUDUL, address(HALAMAN, instansi)), ("Usul sasaran", "")],
            "instansi": instansi,
            "tahun": tahun,
            "pilihan_tahun": years_ahead(),
            "masa": list(range(tahun, tahun + LAMA)),
            "pagu": "" if pagu is None else pagu,
            "sumber": k.sumber,
            "ada": ada,
            "dilihat": seen_mark(ada),
            "galat": galat,
            "baris": _rows(k, sasaran, sisa, tahun),
            "biaya": _costs(sasaran, tahun),
        }
        return TemplateResponse(request, "admin/karier/kebutuhan_sasaran.html", isi)


def _pagu(request: HttpRequest, instansi: Instansi, tahun: int) -> int | None:
    """As typed; the funds on record when nothing was asked; None (not limited) when the box was emptied."""
    ketik = request.GET.get("pagu")
    if ketik is None:
        return assumed_pagu(instansi.pk, tahun)
    nilai = bilangan(ketik.replace(".", ""))
    return min(nilai, TERBANYAK) if nilai is not None and nilai >= 0 else None


def _save(
    request: HttpRequest, instansi: Instansi, tahun: int, k: KebutuhanInstansi, sasaran: list[Sasaran]
) -> tuple[Any, str]:
    """The stored HCDP, or why it was refused."""
    try:
        hcdp = save_targets(
            instansi=instansi,
            tahun_mulai=tahun,
            sasaran={(s.kunci, s.tahun): s.orang for s in sasaran},
            sumber=k.sumber,
            dilihat=seen(request),
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        return None, salah.kalimat
    return hcdp, ""


def _costs(sasaran: list[Sasaran], tahun: int) -> list[str]:
    return [kata.rupiah(sum(s.biaya for s in sasaran if s.tahun == t)) for t in range(tahun, tahun + LAMA)]


def _rows(
    k: KebutuhanInstansi, sasaran: list[Sasaran], sisa: dict[Kunci, int], tahun: int
) -> list[dict[str, Any]]:
    isi = {(s.kunci, s.tahun): s.orang for s in sasaran}
    dipakai = {s.kunci for s in sasaran} | set(sisa)
    return [
        {
            "nama": nama,
            "sel": [(t, isi.get((kunci, t), 0)) for t in range(tahun, tahun + LAMA)],
            "sisa": sisa.get(kunci, 0),
        }
        for kunci, nama in k.kompetensi.items()
        if kunci in dipakai
    ]
