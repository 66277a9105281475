"""Services that citizens rate, their reviews, and what changed because of them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from asn_karier.lib.pdf import qr_svg, render_pdf, unduhan_pdf
from asn_karier.lib.situs import KANAL, ya_tidak
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, wewenang
from kinerja.admin.warga import AdminKiriman, AdminUnit
from kinerja.enums import StatusKiriman
from kinerja.models import LayananPublik, MasukanForum, PerubahanLayanan, Ulasan
from kinerja.services.forum import save_perubahan
from kinerja.services.ulasan import save_layanan


@admin.register(LayananPublik)
class LayananAdmin(AdminUnit):
    """A service that is closed keeps its numbers; none is removed."""

    tetap = ("unit", "tautan")
    list_display = ("nama_lengkap", "unit", ya_tidak("aktif", "menerima ulasan"), "cetak")
    list_select_related = ("unit",)
    list_filter = ("aktif",)
    search_fields = ("nama", "unit__nama")
    search_help_text = "Nama layanan atau unit"
    autocomplete_fields = ("unit",)
    fields = ("unit", "nama", "loket", "aktif")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj is None else (*self.fields, "tautan")

    def get_urls(self) -> list[URLPattern]:
        cetak = self.admin_site.admin_view(self.cetak_qr)
        return [path("<int:pk>/qr/", cetak, name="kinerja_layananpublik_qr"), *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_layanan(layanan=obj, actor=request.user, at=timezone.now(), kanal=KANAL)

    @admin.display(description="layanan", ordering="nama")
    def nama_lengkap(self, obj: LayananPublik) -> str:
        return str(obj)

    @admin.display(description="kode QR")
    def cetak(self, obj: LayananPublik) -> SafeString:
        alamat = reverse("admin:kinerja_layananpublik_qr", args=[obj.pk])
        return format_html('<a href="{}">Cetak QR<span class="vh"> {}</span></a>', alamat, obj)

    @admin.display(description="halaman ulasan")
    def tautan(self, obj: LayananPublik) -> SafeString:
        alamat = reverse("publik:ulas", args=[obj.kode])
        return format_html('<a href="{}">{}</a>, {}', alamat, alamat, self.cetak(obj))

    def cetak_qr(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One A4 sheet for the counter."""
        if not self.has_module_permission(request):
            raise Http404
        layanan = self.get_object(request, str(pk))
        alamat = request.build_absolute_uri(reverse("publik:ulas", args=[layanan.kode]))
        isi = {
            "judul": f"Ulasan {layanan}",
            "layanan": str(layanan),
            "unit": layanan.unit.nama,
            "instansi": layanan.unit.instansi.nama,
            "alamat": alamat.removeprefix("https://").removeprefix("http://"),
            "qr": qr_svg(alamat),
        }
        return unduhan_pdf(f"qr-ulasan-{layanan.kode}", render_pdf("qr_ulasan", isi))


@admin.register(Ulasan)
class UlasanAdmin(AdminKiriman):
    """Words beside an answer; reviews without words need nobody."""

    bertema = True
    list_display = ("nomor", "layanan", "unit", "jawaban", "hari", "status")
    list_select_related = ("layanan__unit",)
    list_filter = ("status", "jawaban")

    @admin.display(description="unit")
    def unit(self, obj: Ulasan) -> str:
        return str(obj.layanan.unit)


@admin.register(PerubahanLayanan)
class PerubahanAdmin(AdminUnit):
    """Told by the unit; taking it off the public pages is a tick, not a removal."""

    tetap = ("unit",)
    list_display = ("tindakan", "unit", "tanggal", ya_tidak("terbit", "tampil untuk umum"))
    list_select_related = ("unit",)
    list_filter = ("terbit",)
    autocomplete_fields = ("unit",)
    fields = ("unit", "masukan", "tindakan", "tanggal", "terbit")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_perubahan(perubahan=obj, actor=request.user, at=timezone.now(), kanal=KANAL)


@daftarkan_antrean(60)
def kiriman_menunggu(request: HttpRequest) -> Any:
    """Words that wait: for everybody who may show them; those that an operator left, for HR."""
    hak = wewenang(request)
    if not hak.membantu:
        return
    for model, teks in ((Ulasan, "Ulasan warga"), (MasukanForum, "Masukan warga")):
        daftar = reverse(f"admin:kinerja_{model._meta.model_name}_changelist")
        terlihat = model.objects.visible_to(request.user)
        for status, ekor in (
            (StatusKiriman.MENUNGGU, "menunggu diperiksa"),
            (StatusKiriman.DISERAHKAN, "diserahkan operator"),
        ):
            if status == StatusKiriman.DISERAHKAN and not hak.mengelola:
                continue
            banyak = terlihat.filter(status=status).count()
            yield Tugas("Warga", f"{teks} {ekor}", banyak, f"{daftar}?status__exact={status.value}")


for nama, model in (
    ("Layanan dan kode QR", "layananpublik"),
    ("Ulasan warga", "ulasan"),
    ("Yang berubah", "perubahanlayanan"),
):
    daftarkan_menu(
        "Kinerja", nama, f"admin:kinerja_{model}_changelist", boleh=lambda w: w.membantu, urutan=70
    )
