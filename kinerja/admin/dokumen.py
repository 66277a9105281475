"""*Dokumen kinerja* of one person: what can be printed, what has its signed copy, and attaching one."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import dikirim
from kinerja.forms.dokumen import SalinanForm
from kinerja.services.dokumen import Dokumen, is_signed, papers_of, signed_copies
from kinerja.services.salinan import attach_signed
from kinerja.views.dokumen import copy_url, paper_url
from pegawai.admin.pegawai import daftarkan_alat
from pegawai.models import Pegawai

HALAMAN = "admin:kinerja_dokumen"


def urls(situs: AdminSite) -> list[URLPattern]:
    """Hangs below the appraisals."""
    halaman = situs.admin_view(partial(dokumen, situs=situs))
    return [path("dokumen/<int:pegawai_id>/", halaman, name="kinerja_dokumen")]


@daftarkan_alat
def alat_dokumen(request: HttpRequest, situs: AdminSite, orang: Pegawai) -> list[dict[str, Any]]:
    """From the page of a person, for HR of that person."""
    return [{"teks": "Dokumen kinerja", "url": reverse(HALAMAN, args=[orang.pk])}]


def dokumen(request: HttpRequest, pegawai_id: int, situs: AdminSite) -> HttpResponse:
    """Every paper of a person whom one serves as HR; a POST attaches a signed copy."""
    orang = Pegawai.objects.dikelola(request.user).filter(pk=pegawai_id).first()
    if orang is None:
        raise Http404
    semua = papers_of(orang, pengguna=request.user)
    diri = request.user.pegawai_id == orang.pk  # type: ignore[union-attr]
    pilihan = [(f"{d.jenis}:{d.pk}:{d.sidik}", d.judul) for d in semua]
    form = SalinanForm(dikirim(request), request.FILES or None, pilihan=pilihan)
    if request.method == "POST" and form.is_valid() and _attach(request, form):
        return HttpResponseRedirect(reverse(HALAMAN, args=[orang.pk]))
    catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL, keperluan="Dokumen kinerja")
    isi = {
        **situs.each_context(request),
        "title": f"Dokumen kinerja {orang.nama_gelar}",
        "dokumen": _rows(semua),
        "form": None if diri or not semua else form,
        "remah": [
            (orang.nama_gelar, reverse("admin:pegawai_pegawai_change", args=[orang.pk])),
            ("Dokumen kinerja", ""),
        ],
    }
    return TemplateResponse(request, "admin/kinerja/dokumen.html", isi)


def _attach(request: HttpRequest, form: SalinanForm) -> bool:
    jenis, pk, sidik = form.cleaned_data["dokumen"]
    try:
        attach_signed(
            jenis=jenis, pk=pk, sidik=sidik, berkas=form.cleaned_data["berkas"],
            actor=request.user, at=timezone.now(), kanal=KANAL,
        )  # fmt: skip
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, "Salinan bertanda tangan dilampirkan. Dokumennya bukan KONSEP lagi.")
    return True


def _rows(semua: list[Dokumen]) -> list[dict[str, Any]]:
    salinan = signed_copies(semua)
    return [
        {
            "judul": d.judul,
            "tanda": "Bertanda tangan" if (sah := is_signed(d, salinan)) else "KONSEP",
            "kelas": "ok" if sah else "perlu",
            "url": paper_url(d),
            "url_salinan": copy_url(d) if sah else "",
        }
        for d in semua
    ]
