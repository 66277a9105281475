"""Coba hitung of one person at the HR desk."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from karier.admin.hasil import remah_hasil
from karier.forms.coba_hitung import FormCobaHitung
from karier.rules.andaian import Andaian
from karier.services.simulasi import simulate
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai


class HalamanCoba:
    """Page of RunAdmin: what if, from the records of today."""

    admin_site: Any
    _run: Any

    def coba(self, request: HttpRequest, pk: int, pegawai_id: int) -> HttpResponse:
        """One person of the run inside the scope of HR; 404 for anybody else."""
        run = self._run(request, pk)
        milik = Pegawai.objects.dikelola(request.user).filter(instansi_id=run.instansi_id)
        orang = milik.filter(pk=pegawai_id).first()
        if orang is None:
            raise Http404
        per = timezone.localdate()
        pppk = orang.jenis == JenisPegawai.PPPK
        form = FormCobaHitung(request.GET if request.GET and not pppk else None, per=per)
        andaian = form.andaian() if form.is_bound and form.is_valid() else None
        catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL, tindakan="lihat_hasil")
        url = reverse("admin:karier_runevaluasi_orang", args=[run.pk, orang.pk])
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Coba hitung: {orang.nama_gelar}",
            "orang": {"nama": orang.nama_gelar, "url": url},
            "form": form,
            "hasil": None if form.errors else simulate(pegawai=orang, andaian=andaian or Andaian(), per=per),
            "diandaikan": andaian is not None,
            "pppk": pppk,
            "remah": [*remah_hasil(run), (orang.nama_gelar, url), ("Coba hitung", "")],
        }
        return TemplateResponse(request, "admin/karier/coba_hitung.html", isi)
