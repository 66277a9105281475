"""From the page of a person to what was computed about them, and to what could become of them."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import reverse

from karier.models import HasilEvaluasi, RunEvaluasi
from karier.services.keadaan import last_run
from pegawai.admin.pegawai import daftarkan_alat
from pegawai.models import Pegawai


@daftarkan_alat
def alat_hasil(request: HttpRequest, situs: AdminSite, orang: Pegawai) -> list[dict[str, Any]]:
    """Links for those whom the pages of a run let in; nobody is told of a page that would be a 404."""
    pengelola: Any = situs.get_model_admin(RunEvaluasi)
    if not pengelola.mengelola(request):
        return []
    run = last_run(orang.instansi_id)
    if run is None:
        return [{"teks": "Belum ada hasil perhitungan.", "url": ""}]
    if not pengelola.dikelola(request, run):
        return []
    coba = reverse("admin:karier_runevaluasi_coba", args=[run.pk, orang.pk])
    hasil, alat = _hasil(request, run, orang), [{"teks": "Coba hitung", "url": coba}]
    if hasil["url"]:
        jelaskan = reverse("admin:karier_penjelasan_kirim", args=[run.pk, orang.pk])
        alat.append({"teks": "Jelaskan ke pegawai", "url": jelaskan})
    return [hasil, *alat]


def _hasil(request: HttpRequest, run: RunEvaluasi, orang: Pegawai) -> dict[str, Any]:
    baris: Any = HasilEvaluasi.objects.filter(run=run, pegawai_id=orang.pk)
    if not baris.visible_to(request.user).exists():
        return {"teks": "Belum ada hasil pada perhitungan terbaru.", "url": ""}
    url = reverse("admin:karier_runevaluasi_orang", args=[run.pk, orang.pk])
    return {"teks": "Hasil perhitungan terbaru", "url": url}
