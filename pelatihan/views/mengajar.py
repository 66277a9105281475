"""For who speaks in a class: its lessons, and what participants thought of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.errors import TidakDitemukan
from pegawai.views.saya import own_record
from pelatihan.kamus.belajar import PERNYATAAN, nilai, ukuran_materi
from pelatihan.models import Angkatan
from pelatihan.services.evaluasi_kelas import class_reaction
from pelatihan.services.materi import taught_class, taught_classes
from pelatihan.views.materi import file_or_404, lesson_context, lesson_or_404


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Classes in which I speak."""
    own_record(request)
    tugas = [
        {
            "judul": f"{a.pelatihan.nama}, {a.nama}",
            "url": reverse("pelatihan:mengajar_kelas", args=[a.pk]),
            "tanda": a.get_status_display(),
            "ket": f"{kata.tanggal(a.mulai)} sampai {kata.tanggal(a.selesai)}",
        }
        for a in taught_classes(request.user)
    ]
    return render(request, "pelatihan/mengajar.html", {"tugas": tugas})


@require_safe
def kelas(request: HttpRequest, angkatan_id: int) -> HttpResponse:
    """Lessons of a class, and level 1 of its evaluation: no names."""
    angkatan = _taught_or_404(request, angkatan_id)
    reaksi = class_reaction(angkatan, at=timezone.now())
    isi = {
        "angkatan": angkatan,
        "materi": [
            {
                "judul": m.judul,
                "ukuran": ukuran_materi(len(m.isi.encode()), m.ukuran),
                "url": reverse("pelatihan:mengajar_materi", args=[angkatan_id, m.urut]),
            }
            for m in angkatan.pelatihan.materi.order_by("urut")
        ],
        "reaksi": reaksi,
        "sampai": kata.tanggal(reaksi.sampai),
        "rata": [(PERNYATAAN[n], r, nilai(r)) for n, r in reaksi.rata.items()],
    }
    return render(request, "pelatihan/mengajar_kelas.html", isi)


@require_safe
def materi(request: HttpRequest, angkatan_id: int, urut: int) -> HttpResponse:
    """A lesson as participants read it."""
    angkatan = _taught_or_404(request, angkatan_id)
    pelajaran = lesson_or_404(angkatan.pelatihan_id, urut)
    isi = {
        **lesson_context(pelajaran),
        "program": angkatan.pelatihan.nama,
        "url_balik": reverse("pelatihan:mengajar_kelas", args=[angkatan_id]),
        "teks_balik": angkatan.nama,
        "url_berkas": reverse("pelatihan:mengajar_berkas", args=[angkatan_id, urut]),
        "url_sebelum": _url(angkatan_id, pelajaran.sebelum),
        "url_berikut": _url(angkatan_id, pelajaran.berikut),
    }
    return render(request, "pelatihan/materi.html", isi)


def _url(angkatan_id: int, urut: int | None) -> str:
    return "" if urut is None else reverse("pelatihan:mengajar_materi", args=[angkatan_id, urut])


@require_safe
def berkas(request: HttpRequest, angkatan_id: int, urut: int) -> HttpResponseBase:
    angkatan = _taught_or_404(request, angkatan_id)
    return file_or_404(request, lesson_or_404(angkatan.pelatihan_id, urut).materi)


def _taught_or_404(request: HttpRequest, angkatan_id: int) -> Angkatan:
    own_record(request)
    try:
        return taught_class(pengguna=request.user, angkatan_id=angkatan_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
