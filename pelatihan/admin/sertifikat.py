"""Certificates at the desk: issue those of a class, look one up, revoke it."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pelatihan.admin.kelas import is_own
from pelatihan.forms.sertifikat import FormCabut, FormTerbit, FormTerbitUlang
from pelatihan.models import Angkatan, Sertifikat
from pelatihan.services.sertifikat import (
    issue_anew,
    issue_certificates,
    revoke_certificate,
    revoked_in,
    waiting_for_certificate,
)
from pelatihan.views.sertifikat import paper

DAFTAR: Final = "admin:pelatihan_sertifikat_changelist"


class SaringBerlaku(admin.SimpleListFilter):
    """Valid or revoked."""

    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("berlaku", "Berlaku"), ("dicabut", "Dicabut")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(dicabut_pada__isnull=self.value() == "berlaku") if self.value() else queryset


@admin.register(Sertifikat)
class SertifikatAdmin(CariLewatPegawai, AdminLihat):
    """Written by issuing and revoking, never by hand."""

    list_display = ("pegawai", "judul", "nomor", "jp", "tanggal", "keadaan")
    list_display_links = ("pegawai",)
    list_filter = (SaringBerlaku,)
    list_select_related = ("pegawai",)
    ordering = ("-tanggal", "pk")
    fields = (
        "nomor", "pegawai", "kelas", "judul", "jp", "tanggal", "penanda_tangan", "diterbitkan_oleh",
        "dicabut_oleh", "dicabut_pada", "alasan_cabut",
    )  # fmt: skip

    @admin.display(description="kelas")
    def kelas(self, obj: Sertifikat) -> str:
        return str(obj.pendaftaran.angkatan)

    @admin.display(description="keadaan")
    def keadaan(self, obj: Sertifikat) -> str:
        return "Dicabut" if obj.dicabut_pada else "Berlaku"

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("terbitkan/<int:pk>/", lindungi(self.terbitkan), name="pelatihan_sertifikat_terbitkan"),
            path("<int:pk>/cabut/", lindungi(self.cabut), name="pelatihan_sertifikat_cabut"),
            path("<int:pk>/ulang/", lindungi(self.ulang), name="pelatihan_sertifikat_ulang"),
            path("<int:pk>/pdf/", lindungi(self.pdf), name="pelatihan_sertifikat_pdf"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The row, with its paper and its revocation beside it while it is valid."""
        return super().change_view(
            request, object_id, form_url, {"alat": self._alat(request, object_id), **(extra_context or {})}
        )

    def _alat(self, request: HttpRequest, object_id: str) -> list[dict[str, Any]]:
        milik = Sertifikat.objects.dikelola(request.user).filter(dicabut_pada=None)
        s = milik.filter(pk=bilangan(object_id) or 0).first()
        if s is None:
            return []
        pdf, cabut = (reverse(f"admin:pelatihan_sertifikat_{n}", args=[s.pk]) for n in ("pdf", "cabut"))
        boleh = self._terbitan(request).filter(pk=s.pk).exists()
        return [
            {"teks": "Unduh PDF", "url": pdf, "utama": True},
            *([{"teks": "Cabut sertifikat", "url": cabut}] if boleh else []),
        ]

    def terbitkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """*Terbitkan sertifikat* for everybody of a class who finished and has none."""
        angkatan = self._angkatan(request, pk)
        form = FormTerbit(dikirim(request), angkatan=angkatan)
        if request.method == "POST" and form.is_valid():
            try:
                terbit = issue_certificates(
                    angkatan_id=pk, **form.cleaned_data, actor=request.user, at=timezone.now()
                )
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, f"{len(terbit)} sertifikat terbit. JP peserta sudah tercatat.")
                return HttpResponseRedirect(reverse(DAFTAR))
        balik = reverse("admin:pelatihan_angkatan_kelas", args=[pk])
        semua = list(waiting_for_certificate(angkatan))
        isi = {
            "remah": [(str(angkatan), balik), ("Terbitkan sertifikat", "")],
            "url_balik": balik,
            "form": form,
            "angkatan": angkatan,
            "menunggu": [p.pegawai.nama_gelar for p in semua if not is_own(p, request.user)],
            "diri": any(is_own(p, request.user) for p in semua),
            "dicabut": revoked_in(angkatan),
        }
        return self._halaman(request, "sertifikat_terbitkan", isi)

    def cabut(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Revoke one, with a reason: HR of the government that issued it, wherever its holder works now."""
        s = self._satu(self._terbitan(request), pk)
        balik = reverse("admin:pelatihan_sertifikat_change", args=[pk])
        form = FormCabut(dikirim(request))
        if request.method == "POST" and form.is_valid():
            try:
                revoke_certificate(
                    nomor=s.nomor, alasan=form.cleaned_data["alasan"], actor=request.user, at=timezone.now()
                )
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, f"Sertifikat {s.nomor} dicabut. JP dan levelnya ikut ditarik.")
                return HttpResponseRedirect(balik)
        isi = {
            "remah": [("Sertifikat", reverse(DAFTAR)), (s.nomor, balik), ("Cabut sertifikat", "")],
            "form": form,
            "sertifikat": s,
            "url_balik": balik,
        }
        return self._halaman(request, "sertifikat_cabut", isi)

    def ulang(self, request: HttpRequest, pk: int) -> HttpResponse:
        """*Terbitkan ulang* for one person whose certificate was revoked, with a reason."""
        s = self._satu(self._terbitan(request).select_related("pendaftaran__angkatan", "pegawai"), pk)
        angkatan = s.pendaftaran.angkatan
        form = FormTerbitUlang(dikirim(request), angkatan=angkatan)
        if request.method == "POST" and form.is_valid():
            try:
                baru = issue_anew(nomor=s.nomor, **form.cleaned_data, actor=request.user, at=timezone.now())
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, f"Sertifikat {baru.nomor} terbit. JP-nya sudah tercatat.")
                return HttpResponseRedirect(reverse("admin:pelatihan_sertifikat_change", args=[baru.pk]))
        balik = reverse("admin:pelatihan_sertifikat_terbitkan", args=[angkatan.pk])
        isi = {
            "remah": [(str(angkatan), balik), ("Terbitkan ulang", "")],
            "title": f"Terbitkan ulang: {s.pegawai.nama_gelar}",
            "pengantar": f"{angkatan}. Sertifikat {s.nomor} dicabut: {s.alasan_cabut}",
            "form": form,
            "teks": "Terbitkan ulang",
            "url_balik": balik,
        }
        return self._halaman(request, "isian", isi)

    def pdf(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The paper of a valid one, for whoever serves its holder."""
        s = self._satu(Sertifikat.objects.dikelola(request.user), pk)
        if s.dicabut_pada is not None:
            raise Http404("Sertifikat itu sudah dicabut.")
        return paper(request, s)

    def _angkatan(self, request: HttpRequest, pk: int) -> Angkatan:
        angkatan: Angkatan | None = Angkatan.objects.dikelola(request.user).filter(pk=pk).first()
        if angkatan is None:
            raise Http404("Angkatan tidak ditemukan.")
        return angkatan

    def _terbitan(self, request: HttpRequest) -> QuerySet[Sertifikat]:
        return Sertifikat.objects.filter(pendaftaran__angkatan__in=Angkatan.objects.dikelola(request.user))

    def _satu(self, semua: QuerySet[Sertifikat], pk: int) -> Sertifikat:
        s: Sertifikat | None = semua.filter(pk=pk).first()
        if s is None:
            raise Http404("Sertifikat tidak ditemukan.")
        return s

    def _halaman(self, request: HttpRequest, nama: str, isi: dict[str, Any]) -> HttpResponse:
        konteks = {**self.admin_site.each_context(request), **isi}
        return TemplateResponse(request, f"admin/pelatihan/{nama}.html", konteks)


daftarkan_menu("Pengembangan", "Sertifikat", DAFTAR)
