"""*Rencana pengembangan (IDP)* at the desk: how far each unit is, who has none."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu, wewenang
from karier.admin.rencana_isikan import HalamanIsikanRencana
from karier.enums import StatusIdp
from karier.kamus import LABEL
from karier.models import RencanaPengembangan
from karier.reports.rencana import LAPORAN_RENCANA, BarisUnit, by_unit
from karier.rules.rencana import plan_years
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS

NAMA: Final = "admin:karier_rencanapengembangan"
_ORANG: Final = "admin:pegawai_pegawai_change"
_LAPORAN: Final = "admin:pegawai_pegawai_laporan_isi"
TANPA: Final = "Belum mempunyai rencana pengembangan"


@admin.register(RencanaPengembangan)
class RencanaAdmin(HalamanIsikanRencana, CariLewatPegawai, AdminLihat):
    """Read only: a plan belongs to the person and the atasan. Words are read once they were sent."""

    list_display = ("pegawai", "unit", "tahun", "status", "atasan", "disepakati_pada")
    list_filter = ("status", "tahun")
    list_select_related = ("pegawai", "pegawai__unit", "atasan")
    ordering = ("-tahun", "pegawai__nama", "pk")
    fields = ("pegawai", "tahun", "status", "atasan", "dikirim_pada", "disepakati_pada", "isi")
    readonly_fields = fields

    @admin.display(description="unit kerja", empty_value="\N{EN DASH}")
    def unit(self, obj: RencanaPengembangan) -> Any:
        return obj.pegawai.unit

    @admin.display(description="kegiatan", empty_value="\N{EN DASH}")
    def isi(self, obj: RencanaPengembangan) -> str | None:
        """What it says, once it was sent; a draft is its owner's alone."""
        if obj.dikirim_pada is None:
            return "Isi draf hanya dibaca pegawainya."
        return "; ".join(b.kegiatan for b in obj.butir.order_by("urut", "pk")) or None

    def get_urls(self) -> list[URLPattern]:
        halaman = self.admin_site.admin_view
        return [
            path("unit/", halaman(self.per_unit), name="karier_rencanapengembangan_unit"),
            *self.urls_isikan(),
            *super().get_urls(),
        ]

    def per_unit(self, request: HttpRequest) -> HttpResponse:
        """Counts of a year by unit: where plans stand, and how many people have none."""
        if not wewenang(request).masuk:
            raise PermissionDenied
        kini = timezone.localdate()
        pilihan = [*range(kini.year - 1, plan_years(kini)[-1] + 1)]
        diminta = bilangan(request.GET.get("tahun"))
        tahun = diminta if diminta is not None and diminta in pilihan else pilihan[-1]
        orang = Pegawai.objects.visible_to(request.user)
        semua = by_unit(orang, tahun)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Rencana individu (IDP) {tahun} per unit",
            "tahun": tahun,
            "pilihan": pilihan,
            "kepala": [LABEL[StatusIdp][s] for s in StatusIdp],
            "baris": [self._baris(b, tahun) for b in semua],
            "jumlah": _altogether(semua),
            "url_daftar": f"{reverse(f'{NAMA}_changelist')}?tahun={tahun}",
            "url_laporan": f"{reverse(_LAPORAN, args=[LAPORAN_RENCANA.kode])}?tahun={tahun}",
            "belum": self._tanpa(request, orang, tahun),
        }
        return TemplateResponse(request, "admin/karier/rencana_unit.html", isi)

    def _baris(self, b: BarisUnit, tahun: int) -> dict[str, Any]:
        status = [(LABEL[StatusIdp][s], n) for s, n in b.status.items()]
        url = self._belum(b.unit_id, tahun)
        return {"nama": b.nama, "orang": b.orang, "belum": b.belum, "status": status, "url": url}

    def _belum(self, unit_id: int | None, tahun: int) -> str:
        """This page with the names of one unit that have no plan."""
        return f"{reverse(f'{NAMA}_unit')}?tahun={tahun}&unit={unit_id or 0}#belum"

    def _tanpa(self, request: HttpRequest, orang: Any, tahun: int) -> dict[str, Any] | None:
        """Who of the asked unit has no plan, at most a page of them; None: no unit was asked for."""
        unit = bilangan(request.GET.get("unit"))
        if unit is None:
            return None
        ada = RencanaPengembangan.objects.filter(tahun=tahun).values("pegawai")
        semua = orang.filter(unit=unit or None, kedudukan_hukum__in=BERTUGAS).exclude(pk__in=ada)
        daftar = list(semua.order_by("nama", "pk")[:201])
        catat_baca(
            pengguna=request.user, pegawai_ids=[p.pk for p in daftar[:200]], kanal=KANAL, keperluan=TANPA
        )
        orang = [(p.nama_gelar, reverse(_ORANG, args=[p.pk])) for p in daftar[:200]]
        return {"orang": orang, "lebih": len(daftar) > 200}


def _altogether(semua: list[BarisUnit]) -> str:
    """'395 pegawai: 392 belum mempunyai rencana, 2 menunggu atasan, 1 disepakati.'"""
    banyak = {s: sum(b.status[s] for b in semua) for s in StatusIdp}
    bagian = [
        f"{kata.bilangan(n)} {kata.huruf_kecil_awal(LABEL[StatusIdp][s])}" for s, n in banyak.items() if n
    ]
    belum = f"{kata.bilangan(sum(b.belum for b in semua))} belum mempunyai rencana"
    return f"{kata.bilangan(sum(b.orang for b in semua))} pegawai: {', '.join([belum, *bagian])}."


daftarkan_menu("Pengembangan", "Rencana individu (IDP)", f"{NAMA}_unit", urutan=15)
