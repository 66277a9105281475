"""Between rating and announcement, at the HR desk: predikat organisasi, sessions, raters side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL, AdminBerlingkup, AdminLihat
from asn_karier.lib.situs.usang import SIDIK
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from kinerja.admin.penetapan_isian import FormSesi
from kinerja.forms.kalibrasi import TutupSesiForm
from kinerja.models import PredikatOrganisasiUnit, SesiKalibrasi, SiklusPenilaian
from kinerja.services.kalibrasi import close_session, open_session
from kinerja.services.lembar_kalibrasi import compare, session_sheet
from kinerja.views.kalibrasi import note_session, proposal_page


@admin.register(PredikatOrganisasiUnit)
class PredikatOrganisasiAdmin(AdminBerlingkup):
    """Recorded by HR with who set it and the document; it only gives the pola distribusi its row."""

    boleh_tambah = True
    boleh_ubah = True
    boleh_hapus = True
    perlu_instansi_penuh = True
    list_display = ("siklus", "unit", "predikat", "penetap", "dokumen", "tanggal")
    list_select_related = ("siklus", "unit")
    list_filter = ("siklus__tahun", "predikat")
    fields = ("siklus", "unit", "predikat", "penetap", "dokumen", "tanggal")
    autocomplete_fields = ("unit",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saying the same again, as a second press does, is no change."""
        if change and not set(form.changed_data) - {SIDIK}:
            return
        obj.dicatat_oleh, obj.dicatat_pada = request.user, timezone.now()
        super().save_model(request, obj, form, change)


@admin.register(SesiKalibrasi)
class SesiKalibrasiAdmin(AdminLihat):
    """HR opens, leads and closes a session; ratings are changed by their pejabat penilai alone."""

    boleh_tambah = True
    perlu_instansi_penuh = True
    list_display = ("siklus", "unit", "dibuka_pada", "ditutup_pada")
    list_select_related = ("siklus", "unit")
    list_filter = ("siklus__tahun",)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/usul/<int:penilaian_id>/", lindungi(self.usul), name="kinerja_kalibrasi_usul"),
            path("<int:pk>/tutup/", lindungi(self.tutup), name="kinerja_kalibrasi_tutup"),
            path("penilai/<int:siklus_id>/", lindungi(self.penilai), name="kinerja_kalibrasi_penilai"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise Http404
        form = FormSesi(dikirim(request), pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                sesi = open_session(**form.cleaned_data, actor=request.user, at=timezone.now())
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, "Sesi dibuka. Pesertanya melihatnya di portal.")
                return HttpResponseRedirect(_url("admin:kinerja_sesikalibrasi_change", sesi.pk))
        return self._halaman(request, "Buka sesi kalibrasi", "admin/kinerja/kalibrasi_buka.html", form=form)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        sesi = self._sesi(request, object_id)
        lembar = session_sheet(sesi, pengguna=request.user)
        note_session(request, [b.penilaian for b in lembar.baris], KANAL)
        isi = {
            "lembar": lembar,
            "url_usul": "admin:kinerja_kalibrasi_usul",
            "tarik_semua": True,
            "url_tutup": "" if sesi.ditutup_pada else _url("admin:kinerja_kalibrasi_tutup", sesi.pk),
            "url_penilai": _url("admin:kinerja_kalibrasi_penilai", sesi.siklus_id),
        }
        return self._halaman(request, str(sesi), "admin/kinerja/kalibrasi.html", **isi)

    def usul(self, request: HttpRequest, pk: int, penilaian_id: int) -> HttpResponse:
        """Propose other ratings, as every participant may; of a closed session only take back what waits."""
        sesi = self._sesi(request, str(pk))
        if sesi.ditutup_pada and "tarik" not in request.POST:
            raise Http404
        return proposal_page(
            request,
            sesi,
            penilaian_id,
            url_balik=_url("admin:kinerja_sesikalibrasi_change", pk),
            templat="admin/kinerja/kalibrasi_usul.html",
            **self._bingkai(request, "Usulkan perubahan"),
        )

    def tutup(self, request: HttpRequest, pk: int) -> HttpResponse:
        sesi = self._sesi(request, str(pk))
        form = TutupSesiForm(dikirim(request))
        balik = _url("admin:kinerja_sesikalibrasi_change", pk)
        if request.method == "POST" and form.is_valid():
            try:
                close_session(sesi=sesi, **form.cleaned_data, actor=request.user, at=timezone.now())
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, "Sesi ditutup. Usulnya tetap menunggu jawaban.")
                return HttpResponseRedirect(balik)
        aksi = {"judul": f"Tutup {sesi}?", "kalimat": "Usulnya tetap menunggu jawaban.", "teks": "Tutup sesi"}
        return self._halaman(
            request, aksi["judul"], "admin/kinerja/siklus_aksi.html", aksi=aksi, form=form, url_balik=balik
        )

    def penilai(self, request: HttpRequest, siklus_id: int) -> HttpResponse:
        """Raters of at least five people beside all the others, with honest intervals."""
        terlihat = SiklusPenilaian.objects.dikelola(request.user).filter(pk=siklus_id).first()
        if terlihat is None or not wewenang(request).mengelola:
            raise Http404
        penilai, kurang = compare(terlihat, pengguna=request.user)
        isi = {"siklus": terlihat, "penilai": penilai, "kurang": kurang}
        return self._halaman(request, "Penilai berdampingan", "admin/kinerja/penilai_banding.html", **isi)

    def _sesi(self, request: HttpRequest, pk: str) -> SesiKalibrasi:
        sesi: SesiKalibrasi | None = (
            self.get_object(request, pk) if self.has_view_permission(request) else None
        )
        if sesi is None or not wewenang(request).mengelola:
            raise Http404
        return sesi

    def _bingkai(self, request: HttpRequest, judul: str) -> dict[str, Any]:
        remah = [("Sesi kalibrasi", reverse("admin:kinerja_sesikalibrasi_changelist")), (judul, "")]
        return {**self.admin_site.each_context(request), "title": judul, "remah": remah}

    def _halaman(self, request: HttpRequest, judul: str, templat: str, **isi: Any) -> HttpResponse:
        return render(request, templat, {**self._bingkai(request, judul), **isi})


def _url(nama: str, pk: int) -> str:
    return reverse(nama, args=[pk])


for teks, nama, urutan in (
    ("Kalibrasi", "sesikalibrasi", 20),
    ("Predikat organisasi", "predikatorganisasiunit", 30),
):
    daftarkan_menu(
        "Kinerja", teks, f"admin:kinerja_{nama}_changelist", boleh=lambda w: w.instansi_penuh, urutan=urutan
    )
