"""The list of people and the page of one person."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib import kata
from asn_karier.lib.export import tautan_unduh, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import daftarkan_cari, daftarkan_menu, wewenang
from pegawai.admin import laporan, tampilan
from pegawai.admin.aktivasi import url_aktivasi
from pegawai.admin.bantuan import alat_bantuan, url_bantuan
from pegawai.admin.cari_pegawai import PencariPegawai
from pegawai.admin.formulir import FormPegawai
from pegawai.admin.nominatif import tabel_nominatif
from pegawai.admin.orang import alat_akun, beri_akun, lihat_nik
from pegawai.admin.perubahan import BarisRiwayat, riwayat_pegawai
from pegawai.admin.riwayat import tambah_riwayat
from pegawai.admin.riwayat_lihat import INLINE_BAWAAN, INLINE_KHUSUS
from pegawai.admin.saringan import (
    SaringAkun,
    SaringGolongan,
    SaringInstansi,
    SaringJenis,
    SaringJenisJabatan,
    SaringJenjang,
    SaringKedudukan,
    SaringKelompok,
    SaringPendidikan,
    SaringTemuan,
    SaringUnit,
)
from pegawai.enums import KedudukanHukum
from pegawai.kamus import LABEL
from pegawai.models import Pegawai, Pengguna
from pegawai.reports.posisi import dengan_posisi, nama_golongan
from pegawai.services.pegawai import change_pegawai
from pegawai.services.sesudah_ubah import follow_after_commit

TURUNAN = ("nik_samar", "posisi", "kedudukan")

#: Makes links for the page of a person; asked only for HR of that person. `url` empty: a plain sentence.
PembuatAlat = Callable[[HttpRequest, admin.AdminSite, Pegawai], list[dict[str, Any]]]

_inline_tambahan: list[Any] = []
_alat_tambahan: list[PembuatAlat] = []


def daftarkan_inline(kelas: type[InlineModelAdmin[Any, Any]]) -> type[InlineModelAdmin[Any, Any]]:
    """An upper app shows its own rows of a person on the person's page."""
    _inline_tambahan.append(kelas)
    return kelas


def daftarkan_alat(pembuat: PembuatAlat) -> PembuatAlat:
    """An upper app links its own pages about a person from the person's page."""
    _alat_tambahan.append(pembuat)
    return pembuat


