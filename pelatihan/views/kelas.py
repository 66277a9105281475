"""Classes for who takes part: check and apply, follow, come, withdraw (A8, A9)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.views import bilangan, dikirim
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL, own_record
from pelatihan.enums import BERKURSI, StatusPendaftaran
from pelatihan.forms.kelas import FormDaftar, FormHadir
from pelatihan.models import Pendaftaran
from pelatihan.reports.surat_tugas import letter_content
from pelatihan.services.belajar import learning_for
from pelatihan.services.kehadiran import record_attendance
from pelatihan.services.materi import taught_classes
from pelatihan.services.pendaftaran import apply, withdraw
from pelatihan.services.pendaftaran_baca import check_application, own_classes, own_enrolment, read_class

_DUA = ["GET", "HEAD", "POST"]


@require_http_methods(_DUA)
def daftar(request: HttpRequest, pk: int) -> HttpResponse:
    """What to know before applying, and the one button."""
    saya = own_record(request)
    try:
        periksa = check_application(pengguna=request.user, pegawai=saya, angkatan_id=pk, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    if periksa.sudah is not None:
        return HttpResponseRedirect(_class(periksa.sudah))
    form = FormDaftar(dikirim(request))
    if request.method == "POST" and form.is_valid():
        tujuan = _send(request, saya, pk, form)
        if tujuan:
            return HttpResponseRedirect(tujuan)
    return render(request, "pelatihan/daftar.html", {"periksa": periksa, "form": form})


def _send(request: HttpRequest, saya: Pegawai, pk: int, form: FormDaftar) -> str:
    """Where to go on; empty when it was refused and what was typed stands on the page."""
    try:
        alasan = form.cleaned_data["alasan"]
        p = apply(angkatan_id=pk, pegawai=saya, alasan=alasan, actor=request.user, at=timezone.now())
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return ""
    menunggu = p.status == StatusPendaftaran.DAFTAR_TUNGGU
    messages.success(
        request, "Anda masuk daftar tunggu kelas ini." if menunggu else "Pendaftaran sudah terkirim."
    )
    return _class(p)


@require_safe
def kelas_saya(request: HttpRequest) -> HttpResponse:
    """Every class I enrolled in, and the way to those in which I speak."""
    isi = {"baris": own_classes(own_record(request)), "mengajar": bool(taught_classes(request.user))}
    return render(request, "pelatihan/kelas_saya.html", isi)


@require_safe
def kelas(request: HttpRequest, pk: int) -> HttpResponse:
    """One class of mine."""
    p = _own(request, pk)
    catat_baca(pengguna=request.user, pegawai_ids=[p.pegawai_id], kanal=KANAL)
    kini = timezone.now()
    baca = read_class(p, at=kini)
    isi = {
        "p": p,
        "angkatan": p.angkatan,
        "baca": baca,
        "form": FormHadir() if baca.dapat_hadir else None,
        "tautan": p.angkatan.tautan if p.status in BERKURSI else "",
        "belajar": learning_for(p, at=kini) if p.status in BERKURSI else None,
    }
    return render(request, "pelatihan/kelas.html", isi)


@require_http_methods(_DUA)
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """*Batalkan pendaftaran*, after a question."""
    p = _own(request, pk)
    if request.method == "POST":
        versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
        try:
            withdraw(pendaftaran_id=pk, versi=versi, actor=request.user, at=timezone.now())
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        else:
            messages.success(request, "Pendaftaran dibatalkan. Kursinya untuk urutan berikutnya.")
        return HttpResponseRedirect(_class(p))
    if not read_class(p, at=timezone.now()).dapat_batal:
        return HttpResponseRedirect(_class(p))
    return render(request, "pelatihan/batalkan.html", {"p": p, "angkatan": p.angkatan})


@require_http_methods(_DUA)
def hadir(request: HttpRequest, pk: int) -> HttpResponse:
    """My presence by the code of the room; the QR code there leads here with the code typed in."""
    p = _own_of_class(request, pk)
    form = FormHadir(dikirim(request), initial={"kode": request.GET.get("kode", "")[:12]})
    if request.method == "POST" and form.is_valid():
        kode = form.cleaned_data["kode"]
        try:
            satu = record_attendance(angkatan_id=pk, kode=kode, actor=request.user, at=timezone.now())
        except DomainError as salah:
            form.add_error("kode", salah.kalimat)
        else:
            messages.success(request, f"Kehadiran Anda tercatat: {satu.sesi}.")
            return HttpResponseRedirect(_class(p))
    return render(request, "pelatihan/hadir.html", {"p": p, "angkatan": p.angkatan, "form": form})


@require_safe
def surat(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter that sends me."""
    p = _own(request, pk)
    if p.surat_tugas is None or not read_class(p, at=timezone.now()).surat:
        raise Http404
    ids = list(p.surat_tugas.pendaftaran.values_list("pegawai", flat=True))
    catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="cetak", keperluan="Surat tugas")
    nama = f"surat-tugas-{p.surat_tugas_id}"
    return unduhan_pdf(nama, render_pdf("surat_tugas", letter_content(p.surat_tugas)))


def _own(request: HttpRequest, pk: int) -> Pendaftaran:
    saya = own_record(request)
    try:
        return own_enrolment(pegawai=saya, pk=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _own_of_class(request: HttpRequest, angkatan_id: int) -> Pendaftaran:
    saya = own_record(request)
    # By the key of the class itself: a number that no key can be is then nobody, not an error.
    milik = Pendaftaran.objects.filter(pegawai=saya, angkatan__pk=angkatan_id).values_list("pk", flat=True)
    return _own(request, milik.first() or 0)


def _class(p: Pendaftaran) -> str:
    return reverse("pelatihan:kelas", args=[p.pk])
