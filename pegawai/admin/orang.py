"""What HR does for one person beside the form: show the NIK, give an account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import dikirim
from pegawai.admin.formulir import FormKeperluan
from pegawai.models import Pegawai, Pengguna
from pegawai.services.akun import buat_akun, issue_password_link
from pegawai.services.pegawai import reveal_nik


def lihat_nik(request: HttpRequest, situs: AdminSite, pk: int) -> HttpResponse:
    """Show the NIK once, after a purpose was named; the trail keeps the purpose."""
    pegawai = get_object_or_404(Pegawai.objects.dikelola(request.user), pk=pk)
    form = FormKeperluan(dikirim(request))
    nik = ""
    if request.method == "POST" and form.is_valid():
        nik = reveal_nik(
            pegawai=pegawai, keperluan=form.cleaned_data["keperluan"], actor=request.user, kanal=KANAL
        )
    isi = {
        **situs.each_context(request),
        "title": "Lihat NIK",
        "pegawai": pegawai,
        "form": form,
        "nik": nik,
        "url_balik": _halaman(pegawai),
    }
    return TemplateResponse(request, "admin/pegawai/nik.html", isi)


def alat_akun(pegawai: Pegawai, akun: Pengguna | None) -> list[dict[str, Any]]:
    """The account of a person, or the way to one."""
    if akun is not None:
        return [{"teks": "Buka akun", "url": _halaman_akun(akun), "utama": True}]
    url = reverse("admin:pegawai_pegawai_akun", args=[pegawai.pk])
    return [{"teks": "Buat akun", "url": url, "utama": True}]


def beri_akun(request: HttpRequest, situs: AdminSite, pk: int) -> HttpResponse:
    """Make an account after a confirm page, and show once the link to hand over."""
    pegawai = get_object_or_404(Pegawai.objects.dikelola(request.user), pk=pk)
    if request.method == "POST":
        return _buat(request, situs, pegawai)
    akun = Pengguna.objects.filter(pegawai=pegawai).first()
    if akun is not None:
        return HttpResponseRedirect(_halaman_akun(akun))
    aksi = {
        "judul": f"Buat akun untuk {pegawai.nama_gelar}?",
        "kalimat": f"Nama akunnya NIP {pegawai.nip}. Kata sandinya dibuat sendiri oleh pemiliknya.",
        "teks": "Ya, buat akun",
    }
    akibat = [
        "Tautan untuk membuat kata sandi tampil satu kali di halaman berikutnya.",
        "Sampaikan tautan itu langsung kepada orangnya, sesudah memastikan identitasnya.",
        "Pembuatan akun tersimpan pada jejak atas nama Anda.",
    ]
    isi = {"title": "Buat akun", "aksi": aksi, "akibat": akibat, "url_balik": _halaman(pegawai)}
    return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", {**situs.each_context(request), **isi})


def _buat(request: HttpRequest, situs: AdminSite, pegawai: Pegawai) -> HttpResponse:
    pelaku: Any = request.user
    try:
        akun = _akun_baru(pegawai, pelaku)
        tautan = issue_password_link(pengguna=akun, actor=pelaku)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(_halaman(pegawai))
    isi = {
        "title": "Akun dibuat",
        "akun": akun,
        "baru": True,
        "tautan": request.build_absolute_uri(tautan),
        "url_balik": _halaman(pegawai),
    }
    return TemplateResponse(
        request, "admin/pegawai/tautan_sandi.html", {**situs.each_context(request), **isi}
    )


def _akun_baru(pegawai: Pegawai, pelaku: Any) -> Pengguna:
    """The account; of two clicks only the second shows its answer, so that one gets it too."""
    try:
        return buat_akun(pegawai=pegawai, actor=pelaku, at=timezone.now())
    except Bentrok:
        ada = Pengguna.objects.filter(pegawai=pegawai).first()
        if ada is None or ada.has_usable_password():
            raise
        return ada


def _halaman(pegawai: Pegawai) -> str:
    return reverse("admin:pegawai_pegawai_change", args=[pegawai.pk])


def _halaman_akun(akun: Pengguna) -> str:
    return reverse("admin:pegawai_pengguna_change", args=[akun.pk])
