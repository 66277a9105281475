"""Tidak ada yang terlambat: who may come too late, why, who must act, and what has been lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.audit import catat
from asn_karier.lib.dates import add_months
from asn_karier.lib.export import Sel, Tabel, unduhan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu
from karier.enums import StatusPeringatan
from karier.kamus import Pembaca, judul_syarat, nama_golongan
from karier.kamus.peringatan import kalimat_hilang, tugas_peringatan
from karier.models import PeringatanKenaikan
from karier.rules.peringatan import TAHAP
from karier.rules.periode import document_deadline
from karier.services.parameter import hukum_instansi
from karier.services.peringatan_rekap import BarisRekap, RekapPeringatan, count_warnings
from pegawai.admin.saringan import SaringUnit
from pegawai.models import Pegawai

KEPALA: Final = (
    *(f"{n} bulan lagi" for n in TAHAP), "Terselamatkan", "Terlewat", "Naik terlambat", "Bulan hilang",
)  # fmt: skip


class SaringUnitOrang(SaringUnit):
    """A unit with everything below it, of the person whom a row is about."""

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        unit = self._terpilih(request)
        orang = Pegawai.objects.none() if unit is None else Pegawai.objects.in_subtree(unit)
        return queryset.filter(pegawai__in=orang)


class SaringTahap(admin.SimpleListFilter):
    """Open ones by how near the possible TMT is; a stage holds the nearer ones too."""

    title = "tahap"
    parameter_name = "tahap"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(n), f"{n} bulan lagi atau kurang") for n in TAHAP]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        bulan = bilangan(self.value())
        if bulan not in TAHAP:
            return queryset.none()
        return queryset.terbuka().filter(tmt_kini__lte=add_months(timezone.localdate(), bulan))


class SaringPenyebab(admin.SimpleListFilter):
    """The first thing that is short."""

    title = "penyebab"
    parameter_name = "penyebab"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        kode = model_admin.get_queryset(request).order_by("penyebab").values_list("penyebab", flat=True)
        return sorted(((k, judul_syarat(k)) for k in kode.distinct()), key=lambda p: p[1])

    def has_output(self) -> bool:
        return bool(self.lookup_choices) or self.value() is not None

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        return queryset if self.value() is None else queryset.filter(penyebab=self.value())


@admin.register(PeringatanKenaikan)
class PeringatanAdmin(AdminLihat):
    """For HR of the people only: the cause may be a penalty or an examination."""

    perlu_mengelola = True
    list_display = ("pegawai", "unit", "tujuan", "tmt", "yang_kurang", "sampai", "keadaan")
    list_filter = (SaringTahap, "status", SaringPenyebab, SaringUnitOrang)
    list_select_related = ("pegawai", "pegawai__unit")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = "NIP atau nama"
    ordering = ("tmt_kini", "pegawai__nama", "pk")
    sortable_by = ("tmt",)
    fields = ("pegawai", "tujuan", "status", "tmt_awal", "tmt_kini", "yang_kurang", "sampai", "hilang")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        baris: Any = super().get_queryset(request)
        return baris.dikelola(request.user)

    @admin.display(description="unit kerja", empty_value="\N{EN DASH}")
    def unit(self, obj: PeringatanKenaikan) -> Any:
        return obj.pegawai.unit

    @admin.display(description="tujuan")
    def tujuan(self, obj: PeringatanKenaikan) -> str:
        return nama_golongan(obj.sasaran)

    @admin.display(description="TMT paling cepat", ordering="tmt_kini")
    def tmt(self, obj: PeringatanKenaikan) -> str:
        return kata.tanggal(obj.tmt_kini)

    @admin.display(description="yang dapat menggagalkan", empty_value="Tidak ada; tinggal diusulkan")
    def yang_kurang(self, obj: PeringatanKenaikan) -> str | None:
        if obj.status == StatusPeringatan.NAIK:
            return judul_syarat(obj.penyebab)
        tugas = tugas_peringatan(obj.syarat, _aturan(obj), pembaca=Pembaca.PENGELOLA, boleh_khusus=True)
        return "; ".join(f"{t.judul} ({t.pelaku_teks})" for t in tugas) or None

    @admin.display(description="paling lambat")
    def sampai(self, obj: PeringatanKenaikan) -> str:
        if obj.status in (StatusPeringatan.NAIK, StatusPeringatan.GUGUR):
            return "\N{EN DASH}"
        return kata.tanggal(document_deadline(obj.tmt_kini, _aturan(obj)))

    @admin.display(description="status")
    def keadaan(self, obj: PeringatanKenaikan) -> str:
        """With the months lost, once there are any: a column of dashes tells nothing."""
        status: str = obj.get_status_display()
        return f"{status}, hilang {obj.bulan_hilang} bulan" if obj.bulan_hilang else status

    @admin.display(description="bulan hilang")
    def hilang(self, obj: PeringatanKenaikan) -> str:
        return kalimat_hilang(obj.bulan_hilang)

    def get_urls(self) -> list[URLPattern]:
        rekap = self.admin_site.admin_view(self.rekap)
        return [path("rekap/", rekap, name="karier_peringatankenaikan_rekap"), *super().get_urls()]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The law of every row of the page, with the settings of each instansi read once."""
        daftar = super().get_changelist_instance(request)
        hukum: dict[int, Callable[[date], Aturan]] = {}
        for obj in daftar.result_list:
            instansi = obj.pegawai.instansi_id
            if instansi not in hukum:
                hukum[instansi] = hukum_instansi(instansi)
            obj.aturan = hukum[instansi](obj.tmt_kini)
        return daftar

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi = {
            "alat": [
                {"teks": "Rekap per unit dan sebab", "url": reverse("admin:karier_peringatankenaikan_rekap")}
            ],
            "teks_kosong": "Tidak ada yang terancam terlambat. Daftar ini diisi oleh setiap perhitungan.",
        }
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """With the way to all requirements of the person, and what each of them asks."""
        obj = self.get_object(request, object_id)
        alat = []
        if obj is not None:
            url = reverse("admin:karier_runevaluasi_orang", args=[obj.run_terakhir_id, obj.pegawai_id])
            alat = [{"teks": "Lihat semua syarat", "url": url, "utama": True}]
        return super().change_view(request, object_id, form_url, {"alat": alat, **(extra_context or {})})

    def rekap(self, request: HttpRequest) -> HttpResponseBase:
        """Per unit and per cause; `?unduh=xlsx|csv` downloads."""
        if not self.has_module_permission(request):
            raise Http404
        per = timezone.localdate()
        hasil = count_warnings(self.get_queryset(request), per=per)
        bentuk = request.GET.get("unduh")
        if bentuk:
            catat(
                pengguna=request.user, tindakan="unduh_rekap", subjek_jenis="rekap", subjek_id=None,
                kanal=KANAL, rincian={"menurut": "peringatan_kenaikan"},
            )  # fmt: skip
            return unduhan(_tabel(hasil, request, per), bentuk)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Tidak ada yang terlambat",
            "kepala": KEPALA,
            "bagian": [("Perangkat daerah", _sel(hasil.unit)), ("Penyebab", _sel(hasil.sebab))],
            "jumlah": _angka(hasil.jumlah),
            "per": kata.tanggal(per),
            "url_daftar": reverse("admin:karier_peringatankenaikan_changelist"),
        }
        return TemplateResponse(request, "admin/karier/peringatan_rekap.html", isi)


