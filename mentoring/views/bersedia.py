"""For who mentors: offer oneself, rest, and answer who has chosen one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import bilangan, dikirim
from mentoring.enums import StatusPasangan
from mentoring.forms.mentor import FormBelum, FormMentor
from mentoring.services.halaman_mentor import Pertanyaan, read_as_mentor, read_question
from mentoring.services.pilihan import accept_mentee, decline_mentee
from mentoring.services.profil_mentor import offer_to_mentor, recorded_skills, rest
from pegawai.services.profil import day_of, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

_DUA = ["GET", "HEAD", "POST"]


@berdraf
@require_http_methods(_DUA)
def bersedia(request: HttpRequest) -> HttpResponse:
    """*Bersedia menjadi mentor*, and later the same page to change it."""
    saya, kini = own_record(request), timezone.now()
    keahlian = recorded_skills(saya, per=day_of(saya, kini))
    sebagai = read_as_mentor(saya)
    form = FormMentor(dikirim(request), keahlian=keahlian, profil=sebagai.profil)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            offer_to_mentor(pegawai=saya, actor=request.user, at=kini, **form.isian)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            status = 409 if isinstance(salah, Bentrok) else 200
        else:
            messages.success(request, "Terima kasih. Anda tercatat bersedia menjadi mentor.")
            return HttpResponseRedirect(reverse("mentoring:mentor"))
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        "form": form if keahlian else None,
        "mentor": sebagai,
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "mentoring/bersedia.html", isi, status=status)


@require_POST
def istirahat(request: HttpRequest) -> HttpResponse:
    """Nobody new for now, or no to the invitation."""
    rest(pegawai=own_record(request), actor=request.user, at=timezone.now())
    messages.success(request, "Tercatat. Tidak ada mentee baru yang disarankan kepada Anda.")
    return HttpResponseRedirect(reverse("mentoring:mentor"))


@require_safe
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has chosen me, in what, and the two answers."""
    tanya = _question(request, pk)
    return render(request, "mentoring/jawab.html", _answering(request, tanya))


@require_POST
def terima(request: HttpRequest, pk: int) -> HttpResponse:
    """*Terima*."""
    own_record(request)
    versi = bilangan(request.POST.get("versi"), bawaan=-1) or 0
    try:
        accept_mentee(pasangan_id=pk, versi=versi, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, "Terima kasih. Pasangan mentoring berjalan mulai hari ini.")
    return HttpResponseRedirect(reverse("mentoring:mentor"))


@require_http_methods(_DUA)
def belum(request: HttpRequest, pk: int) -> HttpResponse:
    """*Belum dapat menerima*, with a reason of the list."""
    tanya = _question(request, pk)
    form = FormBelum(dikirim(request), initial={"versi": tanya.pasangan.versi})
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            decline_mentee(
                pasangan_id=pk,
                versi=isi["versi"],
                alasan=isi["alasan"],
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        else:
            messages.success(request, f"Tercatat. {tanya.nama} mendapat saran mentor lain.")
        return HttpResponseRedirect(reverse("mentoring:mentor"))
    return render(request, "mentoring/belum.html", {**_answering(request, tanya), "form": form})


def _question(request: HttpRequest, pk: int) -> Pertanyaan:
    saya = own_record(request)
    try:
        tanya = read_question(pasangan_id=pk, mentor=saya, per=day_of(saya, timezone.now()))
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    catat_baca(pengguna=request.user, pegawai_ids=[tanya.pasangan.mentee_id], kanal=KANAL)
    return tanya


def _answering(request: HttpRequest, tanya: Pertanyaan) -> dict[str, object]:
    pasangan = tanya.pasangan
    return {
        "tanya": tanya,
        "pasangan": pasangan,
        "menunggu": pasangan.status == StatusPasangan.DIPILIH_MENTEE,
        "batas": moment_text(pasangan.batas, zone_of(own_record(request))) if pasangan.batas else "",
    }
