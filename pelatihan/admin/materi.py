"""Materials and questions, kept by HR of the government that owns the programme."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.rentang import hand_out
from asn_karier.lib.situs import AdminBerlingkup
from asn_karier.lib.views import daftarkan_menu, wewenang
from pelatihan.admin.evaluasi import HalamanEvaluasi
from pelatihan.forms.materi import MateriForm, SoalForm
from pelatihan.kamus.belajar import ukuran_materi
from pelatihan.models import Materi, SoalKuis
from pelatihan.services.materi import delete_materi, open_file, save_materi


@admin.register(Materi)
class MateriAdmin(HalamanEvaluasi, AdminBerlingkup):
    form = MateriForm
    boleh_tambah = boleh_ubah = boleh_hapus = True
    list_display = ("judul", "pelatihan", "urut", "besar")
    list_select_related = ("pelatihan",)
    search_fields = ("judul", "pelatihan__nama")
    search_help_text = "Judul materi atau nama pelatihan"
    fields = ("pelatihan", "urut", "judul", "isi", "berkas_kini", "unggahan", "hapus_berkas")
    readonly_fields = ("berkas_kini",)
    actions = None

    def get_urls(self) -> list[URLPattern]:
        unduh = path(
            "<int:pk>/berkas/", self.admin_site.admin_view(self.berkas), name="pelatihan_materi_berkas"
        )
        return [*self.url_evaluasi(), unduh, *super().get_urls()]

    @method_decorator(require_safe)
    def berkas(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        materi: Materi = self.get_object(request, str(pk))
        try:
            return hand_out(request, open_file(materi))
        except TidakDitemukan as salah:
            raise Http404 from salah

    @admin.display(description="ukuran")
    def besar(self, obj: Materi) -> str:
        return ukuran_materi(len(obj.isi.encode()), obj.ukuran) or "–"

    @admin.display(description="berkas sekarang")
    def berkas_kini(self, obj: Materi) -> str | SafeString:
        if obj.pk is None or not obj.berkas:
            return "Belum ada"
        tujuan = reverse("admin:pelatihan_materi_berkas", args=[obj.pk])
        return format_html('<a href="{}">Unduh ({})</a>', tujuan, ukuran_materi(0, obj.ukuran))

    def save_model(self, request: HttpRequest, obj: Materi, form: Any, change: bool) -> None:
        save_materi(materi=obj, unggahan=form.unggahan_baru(), actor=request.user, at=timezone.now())

    def delete_model(self, request: HttpRequest, obj: Materi) -> None:
        delete_materi(materi=obj, actor=request.user, at=timezone.now())


@admin.register(SoalKuis)
class SoalKuisAdmin(AdminBerlingkup):
    """The right answers stand here, so nobody but HR reads them."""

    form = SoalForm
    boleh_tambah = boleh_ubah = boleh_hapus = True
    list_display = ("pertanyaan", "pelatihan", "urut")
    list_select_related = ("pelatihan",)
    search_fields = ("pertanyaan", "pelatihan__nama")
    search_help_text = "Pertanyaan atau nama pelatihan"
    fields = ("pelatihan", "urut", "pertanyaan", "pilihan", "jawaban")
    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return super().has_module_permission(request) and wewenang(request).mengelola


daftarkan_menu("Pengembangan", "Materi pelatihan", "admin:pelatihan_materi_changelist", urutan=52)
daftarkan_menu(
    "Pengembangan",
    "Soal kuis",
    "admin:pelatihan_soalkuis_changelist",
    boleh=lambda w: w.mengelola,
    urutan=53,
)
