"""After the agreement: *Tandai selesai*, its proof, and what goes on in the next year."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.errors import DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim
from karier.forms.rencana import FormSelesai
from karier.models import RencanaPengembangan
from karier.services.rencana_jalan import carry_forward, finish_item, open_evidence
from karier.views.rencana_bersama import back, item_of, own_plan, readable_plan, sheet_url
from pegawai.services.profil import zone_of
from pegawai.views.bukti import unduhan_bukti
from pegawai.views.saya import KANAL


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def selesai(request: HttpRequest, pk: int, butir_id: int) -> HttpResponse:
    """A proof, or what was learned."""
    r = own_plan(request, pk)
    butir = item_of(r, butir_id)
    form = FormSelesai(dikirim(request), request.FILES or None)
    if request.method == "POST" and form.is_valid() and _tandai(request, r, butir_id, form):
        return back(r, "#kegiatan")
    isi = {
        "form": form,
        "judul": "Tandai selesai",
        "tombol": "Tandai selesai",
        "pengantar": butir.kegiatan,
        "berkas": True,
        "draf": pulihkan(request, form, zona_waktu=zone_of(r.pegawai)),
        "url_balik": sheet_url(r),
    }
    return render(request, "karier/rencana_kata.html", isi)


def _tandai(request: HttpRequest, r: RencanaPengembangan, butir_id: int, form: FormSelesai) -> bool:
    try:
        finish_item(
            rencana_id=r.pk,
            butir_id=butir_id,
            refleksi=form.cleaned_data["refleksi"],
            berkas=form.terlampir,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error("berkas" if salah.kode.startswith("bukti_") else None, salah.kalimat)
        return False
    messages.success(request, "Kegiatan ditandai selesai. Atasan membacanya di halaman ini.")
    return True


@require_safe
def bukti(request: HttpRequest, pk: int, butir_id: int) -> HttpResponse:
    """The proof of one item, for whoever reads the plan."""
    item_of(readable_plan(request, pk), butir_id)
    try:
        berkas, isi = open_evidence(butir_id=butir_id, pengguna=request.user, kanal=KANAL)
    except DomainError as salah:
        raise Http404 from salah
    return unduhan_bukti(berkas, isi)


@require_POST
def teruskan(request: HttpRequest, pk: int) -> HttpResponse:
    """What is not done goes on in the next year, in one press."""
    r = own_plan(request, pk)
    try:
        hasil = carry_forward(rencana_id=pk, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return back(r)
    messages.success(request, f"{hasil.banyak} kegiatan diteruskan ke rencana {hasil.rencana.tahun}.")
    return back(hasil.rencana)
