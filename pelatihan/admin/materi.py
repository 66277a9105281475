"""Materials and questions, kept by HR of the government that owns the programme."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.rentang import hand_out
from asn_karier.lib.situs import AdminBerlingkup
from asn_karier.lib.views import daftarkan_menu
from pelatihan.admin.bersama import owner, shared_note
from pelatihan.admin.evaluasi import HalamanEvaluasi
from pelatihan.forms.materi import MateriForm, SoalForm
from pelatihan.kamus.belajar import ukuran_materi
from pelatihan.models import Materi, SoalKuis
from pelatihan.services.materi import delete_materi, open_file, save_materi


class IsiPelatihan(AdminBerlingkup):
    """A part of a programme, kept by who keeps the programme; of a shared one it is read."""

    apa: str
    #: What stands in the place of the fields for who only reads.
    dibaca: tuple[str, ...]
    boleh_tambah = boleh_ubah = boleh_hapus = True
    list_select_related = ("pelatihan__instansi",)
    saringan_tautan = ("pelatihan",)
    actions = None

    @admin.display(description="pemilik", ordering="pelatihan__instansi")
    def pemilik(self, obj: Any) -> str:
        return owner(obj.pelatihan)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        baca = obj is not None and not self.has_change_permission(request, obj)
        return self.dibaca if baca else super().get_fields(request, obj)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        catatan = shared_note(request, self.get_object(request, object_id).pelatihan, apa=self.apa)
        return super().change_view(request, object_id, form_url, catatan | (extra_context or {}))


@admin.register(Materi)
class MateriAdmin(HalamanEvaluasi, IsiPelatihan):
    apa = "Materi"
    dibaca = ("pelatihan", "urut", "judul", "isi", "berkas_kini")
    form = MateriForm
    list_display = ("judul", "pelatihan", "pemilik", "urut", "besar")
    search_fields = ("judul", "pelatihan__nama")
    search_help_text = "Judul materi atau nama pelatihan"
    fields = ("pelatihan", "urut", "judul", "isi", "berkas_kini", "unggahan", "hapus_berkas")
    readonly_fields = ("berkas_kini",)

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
class SoalKuisAdmin(IsiPelatihan):
    """The right answers stand here, so nobody but HR reads them."""

    perlu_mengelola = True
    apa = "Soal"
    dibaca = ("pelatihan", "urut", "pertanyaan", "pilihan_terbaca", "jawaban")
    readonly_fields = ("pilihan_terbaca",)
    form = SoalForm
    list_display = ("pertanyaan", "pelatihan", "pemilik", "urut")
    search_fields = ("pertanyaan", "pelatihan__nama")
    search_help_text = "Pertanyaan atau nama pelatihan"
    fields = ("pelatihan", "urut", "pertanyaan", "pilihan", "jawaban")

    @admin.display(description="pilihan jawaban")
    def pilihan_terbaca(self, obj: SoalKuis) -> SafeString:
        return format_html_join(mark_safe("<br>"), "{}. {}", enumerate(obj.pilihan, start=1))


daftarkan_menu("Pengembangan", "Materi pelatihan", "admin:pelatihan_materi_changelist", urutan=52)
daftarkan_menu(
    "Pengembangan",
    "Soal kuis",
    "admin:pelatihan_soalkuis_changelist",
    boleh=lambda w: w.mengelola,
    urutan=53,
)
