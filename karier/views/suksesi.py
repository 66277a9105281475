"""Succession of critical posts, for whoever has a duty in the committee of talent; 404 for everybody else.

Every reading is on the trail of the post: on that of a candidate the candidate would read it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim, isikan
from karier.forms.talenta import FormKandidat, FormKritikal, FormLepas, FormRencana, FormTetapkan
from karier.models import AnggotaKomite, JabatanKritikal, KandidatSuksesi
from karier.services.suksesi import (
    add_candidate,
    add_from_pool,
    drop_candidate,
    establish_plan,
    mark_post,
    plan_candidate,
)
from karier.services.suksesi_baca import candidates_of, holders_of, plans_of, pool_of
from pegawai.services.profil import day_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The critical posts that I may read about."""
    _duty(request)
    semua = (
        JabatanKritikal.objects.visible_to(request.user).filter(aktif=True).select_related("jabatan", "unit")
    )
    _log(request, None, [])
    return render(request, "karier/suksesi.html", {"jabatan": list(semua)})


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Mark a post as critical."""
    tugas = _duty(request)
    form = FormKritikal(dikirim(request), instansi_id=tugas.komite.instansi_id)
    return _sent(
        request, form, "Tandai jabatan kritikal", "Tandai",
        lambda isi: reverse("karier:suksesi_jabatan", args=[mark_post(**isi).pk]), reverse("karier:suksesi"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def jabatan(request: HttpRequest, pk: int) -> HttpResponse:
    """One post: holder, candidates with readiness and gaps, who could be added. POST adds the chosen."""
    satu = _post(request, pk)
    if request.method == "POST":
        return _add(request, satu)
    per = day_of(own_record(request), timezone.now())
    kandidat, usul = candidates_of(satu, per=per), pool_of(satu, request.user)
    _log(request, satu, [k.pegawai_id for k in (*kandidat, *usul)])
    konteks = {
        "jabatan": satu,
        "pemangku": list(holders_of(satu, per=per).values()),
        "kandidat": kandidat,
        "usul": usul,
        "rencana": plans_of(satu),
    }
    return render(request, "karier/suksesi_jabatan.html", konteks)


def _add(request: HttpRequest, satu: JabatanKritikal) -> HttpResponse:
    dipilih = [n for n in map(bilangan, request.POST.getlist("pegawai")) if n]
    baru = add_from_pool(kritikal_id=satu.pk, pegawai_ids=dipilih, actor=request.user, at=timezone.now())
    if baru:
        messages.success(request, f"{len(baru)} kandidat ditambahkan.")
    else:
        messages.info(request, "Tidak ada yang ditambahkan. Pilih dahulu pegawai yang belum ada di daftar.")
    return HttpResponseRedirect(request.path)


@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody outside the succession group, with a reason."""
    satu = _post(request, pk)
    form = FormKandidat(dikirim(request), instansi_id=satu.instansi_id)
    balik = reverse("karier:suksesi_jabatan", args=[pk])

    def kerja(isi: dict[str, Any]) -> str:
        add_candidate(kritikal_id=pk, pegawai=isi.pop("nip"), **isi)
        return balik

    return _sent(request, form, "Tambah kandidat", "Tambahkan", kerja, balik)


@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Establish the plan of this post, with minutes."""
    satu = _post(request, pk)
    terakhir = satu.rencana.first()
    form = FormTetapkan(dikirim(request), initial={"versi": terakhir.urutan if terakhir else 0})
    balik = reverse("karier:suksesi_jabatan", args=[pk])

    def kerja(isi: dict[str, Any]) -> str:
        establish_plan(kritikal_id=pk, urutan=isi.pop("versi"), **isi)
        return balik

    return _sent(request, form, f"Tetapkan rencana suksesi {satu}", "Tetapkan", kerja, balik)


@require_http_methods(["GET", "HEAD", "POST"])
def kandidat(request: HttpRequest, pk: int) -> HttpResponse:
    """What prepares a candidate; or no longer considered, with a reason."""
    own_record(request)
    boleh = JabatanKritikal.objects.visible_to(request.user)
    k = KandidatSuksesi.objects.filter(pk=pk, kritikal__in=boleh).first()
    if k is None:
        raise Http404
    if k.dilepas_pada is not None:
        messages.info(request, "Kandidat ini sudah dilepas.")
        return HttpResponseRedirect(reverse("karier:suksesi_jabatan", args=[k.kritikal_id]))
    lepas = request.POST.get("langkah") == "lepas"
    form = FormRencana(None if lepas else dikirim(request), initial={"rencana": k.rencana, "versi": k.versi})
    batal = FormLepas(dikirim(request) if lepas else None, prefix="lepas")
    dipakai: Any = batal if lepas else form
    balik = reverse("karier:suksesi_jabatan", args=[k.kritikal_id])
    if request.method == "POST" and dipakai.is_valid():
        try:
            if lepas:
                drop_candidate(
                    kandidat_id=pk, alasan=batal.cleaned_data["alasan"], actor=request.user, at=timezone.now()
                )
            else:
                plan_candidate(kandidat_id=pk, **form.cleaned_data, actor=request.user)
        except DomainError as salah:
            dipakai.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Kandidat dilepas." if lepas else "Rencana penyiapan tersimpan.")
            return HttpResponseRedirect(balik)
    if form.errors:
        isikan(form, versi=k.versi)
    _log(request, k.kritikal, [k.pegawai_id])
    konteks = {"k": k, "form": form, "batal": batal, "url_balik": balik}
    return render(request, "karier/suksesi_kandidat.html", konteks)


def _sent(
    request: HttpRequest,
    form: Any,
    judul: str,
    tombol: str,
    kerja: Callable[[dict[str, Any]], str],
    balik: str,
) -> HttpResponse:
    """A page of one form; `kerja` does it and tells where the way leads."""
    if request.method == "POST" and form.is_valid():
        try:
            tujuan = kerja({**form.cleaned_data, "actor": request.user, "at": timezone.now()})
        except TidakDitemukan as salah:
            raise Http404 from salah
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Tersimpan.")
            return HttpResponseRedirect(tujuan)
    if form.errors and "versi" in form.fields:
        isikan(form, versi=form.initial["versi"])
    konteks = {"form": form, "judul": judul, "tombol": tombol, "url_balik": balik}
    return render(request, "karier/suksesi_isi.html", konteks)


def _duty(request: HttpRequest) -> AnggotaKomite:
    own_record(request)
    tugas: AnggotaKomite | None = (
        AnggotaKomite.objects.milik(request.user).select_related("komite").order_by("-pk").first()
    )
    if tugas is None:
        raise Http404
    return tugas


def _post(request: HttpRequest, pk: int) -> JabatanKritikal:
    own_record(request)
    semua = JabatanKritikal.objects.visible_to(request.user)
    satu: JabatanKritikal | None = (
        semua.select_related("jabatan__standar", "unit", "instansi").filter(pk=pk).first()
    )
    if satu is None:
        raise Http404
    return satu


def _log(request: HttpRequest, satu: JabatanKritikal | None, pegawai_ids: list[int]) -> None:
    catat(
        pengguna=request.user,
        tindakan="lihat_suksesi",
        subjek_jenis="jabatan_kritikal",
        subjek_id=satu.pk if satu else None,
        kanal=KANAL,
        rincian={"pegawai": pegawai_ids} if pegawai_ids else {},
    )
