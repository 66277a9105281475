"""One direct report through the year: feedback of everybody, and the leader's own private notes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import dikirim
from kinerja.forms.umpan_balik import CatatanForm
from kinerja.services.catatan_pimpinan import add_note, delete_note, read_notes
from kinerja.services.meja import direct_report
from kinerja.services.umpan_balik_baca import open_about, split
from kinerja.views.umpan_balik import TERBANYAK, feedback_line
from pegawai.models import Pegawai
from pegawai.services.profil import identity, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@require_http_methods(["GET", "HEAD", "POST"])
def tim(request: HttpRequest, pegawai_id: int) -> HttpResponse:
    """For the atasan penilai of today; 404 for everybody else."""
    saya = own_record(request)
    try:
        pegawai = direct_report(pengguna=request.user, pegawai_id=pegawai_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    form = CatatanForm(dikirim(request))
    if request.method == "POST" and form.is_valid() and _note(request, form, pegawai_id):
        return HttpResponseRedirect(f"{request.path}#catatan")
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, keperluan="Umpan balik")
    return render(
        request, "kinerja/umpan_balik_tim.html", _page(request, pegawai, zone_of(saya)) | {"form": form}
    )


def _page(request: HttpRequest, pegawai: Pegawai, zona: str) -> dict[str, Any]:
    kekuatan, perbaikan = split(open_about(pegawai=pegawai, pengguna=request.user, banyak=TERBANYAK))
    siapa = identity(pegawai, per=timezone.localdate())
    return {
        "pegawai": {"pk": pegawai.pk, "nama": siapa.nama, "identitas": siapa.teks},
        "kekuatan": [feedback_line(u, zona) for u in kekuatan],
        "perbaikan": [feedback_line(u, zona) for u in perbaikan],
        "catatan": [
            {"pk": c.pk, "isi": c.isi, "pada": moment_text(c.pada, zona)}
            for c in read_notes(pengguna=request.user, pegawai_id=pegawai.pk)
        ],
    }


def _note(request: HttpRequest, form: CatatanForm, pegawai_id: int) -> bool:
    try:
        add_note(
            pegawai_id=pegawai_id,
            isi=form.cleaned_data["isi"],
            kunci=form.cleaned_data["kunci"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        if isinstance(salah, Bentrok):
            form.ganti_kunci()
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, "Catatan pribadi tersimpan. Hanya Anda yang membacanya.")
    return True


@require_POST
def hapus_catatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked on the page itself; one's own notes only. One that is gone looks like one of somebody else."""
    own_record(request)
    try:
        pegawai_id = delete_note(catatan_id=pk, actor=request.user)
    except TidakDitemukan:
        messages.info(request, "Catatan itu sudah tidak ada.")
        return HttpResponseRedirect(reverse("kinerja:saya"))
    messages.success(request, "Catatan pribadi dihapus.")
    masih = Pegawai.objects.dinilai_oleh(request.user).filter(pk=pegawai_id).exists()
    tujuan = reverse("kinerja:umpan_balik_tim", args=[pegawai_id]) if masih else reverse("kinerja:saya")
    return HttpResponseRedirect(tujuan)
