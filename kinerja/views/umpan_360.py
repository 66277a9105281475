"""360 feedback in the portal: what I am asked, and who is asked about me or my people.

No page here writes to the trail of the rated person that somebody opened a form about them: that line would
tell who was asked, and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, isikan
from kinerja.enums import Peran360
from kinerja.forms.umpan_360 import FormIsi360, FormUsul360
from kinerja.kamus.umpan_360 import syarat_rahasia
from kinerja.rules.umpan_360 import AMBANG
from kinerja.services.umpan_360_calon import (
    Calon,
    DaftarCalon,
    colleagues,
    count_to_decide,
    decide_penjawab,
    nomination_desk,
    own_list,
    suggest_penjawab,
)
from kinerja.services.umpan_360_hasil import own_rounds
from kinerja.services.umpan_360_isi import Lembar360, my_sheets, one_sheet, send_answer
from kinerja.views.umpan_360_tugas import own_round
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Tugas

# -- answering ----------------------------------------------------------------------------------


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Everybody I am asked about, and rounds about me."""
    saya, at = own_record(request), timezone.now()
    lembar = my_sheets(saya=saya, pengguna=request.user, at=at)
    isi = {
        "tugas": [_line(b) for b in lembar],
        "menunggu": count_to_decide(request.user),
        "url_calon": reverse("kinerja:calon_360"),
        "putaran": [own_round(p, saya) for p in own_rounds(request.user)],
        "url_hasil": reverse("kinerja:hasil_360_daftar"),
    }
    return render(request, "kinerja/umpan_360.html", isi)


def _line(b: Lembar360) -> Tugas:
    u = b.undangan
    tanda, kelas = ("Belum dijawab", "perlu") if b.terbuka else ("Lewat batas", "")
    if u.menjawab:
        tanda, kelas = "Sudah dijawab", "ok"
    url = reverse("kinerja:isi_360", args=[u.pk]) if b.terbuka else ""
    ket = f"Anda menjawab sebagai {_sebagai(b)}, batas {b.tenggat.teks}"
    return Tugas(u.dinilai.nama_gelar, url, tanda, kelas, ket)


def _sebagai(b: Lembar360) -> str:
    label: str = b.undangan.get_peran_display()
    return label.lower()


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, undangan_id: int) -> HttpResponse:
    """The questions about one person; what was sent can be changed until the last day is over."""
    saya, at = own_record(request), timezone.now()
    try:
        lembar = one_sheet(saya=saya, pengguna=request.user, undangan_id=undangan_id, at=at)
    except TidakDitemukan as salah:
        raise Http404 from salah
    if request.method == "POST":
        return _send(request, lembar, at)
    awal: dict[str, Any] = {"versi": lembar.undangan.versi}
    if lembar.isian is not None:
        awal |= {**lembar.isian.nilai, "baik": lembar.isian.baik, "tingkatkan": lembar.isian.tingkatkan}
    return _sheet(request, lembar, FormIsi360(initial=awal) if lembar.terbuka else None)


