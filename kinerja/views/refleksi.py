"""*Refleksi diri*: a person's own words, before they are rated."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from kinerja.forms.realisasi import RefleksiForm
from kinerja.models import RefleksiDiri, SiklusPenilaian
from kinerja.services.refleksi import closed_because, tulis_refleksi
from kinerja.services.tenggat import filling_deadline
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def refleksi(request: HttpRequest, siklus_id: int) -> HttpResponse:
    """Write it, or read what I wrote once the rating is sent."""
    saya = own_record(request)
    siklus = SiklusPenilaian.objects.filter(pk=siklus_id, instansi_id=saya.instansi_id).first()
    if siklus is None:
        raise Http404
    ada = RefleksiDiri.objects.filter(pegawai=saya, siklus=siklus).first()
    tertutup = closed_because(siklus, saya)
    awal = {"isi": ada.isi if ada else "", "versi": ada.versi if ada else 0}
    form = RefleksiForm(dikirim(request), initial=awal)
    status = 200
    if request.method == "POST" and form.is_valid():
        status = _tulis(request, form, siklus)
        if status == 302:
            messages.success(request, "Refleksi terkirim. Atasan membacanya sebelum menilai Anda.")
            return HttpResponseRedirect(reverse("kinerja:saya"))
    if status == 409:
        isikan(form, versi=ada.versi if ada else 0)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        "form": form if not tertutup or form.is_bound else None,
        "siklus": siklus,
        "batas": filling_deadline(siklus, saya).teks,
        "tertutup": tertutup,
        "ada": ada,
        "pada": moment_text(ada.dikirim_pada, zone_of(saya)) if ada else "",
        "bentrok": status == 409 and ada,
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/refleksi.html", isi, status=status)


def _tulis(request: HttpRequest, form: RefleksiForm, siklus: SiklusPenilaian) -> int:
    """302 when it is written; else why not stands in the form, and the words stay."""
    try:
        tulis_refleksi(
            siklus_id=siklus.pk,
            isi=form.cleaned_data["isi"],
            versi=form.cleaned_data["versi"] or 0,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    return 302