def _aturan(obj: PeringatanKenaikan) -> Aturan:
    """The law of the possible TMT: as the list read it for all its rows, else read for this one."""
    bersama: Aturan | None = getattr(obj, "aturan", None)
    return bersama or hukum_instansi(obj.pegawai.instansi_id)(obj.tmt_kini)


def _angka(b: BarisRekap) -> list[int]:
    return [*(b.dekat[n] for n in TAHAP), b.terselamatkan, b.terlewat, b.naik_terlambat, b.hilang]


def _sel(baris: list[BarisRekap]) -> list[tuple[str, list[int]]]:
    return [(b.nama, _angka(b)) for b in baris]


def _tabel(hasil: RekapPeringatan, request: HttpRequest, per: date) -> Tabel:
    keterangan = (
        ("Isi", "Kenaikan pangkat yang dapat terlambat, terselamatkan dan terlewat"),
        ("Sumber", "Perhitungan Karier ASN; bulan hilang dihitung sejak peringatan pertama dicatat"),
        ("Keadaan per", kata.tanggal(per)),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {request.user}"),
    )
    baris: list[list[Sel]] = [
        [menurut, b.nama, *_angka(b)]
        for menurut, isi in (("Perangkat daerah", hasil.unit), ("Penyebab", hasil.sebab))
        for b in isi
    ]
    return Tabel("tidak-ada-yang-terlambat", ("Menurut", "Nama", *KEPALA), baris, keterangan, lembar="Rekap")


daftarkan_menu(
    "Karier",
    "Tidak ada yang terlambat",
    "admin:karier_peringatankenaikan_changelist",
    boleh=lambda w: w.mengelola,
)
