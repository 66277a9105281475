"""Consent to a public story: given by ticking, taken back by one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import dikirim
from kinerja.enums import StatusPengakuan
from kinerja.forms.pengakuan import KisahForm
from kinerja.models import Pengakuan
from kinerja.services.pengakuan import publish_story, revoke_story
from pegawai.models import Pegawai
from pegawai.views.saya import own_record


@require_http_methods(["GET", "HEAD", "POST"])
def kisah(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be shown, word by word, and the boxes to tick."""
    saya = own_record(request)
    p = _own(saya, pk)
    form = KisahForm(dikirim(request))
    if request.method == "POST" and form.is_valid() and _publish(request, form, pk):
        return HttpResponseRedirect(reverse("kinerja:pengakuan_satu", args=[pk]))
    isi = {
        "form": form,
        "p": {"pk": pk, "judul": p.judul, "uraian": p.uraian},
        "nama": saya.nama_gelar,
        "unit": saya.unit.nama if saya.unit else "",
        "instansi": saya.instansi.nama,
    }
    return render(request, "kinerja/kisah.html", isi)


def _publish(request: HttpRequest, form: KisahForm, pk: int) -> bool:
    try:
        publish_story(pengakuan_id=pk, actor=request.user, at=timezone.now(), **form.cleaned_data)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, "Kisah Anda tampil di halaman publik. Persetujuan dapat dicabut kapan saja.")
    return True


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Out of the public page at once."""
    saya = own_record(request)
    _own(saya, pk)
    try:
        revoke_story(pengakuan_id=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    messages.success(request, "Persetujuan dicabut. Kisah Anda tidak tampil lagi.")
    return HttpResponseRedirect(reverse("kinerja:pengakuan_satu", args=[pk]))


def _own(saya: Pegawai, pk: int) -> Pengakuan:
    p = Pengakuan.objects.filter(pegawai=saya, status=StatusPengakuan.DITETAPKAN, pk=pk).first()
    if p is None:
        raise Http404
    return p
