"""Lessons: one per page, text first; files that go on after a break; the course as one file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.rentang import hand_out
from pegawai.views.saya import own_record
from pelatihan.kamus.belajar import ukuran, ukuran_materi
from pelatihan.models import KemajuanMateri, Materi, Pendaftaran
from pelatihan.rules.naskah import read_text
from pelatihan.services.materi import Pelajaran, finish_lesson, lesson, open_file, own_seat
from pelatihan.views.halaman_kelas import class_page


def seat_or_404(request: HttpRequest, pk: int) -> Pendaftaran:
    """My seat in a class; 404 for everybody else's."""
    own_record(request)
    try:
        return own_seat(pengguna=request.user, pendaftaran_id=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah


def lesson_or_404(pelatihan_id: int, urut: int) -> Pelajaran:
    try:
        return lesson(pelatihan_id=pelatihan_id, urut=urut)
    except TidakDitemukan as salah:
        raise Http404 from salah


def file_or_404(request: HttpRequest, materi: Materi) -> HttpResponseBase:
    try:
        return hand_out(request, open_file(materi))
    except TidakDitemukan as salah:
        raise Http404 from salah


def lesson_context(pelajaran: Pelajaran) -> dict[str, Any]:
    """What templates/pelatihan/materi.html shows of a lesson, for whoever reads it."""
    materi = pelajaran.materi
    return {
        "materi": materi,
        "blok": read_text(materi.isi),
        "ukuran": ukuran_materi(len(materi.isi.encode()), materi.ukuran),
        "ukuran_berkas": ukuran(materi.ukuran),
        "jenis_berkas": (materi.berkas.name or "").rpartition(".")[2].upper(),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def materi(request: HttpRequest, pk: int, urut: int) -> HttpResponse:
    """Read one lesson; the button says that it was read and leads to the next."""
    kursi = seat_or_404(request, pk)
    pelajaran = lesson_or_404(kursi.angkatan.pelatihan_id, urut)
    if request.method == "POST":
        finish_lesson(pendaftaran_id=pk, urut=urut, actor=request.user, at=timezone.now())
        if pelajaran.berikut is not None:
            return HttpResponseRedirect(_url(pk, pelajaran.berikut))
        messages.success(request, "Semua materi sampai yang terakhir sudah Anda buka.")
        return HttpResponseRedirect(class_page(pk))
    isi = {
        **lesson_context(pelajaran),
        "program": kursi.angkatan.pelatihan.nama,
        "terbaca": KemajuanMateri.objects.filter(pendaftaran=kursi, materi=pelajaran.materi).exists(),
        "peserta": True,
        "url_balik": class_page(pk),
        "teks_balik": "kelas",
        "url_berkas": reverse("pelatihan:materi_berkas", args=[pk, urut]),
        "url_sebelum": _url(pk, pelajaran.sebelum),
        "url_berikut": _url(pk, pelajaran.berikut),
    }
    return render(request, "pelatihan/materi.html", isi)


def _url(pk: int, urut: int | None) -> str:
    return "" if urut is None else reverse("pelatihan:materi", args=[pk, urut])


@require_safe
def berkas(request: HttpRequest, pk: int, urut: int) -> HttpResponseBase:
    """The file beside a lesson, from the byte on at which the network broke off."""
    kursi = seat_or_404(request, pk)
    return file_or_404(request, lesson_or_404(kursi.angkatan.pelatihan_id, urut).materi)


@require_safe
def luring(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of the whole course as one small file to read without a network.

    Sent compressed like every page (a quarter of its size), so it is not sent in ranges.
    """
    program = seat_or_404(request, pk).angkatan.pelatihan
    semua = [lesson_context(Pelajaran(m, None, None)) for m in program.materi.order_by("urut")]
    if not semua:
        raise Http404
    teks = render_to_string("pelatihan/luring.html", {"program": program, "materi": semua})
    nama = f"{slugify(program.nama)[:60] or 'materi'}.html"
    jawaban = HttpResponse(teks)
    jawaban["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=nama)
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    jawaban["X-Content-Type-Options"] = "nosniff"
    return jawaban
