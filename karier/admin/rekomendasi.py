"""Recommendations: a list, and one decision at a time on a page that asks for the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import tautan_unduh, unduhan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import daftarkan_menu, wewenang
from karier.admin.berkas_usulan import tabel_usulan
from karier.admin.hasil import KELAS_USULAN, langkah_keputusan, sesudah_tmt
from karier.admin.kenaikan_pangkat import HalamanKenaikanPangkat
from karier.admin.putusan import HalamanPutusan, dasar_putusan
from karier.admin.rekomendasi_banyak import TINDAKAN, HalamanBanyak
from karier.admin.saringan_usulan import SaringLewatTmt, SaringPeriode
from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi
from karier.reports.hasil import perkiraan_usulan
from karier.services.catatan_putusan import PERLU_DITINJAU
from karier.services.jejak_keputusan import tujuan_usulan
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.riwayat_lihat import InlineLihat
from pegawai.models import Pegawai


class KeputusanInline(InlineLihat):
    """Decisions are added by the service only; the rows stay as they are."""

    model = KeputusanRekomendasi
    verbose_name_plural = "keputusan"
    fields = ("jenis", "alasan", "oleh", "pada", "run")
    readonly_fields = fields
    show_change_link = False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The reason may name a penalty: only HR of the person reads it."""
        boleh = obj is not None and Pegawai.objects.dikelola(request.user).filter(pk=obj.pegawai_id).exists()
        return self.fields if boleh else tuple(f for f in self.fields if f != "alasan")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("oleh", "run")


@admin.register(Rekomendasi)
class RekomendasiAdmin(HalamanBanyak, HalamanPutusan, HalamanKenaikanPangkat, CariLewatPegawai, AdminLihat):
    """What waits for a named person; nothing takes effect without one."""

    change_form_template = "admin/karier/rekomendasi.html"
    actions = TINDAKAN  # type: ignore[assignment]  # AdminLihat has none
    list_display = ("pegawai", "nip", "unit", "jenis", "tujuan", "periode", "keadaan")
    list_filter = ("jenis", "status", "perlu_ditinjau", SaringLewatTmt, SaringPeriode)
    list_select_related = ("pegawai", "pegawai__unit", "run_terakhir")
    ordering = ("-periode", "pegawai__nama", "pk")
    fields = (
        "pegawai",
        "jenis",
        "tujuan",
        "periode",
        "status",
        "alasan_gugur",
        "perhitungan",
    )
    readonly_fields = (*fields, "tinjau", "sesudah_tmt", "perkiraan")
    inlines = (KeputusanInline,)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without the lines that say nothing about this one."""
        if obj is None:
            return self.fields
        isi = {
            # That something sensitive was the reason is for HR of the person only.
            "alasan_gugur": obj.alasan_gugur and self.boleh(request, obj),
            "tinjau": obj.perlu_ditinjau,
            "sesudah_tmt": sesudah_tmt(obj),
            "perkiraan": self._lampirkan([obj]),
        }
        return tuple(f for f in self.readonly_fields if isi.get(f, True))

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The estimates of one page of the list, in one query."""
        daftar = super().get_changelist_instance(request)
        self._lampirkan(daftar.result_list)
        return daftar

    def _lampirkan(self, baris: Iterable[Any]) -> bool:
        """Hang their estimates on the rows; True when there are any. Open ones only: auditors read too."""
        catatan = perkiraan_usulan(baris, boleh_khusus=False)
        for satu in baris:
            satu.perkiraan = " ".join(catatan.get(satu.pk, []))
        return any(catatan.values())

    @admin.display(description="NIP", ordering="pegawai__nip")
    def nip(self, obj: Rekomendasi) -> str:
        return str(obj.pegawai.nip)

    @admin.display(description="unit kerja", empty_value="\N{EN DASH}")
    def unit(self, obj: Rekomendasi) -> Any:
        return obj.pegawai.unit

    @admin.display(description="status", ordering="status")
    def keadaan(self, obj: Any) -> str:
        """The state, and beneath it what few rows have: a call to look again, an estimate."""
        return format_html(
            '<span class="tanda {}">{}</span>{}{}',
            KELAS_USULAN[StatusRekomendasi(obj.status)],
            obj.get_status_display(),
            mark_safe('<br><span class="tanda salah">Perlu ditinjau ulang</span>')
            if obj.perlu_ditinjau
            else "",
            format_html('<br><span class="kecil">{}</span>', obj.perkiraan) if obj.perkiraan else "",
        )

    @admin.display(description="perkiraan", empty_value="\N{EN DASH}")
    def perkiraan(self, obj: Any) -> str | None:
        return obj.perkiraan or None

    @admin.display(description="yang perlu dilakukan")
    def sesudah_tmt(self, obj: Rekomendasi) -> str:
        return sesudah_tmt(obj)

    @admin.display(description="peninjauan")
    def tinjau(self, obj: Rekomendasi) -> str:
        return PERLU_DITINJAU

    @admin.display(description="perhitungan terakhir")
    def perhitungan(self, obj: Rekomendasi) -> str:
        url = reverse("admin:karier_runevaluasi_change", args=[obj.run_terakhir_id])
        return format_html('<a href="{}">{}</a>', url, obj.run_terakhir)

    @admin.display(description="tujuan")
    def tujuan(self, obj: Rekomendasi) -> str:
        return tujuan_usulan(obj)

    def get_urls(self) -> list[URLPattern]:
        halaman = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/<slug:jenis>/putuskan/",
                halaman(self.putuskan),
                name="karier_rekomendasi_putuskan",
            ),
            path("unduh/<slug:bentuk>/", halaman(self.unduh), name="karier_rekomendasi_unduh"),
            *self.urls_banyak(),
            *self.urls_kp(),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        boleh = wewenang(request).mengelola
        alat = tautan_unduh(request, "admin:karier_rekomendasi_unduh") if boleh else []
        return super().changelist_view(request, {"alat": alat, **(extra_context or {})})

    def unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The filtered list, as far as the user decides about it; everybody in it gets a trail row first."""
        if not wewenang(request).mengelola:
            raise Http404
        terlihat = self.get_changelist_instance(request).get_queryset(request)
        baris = terlihat.filter(pk__in=Rekomendasi.objects.dikelola(request.user).order_by().values("pk"))
        ids = set(baris.order_by().values_list("pegawai_id", flat=True))
        catat_baca(
            pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="unduh", keperluan="Rekomendasi"
        )
        return unduhan(tabel_usulan(baris, pengguna=request.user), bentuk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        rekomendasi = self.get_object(request, object_id)
        alat: list[dict[str, Any]] = []
        if self.boleh(request, rekomendasi):
            alat = [{**langkah, "utama": True} for langkah in langkah_keputusan(rekomendasi, request)]
            if rekomendasi.jenis == JenisRekomendasi.KENAIKAN_PANGKAT:
                alat.append({"teks": "Lihat semua syarat", "url": dasar_putusan(rekomendasi)})
        sasaran = f"{rekomendasi.get_jenis_display()}: {self.tujuan(rekomendasi)}"
        isi = {
            "alat": alat,
            "judul_baris": str(rekomendasi.pegawai),
            "subjudul": f"{sasaran}, {kata.tanggal(rekomendasi.periode)}.",
            "saran": self.saran(request, rekomendasi),
        }
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})


daftarkan_menu("Karier", "Rekomendasi", "admin:karier_rekomendasi_changelist")
