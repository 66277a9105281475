"""*Beri tahu saya bila ada jadwal*: two buttons, and the line of *Beranda* that answers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import asal
from pegawai.services.profil import zone_of
from pegawai.views.saya import own_record
from pegawai.views.tugas import Penanya, Tugas
from pelatihan.kamus.katalog import class_mark
from pelatihan.models import Angkatan
from pelatihan.rules.kelas import KeadaanKelas
from pelatihan.services.minat import await_class, opened_for, stop_waiting
from pelatihan.views.tugas_belajar import end_of

_HALAMAN: Final = "karier:pelatihan"


@require_POST
def tunggu(request: HttpRequest, pk: int) -> HttpResponse:
    """Wait for a class of this programme."""
    saya = own_record(request)
    try:
        await_class(pelatihan_id=pk, pegawai=saya, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, "Tercatat. Begitu pendaftaran dibuka, kabarnya ada di Beranda Anda.")
    return _back(request)


@require_POST
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """*Tidak perlu lagi*."""
    stop_waiting(pelatihan_id=pk, pegawai=own_record(request), actor=request.user)
    messages.success(request, "Anda tidak menunggu jadwal pelatihan itu lagi.")
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To the page where it was pressed."""
    return HttpResponseRedirect(asal(request, _HALAMAN, "karier:program") or reverse(_HALAMAN))


def opened_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Classes that opened for what I wait for; one query."""
    for kelas in opened_for(penanya.saya, at=penanya.at):
        yield _task(kelas, zone_of(penanya.saya))


def _task(kelas: Angkatan, zona_waktu: str) -> Tugas:
    tanda = class_mark(KeadaanKelas.DIBUKA if kelas.sisa > 0 else KeadaanKelas.PENUH)
    return Tugas(
        judul=f"Pendaftaran dibuka: {kelas.pelatihan}",
        url=reverse("pelatihan:daftar", args=[kelas.pk]),
        tanda=tanda.teks,
        kelas=tanda.kelas,
        ket=f"{kelas.nama}, {kata.rentang(kelas.mulai, kelas.selesai)}",
        batas=end_of(kelas.daftar_sampai, zona_waktu),
    )
