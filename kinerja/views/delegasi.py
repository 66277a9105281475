"""*Delegasi*: who prepares my ratings, and whose I prepare."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.views import dikirim
from kinerja.forms.delegasi import DelegasiForm
from kinerja.models import DelegasiPenilaian
from kinerja.services.delegasi import grant_delegation, revoke_delegation
from kinerja.views.kalibrasi import done
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import date_text, day_of
from pegawai.views.saya import own_record


@require_http_methods(["GET", "HEAD", "POST"])
def delegasi(request: HttpRequest) -> HttpResponse:
    """Name somebody, and see whom one has named."""
    saya = own_record(request)
    atasan = Pegawai.objects.dinilai_oleh(request.user).exists()
    form = DelegasiForm(dikirim(request), calon=_calon(saya))

    def kerjakan() -> Any:
        return grant_delegation(**form.cleaned_data, actor=request.user, at=timezone.now())

    if request.method == "POST" and done(form, kerjakan):
        messages.success(request, "Delegasi dicatat. Yang disiapkan tetap menunggu Anda.")
        return HttpResponseRedirect(reverse("kinerja:delegasi"))
    semua = DelegasiPenilaian.objects.visible_to(request.user).berlaku(day_of(saya, timezone.now()))
    isi = {
        "form": form if atasan else None,
        "diberikan": [_line(d, d.penerima) for d in semua.filter(pemberi=saya).select_related("penerima")],
        "diterima": [_line(d, d.pemberi) for d in semua.filter(penerima=saya).select_related("pemberi")],
        "url_balik": reverse("kinerja:daftar"),
    }
    return render(request, "kinerja/delegasi.html", isi)


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    own_record(request)
    try:
        revoke_delegation(pk=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    messages.success(request, "Delegasi dicabut. Draf yang sudah disiapkan tetap ada.")
    return HttpResponseRedirect(reverse("kinerja:delegasi"))


def _calon(saya: Pegawai) -> Any:
    """People of the own unit and direct reports, on duty, by name."""
    dekat = Q(atasan=saya) | (Q(unit=saya.unit_id) if saya.unit_id else Q(pk__in=[]))
    orang = Pegawai.objects.filter(dekat, instansi=saya.instansi_id, kedudukan_hukum__in=BERTUGAS)
    return orang.exclude(pk=saya.pk).order_by("nama", "pk")


def _line(d: DelegasiPenilaian, siapa: Pegawai) -> dict[str, Any]:
    return {
        "nama": siapa.nama_gelar,
        "sampai": date_text(d.sampai),
        "url_cabut": reverse("kinerja:delegasi_cabut", args=[d.pk]),
    }
