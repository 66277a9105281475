"""*Realisasi tim*: what my direct reports did, and what I send back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import dikirim, isikan
from kinerja.enums import BERJALAN, StatusPengisian
from kinerja.forms.realisasi import KembalikanForm
from kinerja.kamus.realisasi import KELAS_PENGISIAN
from kinerja.models import PengisianRealisasi, SiklusPenilaian
from kinerja.rules.capaian import TARGET_SELURUH_MASA, USULAN
from kinerja.services.realisasi import kembalikan_realisasi
from kinerja.services.realisasi_baca import Menunggu, due_for, running_cycles, sent_sheet
from kinerja.services.refleksi import reflection_of
from kinerja.services.tenggat import filling_deadlines
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Tugas


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Everybody I rate, for every running cycle that asks for realisation."""
    saya = own_record(request)
    tim = list(
        Pegawai.objects.dinilai_oleh(request.user).select_related("unit", "instansi").order_by("nama", "pk")
    )
    catat_baca(pengguna=request.user, pegawai_ids=[p.pk for p in tim], kanal=KANAL)
    siklus = running_cycles(saya.instansi_id) if tim else []
    menurut = due_for(tim, siklus, filling_deadlines(siklus, tim))
    isi = {"siklus": [_siklus(s, tim, menurut[s.pk]) for s in siklus]}
    return render(request, "kinerja/realisasi_tim.html", isi)


def _siklus(
    siklus: SiklusPenilaian, tim: Sequence[Pegawai], menurut: Mapping[int, Sequence[Menunggu]]
) -> dict[str, Any]:
    tiada: list[Menunggu | None] = [None]
    baris = [_baris(p, m) for p in tim for m in menurut[p.pk] or tiada]
    terkirim = sum(b.kelas == "ok" for b in baris)
    return {"nama": siklus.nama, "jumlah": len(baris), "terkirim": terkirim, "baris": baris}


def _baris(p: Pegawai, m: Menunggu | None) -> Tugas:
    if m is None:
        return Tugas(judul=p.nama_gelar, url="", tanda="Belum ada SKP")
    isian = m.pengisian
    if isian is None or isian.dikirim_pada is None:
        return Tugas(judul=p.nama_gelar, url="", tanda="Belum dikirim", ket=f"Batas {m.tenggat.teks}")
    status = StatusPengisian(isian.status)
    if status is not StatusPengisian.DIKIRIM:
        return Tugas(
            judul=p.nama_gelar, url="", tanda=isian.get_status_display(), kelas=KELAS_PENGISIAN[status]
        )
    ket = f"Dikirim {moment_text(isian.dikirim_pada, m.tenggat.zona_waktu)}"
    return Tugas(
        judul=p.nama_gelar,
        url=reverse("kinerja:realisasi_lembar", args=[isian.pk]),
        tanda="Terkirim",
        kelas="ok",
        ket=f"{ket}, sesudah batas" if isian.alasan_terlambat else ket,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def lembar(request: HttpRequest, pk: int) -> HttpResponse:
    """One realisation as it was sent, with the reflection beside it; or send it back with a note."""
    saya = own_record(request)
    semua = PengisianRealisasi.objects.dinilai_oleh(request.user).select_related(
        "siklus", "skp__pegawai__unit", "skp__pegawai__instansi", "diisikan_oleh"
    )
    pengisian = semua.filter(pk=pk).first()
    if pengisian is None:
        return _sudah_dikembalikan(request, pk)
    form = KembalikanForm(dikirim(request), initial={"versi": pengisian.versi})
    if form.is_bound and form.is_valid() and _kembalikan(request, form, pk):
        messages.success(request, f"Realisasi dikembalikan. {pengisian.skp.pegawai} membaca catatan Anda.")
        return HttpResponseRedirect(reverse("kinerja:realisasi_tim"))
    if form.is_bound:  # the page shows what was sent last
        isikan(form, versi=pengisian.versi)
    pegawai = pengisian.skp.pegawai
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai.pk], kanal=KANAL, keperluan="Realisasi kinerja")
    isi = {
        "lembar": sent_sheet(pengisian),
        "pegawai": pegawai.nama_gelar,
        "pada": moment_text(pengisian.dikirim_pada, zone_of(saya)) if pengisian.dikirim_pada else "",
        "refleksi": reflection_of(pegawai_id=pegawai.pk, siklus=pengisian.siklus, pengguna=request.user),
        "form": form if pengisian.siklus.status in BERJALAN else None,
        "usulan_kata": USULAN if pengisian.siklus.tahunan else f"{TARGET_SELURUH_MASA} {USULAN}",
    }
    return render(request, "kinerja/realisasi_lembar.html", isi)


def _sudah_dikembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """The second press of *Kembalikan*; 404 for everything else."""
    milik = PengisianRealisasi.objects.filter(pk=pk, dikembalikan_oleh=request.user.pk)
    if request.method != "POST" or not milik.exists():
        raise Http404
    messages.info(request, "Realisasi itu sudah dikembalikan.")
    return HttpResponseRedirect(reverse("kinerja:realisasi_tim"))


def _kembalikan(request: HttpRequest, form: KembalikanForm, pk: int) -> bool:
    try:
        kembalikan_realisasi(
            pengisian_id=pk,
            catatan=form.cleaned_data["catatan"],
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
    return not form.errors
