"""The plan of one year at the HR desk: order, money, what has come of it, establishing it, its papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import unduhan
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.situs import KANAL, AdminLihat, SaringTahunBerikut
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim, wewenang
from pelatihan.admin.rencana_isi import line_rows, money, progress_row
from pelatihan.enums import StatusRencana
from pelatihan.forms.rencana import FormTambahButir, KumpulanButir, lines_of
from pelatihan.kamus.rencana import CARA_URUT
from pelatihan.models import Pelatihan, RencanaTahunan
from pelatihan.reports.rencana import (
    Rincian,
    plan_paper,
    plan_table,
    progress,
    read_plan,
    status_of,
)
from pelatihan.services.rencana import IsianButir, change_plan, establish_plan, revise_plan

NAMA: Final = "admin:pelatihan_rencanatahunan"
KELAS: Final = {StatusRencana.DRAF: "perlu", StatusRencana.DITETAPKAN: "ok"}


@admin.register(RencanaTahunan)
class RencanaTahunanAdmin(AdminLihat):
    """Made from *Kebutuhan pengembangan*; HR of the whole instansi changes it, the auditor reads."""

    perlu_instansi_penuh = True
    list_display = ("nama", "status", "instansi", "ditetapkan_oleh", "diubah_pada")
    list_filter = (SaringTahunBerikut, "status")
    list_select_related = ("instansi", "ditetapkan_oleh")

    @admin.display(description="rencana", ordering="tahun")
    def nama(self, obj: RencanaTahunan) -> str:
        return str(obj)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        halaman = {"tetapkan": self.tetapkan, "versi": self.versi_baru, "tambah": self.tambah}
        return [
            *(
                path(f"<int:pk>/{nama}/", lindungi(view), name=f"pelatihan_rencanatahunan_{nama}")
                for nama, view in halaman.items()
            ),
            path(
                "<int:pk>/unduh/<slug:bentuk>/", lindungi(self.unduh), name="pelatihan_rencanatahunan_unduh"
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi = {
            "title": "Rencana tahunan",
            "teks_kosong": "Belum ada rencana. Mulai dari Kebutuhan pengembangan, lalu susun usul.",
        }
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    # -- one plan -----------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Read by everybody of the desk; a POST of HR changes the lines of a draft."""
        rencana: RencanaTahunan = self.get_object(request, object_id)
        boleh = self._boleh(request, rencana)
        if request.method == "POST" and not boleh:
            raise PermissionDenied("Rencana diubah oleh pengelola kepegawaian instansi.")
        rinci = read_plan(rencana)
        isian = KumpulanButir(dikirim(request), baris=lines_of(rinci.butir), pagu=rinci.pagu)
        galat: list[str] = []
        if request.method == "POST":
            galat = self._simpan(request, rencana, isian)
            if not galat:
                return HttpResponseRedirect(url_of(rencana.pk))
        return self._tampil(request, rinci, isian, galat, boleh=boleh)

    def _simpan(self, request: HttpRequest, rencana: RencanaTahunan, isian: KumpulanButir) -> list[str]:
        """What is amiss; empty when the lines were stored."""
        if not isian.is_valid():
            return isian.galat
        versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
        try:
            change_plan(
                rencana_id=rencana.pk, butir=isian.butir(), versi=versi, actor=request.user, at=timezone.now()
            )
        except DomainError as salah:
            return [salah.kalimat]
        messages.success(request, "Rencana disimpan.")
        return []

    def _tampil(
        self, request: HttpRequest, r: Rincian, isian: KumpulanButir, galat: list[str], *, boleh: bool
    ) -> HttpResponse:
        rencana = r.rencana
        draf = rencana.status == StatusRencana.DRAF
        isi = {
            **self.admin_site.each_context(request),
            **money(r),
            "title": str(rencana),
            "remah": [("Rencana tahunan", reverse(f"{NAMA}_changelist")), (str(rencana), "")],
            "rencana": rencana,
            "status": status_of(rencana),
            "kelas": KELAS[StatusRencana(rencana.status)],
            "baris": line_rows(isian, r),
            "ubah": boleh and draf,
            "tambah": FormTambahButir(None, pelatihan=_not_yet(r)) if boleh and draf else None,
            "versi_baru": boleh and not draf,
            "galat": galat,
            "cara_urut": CARA_URUT,
            "capaian": [progress_row(c) for c in progress(r)],
            "url": {n: reverse(f"{NAMA}_{n}", args=[rencana.pk]) for n in ("tetapkan", "versi", "tambah")},
            "unduh": [
                {"teks": teks, "url": reverse(f"{NAMA}_unduh", args=[rencana.pk, bentuk])}
                for bentuk, teks in (("pdf", "Unduh dokumen"), ("xlsx", "Unduh XLSX"))
            ],
        }  # fmt: skip
        return TemplateResponse(request, "admin/pelatihan/rencana.html", isi)

    # -- acts ---------------------------------------------------------------------------------------

    def tambah(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One more line at the end (POST only)."""
        rencana = self._milik(request, pk)
        r = read_plan(rencana)
        form = FormTambahButir(dikirim(request), pelatihan=_not_yet(r))
        if request.method == "POST" and form.is_valid():
            ada = [
                IsianButir(b.pelatihan_id, b.peserta, b.biaya, b.pagu_id, b.bulan, b.alasan) for b in r.butir
            ]
            baru = IsianButir(form.cleaned_data["pelatihan"].pk, form.cleaned_data["peserta"])
            self._coba(
                request,
                lambda: change_plan(
                    rencana_id=pk,
                    butir=[*ada, baru],
                    versi=rencana.versi,
                    actor=request.user,
                    at=timezone.now(),
                ),
                "Kegiatan ditambahkan di urutan terakhir.",
            )
        elif request.method == "POST":
            messages.error(request, " ".join(str(p) for isi in form.errors.values() for p in isi))
        return HttpResponseRedirect(url_of(pk))

    def tetapkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks first: who establishes what, and that it stays."""
        rencana = self._milik(request, pk)
        if request.method == "POST":
            versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
            self._coba(
                request,
                lambda: establish_plan(rencana_id=pk, versi=versi, actor=request.user, at=timezone.now()),
                "Rencana ditetapkan.",
            )
            return HttpResponseRedirect(url_of(pk))
        r = read_plan(rencana)
        return self._tanya(request, rencana, money(r), len(r.butir))

    def versi_baru(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A draft with the same lines (POST only)."""
        self._milik(request, pk)
        if request.method != "POST":
            return HttpResponseRedirect(url_of(pk))
        baru = self._coba(
            request,
            lambda: revise_plan(rencana_id=pk, actor=request.user, at=timezone.now()),
            "Versi baru disiapkan sebagai draf. Yang sudah ditetapkan tetap berlaku sampai itu ditetapkan.",
        )
        return HttpResponseRedirect(url_of(baru.pk if baru else pk))

    def unduh(self, request: HttpRequest, pk: int, bentuk: str) -> HttpResponseBase:
        """The paper (PDF) or the table (XLSX); a draft says on every page that it is one."""
        if not self.has_module_permission(request) or bentuk not in ("pdf", "xlsx"):
            raise Http404
        r = read_plan(self.get_object(request, str(pk)))
        catat(
            pengguna=request.user, tindakan="unduh", subjek_jenis="rencanatahunan", subjek_id=pk, kanal=KANAL,
            rincian={"bentuk": bentuk, "versi": r.rencana.versi},
        )  # fmt: skip
        oleh, at = str(request.user), timezone.now()
        if bentuk == "xlsx":
            return unduhan(plan_table(r, at, oleh), bentuk)
        nama = f"rencana-pengembangan-{r.rencana.tahun}"
        return unduhan_pdf(nama, render_pdf("rencana_pengembangan", plan_paper(r, at, oleh)))

    # -- inside -------------------------------------------------------------------------------------

    def _boleh(self, request: HttpRequest, rencana: RencanaTahunan) -> bool:
        return wewenang(request).mengelola and self.dikelola(request, rencana)

    def _milik(self, request: HttpRequest, pk: int) -> RencanaTahunan:
        rencana: RencanaTahunan = self.get_object(request, str(pk))
        if not self._boleh(request, rencana):
            raise Http404
        return rencana

    def _coba(self, request: HttpRequest, kerja: Callable[[], Any], berhasil: str) -> Any:
        """What the service returns, or None with its refusal as a message."""
        try:
            hasil = kerja()
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return None
        messages.success(request, berhasil)
        return hasil

    def _tanya(
        self, request: HttpRequest, rencana: RencanaTahunan, uang: dict[str, Any], banyak: int
    ) -> HttpResponse:
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Tetapkan {rencana}?",
            "remah": [(str(rencana), url_of(rencana.pk)), ("Tetapkan", "")],
            "versi": rencana.versi,
            "kalimat": f"{kata.bilangan(banyak)} kegiatan, {uang['jumlah']} dari pagu {uang['batas']}.",
            "lewat": uang["lewat"],
            "url_balik": url_of(rencana.pk),
        }
        return TemplateResponse(request, "admin/pelatihan/tetapkan.html", isi)


def url_of(pk: int) -> str:
    return reverse(f"{NAMA}_change", args=[pk])


def _not_yet(r: Rincian) -> Any:
    """Programmes of the catalogue that stand in no line."""
    semua: Any = Pelatihan.objects
    milik = semua.untuk(r.rencana.instansi_id)
    return milik.exclude(pk__in=[b.pelatihan_id for b in r.butir]).order_by("nama", "pk")


daftarkan_menu(
    "Pengembangan", "Rencana tahunan", f"{NAMA}_changelist", boleh=lambda w: w.instansi_penuh, urutan=42,
)  # fmt: skip
