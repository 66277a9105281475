"""What an atasan sees of a class at work, three months later."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim
from pegawai.services.profil import zone_of
from pegawai.views.saya import KANAL, own_record
from pelatihan.forms.evaluasi import FormPenerapan
from pelatihan.kamus.belajar import DITERAPKAN
from pelatihan.models import Pendaftaran, PerilakuPasca
from pelatihan.services.penerapan import asked_about_one, asked_of, record_behaviour


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My people whose classes ended three to six months ago."""
    saya = own_record(request)
    semua = list(asked_of(request.user, saya, at=timezone.now()))
    catat_baca(pengguna=request.user, pegawai_ids={p.pegawai_id for p in semua}, kanal=KANAL)
    isi = {"tugas": sorted((_baris(p) for p in semua), key=lambda b: b["kelas"] == "selesai")}
    return render(request, "pelatihan/penerapan_daftar.html", isi)


def _baris(p: Pendaftaran) -> dict[str, Any]:
    """One line for partials/tugas.html."""
    ada = getattr(p, "perilaku", None)
    return {
        "judul": f"{p.pegawai.nama_gelar}: {p.angkatan.pelatihan.nama}",
        "url": "" if ada else reverse("pelatihan:penerapan_isi", args=[p.pk]),
        "tanda": DITERAPKAN[ada.diterapkan] if ada else "Menunggu Anda",
        "kelas": "selesai" if ada else "perlu",
        "ket": _seen(ada) if ada else f"Pelatihan selesai {kata.tanggal(p.angkatan.selesai)}",
    }


def _seen(ada: PerilakuPasca) -> str:
    return f"{ada.contoh} Hambatan: {ada.hambatan}" if ada.hambatan else ada.contoh


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, pk: int) -> HttpResponse:
    """One choice and one sentence about one person."""
    saya, kini = own_record(request), timezone.now()
    try:
        satu = asked_about_one(request.user, saya, pendaftaran_id=pk, at=kini)
    except TidakDitemukan as salah:
        raise Http404 from salah
    form = FormPenerapan(dikirim(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            record_behaviour(pendaftaran_id=pk, actor=request.user, at=kini, **form.cleaned_data)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            status = 409 if isinstance(salah, Bentrok) else 200
        else:
            messages.success(request, f"Penerapan {satu.pegawai.nama_gelar} tersimpan.")
            return HttpResponseRedirect(reverse("pelatihan:penerapan"))
    ada = getattr(satu, "perilaku", None)
    catat_baca(pengguna=request.user, pegawai_ids=[satu.pegawai_id], kanal=KANAL)
    konteks = {
        "pegawai": satu.pegawai.nama_gelar,
        "program": satu.angkatan.pelatihan.nama,
        "selesai": kata.tanggal(satu.angkatan.selesai),
        "form": form if ada is None or form.is_bound else None,
        "jawaban": _baris(satu) if ada else None,
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "pelatihan/penerapan.html", konteks, status=status)
