"""Help with an account on the page of a person, and the requests that a second officer decides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, wewenang
from pegawai.enums import CaraKenal, StatusPermintaan
from pegawai.forms.akun import FormKenal, FormPutusan
from pegawai.models import Pegawai, Pengguna, PermintaanFaktor
from pegawai.rules.kode_sekali import tulis
from pegawai.services.bantuan import (
    decide_factor_removal,
    issue_reset_code,
    may_help,
    request_factor_removal,
)
from pegawai.services.pengaman import has_factor

DAFTAR = "admin:pegawai_permintaanfaktor_changelist"


def url_bantuan(situs: AdminSite) -> list[URLPattern]:
    """Two pages about one person's account."""
    return [
        path(
            f"<int:pk>/{jalan}/",
            situs.admin_view(never_cache(partial(halaman, situs=situs))),
            name=f"pegawai_pegawai_{jalan}",
        )
        for jalan, halaman in (("bantu", bantu), ("lepas", lepas))
    ]


def alat_bantuan(request: HttpRequest, pegawai: Pegawai, akun: Pengguna | None) -> list[dict[str, Any]]:
    """Buttons on the page of a person whose account the user may help with."""
    pelaku: Any = request.user
    if not wewenang(request).membantu or not may_help(pegawai=pegawai, akun=akun, actor=pelaku):
        return []
    bantu = {"teks": "Bantu atur ulang", "url": reverse("admin:pegawai_pegawai_bantu", args=[pegawai.pk])}
    if not has_factor(akun):
        return [bantu]
    url = reverse("admin:pegawai_pegawai_lepas", args=[pegawai.pk])
    return [bantu, {"teks": "Minta lepas verifikasi dua langkah", "url": url}]


def bantu(request: HttpRequest, pk: int, situs: AdminSite) -> HttpResponse:
    """After the identity check: a code, shown once, with which its owner chooses a new password."""
    pelaku: Any = request.user
    pegawai = get_object_or_404(Pegawai.objects.dibantu(pelaku).select_related("instansi"), pk=pk)
    form, kode = FormKenal(dikirim(request)), ""
    if request.method == "POST" and form.is_valid():
        try:
            kode = issue_reset_code(pegawai=pegawai, actor=pelaku, at=timezone.now(), **_kenal(form))
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
    isi = {
        "title": "Bantu atur ulang kata sandi",
        "pegawai": pegawai,
        "form": form,
        "kode": tulis(kode),
        "perlu_nik": bool(pegawai.nik_indeks),
        "alamat": request.build_absolute_uri(reverse("pegawai:aktivasi")),
        "url_balik": _halaman(pegawai),
    }
    return TemplateResponse(request, "admin/pegawai/bantu.html", {**situs.each_context(request), **isi})


def lepas(request: HttpRequest, pk: int, situs: AdminSite) -> HttpResponse:
    """Ask that a lost second factor be taken away; HR decides."""
    pelaku: Any = request.user
    pegawai = get_object_or_404(Pegawai.objects.dibantu(pelaku).select_related("instansi"), pk=pk)
    form = FormKenal(dikirim(request))
    if request.method == "POST" and form.is_valid():
        try:
            request_factor_removal(pegawai=pegawai, actor=pelaku, at=timezone.now(), **_kenal(form))
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            pengelola = pegawai.instansi.pengelola
            messages.success(
                request, f"Permintaan tersimpan dan menunggu keputusan petugas lain di {pengelola}."
            )
            return HttpResponseRedirect(_halaman(pegawai))
    aksi = {
        "judul": f"Minta lepas verifikasi dua langkah {pegawai.nama_gelar}?",
        "kalimat": "Untuk orang yang kehilangan ponsel dan kode cadangannya. Kata sandinya tetap.",
        "teks": "Kirim permintaan",
    }
    akibat = [
        f"Petugas lain di {pegawai.instansi.pengelola} memutuskan permintaan ini, paling lama 3 hari.",
        "Pemilik akun melihat siapa yang meminta dan siapa yang menyetujui.",
    ]
    isi = {"title": "Lepas verifikasi dua langkah", "aksi": aksi, "akibat": akibat, "form": form}
    return TemplateResponse(
        request,
        "admin/kinerja/siklus_aksi.html",
        {**situs.each_context(request), **isi, "url_balik": _halaman(pegawai)},
    )