def _send(request: HttpRequest, lembar: Lembar360, at: datetime) -> HttpResponse:
    form = FormIsi360(request.POST)
    if not form.is_valid():
        return _sheet(request, lembar, form)
    try:
        send_answer(
            undangan_id=lembar.undangan.pk,
            isian=form.isian(),
            actor=request.user,
            at=at,
            versi=form.cleaned_data["versi"] or 0,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        # What was typed stays; the next press is about the answer as it stands now.
        isikan(form, versi=lembar.undangan.versi)
        return _sheet(request, lembar, form, status=409)
    nama = lembar.undangan.dinilai.nama_gelar
    messages.success(
        request, f"Jawaban tentang {nama} terkirim. Anda dapat mengubahnya sampai {lembar.tenggat.teks}."
    )
    return HttpResponseRedirect(reverse("kinerja:umpan_360"))


def _sheet(
    request: HttpRequest, lembar: Lembar360, form: FormIsi360 | None, *, status: int = 200
) -> HttpResponse:
    u = lembar.undangan
    nama, atasan = u.dinilai.nama_gelar, u.dinilai.atasan
    konteks = {
        "nama": nama,
        "unit": u.dinilai.unit.nama if u.dinilai.unit else "",
        "sebagai": _sebagai(lembar),
        "putaran": u.putaran.nama,
        "masa": f"{kata.tanggal(u.putaran.masa_mulai)} sampai {kata.tanggal(u.putaran.masa_sampai)}",
        "batas": lembar.tenggat.teks,
        "menjawab": u.menjawab,
        "form": form,
        "syarat": syarat_rahasia(
            Peran360(u.peran),
            nama=nama,
            atasan=atasan.nama_gelar if atasan else "",
            untuk_talenta=u.putaran.untuk_talenta,
        ),
        "url_balik": reverse("kinerja:umpan_360"),
    }
    return render(request, "kinerja/umpan_360_isi.html", konteks, status=status)


# -- who is asked -------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def calon(request: HttpRequest) -> HttpResponse:
    """The atasan penilai decides, for all direct reports at once, who is asked about them."""
    own_record(request)
    if request.method == "POST":
        return _decide(request)
    meja = nomination_desk(pengguna=request.user, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=sorted({d.siapa.pegawai_id for d in meja}), kanal=KANAL)
    konteks = {
        "daftar": [_nominees(d) for d in meja],
        "ambang": AMBANG,
        "url_balik": reverse("kinerja:umpan_360"),
    }
    return render(request, "kinerja/umpan_360_calon.html", konteks)


def _nominees(d: DaftarCalon) -> dict[str, Any]:
    return {
        "kunci": f"{d.peserta.pk}:{d.peserta.versi}",
        "nama": d.siapa.nama,
        "putaran": d.peserta.putaran.nama,
        "kurang": len(d.calon) < AMBANG,
        "calon": [_nominee(c) for c in d.calon],
    }


def _nominee(c: Calon) -> dict[str, Any]:
    ket = ", ".join(t for t in (c.siapa.jabatan, c.siapa.unit) if t)
    return {"pk": c.undangan_id, "nama": c.siapa.nama, "ket": ket, "bawahan": c.peran == Peran360.BAWAHAN}


def _decide(request: HttpRequest) -> HttpResponse:
    dilihat = dict(_pairs(request.POST.getlist("dilihat")))
    dipilih = {n for teks in request.POST.getlist("pilih") if (n := bilangan(teks)) is not None}
    try:
        peserta = decide_penjawab(dipilih=dipilih, dilihat=dilihat, actor=request.user, at=timezone.now())
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("kinerja:calon_360"))
    messages.success(request, f"Penjawab untuk {len(peserta)} pegawai sudah ditetapkan.")
    return HttpResponseRedirect(reverse("kinerja:umpan_360"))


def _pairs(teks: list[str]) -> Iterator[tuple[int, int]]:
    """'12:3' as the page sends it: a list and the version of it that was seen."""
    for satu in teks:
        pk, _, versi = satu.partition(":")
        nomor, ke = bilangan(pk), bilangan(versi)
        if nomor is not None and ke is not None:
            yield nomor, ke


@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, putaran_id: int) -> HttpResponse:
    """Who is proposed to be asked about me; I may add somebody until my atasan has decided."""
    saya = own_record(request)
    try:
        d = own_list(pengguna=request.user, putaran_id=putaran_id, per=timezone.localdate())
    except TidakDitemukan as salah:
        raise Http404 from salah
    rekan = [] if d.peserta.ditetapkan else colleagues(saya, {c.siapa.pegawai_id for c in d.calon})
    form = FormUsul360(request.POST if request.method == "POST" else None, rekan=rekan)
    if request.method == "POST" and form.is_valid():
        try:
            suggest_penjawab(
                putaran_id=putaran_id,
                penjawab_id=form.cleaned_data["penjawab"],
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Usulan Anda tersimpan dan menunggu atasan.")
            return HttpResponseRedirect(request.path)
    konteks = {
        "putaran": d.peserta.putaran.nama,
        "ditetapkan": d.peserta.ditetapkan,
        "atasan": saya.atasan.nama_gelar if saya.atasan else "",
        "calon": [_nominee(c) for c in d.calon],
        "form": form if rekan else None,
        "url_balik": reverse("kinerja:umpan_360"),
    }
    return render(request, "kinerja/umpan_360_usul.html", konteks)
