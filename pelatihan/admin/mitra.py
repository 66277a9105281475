"""The HR door of training: partners and their agreements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib.situs import KANAL, AdminBerlingkup, BarisPengelola, IsianTanggal, ya_tidak
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, wewenang
from pegawai.admin.wewenang import IsiInstansi
from pelatihan.models import Mitra, PerjanjianMitra
from pelatihan.rules.mitra import MasaPerjanjian
from pelatihan.services.mitra import partner_mark, partners_in, save_mitra

_DAFTAR = "admin:pelatihan_mitra_changelist"


class PerjanjianInline(BarisPengelola):
    """The agreements of a partner, with their validity."""

    model = PerjanjianMitra
    extra = 1
    formfield_overrides: ClassVar[Any] = {models.DateField: {"widget": IsianTanggal}}


class SaringPerjanjian(admin.SimpleListFilter):
    title = "perjanjian"
    parameter_name = "perjanjian"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            (MasaPerjanjian.BERLAKU, "Berlaku"),
            (MasaPerjanjian.SEGERA_BERAKHIR, "Berakhir dalam 60 hari"),
            (MasaPerjanjian.BERAKHIR, "Sudah berakhir"),
            (MasaPerjanjian.BELUM_MULAI, "Belum mulai"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in set(MasaPerjanjian):
            return queryset.none() if self.value() else queryset
        return partners_in(MasaPerjanjian(str(self.value())), queryset, timezone.localdate())


@admin.register(Mitra)
class MitraAdmin(IsiInstansi, AdminBerlingkup):
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = (
        "nama",
        "jenis",
        "perjanjian_kini",
        "kontak",
        ya_tidak("aktif", "keadaan", "Dipakai", "Tidak dipakai"),
    )
    list_filter = (SaringPerjanjian, "jenis", "aktif")
    search_fields = ("nama", "perjanjian__nomor")
    search_help_text = "Nama mitra atau nomor perjanjian"
    fields = ("instansi", "nama", "jenis", "kontak", "aktif")
    inlines = (PerjanjianInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("perjanjian")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("instansi",) if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_mitra(mitra=obj, actor=request.user, kanal=KANAL)

    @admin.display(description="perjanjian")
    def perjanjian_kini(self, obj: Mitra) -> str:
        tanda = partner_mark(obj.perjanjian.all(), timezone.localdate())
        return format_html('<span class="tanda {}">{}</span>', tanda.kelas, tanda.teks)


@daftarkan_antrean(46)
def agreements_ending(request: HttpRequest) -> Iterator[Tugas]:
    """Agreements that end soon, so that an extension is asked for in time."""
    hak = wewenang(request)
    if not (hak.instansi_penuh and hak.mengelola):
        return
    terlihat = Mitra.objects.visible_to(request.user).filter(aktif=True)
    segera = partners_in(MasaPerjanjian.SEGERA_BERAKHIR, terlihat, timezone.localdate())
    yield Tugas(
        kelompok="Pengembangan",
        judul="Perjanjian mitra segera berakhir",
        jumlah=segera.count(),
        url=f"{reverse(_DAFTAR)}?aktif__exact=1&perjanjian={MasaPerjanjian.SEGERA_BERAKHIR}",
        keterangan="Perpanjang sebelum membuka kelas berikutnya.",
        kelas="perlu",
    )


daftarkan_menu("Pengembangan", "Mitra", _DAFTAR, boleh=lambda w: w.instansi_penuh, urutan=52)