def _kenal(form: FormKenal) -> dict[str, Any]:
    return {"cara": CaraKenal(form.cleaned_data["cara"]), "catatan": form.cleaned_data["catatan"]}


def _halaman(pegawai: Pegawai) -> str:
    return reverse("admin:pegawai_pegawai_change", args=[pegawai.pk])


@admin.register(PermintaanFaktor)
class PermintaanFaktorAdmin(AdminLihat):
    """Requests of the people whom the user keeps as HR; decided on a page of their own."""

    perlu_mengelola = True
    list_display = ("pegawai", "diminta_oleh", "diminta_pada", "status", "diputus_oleh")
    list_select_related = ("pegawai", "diminta_oleh", "diputus_oleh")
    list_filter = ("status",)
    search_fields = ("pegawai__nama",)
    search_help_text = "Nama orang"
    fields = (
        "pegawai", "cara", "catatan", "diminta_oleh", "diminta_pada",
        "status", "diputus_oleh", "diputus_pada", "alasan",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        baris: Any = super().get_queryset(request)
        return baris if wewenang(request).super else baris.dikelola(request.user)

    def get_urls(self) -> list[URLPattern]:
        putus = self.admin_site.admin_view(self.putus)
        return [path("<int:pk>/putus/", putus, name="pegawai_permintaanfaktor_putus"), *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """With the way to the decision while it is open."""
        permintaan = self.get_object(request, object_id)
        alat = []
        if permintaan.status == StatusPermintaan.MENUNGGU:
            url = reverse("admin:pegawai_permintaanfaktor_putus", args=[permintaan.pk])
            alat = [{"teks": "Putuskan", "url": url, "utama": True}]
        return super().change_view(request, object_id, form_url, {"alat": alat, **(extra_context or {})})

    def putus(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Approve or refuse, with what the first officer saw in view."""
        permintaan = self.get_object(request, str(pk))
        form = FormPutusan(dikirim(request))
        if request.method == "POST" and form.is_valid() and self._putuskan(request, permintaan, form):
            return HttpResponseRedirect(reverse(DAFTAR))
        isi = {
            **self.admin_site.each_context(request),
            "title": "Putuskan permintaan",
            "permintaan": permintaan,
            "form": form,
            "url_balik": reverse(DAFTAR),
        }
        return TemplateResponse(request, "admin/pegawai/permintaan_faktor.html", isi)

    def _putuskan(self, request: HttpRequest, permintaan: Any, form: FormPutusan) -> bool:
        pelaku: Any = request.user
        setuju = request.POST.get("putusan") == "setuju"
        try:
            decide_factor_removal(
                pk=permintaan.pk,
                setuju=setuju,
                alasan=form.cleaned_data["alasan"],
                actor=pelaku,
                at=timezone.now(),
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return False
        hasil = "disetujui; verifikasi dua langkahnya sudah dilepas" if setuju else "ditolak"
        messages.success(request, f"Permintaan untuk {permintaan.pegawai} {hasil}.")
        return True


@daftarkan_antrean(15)
def permintaan_menunggu(request: HttpRequest) -> Iterator[Tugas]:
    """Requests that wait for the second officer."""
    if wewenang(request).mengelola:
        menunggu = PermintaanFaktor.objects.dikelola(request.user).filter(status=StatusPermintaan.MENUNGGU)
        url = f"{reverse(DAFTAR)}?status__exact={StatusPermintaan.MENUNGGU}"
        yield Tugas("Akun", "Permintaan lepas verifikasi dua langkah", menunggu.count(), url)


daftarkan_menu("Pengaturan", "Lepas verifikasi dua langkah", DAFTAR, boleh=lambda w: w.mengelola, urutan=60)
