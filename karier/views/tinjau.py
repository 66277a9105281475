"""*Minta ditinjau manusia*: ask about one outcome, and read the answer in the same place."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import dikirim
from karier.enums import StatusTinjau, SubjekTinjau
from karier.forms.tinjau import FormTinjau
from karier.kamus import LABEL
from karier.models import PermintaanTinjau
from karier.services.tinjau import batalkan_tinjau, minta_tinjau
from karier.services.tinjau_baca import read_requests, what_is_read
from karier.views.beranda import is_pppk
from pegawai.views.saya import KANAL, own_record

#: Whom an outcome comes from, where it is not the system alone.
_ASAL: Final = {
    SubjekTinjau.KOTAK_TALENTA: "Komponen dan usulan kotak dihitung oleh sistem; kotaknya ditetapkan komite "
    "talenta."
}


@require_http_methods(["GET", "HEAD", "POST"])
def tinjau(request: HttpRequest, subjek: str) -> HttpResponse:
    """About one of my own outcomes; 404 for what no rule decides about me."""
    saya = own_record(request)
    if subjek not in set(SubjekTinjau) or (is_pppk(saya) and subjek != SubjekTinjau.PENGEMBANGAN):
        raise Http404
    s = SubjekTinjau(subjek)
    form = FormTinjau(dikirim(request))
    terbaca = what_is_read(saya, s, per=timezone.localdate())
    if request.method == "POST" and form.is_valid() and _kirim(request, form, saya, s, terbaca):
        return HttpResponseRedirect(request.path)
    riwayat = read_requests(saya, s)
    isi = {
        "judul": LABEL[SubjekTinjau][s],
        "terbaca": terbaca,
        "asal": _ASAL.get(s, "Hasil ini dihitung oleh sistem."),
        "form": form,
        "riwayat": riwayat,
        "menunggu": any(r.menunggu for r in riwayat),
        "pengelola": saya.instansi.pengelola,
        "url_balik": _balik(s),
    }
    return render(request, "karier/tinjau.html", isi)


def _kirim(request: HttpRequest, form: FormTinjau, saya: Any, subjek: SubjekTinjau, terbaca: str) -> bool:
    try:
        minta_tinjau(
            pegawai=saya,
            subjek=subjek,
            alasan=form.cleaned_data["alasan"],
            terbaca=terbaca,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except Bentrok as salah:
        # A second click: the first stands on the page.
        messages.info(request, salah.kalimat)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    else:
        messages.success(request, "Permintaan terkirim. Jawabannya tampil di halaman ini.")
    return True


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw my own request; 404 for every other one."""
    saya = own_record(request)
    permintaan = PermintaanTinjau.objects.filter(pegawai=saya, pk=pk).first()
    if permintaan is None:
        raise Http404
    try:
        batalkan_tinjau(permintaan_id=pk, actor=request.user, kanal=KANAL)
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.info(request, salah.kalimat)
    else:
        messages.success(request, LABEL[StatusTinjau][StatusTinjau.DIBATALKAN] + ".")
    return HttpResponseRedirect(reverse("karier:tinjau", args=[permintaan.subjek]))


def _balik(subjek: SubjekTinjau) -> str:
    if subjek is SubjekTinjau.PENGEMBANGAN:
        return reverse("karier:beranda")
    if subjek is SubjekTinjau.KENAIKAN_PANGKAT:
        return reverse("karier:syarat")
    if subjek is SubjekTinjau.KOTAK_TALENTA:
        return reverse("karier:talenta")
    return reverse("karier:putusan", args=[subjek.value])
