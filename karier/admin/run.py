"""Runs: start one, watch it, see what came out. Nothing of a run can be edited."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.syarat import Status
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim, wewenang
from karier.admin.berkas_hasil import versi_teks
from karier.admin.coba import HalamanCoba
from karier.admin.dampak import HalamanDampak
from karier.admin.hasil import HalamanHasil
from karier.admin.kebutuhan import HalamanKebutuhan
from karier.admin.pantau import HalamanPantau
from karier.admin.periksa import isi_periksa
from karier.enums import JalurPangkat, StatusPotongan, StatusRun
from karier.forms.run import FormJalankan
from karier.models import Potongan, RunEvaluasi
from karier.reports.hasil import kelompok_hasil
from karier.services.evaluasi import start_run
from karier.services.keadaan import SELESAI
from karier.services.lembar_baris import KELAS
from karier.services.pemeriksaan import periksa_data
from pegawai.models import Instansi, Pegawai
from pegawai.services.kesehatan import check_health

TEKS_STATUS: Final = {
    Status.MEMENUHI: "Siap diusulkan",
    Status.BELUM: "Belum memenuhi syarat",
    Status.PERLU_VERIFIKASI: "Perlu diperiksa: datanya kurang",
    Status.TIDAK_BERLAKU: "Kenaikan pangkat tidak berlaku (PPPK, CPNS)",
}
SEGARKAN: Final = 3


@admin.register(RunEvaluasi)
class RunAdmin(HalamanCoba, HalamanHasil, HalamanDampak, HalamanKebutuhan, HalamanPantau, AdminLihat):
    """The list of runs; opening one is its progress or its outcome."""

    perlu_instansi_penuh = True
    list_display = (
        "__str__",
        "instansi",
        "status",
        "jumlah_pegawai",
        "pemulai",
        "dibuat_pada",
        "selesai_pada",
    )
    list_filter = ("status",)
    list_select_related = ("instansi", "dimulai_oleh")

    @admin.display(description="dimulai oleh")
    def pemulai(self, obj: RunEvaluasi) -> str:
        return str(obj.dimulai_oleh or "Sistem")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = []
        if wewenang(request).mengelola:
            alat = [{"teks": "Jalankan perhitungan", "url": reverse("admin:karier_runevaluasi_jalankan")}]
        return super().changelist_view(request, {"alat": alat, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("jalankan/", lindungi(self.jalankan), name="karier_runevaluasi_jalankan"),
            path("periksa/", lindungi(self.periksa), name="karier_runevaluasi_periksa"),
            *self.urls_kebutuhan(),
            path("<int:pk>/hasil/", lindungi(self.hasil), name="karier_runevaluasi_hasil"),
            path(
                "<int:pk>/hasil/unduh/<slug:bentuk>/", lindungi(self.unduh), name="karier_runevaluasi_unduh"
            ),
            path("<int:pk>/hasil/<int:pegawai_id>/", lindungi(self.orang), name="karier_runevaluasi_orang"),
            path(
                "<int:pk>/hasil/<int:pegawai_id>/coba/", lindungi(self.coba), name="karier_runevaluasi_coba"
            ),
            *self.urls_dampak(),
            *self.urls_pantau(),
            *super().get_urls(),
        ]

    # -- start ----------------------------------------------------------------------------------------

    def jalankan(self, request: HttpRequest) -> HttpResponse:
        """Ask for a run; a second press shows the one that is running already."""
        if not (self.has_module_permission(request) and wewenang(request).mengelola):
            raise Http404
        awal = {"instansi": bilangan(request.GET.get("instansi"))}
        form = FormJalankan(
            dikirim(request), pengguna=request.user, initial={k: v for k, v in awal.items() if v}
        )
        if request.method == "POST" and form.is_valid():
            try:
                run = start_run(**form.cleaned_data, actor=request.user, at=timezone.now())
                return HttpResponseRedirect(reverse("admin:karier_runevaluasi_change", args=[run.pk]))
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
        aksi = {
            "judul": "Jalankan perhitungan",
            "kalimat": "Syarat kenaikan pangkat dan kebutuhan pengembangan semua pegawai dihitung di latar.",
            "teks": "Jalankan perhitungan",
        }
        isi = {
            **self.admin_site.each_context(request),
            "title": aksi["judul"],
            "aksi": aksi,
            "akibat": ["Hasilnya rekomendasi dengan alasan. Tidak ada yang berlaku tanpa keputusan Anda."],
            "form": form,
            "url_balik": reverse("admin:karier_runevaluasi_changelist"),
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def periksa(self, request: HttpRequest) -> HttpResponse:
        """The data check of an instansi without a cycle."""
        if not self.has_module_permission(request):
            raise Http404
        boleh = Instansi.objects.visible_to(request.user)
        nomor = bilangan(request.GET.get("instansi"))
        instansi = boleh.filter(pk=nomor).first() if nomor else boleh.first()
        if instansi is None:
            raise Http404
        jalankan = f"{reverse('admin:karier_runevaluasi_jalankan')}?instansi={instansi.pk}"
        isi = {
            **self.admin_site.each_context(request),
            "title": "Periksa data",
            "url_ulang": request.get_full_path(),
            "berikut": {"url": jalankan, "teks": "Jalankan perhitungan"}
            if wewenang(request).mengelola
            else None,
            **isi_periksa(periksa_data(instansi, timezone.localdate(), pembaca=request.user), instansi),
        }
        return TemplateResponse(request, "admin/karier/periksa_data.html", isi)

    # -- progress and outcome -----------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise Http404
        run = self.get_object(request, object_id)
        boleh = wewenang(request).mengelola and self.dikelola(request, run)
        jalankan = f"{reverse('admin:karier_runevaluasi_jalankan')}?instansi={run.instansi_id}"
        isi = {
            **self.admin_site.each_context(request),
            "title": str(run),
            "remah": [("Perhitungan", reverse("admin:karier_runevaluasi_changelist")), (str(run), "")],
            "run": _ringkas_run(run),
            **kemajuan(run),
            "batal": run.alasan if run.status == StatusRun.DIBATALKAN else "",
            "segarkan": SEGARKAN,
            "pekerja_teks": _pekerja_teks(run),
            "status": _status(run, request, boleh=boleh) if run.status in SELESAI else [],
            "karantina": _karantina(run) if boleh else [],
            "berubah": _berubah(run, boleh=boleh),
            "url_jalankan": jalankan if boleh else "",
            "url_hasil": reverse("admin:karier_runevaluasi_hasil", args=[run.pk])
            if boleh and run.status in SELESAI
            else "",
        }
        return TemplateResponse(request, "admin/karier/run_kemajuan.html", isi)


@admin.register(Potongan)
class PotonganAdmin(AdminLihat):
    """The pieces of runs; a quarantined piece is one person whose data could not be computed."""

    perlu_instansi_penuh = True
    list_display = ("run", "awal", "akhir", "status", "jumlah", "selesai_pada", "alasan")
    list_filter = ("status",)  # a filter by run would name runs of other instansi
    saringan_tautan = ("run",)
    list_select_related = ("run",)
    list_display_links = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(run__in=RunEvaluasi.objects.visible_to(request.user))


def _ringkas_run(run: RunEvaluasi) -> dict[str, Any]:
    selesai = kata.waktu(timezone.localtime(run.selesai_pada)) if run.selesai_pada else ""
    return {
        "judul": f"Perhitungan {run.nomor}, TMT {kata.tanggal(run.tmt_sasaran)}",
        "per_tanggal": run.keterangan_tanggal(),
        "dimulai": kata.waktu(timezone.localtime(run.dibuat_pada)),
        "oleh": str(run.dimulai_oleh or "Sistem"),
        "selesai": selesai,
        "versi_aturan": versi_teks(run),
        "sidik": run.digest,
    }


def kemajuan(run: RunEvaluasi) -> dict[str, Any]:
    bagian = run.potongan.exclude(status=StatusPotongan.DIBELAH)
    beres = bagian.exclude(status=StatusPotongan.ANTRE)
    terhitung = beres.aggregate(n=Sum("jumlah"))["n"] or 0
    return {
        "berjalan": run.status == StatusRun.BERJALAN,
        "selesai_potongan": beres.count(),
        "jumlah_potongan": bagian.count(),
        "pegawai_terhitung": terhitung,
        "pegawai_semua": run.jumlah_pegawai,
        "persen": min(100 * terhitung // run.jumlah_pegawai, 100) if run.jumlah_pegawai else 100,
    }


def _pekerja_teks(run: RunEvaluasi) -> str:
    """Said only while somebody waits: nobody is there to do the work."""
    if run.status != StatusRun.BERJALAN:
        return ""
    pekerja = next((p for p in check_health(at=timezone.now()) if p.kode == "pekerja"), None)
    if pekerja is None or pekerja.baik:
        return ""
    return "Pekerja latar belum menjawab. Perhitungan berlanjut sendiri begitu pekerja berjalan kembali."


def _status(run: RunEvaluasi, request: HttpRequest, *, boleh: bool) -> list[dict[str, Any]]:
    """Counts that are links; with the quarantined they add up to all ASN."""
    url = reverse("admin:karier_runevaluasi_hasil", args=[run.pk])
    hasil = []
    for (status, jalur), jumlah in kelompok_hasil(run, request.user).items():
        belum_dihitung = status is Status.TIDAK_BERLAKU and jalur is not JalurPangkat.TIDAK_BERLAKU
        teks = "Jalur ini belum dihitung sistem" if belum_dihitung else TEKS_STATUS[status]
        saring = f"?status={status.value}" + (f"&jalur={jalur.value}" if jalur is not None else "")
        hasil.append(
            {
                "teks": teks,
                "jumlah": jumlah,
                "url": f"{url}{saring}" if boleh else "",
                "kelas": KELAS[status],
            }
        )
    return hasil


def _karantina(run: RunEvaluasi) -> list[dict[str, Any]]:
    bagian = list(run.potongan.filter(status=StatusPotongan.KARANTINA))
    nama = Pegawai.objects.in_bulk([p.awal for p in bagian if p.awal == p.akhir])
    return [
        {
            "pegawai": str(nama.get(p.awal, f"{p.jumlah} pegawai")),
            "url": reverse("admin:pegawai_pegawai_change", args=[p.awal]) if p.awal in nama else "",
            "alasan": p.alasan,
        }
        for p in bagian
    ]


def _berubah(run: RunEvaluasi, *, boleh: bool) -> dict[str, Any] | None:
    berubah = run.ringkasan.get("berubah") or {}
    if not berubah.get("jumlah"):
        return None
    disebut = len(berubah.get("pegawai", []))
    return {
        "jumlah": berubah["jumlah"],
        "url": f"{reverse('admin:karier_runevaluasi_hasil', args=[run.pk])}?berubah=1"
        if boleh and disebut == berubah["jumlah"]
        else "",
    }


for urutan, teks, nama in ((10, "Periksa data", "periksa"), (20, "Perhitungan", "changelist")):
    daftarkan_menu(
        "Karier",
        teks,
        f"admin:karier_runevaluasi_{nama}",
        boleh=lambda w: w.instansi_penuh,
        urutan=urutan,
    )
