"""The dialogue: topics, inputs with the answer of the office, promises."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.situs import KANAL, ya_tidak
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, isikan, wewenang
from kinerja.admin.warga import AdminKiriman, AdminUnit
from kinerja.enums import StatusKiriman
from kinerja.forms.warga import FormTanggapan
from kinerja.models import JanjiForum, MasukanForum, TopikForum
from kinerja.services.forum import answer_masukan, save_janji, save_topik


@admin.register(TopikForum)
class TopikAdmin(AdminUnit):
    tetap = ("unit",)
    list_display = (
        "judul",
        "unit",
        "jenis",
        "tanggal",
        ya_tidak("terbit", "tampil untuk umum"),
        ya_tidak("dibuka", "menerima masukan"),
    )
    list_select_related = ("unit",)
    list_filter = ("jenis", "terbit", "dibuka")
    search_fields = ("judul",)
    autocomplete_fields = ("unit",)
    fields = ("unit", "judul", "uraian", "jenis", "tempat", "tanggal", "jam", "notulen", "terbit", "dibuka")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_topik(topik=obj, actor=request.user, at=timezone.now(), kanal=KANAL)


class SaringJanji(admin.SimpleListFilter):
    """Promises whose day is over."""

    title = "tenggat"
    parameter_name = "tenggat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("lewat", "Lewat tenggat")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.lewat_tenggat(timezone.now()) if self.value() == "lewat" else queryset


@admin.register(JanjiForum)
class JanjiAdmin(AdminUnit):
    """Words and day of a promise stay; what became of it is told."""

    tetap = ("topik", "isi", "tenggat", "selesai")
    list_display = ("isi", "topik", "tenggat", "status", "selesai")
    list_select_related = ("topik",)
    list_filter = (SaringJanji, "status")
    search_fields = ("isi",)
    fields = ("topik", "isi", "tenggat", "status", "alasan")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("topik", "isi", "tenggat") if obj is None else (*self.fields, "selesai")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The day of fulfilment is set by the service, so the form must not miss it."""
        form: Any = super().get_form(request, obj, change, **kwargs)

        class FormJanji(form):
            def _post_clean(self) -> None:
                status = self.cleaned_data.get("status")
                if status is not None:
                    hari = self.instance.selesai or timezone.localdate()
                    self.instance.selesai = hari if status == "dijalankan" else None
                super()._post_clean()

        return FormJanji

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_janji(janji=obj, actor=request.user, at=timezone.now(), kanal=KANAL)


@admin.register(MasukanForum)
class MasukanAdmin(AdminKiriman):
    list_display = ("nomor", "topik", "hari", "status", "tindak")
    list_select_related = ("topik__unit",)
    list_filter = ("status", "tindak")

    def get_urls(self) -> list[URLPattern]:
        tanggapi = self.admin_site.admin_view(self.tanggapi)
        nama = "kinerja_masukanforum_tanggapi"
        return [path("<uuid:pk>/tanggapi/", tanggapi, name=nama), *super().get_urls()]

    def tanggapi(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """The answer of the office; only to what is shown."""
        masukan = self.milik(request, str(pk))
        if masukan.status != StatusKiriman.TAMPIL:
            messages.error(request, "Hanya masukan yang tampil dapat ditanggapi.")
            return HttpResponseRedirect(self.url(masukan))
        awal = {"tanggapan": masukan.tanggapan, "versi": masukan.versi}
        form = FormTanggapan(dikirim(request), initial=awal)
        if request.method == "POST" and form.is_valid():
            isi = {**form.cleaned_data, "versi": form.cleaned_data["versi"] or 0}
            saat = timezone.now()
            if self.coba(form, lambda: answer_masukan(masukan=masukan, **isi, actor=request.user, at=saat)):
                messages.success(request, "Tanggapan tersimpan dan tampil untuk umum.")
                return HttpResponseRedirect(self.url_daftar())
        if form.is_bound:  # the page shows the answer that stands there now
            isikan(form, versi=masukan.versi)
        isi_halaman = {
            **self.admin_site.each_context(request),
            "title": "Tanggapi masukan",
            "kiriman": masukan,
            "kantor": masukan.topik.unit.nama,
            "form": form,
            "url_balik": self.url(masukan),
            "remah": [
                ("Masukan warga", self.url_daftar()),
                (masukan.nomor, self.url(masukan)),
                ("Tanggapi", ""),
            ],
        }
        return TemplateResponse(request, "admin/kinerja/tanggapan.html", isi_halaman)

    def tampil(self, request: HttpRequest, kiriman: Any, **isi: Any) -> HttpResponse:
        tampil = kiriman.status == StatusKiriman.TAMPIL
        alamat = reverse("admin:kinerja_masukanforum_tanggapi", args=[kiriman.pk]) if tampil else ""
        return super().tampil(request, kiriman, url_tanggapi=alamat, **isi)


@daftarkan_antrean(62)
def janji_lewat(request: HttpRequest) -> Any:
    """Promises whose day is over."""
    if not wewenang(request).membantu:
        return
    banyak = JanjiForum.objects.visible_to(request.user).lewat_tenggat(timezone.now()).count()
    daftar = reverse("admin:kinerja_janjiforum_changelist")
    yield Tugas("Warga", "Janji kepada warga lewat tenggat", banyak, f"{daftar}?tenggat=lewat", kelas="salah")


for nama, model in (
    ("Dialog warga", "topikforum"),
    ("Masukan warga", "masukanforum"),
    ("Janji kepada warga", "janjiforum"),
):
    daftarkan_menu(
        "Kinerja", nama, f"admin:kinerja_{model}_changelist", boleh=lambda w: w.membantu, urutan=72
    )
