"""*Usul perbaikan cara kerja*: send an idea, see what became of it, read what was tried elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import Halaman, alamat, bilangan, dikirim, potong
from kinerja.enums import StatusUsul
from kinerja.forms.usul_perbaikan import UsulForm
from kinerja.kamus.usul_perbaikan import KELAS, kalimat_hasil, kalimat_tujuan
from kinerja.models import UsulPerbaikan
from kinerja.services.usul_perbaikan import mark_seen, send_idea
from kinerja.services.usul_perbaikan_baca import (
    PER_HALAMAN,
    author_name,
    own_ideas,
    to_do_for_leader,
    tried_idea,
    tried_in,
)
from kinerja.views.usul_perbaikan_kartu import full_view, shown
from kinerja.views.usul_perbaikan_langkah import idea_or_404
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Mine, and what waits for my word."""
    saya = own_record(request)
    terbuka = to_do_for_leader(request.user)
    prefetch_related_objects(terbuka, "bersama")
    catat_baca(pengguna=request.user, pegawai_ids=shown(terbuka, request), kanal=KANAL)
    isi = {
        "milik": [idea_line(u, request, saya) for u in own_ideas(saya)],
        "menunggu": [idea_line(u, request, saya) for u in terbuka if u.status == StatusUsul.MENUNGGU],
        "diuji": [idea_line(u, request, saya) for u in terbuka if u.status == StatusUsul.DICOBA],
    }
    return render(request, "kinerja/usul_perbaikan.html", isi)


def idea_line(u: UsulPerbaikan, request: HttpRequest, saya: Pegawai) -> dict[str, Any]:
    """One line for partials/tugas.html."""
    status = StatusUsul(u.status)
    nama = "" if u.pegawai_id == saya.pk else f"{author_name(u, request.user)}, "
    return {
        "judul": u.coba or u.nomor,
        "url": reverse("kinerja:usul_perbaikan_satu", args=[u.pk]),
        "tanda": u.get_status_display(),
        "kelas": KELAS[status],
        "ket": f"{nama}{moment_text(u.dikirim_pada, zone_of(saya))}",
    }


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def kirim(request: HttpRequest) -> HttpResponse:
    """Three sentences to my atasan; `?dari=` begins with a tried idea of the instansi."""
    saya = own_record(request)
    asal = _origin(request, saya)
    form = UsulForm(dikirim(request), initial=_copied(asal))
    if form.is_bound and form.is_valid() and (baru := _send(request, form)):
        return HttpResponseRedirect(reverse("kinerja:usul_perbaikan_satu", args=[baru.pk]))
    isi = {
        "form": form,
        "asal": asal,
        "tujuan": kalimat_tujuan(saya.atasan.nama_gelar) if saya.atasan else [],
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/usul_perbaikan_kirim.html", isi)


def _origin(request: HttpRequest, saya: Pegawai) -> UsulPerbaikan | None:
    dari = bilangan(request.GET.get("dari"))
    return tried_idea(usul_id=dari, instansi_id=saya.instansi_id) if dari else None


def _copied(asal: UsulPerbaikan | None) -> dict[str, Any]:
    if asal is None:
        return {}
    return {"masalah": asal.masalah, "coba": asal.coba, "terbantu": asal.terbantu, "asal": asal.pk}


def _send(request: HttpRequest, form: UsulForm) -> UsulPerbaikan | None:
    try:
        u = send_idea(isi=form.isi, kunci=form.cleaned_data["kunci"], actor=request.user, at=timezone.now())
    except DomainError as salah:
        if isinstance(salah, Bentrok):
            form.ganti_kunci()
        form.add_error(None, f"{salah.kalimat} {salah.tindakan}".strip())
        return None
    messages.success(request, f"Terima kasih. Usul {u.nomor} terkirim kepada atasan Anda.")
    return u


@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One idea with its answer; its author has seen the answer then."""
    saya = own_record(request)
    u = idea_or_404(request, pk)
    catat_baca(pengguna=request.user, pegawai_ids=shown([u], request), kanal=KANAL)
    mark_seen(usul_id=u.pk, actor=request.user, at=timezone.now())
    return render(request, "kinerja/usul_perbaikan_satu.html", full_view(u, request, saya))


@require_safe
def dicoba(request: HttpRequest) -> HttpResponse:
    """*Yang sudah dicoba* in my instansi; anybody may copy one to their unit."""
    saya = own_record(request)
    sebelum = bilangan(request.GET.get("sebelum"))
    semua, ada_lagi = potong(tried_in(saya.instansi_id, sebelum=sebelum), PER_HALAMAN)
    catat_baca(pengguna=request.user, pegawai_ids=shown(semua, request), kanal=KANAL)
    isi = {"usul": [_tried(u, request) for u in semua], "halaman": _page(request, semua, ada_lagi=ada_lagi)}
    return render(request, "kinerja/usul_perbaikan_dicoba.html", isi)


def _tried(u: UsulPerbaikan, request: HttpRequest) -> dict[str, Any]:
    """Where somebody is not named, the unit is not either: a small one would name them."""
    nama = author_name(u, request.user)
    unit = u.unit.nama if u.unit and nama == u.pegawai.nama_gelar else ""
    return {
        "coba": u.coba,
        "masalah": u.masalah,
        "terbantu": u.terbantu,
        "oleh": ", ".join(t for t in (nama, unit) if t),
        "tanda": u.get_status_display(),
        "kelas": KELAS[StatusUsul(u.status)],
        "hasil": kalimat_hasil(u),
        "kata_warga": u.kata_warga,
        "disalin": getattr(u, "disalin", 0),
        "url": f"{reverse('kinerja:usul_perbaikan_kirim')}?dari={u.pk}",
    }


def _page(request: HttpRequest, semua: Any, *, ada_lagi: bool) -> Halaman | None:
    if not ada_lagi and "sebelum" not in request.GET:
        return None
    return Halaman(
        sebelum=alamat(request, sebelum=None) if "sebelum" in request.GET else "",
        berikut=alamat(request, sebelum=semua[-1].pk) if ada_lagi else "",
    )
