"""*Masukkan ke rencana*, out of *Apa yang diperlukan* and *Coba hitung*.

The post travels in the body: addresses are logged, and what somebody aims at is not.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan
from karier.services.rencana_sasaran import Masuk, aim_at_level, aim_at_post
from karier.views.rencana_bersama import back
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL, own_record


@require_POST
def masukkan(request: HttpRequest) -> HttpResponse:
    """One item aimed at a post (`jabatan`) or at a level (`jenjang`), then the plan."""
    saya = own_record(request)
    try:
        masuk = _aim(request, saya)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("karier:rencana"))
    baru = "Masuk ke rencana Anda, di akhir daftar kegiatan. Anda bebas mengubahnya."
    messages.success(request, baru if masuk.baru else "Sudah ada dalam rencana Anda.")
    return back(masuk.rencana, "#kegiatan")


def _aim(request: HttpRequest, saya: Pegawai) -> Masuk:
    jenjang, at = bilangan(request.POST.get("jenjang")), timezone.now()
    if jenjang is not None:
        return aim_at_level(pegawai=saya, jenjang=jenjang, actor=request.user, at=at, kanal=KANAL)
    jabatan = bilangan(request.POST.get("jabatan"), bawaan=0) or 0
    return aim_at_post(pegawai=saya, jabatan_id=jabatan, actor=request.user, at=at, kanal=KANAL)
