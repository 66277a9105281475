"""Background work on the worklist: runs and imports that are under way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from asn_karier.lib.views import daftarkan_latar, wewenang
from karier.admin.run import kemajuan
from karier.enums import StatusRun
from karier.models import RunEvaluasi
from pegawai.models import Impor
from pegawai.services.impor import progress


@daftarkan_latar
def latar(request: HttpRequest) -> Iterator[dict[str, Any]]:
    """Runs and imports that are under way, for the worklist."""
    if not wewenang(request).instansi_penuh:
        return
    for run in RunEvaluasi.objects.visible_to(request.user).filter(status=StatusRun.BERJALAN):
        k = kemajuan(run)
        yield {
            "judul": str(run),
            "tanda": "Berjalan",
            "kelas": "jalan",
            "url": reverse("admin:karier_runevaluasi_change", args=[run.pk]),
            "persen": k["persen"],
            "ket": f"{k['pegawai_terhitung']} dari {k['pegawai_semua']} pegawai",
        }
    for impor in Impor.objects.visible_to(request.user).exclude(tahap=""):
        selesai, jumlah = progress(impor)
        yield {
            "judul": impor.nama_berkas,
            "tanda": "Berjalan",
            "kelas": "jalan",
            "url": reverse("admin:pegawai_impor_change", args=[impor.pk]),
            "persen": 100 * selesai // jumlah if jumlah else 0,
            "ket": f"{selesai} dari {jumlah} baris",
        }
