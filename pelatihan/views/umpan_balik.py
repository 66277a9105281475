"""What a participant thinks of a class."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib import kata
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim
from pegawai.services.profil import zone_of
from pelatihan.forms.evaluasi import FormReaksi
from pelatihan.rules.evaluasi import SEDIKITNYA, reaction_days
from pelatihan.services.reaksi import given, send_reaction, why_not
from pelatihan.views.halaman_kelas import class_page
from pelatihan.views.materi import seat_or_404


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik(request: HttpRequest, pk: int) -> HttpResponse:
    """Four statements and, who likes, words; who reads them stands above the button."""
    kursi = seat_or_404(request, pk)
    form = FormReaksi(dikirim(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        status = _kirim(request, pk, form)
        if status == 302:
            messages.success(request, "Umpan balik terkirim. Terima kasih.")
            return HttpResponseRedirect(class_page(pk))
    sudah = given(kursi)
    halangan = why_not(kursi, at=timezone.now())
    buka = not sudah and not halangan
    isi = {
        "program": kursi.angkatan.pelatihan.nama,
        "kelas": kursi.angkatan.nama,
        "form": form if buka or form.is_bound else None,
        "sudah": sudah,
        "halangan": halangan,
        "sedikitnya": SEDIKITNYA,
        "sampai": kata.tanggal(reaction_days(kursi.angkatan.selesai).sampai),
        "draf": pulihkan(request, form, zona_waktu=zone_of(kursi.pegawai)) if buka else None,
        "buka": buka,
        "url_balik": class_page(pk),
    }
    return render(request, "pelatihan/umpan_balik.html", isi, status=status)


def _kirim(request: HttpRequest, pk: int, form: FormReaksi) -> int:
    try:
        send_reaction(
            pendaftaran_id=pk,
            skala=form.skala(),
            saran=form.cleaned_data["saran"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    return 302
