"""Many proposals at once: the page that names who goes and who stays behind, and the decision."""

from __future__ import annotations

import secrets
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from karier.admin.catatan_banyak import baris_banyak, catatan_banyak
from karier.admin.kp_bulan import boleh_bersama, bulan_dari, url_bulan
from karier.services.bulan_kp import Bulan
from karier.services.praperiksa import periksa_berkas
from karier.services.usul_bersama import Pilahan, baca_pilihan, pilah_usulan, tetapkan_usulan

_PANJANG_KUNCI: Final = 64


class HalamanTetapkan:
    """Mixed into the page of the month."""

    admin_site: Any

    def kp_tetapkan(self, request: HttpRequest) -> HttpResponse:
        """POST `pilih`: the confirm page. POST with `kunci` too: the decision, once for each key."""
        bulan, _ = bulan_dari(request)
        if not boleh_bersama(request):
            raise Http404
        balik = url_bulan(bulan.instansi.pk, bulan.periode.tmt)
        if request.method != "POST":
            return HttpResponseRedirect(balik)
        pilihan = baca_pilihan(_yang_dipilih(request))
        isian: dict[str, Any] = {
            "instansi": bulan.instansi,
            "periode": bulan.periode.tmt,
            "pilihan": pilihan,
            "actor": request.user,
            "at": timezone.now(),
        }
        kunci = request.POST.get("kunci", "")[:_PANJANG_KUNCI]
        try:
            if kunci:
                surat = tetapkan_usulan(kunci=kunci, **isian)
                return HttpResponseRedirect(reverse("admin:karier_kp_surat", args=[surat.pk]))
            pilahan = pilah_usulan(**isian)
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(balik)
        return self._konfirmasi(request, bulan, pilahan, balik)

    def _konfirmasi(self, request: HttpRequest, bulan: Bulan, pilahan: Pilahan, balik: str) -> HttpResponse:
        ids = [r.pegawai_id for r in pilahan.dapat]
        catat_baca(
            pengguna=request.user,
            pegawai_ids={*ids, *(r.pegawai_id for r, _ in pilahan.ditinggal)},
            kanal=KANAL,
            tindakan="lihat_daftar",
            keperluan="Konfirmasi usul kenaikan pangkat",
        )
        temuan = periksa_berkas(ids, per=bulan.hari_ini, tmt=bulan.periode.tmt, aturan=bulan.aturan)
        n, catatan = len(pilahan.dapat), catatan_banyak(pilahan.dapat)
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"Tetapkan {n} pegawai sebagai usulan?",
            "remah": [("Kenaikan pangkat (periode)", balik), ("Tetapkan sebagai usulan", "")],
            "jumlah": n,
            "catatan": catatan,
            "dapat": baris_banyak(pilahan.dapat, catatan, bulan.hari_ini),
            "tmt": kata.tanggal(bulan.periode.tmt),
            "ditinggal": [(r.pegawai.nama_gelar, r.pegawai.nip, sebab) for r, sebab in pilahan.ditinggal],
            "hilang": pilahan.dipilih - n - len(pilahan.ditinggal),
            "berisiko": sum(any(t.akibat != "periksa" for t in daftar) for daftar in temuan.values()),
            "pilihan": ",".join(f"{r.pk}.{r.versi}" for r in pilahan.dapat),
            "kunci": secrets.token_hex(16),
            "periode": f"{bulan.periode.tmt:%Y-%m}",
            "instansi": bulan.instansi.pk,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/karier/kp_tetapkan.html", konteks)


def _yang_dipilih(request: HttpRequest) -> list[str]:
    """Ticked boxes, or the one field of the confirm page (a form has a limit of fields)."""
    return [*request.POST.getlist("pilih"), *request.POST.get("pilihan", "").split(",")]
