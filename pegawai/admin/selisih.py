"""*Selisih dengan SIASN*: upload an export to compare, read the differences, act on many at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import tautan_unduh, unduhan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import (
    Halaman,
    Tugas,
    alamat,
    bilangan,
    daftarkan_antrean,
    daftarkan_menu,
    dikirim,
    potong,
    wewenang,
)
from pegawai.admin.formulir import FormCocokkan
from pegawai.admin.selisih_isi import filter_content, read_filter, rows, table
from pegawai.admin.selisih_tindak import TINDAKAN, HalamanTindak, comparison_url, remah
from pegawai.enums import StatusBaris, StatusImpor, TahapImpor
from pegawai.models import Impor, Instansi, Pencocokan
from pegawai.reports.selisih import pick_differences
from pegawai.services.impor import progress, upload
from pegawai.services.selisih import JENIS, latest_comparison
from pegawai.services.selisih_tindakan import TERBANYAK

SEHALAMAN: Final = 50


@admin.register(Pencocokan)
class PencocokanAdmin(HalamanTindak, AdminLihat):
    """Comparisons of the instansi, for its HR alone: a row may tell of a penalty."""

    perlu_mengelola = True
    boleh_tambah = True
    perlu_instansi_penuh = True
    list_display = ("nama_berkas", "instansi", "dibuat_pada", "oleh", "terbuka")
    list_select_related = ("oleh", "instansi")
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> Any:
        semua: Any = super().get_queryset(request)
        return semua.dikelola(request.user).filter(jenis=JENIS)

    @admin.display(description="belum ditangani")
    def terbuka(self, obj: Impor) -> str:
        if obj.rincian_dihapus_pada is not None:
            return "Rincian sudah dihapus"
        if obj.status != StatusImpor.DIPERIKSA:
            return obj.get_status_display()
        return kata.bilangan(obj.baris.filter(status=StatusBaris.BERUBAH).count())

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        kosong = "Belum ada pencocokan. Unggah ekspor Data ASN dari SIASN untuk melihat selisihnya."
        isi = {"teks_tambah": "Cocokkan dengan ekspor baru", "teks_kosong": kosong}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/unduh/<slug:bentuk>/", lindungi(self.unduh), name="pegawai_pencocokan_unduh"),
            path("<int:pk>/tindak/<slug:apa>/", lindungi(self.tindak), name="pegawai_pencocokan_tindak"),
            *super().get_urls(),
        ]

    # -- upload -------------------------------------------------------------------------------------

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise Http404
        form = FormCocokkan(dikirim(request), request.FILES or None, pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                impor = upload(
                    instansi=form.cleaned_data["instansi"],
                    jenis=JENIS,
                    nama_berkas=berkas.name,
                    isi=berkas,
                    actor=request.user,
                    at=timezone.now(),
                )
                return HttpResponseRedirect(reverse("admin:pegawai_pencocokan_change", args=[impor.pk]))
            except DomainError as salah:
                form.add_error("berkas", salah.kalimat)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Cocokkan dengan SIASN",
            "form": form,
            "remah": [*remah(), ("Cocokkan", "")],
        }
        return TemplateResponse(request, "admin/pegawai/selisih_unggah.html", isi)

    # -- reading --------------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise Http404
        impor = self.get_object(request, object_id)
        if request.method == "POST":
            return HttpResponse(status=403)
        dikerjakan, jumlah = progress(impor)
        berjalan = impor.tahap != TahapImpor.TIDAK_ADA
        siap = impor.status == StatusImpor.DIPERIKSA and impor.rincian_dihapus_pada is None and not berjalan
        terbaru = latest_comparison(impor.instansi_id)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Selisih dengan SIASN",
            "impor": impor,
            "dicocokkan": kata.waktu(timezone.localtime(impor.dibuat_pada)),
            "berjalan": berjalan,
            "persen": min(100 * dikerjakan // jumlah, 100) if jumlah else 0,
            "segarkan": 3,
            "siap": siap,
            "url_terbaru": comparison_url(terbaru.pk) if terbaru and terbaru.pk != impor.pk else "",
            "remah": [*remah(), (impor.nama_berkas, "")],
        }
        if siap:
            isi |= self._isi(request, impor, terbaru=terbaru is not None and terbaru.pk == impor.pk)
        return TemplateResponse(request, "admin/pegawai/selisih.html", isi)

    def _isi(self, request: HttpRequest, impor: Impor, *, terbaru: bool) -> dict[str, Any]:
        s = read_filter(request)
        baris = pick_differences(impor, s)
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=0)
        daftar = baris.filter(pk__gt=sesudah).select_related("pegawai__unit", "ditangani_oleh")
        halaman, lanjut = potong(list(daftar.order_by("pk")[: SEHALAMAN + 1]), SEHALAMAN)
        self.catat_daftar(request, halaman)
        boleh = [apa for apa, (dari, *_) in TINDAKAN.items() if terbaru and s.bagian in dari]
        return {
            **filter_content(request, impor, s),
            "jumlah": baris.count(),
            "baris": rows(halaman),
            "bagian": s.bagian.value,
            "tindakan": boleh,
            "url": {apa: reverse("admin:pegawai_pencocokan_tindak", args=[impor.pk, apa]) for apa in boleh},
            "terbanyak": TERBANYAK,
            "unduh": tautan_unduh(request, "admin:pegawai_pencocokan_unduh", impor.pk),
            "halaman": Halaman(
                sebelum=alamat(request) if sesudah else "",
                berikut=_next(request, halaman[-1].pk) if lanjut else "",
            ),
            "url_hapus_saringan": f"{request.path}?bagian={s.bagian.value}",
        }

    def unduh(self, request: HttpRequest, pk: int, bentuk: str) -> HttpResponseBase:
        """Exactly the filtered list; everybody in it gets a trail row first."""
        impor = self.get_object(request, str(pk))
        s = read_filter(request)
        baris = pick_differences(impor, s)
        orang = baris.exclude(pegawai=None).order_by().values_list("pegawai_id", flat=True).distinct()
        catat_baca(
            pengguna=request.user, pegawai_ids=orang, kanal=KANAL, tindakan="unduh",
            keperluan="Selisih dengan SIASN",
        )  # fmt: skip
        return unduhan(table(impor, s, baris, pengguna=request.user), bentuk)


def _next(request: HttpRequest, terakhir: int) -> str:
    isi = request.GET.copy()
    isi["sesudah"] = str(terakhir)
    return f"{request.path}?{isi.urlencode()}"


@daftarkan_antrean(21)
def antrean_selisih(request: HttpRequest) -> Iterator[Tugas]:
    """Differences of the latest comparison of each instansi that nobody has dealt with."""
    if not (wewenang(request).instansi_penuh and wewenang(request).mengelola):
        return
    for instansi in Instansi.objects.dikelola(request.user).values_list("pk", flat=True)[:20]:
        impor = latest_comparison(instansi)
        if impor is not None:
            n = impor.baris.filter(status=StatusBaris.BERUBAH).count()
            ket = f"Dicocokkan {kata.tanggal(timezone.localdate(impor.dibuat_pada))}"
            yield Tugas("Data pegawai", "Selisih SIASN", n, comparison_url(impor.pk), ket, "perlu")


daftarkan_menu(
    "Pegawai",
    "Selisih dengan SIASN",
    "admin:pegawai_pencocokan_changelist",
    boleh=lambda w: w.instansi_penuh and w.mengelola,
)
