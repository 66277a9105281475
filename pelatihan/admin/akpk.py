"""AKPK at the desk of HR: who has sent, what waits for whom, unit by unit. HR confirms nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.situs import AdminLihat, SaringTahun
from asn_karier.lib.views import Halaman, alamat, bilangan, daftarkan_menu
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.riwayat_lihat import InlineLihat
from pegawai.models import Pegawai, UnitKerja
from pelatihan.enums import StatusMandiri
from pelatihan.kamus import LABEL
from pelatihan.kamus.akpk import level_text
from pelatihan.models import ButirMandiri, PenilaianMandiri
from pelatihan.reports.akpk import KemajuanUnit, progress_by_unit

NAMA: Final = "admin:pelatihan_penilaianmandiri"
PER_HALAMAN: Final = 100
TANPA_UNIT: Final = "tanpa"


class ButirInline(InlineLihat):
    """What the post asks for, what the person says, what the atasan confirmed."""

    model = ButirMandiri
    fields = ("nama_kompetensi", "diminta", "menurut_pegawai", "menurut_atasan")
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("teknis")

    @admin.display(description="kompetensi")
    def nama_kompetensi(self, obj: ButirMandiri) -> str:
        return obj.nama_kompetensi

    @admin.display(description="diminta")
    def diminta(self, obj: ButirMandiri) -> str:
        return level_text(obj.wajib)

    @admin.display(description="menurut pegawai")
    def menurut_pegawai(self, obj: ButirMandiri) -> str:
        return level_text(obj.level_diri)

    @admin.display(description="dikonfirmasi atasan")
    def menurut_atasan(self, obj: ButirMandiri) -> str:
        return level_text(obj.level_atasan) if obj.level_atasan is not None else "–"


class SaringUnitSendiri(admin.SimpleListFilter):
    """People who work in one unit itself, as the recapitulation counts them; chosen there, not here."""

    title = "unit kerja"
    parameter_name = "unit"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        if self.value() == TANPA_UNIT:
            return [(TANPA_UNIT, "Belum punya unit kerja")]
        terlihat = UnitKerja.objects.visible_to(request.user).filter(pk=bilangan(self.value(), bawaan=0))
        return [(str(u.pk), u.nama) for u in terlihat]

    def has_output(self) -> bool:
        return self.value() is not None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        unit = None if self.value() == TANPA_UNIT else bilangan(self.value(), bawaan=0)
        return queryset.filter(pegawai__unit=unit)


@admin.register(PenilaianMandiri)
class PenilaianMandiriAdmin(CariLewatPegawai, AdminLihat):
    """Read-only; the auditor does not come this way."""

    perlu_mengelola = True
    list_display = ("pegawai", "jabatan", "tahun", "status", "dikirim_pada")
    list_display_links = ("pegawai",)
    list_filter = (SaringTahun, "status", SaringUnitSendiri)
    list_select_related = ("pegawai", "jabatan")
    ordering = ("-tahun", "-pk")
    fields = (
        "pegawai",
        "jabatan",
        "tahun",
        "status",
        "dikirim_pada",
        "dikonfirmasi_oleh",
        "dikonfirmasi_pada",
    )
    readonly_fields = fields
    inlines = (ButirInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What HR keeps; that the officer leads somebody opens no row here."""
        milik: Any = super().get_queryset(request)
        terlihat: QuerySet[Any] = milik.dikelola(request.user)
        return terlihat

    def get_urls(self) -> list[URLPattern]:
        rekap = self.admin_site.admin_view(self.rekap)
        return [path("rekap/", rekap, name="pelatihan_penilaianmandiri_rekap"), *super().get_urls()]

    def rekap(self, request: HttpRequest) -> HttpResponse:
        """How far everybody is, by unit."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        kini = timezone.localdate().year
        tahun = bilangan(request.GET.get("tahun"), bawaan=kini) or kini
        semua = progress_by_unit(Pegawai.objects.dikelola(request.user), tahun=tahun)
        awal = min(max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0), len(semua))
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Kemajuan penilaian kebutuhan {tahun}",
            "remah": [("Penilaian kebutuhan", reverse(f"{NAMA}_changelist")), ("Kemajuan", "")],
            "opts": self.opts,
            "tahun": tahun,
            "jumlah": sum(u.jumlah for u in semua),
            "belum": sum(u.belum for u in semua),
            "kepala": [LABEL[StatusMandiri][s] for s in StatusMandiri],
            "unit": [_unit_row(u, tahun) for u in semua[awal : awal + PER_HALAMAN]],
            "halaman": _page(request, awal, semua),
        }
        return TemplateResponse(request, "admin/pelatihan/akpk.html", isi)


def _unit_row(u: KemajuanUnit, tahun: int) -> dict[str, Any]:
    """Each number leads to the list with those people; those who sent nothing have no row to list."""
    url = f"{reverse(f'{NAMA}_changelist')}?tahun={tahun}&unit={u.unit.pk if u.unit else TANPA_UNIT}"
    return {
        "nama": u.unit.nama if u.unit else "Belum punya unit kerja",
        "jumlah": u.jumlah,
        "belum": u.belum,
        "sel": list(_cells(u, url)),
    }


def _cells(u: KemajuanUnit, url: str) -> Iterator[dict[str, Any]]:
    for s in StatusMandiri:
        yield {
            "n": u.menurut.get(s, 0),
            "teks": LABEL[StatusMandiri][s],
            "url": f"{url}&status__exact={s.value}",
        }


def _page(request: HttpRequest, awal: int, semua: Sequence[KemajuanUnit]) -> Halaman | None:
    banyak = len(semua)
    if banyak <= PER_HALAMAN:
        return None
    akhir = min(awal + PER_HALAMAN, banyak)
    return Halaman(
        alamat(request, mulai=max(awal - PER_HALAMAN, 0)) if awal else "",
        alamat(request, mulai=akhir) if akhir < banyak else "",
        f"Unit {awal + 1}\N{EN DASH}{akhir} dari {kata.bilangan(banyak)}",
    )


daftarkan_menu("Pengembangan", "Penilaian kebutuhan", f"{NAMA}_rekap", boleh=lambda w: w.mengelola, urutan=55)
