"""Realisations at the HR door: that they were sent, and filling in for somebody without signal (flow 13).

What a realisation says is between the person and who rates them; here stands where it is.
"""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan, typed_since
from asn_karier.lib.situs import KANAL, AdminLihat, ya_tidak
from asn_karier.lib.views import daftarkan_menu, dikirim, isikan, wewenang
from kinerja.enums import StatusPengisian
from kinerja.forms.realisasi import AlasanForm, RealisasiForm
from kinerja.models import PengisianRealisasi
from kinerja.services.realisasi_baca import Lembar, late_text, sheet
from kinerja.services.realisasi_isikan import can_fill
from kinerja.services.realisasi_konfirmasi import (
    konfirmasi_dengan_kertas,
    konfirmasi_dengan_kode,
    minta_konfirmasi,
    terbitkan_kode,
)
from kinerja.views.realisasi_langkah import PERIKSA, isi_lembar, langkah_dari
from pegawai.admin.konfirmasi import dua_jalan, kode_baru, sahkan
from pegawai.models import Pegawai
from pegawai.services.kode_konfirmasi import terbaca
from pegawai.services.profil import zone_of

NAMA = "admin:kinerja_pengisianrealisasi"
SESUDAH_BATAS: Final = ya_tidak("alasan_terlambat", "sesudah batas", tidak="–")


