"""SIASN at the HR desk: ratings that differ from ours, and the export of announced ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin
from django.db.models import Case, IntegerField, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.export import Sel, Tabel, unduhan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import Halaman, alamat, bilangan, daftarkan_menu, wewenang
from kinerja.enums import BentukSiasn, Predikat, StatusEkspor, StatusPenilaian
from kinerja.kamus import LABEL
from kinerja.models import EvaluasiPeriodik, Penilaian, PenilaianSiasn
from kinerja.reports.kertas import span
from kinerja.services.siasn_ekspor import (
    BarisEkspor,
    Ekspor,
    PeriodeEkspor,
    columns,
    export_periods,
    export_rows,
    prepare_export,
)
from pegawai.admin.cari_pegawai import CariLewatPegawai

SEHALAMAN: Final = 50
EKSPOR: Final = "admin:kinerja_siasn_ekspor"
UNDUH: Final = "admin:kinerja_siasn_unduh"
KELAS: Final = {
    StatusEkspor.BARU: "perlu",
    StatusEkspor.BERUBAH: "perlu",
    StatusEkspor.SAMA: "ok",
    StatusEkspor.TANPA_ID: "salah",
}


@admin.register(PenilaianSiasn)
class PenilaianSiasnAdmin(CariLewatPegawai, AdminLihat):
    """What SIASN says beside a rating of here; both are kept. For HR of the people only."""

    list_display = ("pegawai", "masa", "predikat", "di_sini", "sumber")
    list_filter = ("bentuk", "predikat")
    list_select_related = ("pegawai",)
    ordering = ("-pk",)
    fields = (
        "pegawai", "masa", "rating_hasil", "rating_perilaku", "predikat", "di_sini", "penilai_nama",
        "penilai_nip", "sumber",
    )  # fmt: skip
    readonly_fields = ("masa", "di_sini")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return super().has_module_permission(request) and wewenang(request).mengelola

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
        isi = {"title": "Berbeda dengan SIASN", "alat": [{"teks": "Ekspor ke SIASN", "url": reverse(EKSPOR)}]}
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
        _require_hr(request)
        semua = export_periods(request.user)
        kunci = _chosen(request, semua)
        beberapa = len({p.instansi.pk for p in semua}) > 1
        isi: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": "Ekspor ke SIASN",
            "periode": [
                {
                    "kunci": p.kunci,
                    "teks": f"{p.nama} ({p.instansi})" if beberapa else p.nama,
                    "aktif": p.kunci == kunci,
                }
                for p in semua
            ],
            "remah": [("Berbeda dengan SIASN", reverse("admin:kinerja_penilaiansiasn_changelist")),
                      ("Ekspor ke SIASN", "")],
        }  # fmt: skip
        if semua:
            isi |= _page(request, _find(request, kunci))
        return TemplateResponse(request, "admin/kinerja/siasn_ekspor.html", isi)

    def unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The file, in exactly the shape of SIASN: XLSX or JSON."""
        _require_hr(request)
        if bentuk not in ("xlsx", "json"):
            raise Http404
        e = _find(request, _chosen(request, export_periods(request.user)))
        objek = export_rows(
            e, selisih=request.GET.get("isi") == "selisih", pengguna=request.user, kanal=KANAL
        )
        nama = f"{e.periode.bentuk.value}-{e.periode.masa[0]:%Y-%m}-{timezone.localdate():%Y%m%d}"
        if bentuk == "json":
            return JsonResponse(
                objek, safe=False, headers={"Content-Disposition": f'attachment; filename="{nama}.json"'}
            )
        kepala = columns(e)
        return unduhan(Tabel(nama, kepala, _cells(objek, kepala), lembar=e.periode.bentuk.value), "xlsx")


def _cells(objek: list[dict[str, Any]], kepala: Any) -> Iterator[list[Sel]]:
    return ([o[k] for k in kepala] for o in objek)


def _require_hr(request: HttpRequest) -> None:
    """HR of a whole instansi: what goes to SIASN goes for all of it."""
    hak = wewenang(request)
    if not (hak.mengelola and hak.instansi_penuh):
        raise Http404


def _chosen(request: HttpRequest, semua: list[PeriodeEkspor]) -> str:
    """The period asked for, else the newest."""
    return request.GET.get("periode") or (semua[0].kunci if semua else "")


def _find(request: HttpRequest, kunci: str) -> Ekspor:
    try:
        return prepare_export(kunci=kunci, pengguna=request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _page(request: HttpRequest, e: Ekspor) -> dict[str, Any]:
    awal = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    lanjut, banyak = awal + SEHALAMAN, len(e.baris)
    urut = sorted(e.baris, key=lambda b: b.status is StatusEkspor.SAMA)
    sepotong = urut[awal:lanjut]
    catat_baca(
        pengguna=request.user, pegawai_ids=sorted({b.nilai.pegawai_id for b in sepotong}), kanal=KANAL,
        tindakan="lihat_daftar", keperluan="Ekspor SIASN",
    )  # fmt: skip
    return {
        "nama": e.periode.nama,
        "bentuk": e.periode.bentuk.value,
        "jumlah": [(LABEL[StatusEkspor][s], n) for s, n in e.jumlah.items()],
        "pembanding": _compared(e),
        "baris": [_row(b) for b in sepotong],
        "unduh": _downloads(e),
        "halaman": Halaman(
            sebelum=alamat(request, mulai=max(awal - SEHALAMAN, 0) or None) if awal else "",
            berikut=alamat(request, mulai=lanjut) if lanjut < banyak else "",
            teks=f"Baris {awal + 1}–{min(lanjut, banyak)} dari {kata.bilangan(banyak)}"
            if banyak > SEHALAMAN
            else "",
        ),
    }


def _compared(e: Ekspor) -> str:
    t = e.terakhir
    if t.pada is None:
        return "Belum ada berkas dari SIASN untuk periode ini, jadi semua baris ditandai Baru."
    return f"Dibandingkan dengan berkas {t.berkas}, diunggah {kata.waktu(timezone.localtime(t.pada))}."


def _downloads(e: Ekspor) -> list[dict[str, str]]:
    hasil = []
    for isi, judul in (("selisih", "yang baru dan berubah"), ("semua", "semua")):
        banyak = len(e.isi(selisih=isi == "selisih"))
        for bentuk in ("xlsx", "json") if banyak else ():
            url = f"{reverse(UNDUH, args=[bentuk])}?periode={e.periode.kunci}&isi={isi}"
            hasil.append({"teks": f"Unduh {bentuk.upper()}: {judul} ({kata.bilangan(banyak)})", "url": url})
    return hasil


def _row(b: BarisEkspor) -> dict[str, str]:
    lama = "" if b.lama is None or b.lama.predikat is None else LABEL[Predikat][Predikat(b.lama.predikat)]
    return {
        "nama": b.nilai.nama,
        "nip": b.nilai.nip,
        "masa": span(b.nilai.mulai, b.nilai.sampai),
        "predikat": LABEL[Predikat][Predikat(b.nilai.predikat)],
        "lama": lama or "–",
        "tanda": LABEL[StatusEkspor][b.status],
        "kelas": KELAS[b.status],
    }


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
    "Ekspor ke SIASN",
    EKSPOR,
    boleh=lambda w: w.mengelola and w.instansi_penuh,
    urutan=81,
)
