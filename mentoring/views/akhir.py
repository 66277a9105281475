"""Ending well: the end, the thanks, and the papers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim
from mentoring.enums import JenisSurat, Peran, StatusPasangan
from mentoring.forms.hidup import FormAkhiri, FormApresiasi
from mentoring.reports.surat import paper_data
from mentoring.services.akhiri import end_pair, read_thanks, thank_mentor
from mentoring.services.berdua import other_of, role_of
from mentoring.services.surat import issue_paper, own_paper
from mentoring.views.bersama import my_pair, pressed, sent, to_pair
from pegawai.services.profil import zone_of
from pegawai.services.surat_bertanda import code_of
from pegawai.views.saya import KANAL, own_record


@require_http_methods(["GET", "HEAD", "POST"])
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """*Akhiri mentoring*: either of the two, with a reason that blames nobody."""
    satu = my_pair(request, pk)
    form = FormAkhiri(dikirim(request))
    if request.method == "POST" and form.is_valid():
        sebab = form.cleaned_data["sebab"]
        if sent(form, lambda: end_pair(pasangan_id=pk, sebab=sebab, actor=request.user, at=timezone.now())):
            messages.success(request, "Mentoring sudah berakhir. Terima kasih kepada Anda berdua.")
            return to_pair(pk)
    if satu.status != StatusPasangan.BERJALAN and not form.is_bound:
        return to_pair(pk)
    lawan = other_of(satu, own_record(request).pk).nama_gelar
    konteks = {
        "pk": pk,
        "form": form,
        "judul": "Akhiri mentoring?",
        "pengantar": f"Bicarakan dahulu dengan {lawan}; alasan dibaca Anda berdua. Pengelola kepegawaian "
        "hanya tahu selesai atau dihentikan baik-baik. Tempat mentor langsung terbuka lagi.",
        "teks": "Akhiri mentoring",
    }
    return render(request, "mentoring/isian.html", konteks)


@berdraf
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def terima_kasih(request: HttpRequest, pk: int) -> HttpResponse:
    """The mentee thanks the mentor, once."""
    satu, saya = my_pair(request, pk), own_record(request)
    if role_of(satu, saya.pk) is not Peran.MENTEE:
        raise Http404
    form = FormApresiasi(dikirim(request))
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if sent(form, lambda: thank_mentor(pasangan_id=pk, actor=request.user, at=timezone.now(), **isi)):
            messages.success(request, f"Terkirim. Hanya {satu.mentor_pegawai.nama_gelar} yang membacanya.")
            return to_pair(pk)
    sudah = read_thanks(pengguna=request.user, pasangan_id=pk, at=timezone.now()) is not None
    if (sudah or satu.status == StatusPasangan.BERJALAN) and not form.is_bound:
        return to_pair(pk)
    konteks = {
        "pk": pk,
        "form": form,
        "judul": f"Terima kasih kepada {satu.mentor_pegawai.nama_gelar}",
        "pengantar": "Sebut satu hal yang Anda pelajari. Sekali terkirim tidak diubah lagi.",
        "teks": "Kirim ucapan",
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "mentoring/isian.html", konteks)


@require_POST
def terbitkan(request: HttpRequest, pk: int, jenis: str) -> HttpResponse:
    """Make the paper of what is confirmed by now, and hand it out."""
    if jenis not in set(JenisSurat):
        raise Http404
    surat = pressed(
        request,
        lambda: issue_paper(pasangan_id=pk, jenis=JenisSurat(jenis), actor=request.user, at=timezone.now()),
    )
    if surat is None:
        return to_pair(pk)
    return HttpResponseRedirect(reverse("mentoring:surat_unduh", args=[surat.nomor]))


@require_safe
def unduh(request: HttpRequest, nomor: str) -> HttpResponse:
    """My paper; its QR leads to the public page of certificates."""
    own_record(request)
    try:
        surat = own_paper(pengguna=request.user, nomor=nomor)
    except TidakDitemukan as salah:
        raise Http404 from salah
    catat_baca(
        pengguna=request.user, pegawai_ids=[surat.pegawai_id], kanal=KANAL, keperluan="Surat mentoring"
    )
    tujuan = f"{reverse('sertifikat:periksa')}?{urlencode({'k': code_of(surat.muatan, surat.tanda_tangan)})}"
    isi = paper_data(surat, alamat=request.build_absolute_uri(tujuan))
    return unduhan_pdf(f"mentoring-{surat.nomor}", render_pdf("surat_mentoring", isi))
