"""The quiz of a class: answered once before and once after, on one page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from pegawai.services.profil import zone_of
from pelatihan.enums import TahapKuis
from pelatihan.forms.kuis import FormKuis
from pelatihan.kamus.belajar import nilai
from pelatihan.models import PengerjaanKuis
from pelatihan.rules.kuis import KeadaanKuis
from pelatihan.services.kuis import LembarKuis, answer_quiz, quiz_sheets
from pelatihan.views.halaman_kelas import class_page
from pelatihan.views.materi import seat_or_404


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def kuis(request: HttpRequest, pk: int, tahap: str) -> HttpResponse:
    """Answer one stage, or read how it went; what is right is told after the second one only."""
    kursi = seat_or_404(request, pk)
    lembar = _lembar_or_404(quiz_sheets(kursi, at=timezone.now()), tahap)
    form = FormKuis(dikirim(request), soal=lembar.soal, initial={"versi": lembar.sidik})
    status = 200
    if request.method == "POST" and form.is_valid():
        status = _kirim(request, pk, lembar.tahap, form)
        if status == 302:
            messages.success(request, "Jawaban terkirim.")
            return HttpResponseRedirect(reverse("pelatihan:kuis", args=[pk, tahap]))
        lembar = _lembar_or_404(quiz_sheets(kursi, at=timezone.now()), tahap)
    if status == 409:
        isikan(form, versi=lembar.sidik)
    terbuka = lembar.keadaan == KeadaanKuis.BUKA
    isi = {
        "lembar": lembar,
        "program": kursi.angkatan.pelatihan.nama,
        "form": form if terbuka else None,
        "tolak": form.non_field_errors() if form.is_bound else [],
        "nilai": nilai(float(lembar.nilai)) if lembar.nilai is not None else "",
        "pembahasan": _pembahasan(lembar.pengerjaan) if lembar.tahap == TahapKuis.PASCA else [],
        "draf": pulihkan(request, form, zona_waktu=zone_of(kursi.pegawai)) if terbuka else None,
        "url_balik": class_page(pk),
    }
    return render(request, "pelatihan/kuis.html", isi, status=status)


def _lembar_or_404(lembar: dict[TahapKuis, LembarKuis], tahap: str) -> LembarKuis:
    satu = lembar.get(TahapKuis(tahap)) if tahap in list(TahapKuis) else None
    if satu is None:
        raise Http404
    return satu


def _kirim(request: HttpRequest, pk: int, tahap: TahapKuis, form: FormKuis) -> int:
    """302 when it was taken in; else why not stands in the form, and the answers stay."""
    try:
        answer_quiz(
            pendaftaran_id=pk,
            tahap=tahap,
            jawaban=form.jawaban(),
            sidik=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    return 302


def _pembahasan(p: PengerjaanKuis | None) -> list[dict[str, Any]]:
    """Every question with the own answer and the right one."""
    if p is None:
        return []
    return [
        {
            "pertanyaan": soal["pertanyaan"],
            "jawaban": soal["pilihan"][jawab - 1] if jawab else "Belum tahu",
            "benar": jawab == soal["jawaban"],
            "kunci": soal["pilihan"][soal["jawaban"] - 1],
        }
        for soal, jawab in zip(p.soal, p.jawaban, strict=True)
    ]