@admin.register(Pegawai)
class PegawaiAdmin(PencariPegawai):
    """People come in by import; here their records are looked up and corrected, with a reason."""

    boleh_ubah = True
    jaga_usang = False
    form = FormPegawai
    list_display = ("nama_gelar", "nip", "golongan", "jabatan", "unit", "kedudukan")
    list_display_links = ("nama_gelar",)
    list_select_related = ("unit",)
    list_filter = (
        SaringInstansi,
        SaringUnit,
        SaringJenis,
        SaringGolongan,
        SaringJenisJabatan,
        SaringJenjang,
        SaringPendidikan,
        SaringKedudukan,
        SaringKelompok,
        SaringAkun,
        SaringTemuan,
    )
    ordering = ("nama", "pk")
    sortable_by = ("nama_gelar", "nip")
    autocomplete_fields = ("unit", "atasan")
    readonly_fields = ("instansi", "nip", "siasn_id", "jenis", "status", *TURUNAN, "diubah_pada")
    fieldsets = (
        ("Posisi sekarang", {"fields": ("posisi", "kedudukan_hukum", "unit", "atasan")}),
        (
            "Identitas",
            {
                "fields": (
                    "nip",
                    ("gelar_depan", "nama", "gelar_belakang"),
                    ("tempat_lahir", "tanggal_lahir", "jenis_kelamin"),
                    "nik_samar",
                    ("no_hp", "email"),
                )
            },
        ),
        (
            "Kepegawaian",
            {
                "fields": (
                    ("instansi", "jenis", "status"),
                    ("tmt_cpns", "tmt_pns"),
                    "pernah_cltn",
                    ("perjanjian_mulai", "perjanjian_sampai"),
                    "siasn_id",
                )
            },
        ),
        # The moment of a change would tell of one that the history must hide; readers lack this part.
        ("Simpan perubahan", {"fields": ("diubah_pada", "alasan", "versi_dibaca")}),
    )

    # -- list -------------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        orang: Any = super().get_queryset(request)
        return dengan_posisi(orang.dengan_kedudukan(request.user), timezone.localdate())

    @admin.display(description="nama", ordering="nama")
    def nama_gelar(self, obj: Pegawai) -> str:
        return obj.nama_gelar

    @admin.display(description="golongan")
    def golongan(self, obj: Any) -> str:
        nama = nama_golongan(obj.jenis, obj.golongan_kini)
        if not nama:
            return "–"
        tmt = kata.tanggal(obj.tmt_golongan)
        return format_html('{}<br><span class="kecil rapat">TMT {}</span>', nama, tmt)

    @admin.display(description="jabatan")
    def jabatan(self, obj: Any) -> str:
        return obj.jabatan_kini or "–"

    @admin.display(description="kedudukan hukum")
    def kedudukan(self, obj: Any) -> str:
        """A penalty only for HR of the person (`dengan_kedudukan`)."""
        return LABEL[KedudukanHukum][KedudukanHukum(obj.kedudukan_tampil)]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may not change reads the standing as far as it is theirs to know."""
        (judul, posisi), *lain = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return [(judul, posisi), *lain]
        isi = tuple("kedudukan" if f == "kedudukan_hukum" else f for f in posisi["fields"])
        return [(judul, {**posisi, "fields": isi}), *lain[:-1]]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody corrects their own records."""
        return not self.tentang_diri(request, obj) and super().has_change_permission(request, obj)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = tautan_unduh(request, "admin:pegawai_pegawai_unduh")
        isi = {"alat": alat, **tampilan.isi_tampilan(request)}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    # -- page of one person -----------------------------------------------------------------------

    @admin.display(description="golongan dan jabatan")
    def posisi(self, obj: Any) -> str:
        golongan = nama_golongan(obj.jenis, obj.golongan_kini) or "Golongan belum dicatat"
        return f"{golongan}, {obj.jabatan_kini or 'jabatan belum dicatat'}"

    @admin.display(description="NIK")
    def nik_samar(self, obj: Pegawai) -> str:
        if not obj.nik_sandi:
            return "Belum dicatat"
        url = reverse("admin:pegawai_pegawai_nik", args=[obj.pk])
        return format_html('Tercatat, disamarkan. <a href="{}">Lihat NIK</a>', url)

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[type[InlineModelAdmin[Any, Any]]]:
        khusus = INLINE_KHUSUS if obj is not None and self.dikelola(request, obj) else []
        return [*INLINE_BAWAAN, *khusus, *_inline_tambahan]

    def pegawai_dari(self, obj: Any) -> int | None:
        pk: int = obj.pk
        return pk

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """With links to the account, other pages and a new row of each history, for those who may."""
        obj = self.get_object(request, object_id)
        akun = Pengguna.objects.filter(pegawai=obj).first() if wewenang(request).membantu else None
        alat = []
        if self.mengelola(request) and self.dikelola(request, obj):
            lain = (buat(request, self.admin_site, obj) for buat in _alat_tambahan)
            alat = [*alat_akun(obj, akun), *chain.from_iterable(lain)]
        riwayat = tambah_riwayat(object_id) if self.has_change_permission(request, obj) else []
        isi = {
            "alat": [*alat, *alat_bantuan(request, obj, akun), *riwayat],
            "subjudul": f"NIP {obj.nip}. {self.posisi(obj)}.",
        }
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        change_pegawai(
            pegawai=obj, versi=form.cleaned_data["versi_dibaca"], alasan=form.cleaned_data["alasan"],
            actor=request.user, kanal=KANAL,
        )  # fmt: skip
        follow_after_commit(pegawai_id=obj.pk)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed what from what to what, with the reason: the stock page over our own history."""
        obj = self.get_object(request, object_id)
        baris: list[BarisRiwayat] = riwayat_pegawai(
            obj, khusus=self.dikelola(request, obj), pembaca=request.user
        )
        halaman = Paginator(baris, 50).get_page(request.GET.get("p"))
        isi = {
            "action_list": halaman,
            "page_range": halaman.paginator.get_elided_page_range(halaman.number),
            "page_var": "p",
            "pagination_required": len(baris) > halaman.paginator.per_page,
        }
        return super().history_view(request, object_id, {**isi, **(extra_context or {})})

    # -- own pages ----------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("unduh/<slug:bentuk>/", lindungi(self.unduh), name="pegawai_pegawai_unduh"),
            path("laporan/", lindungi(self.laporan), name="pegawai_pegawai_laporan"),
            path("laporan/<slug:kode>/", lindungi(self.laporan_isi), name="pegawai_pegawai_laporan_isi"),
            path(
                "laporan/<slug:kode>/cetak/",
                lindungi(self.laporan_cetak),
                name="pegawai_pegawai_laporan_cetak",
            ),
            path(
                "laporan/<slug:kode>/unduh/<slug:bentuk>/",
                lindungi(self.laporan_unduh),
                name="pegawai_pegawai_laporan_unduh",
            ),
            *tampilan.urls(lindungi),
            path("<int:pk>/nik/", lindungi(self.nik), name="pegawai_pegawai_nik"),
            path("<int:pk>/akun/", lindungi(self.akun), name="pegawai_pegawai_akun"),
            *url_aktivasi(self.admin_site),
            *url_bantuan(self.admin_site),
            *super().get_urls(),
        ]

    def unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The list exactly as filtered, with one trail row per person."""
        daftar = self.get_changelist_instance(request).get_queryset(request)
        return unduhan(tabel_nominatif(daftar, pengguna=request.user), bentuk)

    def laporan(self, request: HttpRequest) -> HttpResponseBase:
        return laporan.indeks(request, self.admin_site)

    def laporan_isi(self, request: HttpRequest, kode: str) -> HttpResponseBase:
        return laporan.halaman(request, self.admin_site, kode)

    def laporan_cetak(self, request: HttpRequest, kode: str) -> HttpResponseBase:
        return laporan.cetak(request, kode)

    def laporan_unduh(self, request: HttpRequest, kode: str, bentuk: str) -> HttpResponseBase:
        return laporan.unduh(request, kode, bentuk)

    def nik(self, request: HttpRequest, pk: int) -> HttpResponse:
        return lihat_nik(request, self.admin_site, pk)

    def akun(self, request: HttpRequest, pk: int) -> HttpResponse:
        return beri_akun(request, self.admin_site, pk)


daftarkan_cari("admin:pegawai_pegawai_changelist")
daftarkan_menu("Pegawai", "Daftar pegawai", "admin:pegawai_pegawai_changelist", urutan=10)
