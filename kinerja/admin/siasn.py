"""SIASN at the HR desk: ratings that differ from ours, and the export of announced ones."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.db.models import Case, IntegerField, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import ExtractYear
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse

from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu
from kinerja.enums import BentukSiasn, Predikat, StatusPenilaian
from kinerja.kamus import LABEL
from kinerja.models import EvaluasiPeriodik, Penilaian, PenilaianSiasn
from kinerja.reports.kertas import span
from kinerja.services.siasn_ekspor import columns, export_periods, export_rows, prepare_export
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.siasn_ekspor import HalamanEkspor
from pegawai.services.siasn.ekspor import BarisEkspor

EKSPOR: Final = "admin:kinerja_siasn_ekspor"
UNDUH: Final = "admin:kinerja_siasn_unduh"


@admin.register(PenilaianSiasn)
class PenilaianSiasnAdmin(CariLewatPegawai, AdminLihat):
    """What SIASN says beside a rating of here; both are kept. For HR of the people only."""

    perlu_mengelola = True
    list_display = ("pegawai", "masa", "predikat", "di_sini", "sumber")
    list_filter = ("bentuk", "predikat")
    list_select_related = ("pegawai",)
    ordering = ("-pk",)
    fields = (
        "pegawai", "masa", "rating_hasil", "rating_perilaku", "predikat", "di_sini", "penilai_nama",
        "penilai_nip", "sumber",
    )  # fmt: skip
    readonly_fields = ("masa", "di_sini")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(predikat_sini=_announced_here())

    @admin.display(description="masa")
    def masa(self, obj: PenilaianSiasn) -> str:
        return span(obj.mulai, obj.sampai)

    @admin.display(description="predikat di sini")
    def di_sini(self, obj: Any) -> str:
        """Only once it is announced."""
        ada = obj.predikat_sini
        return "Belum diumumkan" if ada is None else LABEL[Predikat][Predikat(ada)]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = [{"teks": "Unduh untuk SIASN", "url": reverse(EKSPOR)}]
        isi = {"title": "Berbeda dengan SIASN", "alat": alat}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    # -- export -----------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("ekspor/", lindungi(self.ekspor), name="kinerja_siasn_ekspor"),
            path("ekspor/<slug:bentuk>/", lindungi(self.unduh), name="kinerja_siasn_unduh"),
            *super().get_urls(),
        ]

    def ekspor(self, request: HttpRequest) -> HttpResponse:
        """Choose a period; its ratings with what is new or changed against the last file."""
        return HALAMAN.tampil(request, self.admin_site)

    def unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The file, in exactly the shape of SIASN: XLSX or JSON."""
        return HALAMAN.unduh(request, bentuk)


def _cells(b: BarisEkspor) -> list[str]:
    lama = "" if b.lama is None or b.lama.predikat is None else LABEL[Predikat][Predikat(b.lama.predikat)]
    masa = span(b.nilai.mulai, b.nilai.sampai)
    return [masa, LABEL[Predikat][Predikat(b.nilai.predikat)], lama or "–"]


HALAMAN: Final = HalamanEkspor(
    judul="Unduh untuk SIASN",
    pengantar="Hanya penilaian yang sudah diumumkan. Berkasnya berbentuk persis seperti kolom SIASN; Anda "
    "yang mengunggahnya ke SIASN.",
    kosong="Belum ada penilaian yang diumumkan. Berkas dapat diunduh sesudah pengumuman.",
    induk=("Berbeda dengan SIASN", "admin:kinerja_penilaiansiasn_changelist"),
    nama_unduh=UNDUH,
    bentuk_berkas=("xlsx", "json"),
    kepala=("Masa", "Di sini", "Di SIASN"),
    periode=export_periods,
    siapkan=prepare_export,
    objek=export_rows,
    kolom=columns,
    nama_berkas=lambda e: f"{e.periode.kode_bentuk}-{e.periode.masa[0]:%Y-%m}",
    sel=_cells,
    catatan=lambda e: "",
)


def _announced_here() -> Any:
    """The announced predikat of the same year, or of the part that begins on the same day."""
    diumumkan = {"pegawai": OuterRef("pegawai"), "status": StatusPenilaian.DITETAPKAN}
    tahunan = Penilaian.objects.filter(tahun=ExtractYear(OuterRef("mulai")), **diumumkan)
    periodik = EvaluasiPeriodik.objects.filter(mulai=OuterRef("mulai"), **diumumkan)
    return Case(
        When(bentuk=BentukSiasn.SKP22, then=Subquery(tahunan.values("predikat")[:1])),
        default=Subquery(periodik.values("predikat")[:1]),
        output_field=IntegerField(),
    )


daftarkan_menu(
    "Kinerja",
    "Berbeda dengan SIASN",
    "admin:kinerja_penilaiansiasn_changelist",
    boleh=lambda w: w.mengelola,
    urutan=80,
)
daftarkan_menu(
    "Kinerja",
    "Unduh untuk SIASN",
    EKSPOR,
    boleh=lambda w: w.mengelola and w.instansi_penuh,
    urutan=81,
)
