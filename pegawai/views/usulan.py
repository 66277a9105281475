"""*Ada data yang keliru?*: choose the row, say what should stand there, send it; see what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import dikirim
from pegawai.forms.usulan import FormUsulan
from pegawai.models import UsulanPerubahan
from pegawai.services.bukti import buka_bukti
from pegawai.services.usulan import ajukan_usulan, batalkan_usulan
from pegawai.services.usulan_baca import beside_values, own_requests
from pegawai.services.usulan_konfirmasi import terbitkan_kode
from pegawai.services.usulan_pilih import choices
from pegawai.services.usulan_rekam import rekam
from pegawai.views.bukti import unduhan_bukti
from pegawai.views.saya import KANAL, own_record

#: So many of one's own requests are shown; older ones stay on the trail.
TERBANYAK = 50


@require_safe
def keliru(request: HttpRequest) -> HttpResponse:
    """Choose the row that is wrong; `?tentang=` (kinds, with commas) puts those first."""
    saya = own_record(request)
    tentang = request.GET.get("tentang", "").split(",")
    kelompok = choices(saya, usul=beside_values(saya, at=timezone.now()))
    pilihan = [k for k in kelompok if k.kode in tentang]
    isi = {"utama": pilihan or kelompok, "lain": [k for k in kelompok if k not in pilihan] if pilihan else []}
    return render(request, "pegawai/keliru.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, kode: str, objek_id: int) -> HttpResponse:
    """One row, filled in with what stands; 404 for what is not mine."""
    saya = own_record(request)
    try:
        r = rekam(kode)
        objek = r.ambil(saya, objek_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    kini = r.kini(saya, objek)
    form = FormUsulan(dikirim(request), request.FILES or None, rekam=r, pegawai=saya, objek=objek, kini=kini)
    if request.method == "POST" and form.is_valid() and _kirim(request, form, saya.pk, kode, objek_id):
        return HttpResponseRedirect(reverse("pegawai:usul_saya"))
    usul = beside_values(saya, at=timezone.now())
    isi = {
        "form": form,
        "judul": r.judul,
        "baris": r.baris(objek) if objek is not None else r.tambah,
        "menunggu": sorted({k for (kd, pk, _), k in usul.items() if (kd, pk) == (kode, objek_id)}),
        "pengelola": saya.instansi.pengelola,
    }
    return render(request, "pegawai/usulkan.html", isi)


def _kirim(request: HttpRequest, form: FormUsulan, pegawai_id: int, kode: str, objek_id: int) -> bool:
    try:
        usulan = ajukan_usulan(
            pegawai_id=pegawai_id,
            kode=kode,
            objek_id=objek_id,
            usul=form.usul,
            alasan=form.cleaned_data["alasan"],
            berkas=form.terlampir,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except Bentrok as salah:
        # A second click: what the first one sent stands in the list.
        messages.info(request, salah.kalimat)
        return True
    except DomainError as salah:
        ruas = "berkas" if salah.kode.startswith("bukti") else None
        form.add_error(ruas, salah.kalimat)
        return False
    messages.success(request, f"Usul nomor {usulan.pk} terkirim. Nilai lama dipakai sampai usul diterima.")
    return True


@require_safe
def usul_saya(request: HttpRequest) -> HttpResponse:
    """What I asked for, and what others entered for me."""
    saya = own_record(request)
    return render(request, "pegawai/usul_saya.html", {"usul": own_requests(saya, batas=TERBANYAK)})


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw, or say that I never asked for it."""
    own_record(request)
    try:
        usulan = _milik_saya(request, pk)
        batalkan_usulan(usulan_id=usulan.pk, actor=request.user, at=timezone.now(), kanal=KANAL)
    except Bentrok as salah:
        messages.info(request, salah.kalimat)
    else:
        messages.success(request, f"Usul nomor {pk} dibatalkan. Buktinya dihapus.")
    return HttpResponseRedirect(reverse("pegawai:usul_saya"))


@require_POST
def kode(request: HttpRequest, pk: int) -> HttpResponse:
    """Show once the code to read out to whoever entered a request for me."""
    own_record(request)
    usulan = _milik_saya(request, pk)
    try:
        angka = terbitkan_kode(usulan_id=usulan.pk, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("pegawai:usul_saya"))
    isi = {"kode": f"{angka[:3]} {angka[3:]}", "usulan": usulan}
    return render(request, "pegawai/kode.html", isi)


@require_safe
def bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """The evidence of my own request, as a download."""
    saya = own_record(request)
    usulan = _milik_saya(request, pk)
    if usulan.bukti is None:
        raise Http404
    try:
        isi = buka_bukti(
            bukti=usulan.bukti,
            pegawai_id=saya.pk,
            pengguna=request.user,
            kanal=KANAL,
            keperluan=f"Usul perbaikan data nomor {pk}",
        )
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("pegawai:usul_saya"))
    return unduhan_bukti(usulan.bukti, isi)


def _milik_saya(request: HttpRequest, pk: int) -> UsulanPerubahan:
    """A request about me; 404 for every other one, also one that I may decide as an officer."""
    pengguna: Any = request.user
    usulan = UsulanPerubahan.objects.filter(pegawai_id=pengguna.pegawai_id, pk=pk).first()
    if usulan is None:
        raise Http404
    return usulan