@admin.register(PengisianRealisasi)
class PengisianAdmin(AdminLihat):
    """Where realisations stand; an operator follows here what they filled in."""

    list_display = ("pegawai", "siklus", "status", "dikirim_pada", SESUDAH_BATAS)
    list_display_links = ("pegawai",)
    list_filter = ("status",)
    list_select_related = ("skp__pegawai", "siklus")
    search_fields = ("skp__pegawai__nip", "skp__pegawai__nama")
    search_help_text = "NIP atau nama"
    sortable_by = ()
    ordering = ("-pk",)
    fields = ("pegawai", "nama_siklus", "status", "dikirim_pada", "alasan_terlambat", "diisikan_oleh", "cara")
    readonly_fields = fields

    @admin.display(description="pegawai")
    def pegawai(self, obj: PengisianRealisasi) -> str:
        return str(obj.skp.pegawai)

    @admin.display(description="siklus")
    def nama_siklus(self, obj: PengisianRealisasi) -> str:
        """In words: an operator of a unit, who reads this page too, may not open the cycle."""
        return obj.siklus.nama

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        nama = "kinerja_pengisianrealisasi"
        return [
            path(
                "isikan/<int:siklus_id>/<int:skp_id>/",
                lindungi(berdraf(self.isikan)),
                name=f"{nama}_isikan",
            ),
            path("<int:pk>/konfirmasi/", lindungi(self.konfirmasi), name=f"{nama}_konfirmasi"),
            path("<int:pk>/kode/", lindungi(self.kode), name=f"{nama}_kode"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        p = self.get_object(request, object_id)
        alat = [
            {"teks": teks, "url": reverse(f"{NAMA}_{nama}", args=[p.pk]), "utama": True}
            for nama, teks, boleh in (
                ("konfirmasi", "Sahkan isian", self._milik(request, p)),
                ("kode", "Bacakan kode", self._penyampai(request, p)),
            )
            if boleh
        ]
        return super().change_view(request, object_id, form_url, {"alat": alat, **(extra_context or {})})

    def _milik(self, request: HttpRequest, p: PengisianRealisasi) -> bool:
        """Entered by this officer, who still serves the person; waits for the person's yes."""
        menunggu = p.status == StatusPengisian.MENUNGGU_KONFIRMASI
        return menunggu and PengisianRealisasi.objects.dibantu(request.user).filter(pk=p.pk).exists()

    def _penyampai(self, request: HttpRequest, p: PengisianRealisasi) -> bool:
        """HR of the person who did not enter it."""
        menunggu = p.status == StatusPengisian.MENUNGGU_KONFIRMASI
        return menunggu and p.diisikan_oleh_id != request.user.pk and self.dikelola(request, p)

    # -- filling in -----------------------------------------------------------------------------------

    def isikan(self, request: HttpRequest, siklus_id: int, skp_id: int) -> HttpResponse:
        """The form that the person would fill in; sending it asks for their confirmation."""
        lembar = self._lembar(request, siklus_id, skp_id)
        langkah = langkah_dari(request)
        form = RealisasiForm(
            dikirim(request), request.FILES or None, lembar=lembar, lengkap=langkah == PERIKSA
        )
        alasan = AlasanForm(
            dikirim(request), initial={"versi": 0}, terlambat=lembar.tenggat.lewat(timezone.now())
        )
        status = 200
        if form.is_bound and form.is_valid() and (langkah != PERIKSA or alasan.is_valid()):
            status = isi_lembar(request, form, langkah, sejak=typed_since(request), kanal=KANAL)
            if status == 302:
                return self._sesudah_isi(request, lembar, langkah, alasan)
            lembar = self._lembar(request, siklus_id, skp_id)
            isikan(form, versi=lembar.pengisian.versi if lembar.pengisian else 0)
        self._catat(request, lembar.skp.pegawai_id)
        isi = {
            "title": f"Realisasi {lembar.siklus.nama}: {lembar.skp.pegawai}",
            "lembar": lembar,
            "form": form,
            "alasan": alasan,
            "batas": late_text(lembar, timezone.now()),
            "bentrok": status == 409,
            "draf": pulihkan(request, form, alasan, zona_waktu=zone_of(lembar.skp.pegawai)),
            "url_balik": reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[lembar.skp.pegawai_id]),
        }
        return self._tampil(request, "admin/kinerja/realisasi_isikan.html", isi, status)

    def _lembar(self, request: HttpRequest, siklus_id: int, skp_id: int) -> Lembar:
        if not wewenang(request).membantu:
            raise PermissionDenied("Halaman ini untuk operator unit dan pengelola kepegawaian.")
        try:
            lembar = sheet(skp_id=skp_id, siklus_id=siklus_id, orang=Pegawai.objects.dibantu(request.user))
        except TidakDitemukan as salah:
            raise Http404 from salah
        if not lembar.terbuka or not can_fill(lembar.pengisian, request.user):
            raise Http404
        return lembar

    def _sesudah_isi(
        self, request: HttpRequest, lembar: Lembar, langkah: str, alasan: AlasanForm
    ) -> HttpResponse:
        """Words are kept; with the main button the person is asked for their yes."""
        p = PengisianRealisasi.objects.get(skp=lembar.skp, siklus=lembar.siklus)
        if langkah != PERIKSA:
            return HttpResponseRedirect(request.path)
        try:
            minta_konfirmasi(
                pengisian_id=p.pk,
                alasan=alasan.cleaned_data.get("alasan", ""),
                actor=request.user,
                at=timezone.now(),
                kanal=KANAL,
            )
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(request.path)
        return HttpResponseRedirect(reverse(f"{NAMA}_konfirmasi", args=[p.pk]))

    # -- the person's yes ------------------------------------------------------------------------------

    def konfirmasi(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Type the code that the person reads out, or hand over the sheet that they signed."""
        p = self.get_object(request, str(pk))
        if not self._milik(request, p):
            return self._sudah_sah(request, p)
        kode, lembar, form = dua_jalan(request)
        if request.method == "POST" and form.is_valid() and _sahkan(request, pk, form):
            messages.success(request, f"Realisasi {p.nomor} sah dan sudah dikirim ke atasan.")
            return HttpResponseRedirect(reverse(f"{NAMA}_changelist"))
        isi = {**self._tentang(p), "title": f"Konfirmasi {p.nomor}", "kode": kode, "lembar": lembar}
        return self._tampil(request, "admin/pegawai/usulan_konfirmasi.html", isi)

    def _sudah_sah(self, request: HttpRequest, p: PengisianRealisasi) -> HttpResponse:
        """The second press after the yes; 404 for everything else."""
        if request.method != "POST" or p.diisikan_oleh_id != request.user.pk:
            raise Http404
        messages.info(request, f"Realisasi {p.nomor} sudah tidak menunggu konfirmasi.")
        return HttpResponseRedirect(reverse(f"{NAMA}_changelist"))

    def kode(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For somebody on the phone: an officer says how they know who it is, then reads out the code."""
        p = self.get_object(request, str(pk))
        if not self._penyampai(request, p):
            raise Http404
        form, angka = kode_baru(request, terbitkan_kode, pengisian_id=pk)
        isi = {**self._tentang(p), "title": f"Kode {p.nomor}", "form": form, "kode": terbaca(angka)}
        return self._tampil(request, "admin/pegawai/usulan_kode.html", isi)

    def _tentang(self, p: PengisianRealisasi) -> dict[str, Any]:
        return {
            "pegawai": p.skp.pegawai,
            "oleh": p.diisikan_oleh,
            "apa": f"Realisasi {p.siklus.nama} ({p.nomor})",
            "tempat": "Kinerja saya",
            "url_lihat": reverse(f"{NAMA}_change", args=[p.pk]),
        }

    def _catat(self, request: HttpRequest, pegawai_id: int) -> None:
        catat_baca(
            pengguna=request.user,
            pegawai_ids=[pegawai_id],
            kanal=KANAL,
            keperluan="Mengisikan realisasi kinerja",
        )

    def _tampil(
        self, request: HttpRequest, templat: str, isi: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        remah = [("Realisasi kinerja", reverse(f"{NAMA}_changelist")), (str(isi["title"]), "")]
        konteks = {**self.admin_site.each_context(request), "remah": remah, **isi}
        return TemplateResponse(request, templat, konteks, status=status)


def _sahkan(request: HttpRequest, pk: int, form: Any) -> bool:
    return sahkan(
        request,
        form,
        dengan_kode=konfirmasi_dengan_kode,
        dengan_kertas=konfirmasi_dengan_kertas,
        pengisian_id=pk,
    )


daftarkan_menu("Kinerja", "Realisasi kinerja", f"{NAMA}_changelist")
