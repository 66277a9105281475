"""Stories that their owners allowed everybody to read."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.views import Halaman, alamat, bilangan, potong
from kinerja.models import KisahPublik
from kinerja.services.pengakuan_baca import public_stories
from kinerja.views.publik_bingkai import halaman, instansi_terbuka

PER_HALAMAN = 20


@login_not_required
@never_cache
@require_safe
def kisah(request: HttpRequest, instansi: str) -> HttpResponse:
    """Never kept anywhere: a consent that is taken back counts at the next look."""
    sini = instansi_terbuka(instansi)
    sebelum = bilangan(request.GET.get("sebelum"))
    semua, ada_lagi = potong(public_stories(sini, sebelum=sebelum, banyak=PER_HALAMAN + 1), PER_HALAMAN)
    berikut = Halaman(berikut=alamat(request, sebelum=semua[-1].pk)) if ada_lagi else None
    jawaban = halaman(request, "kisah", sini, kisah=[_story(k) for k in semua], halaman=berikut)
    jawaban["X-Robots-Tag"] = "noarchive"
    return jawaban


def _story(k: KisahPublik) -> dict[str, Any]:
    """Only what the consent holds, and what tells of nobody: the government and the month."""
    p = k.pengakuan
    siapa = ", ".join(t for t in (k.nama, k.unit, p.pegawai.instansi.nama) if t)
    return {"judul": k.judul, "kisah": k.kisah, "siapa": siapa, "bulan": kata.bulan_tahun(p.tanggal)}
