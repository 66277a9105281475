"""Classes at the HR desk (H14, H15): made in a stock form, run on the pages of `admin.kelas`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminBerlingkup, BarisPengelola
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, wewenang
from pegawai.admin.wewenang import IsiInstansi
from pegawai.models import Instansi
from pelatihan.admin.aksi_kelas import BERAKHIR, NAMA, url
from pelatihan.admin.kelas_hasil import HalamanHasil
from pelatihan.admin.saringan import SaringPekerjaan
from pelatihan.forms.kelas import FormAlasanBatal
from pelatihan.forms.sesi import FormSesi
from pelatihan.models import Angkatan, SesiAngkatan
from pelatihan.services.angkatan import cancel_class, close_registration, open_class, save_angkatan
from pelatihan.services.meja_kelas import without_certificates, without_results


class SesiInline(BarisPengelola):
    """Meetings; who speaks is written on the page of each."""

    model = SesiAngkatan
    form = FormSesi
    extra = 2


@admin.register(Angkatan)
class AngkatanAdmin(HalamanHasil, IsiInstansi, AdminBerlingkup):
    """The stock form says when, where and how many; what happens to people stands on *Kelas*."""

    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("kelas_tautan", "nama", "mulai", "kursi_teks", "menunggu", "status")
    list_display_links = ("nama",)
    list_filter = ("status", SaringPekerjaan)
    list_select_related = ("pelatihan",)
    search_fields = ("nama", "pelatihan__nama")
    search_help_text = "Nama pelatihan atau angkatan"
    ordering = ("-mulai", "pk")
    autocomplete_fields = ("pelatihan",)
    formfield_overrides: ClassVar[Any] = {
        **AdminBerlingkup.formfield_overrides,
        models.URLField: {"assume_scheme": "https"},
    }
    inlines = (SesiInline,)
    fields = (
        "instansi", "pelatihan", "nama", "mulai", "selesai", "daftar_sampai", "tempat", "tautan",
        "kursi", "biaya", "pagu", "perjanjian",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """By role: that somebody works here opens no class at the desk."""
        semua: Any = Angkatan.objects.filter(instansi__in=Instansi.objects.visible_to(request.user))
        return semua.order_by(*self.ordering)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The catalogue of one's own and what all governments share."""
        if db_field.name == "pelatihan":
            katalog: Any = db_field.remote_field.model.objects
            kwargs["queryset"] = katalog.visible_to(request.user).filter(aktif=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else ("instansi", "pelatihan")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        berakhir = obj is not None and obj.status in BERAKHIR
        return not berakhir and super().has_change_permission(request, obj)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Empty rows for sessions go on counting: the order of two sessions is never the same."""
        isi: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        sudah = obj.sesi.aggregate(n=models.Max("urut"))["n"] or 0 if obj.pk else 0
        return isi | {"initial": [{"urut": sudah + n} for n in range(1, inline.extra + 1)]}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_angkatan(angkatan=obj, actor=request.user, at=timezone.now())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        angkatan = self.get_object(request, object_id)
        alat = {"alat": self._alat(request, angkatan), "subjudul": angkatan.get_status_display()}
        return super().change_view(request, object_id, form_url, alat | (extra_context or {}))

    def _alat(self, request: HttpRequest, angkatan: Angkatan) -> list[dict[str, Any]]:
        if not (self.mengelola(request) and self.dikelola(request, angkatan)):
            return []
        sesi = [
            {"teks": f"Narasumber: {s}", "url": reverse("admin:pelatihan_sesiangkatan_change", args=[s.pk])}
            for s in angkatan.sesi.all()
        ]
        kelas = {"teks": "Lihat peserta dan langkah kelas", "url": url("kelas", angkatan.pk), "utama": True}
        return [kelas, *({**s, "utama": False} for s in sesi)]

    # -- list -------------------------------------------------------------------------------------------

    def get_list_display(self, request: HttpRequest) -> Any:
        """Who only reads is led to the stock page: the one of the class is for HR."""
        _, *kolom = super().get_list_display(request)
        return ["kelas_tautan" if self.mengelola(request) else "pelatihan", *kolom]

    @admin.display(description="pelatihan", ordering="pelatihan__nama")
    def kelas_tautan(self, obj: Angkatan) -> str:
        return format_html('<a href="{}">{}</a>', url("kelas", obj.pk), obj.pelatihan)

    @admin.display(description="kursi")
    def kursi_teks(self, obj: Angkatan) -> str:
        return f"{obj.terisi} dari {obj.kursi}"

    @admin.display(description="pendaftar")
    def menunggu(self, obj: Angkatan) -> int:
        return int(obj.urut_terakhir)

    # -- open, close, cancel ----------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        langkah = {"buka": self.buka, "tutup": self.tutup, "batal": self.batal, **self.halaman_kelas()}
        return [
            *(
                path(f"<int:pk>/{nama}/", lindungi(view), name=f"pelatihan_angkatan_{nama}")
                for nama, view in langkah.items()
            ),
            *super().get_urls(),
        ]

    def buka(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._langkah(request, pk, "Buka pendaftaran", open_class, _AKIBAT["buka"])

    def tutup(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._langkah(request, pk, "Tutup pendaftaran", close_registration, _AKIBAT["tutup"])

    def batal(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = FormAlasanBatal(dikirim(request))
        return self._langkah(request, pk, "Batalkan kelas", cancel_class, _AKIBAT["batal"], form)

    def _langkah(
        self,
        request: HttpRequest,
        pk: int,
        teks: str,
        kerjakan: Callable[..., Angkatan],
        akibat: tuple[str, ...],
        form: forms.Form | None = None,
    ) -> HttpResponse:
        """A confirm page and, after the press, one call of the service."""
        angkatan = self.diurus(request, pk)
        form = form or forms.Form(dikirim(request))
        if request.method == "POST" and form.is_valid():
            try:
                kunci = {"angkatan_id": pk, "actor": request.user, "at": timezone.now()}
                kerjakan(**kunci, **form.cleaned_data)
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, f"{teks}: selesai.")
                return HttpResponseRedirect(url("kelas", pk))
        aksi: dict[str, Any] = {
            "judul": f"{teks}?",
            "kalimat": str(angkatan),
            "teks": f"Ya, {teks[0].lower()}{teks[1:]}",
            "bahaya": kerjakan is cancel_class,
        }
        isi = {"aksi": aksi, "akibat": akibat, "form": form, "url_balik": url("kelas", pk)}
        konteks = self.kerangka(request, angkatan, aksi["judul"]) | isi
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", konteks)


_AKIBAT: Final = {
    "buka": (
        "Pegawai instansi yang sesuai sasaran dapat mendaftar sampai batas pendaftaran.",
        "Bila kursi penuh, pendaftar berikutnya masuk daftar tunggu menurut urutan.",
    ),
    "tutup": (
        "Pegawai tidak dapat mendaftar lagi. Anda masih dapat mendaftarkan mereka.",
        "Kursi yang kosong tetap diisi dari daftar tunggu sampai hari pertama kelas.",
    ),
    "batal": (
        "Semua yang terdaftar dibatalkan dan membaca alasannya di Beranda.",
        "Semua kursi kosong kembali, dan komitmen anggarannya dilepas.",
        "Kelas yang dibatalkan tidak dapat dibuka lagi.",
    ),
}


@daftarkan_antrean(41)
def classes_to_finish(request: HttpRequest) -> Iterator[Tugas]:
    """Classes that are over and wait for their results, or for certificates."""
    hak = wewenang(request)
    if not (hak.mengelola and hak.instansi_penuh):
        return
    kelas, daftar = Angkatan.objects.dikelola(request.user), reverse(f"{NAMA}_changelist")
    hasil = without_results(kelas, timezone.localdate())
    yield Tugas(
        "Pengembangan", "Kelas selesai, hasilnya belum dicatat", hasil.count(), f"{daftar}?menunggu=hasil",
        "", "perlu",
    )  # fmt: skip
    yield Tugas(
        "Pengembangan", "Kelas menunggu sertifikat diterbitkan", without_certificates(kelas).count(),
        f"{daftar}?menunggu=sertifikat", "", "perlu",
    )  # fmt: skip


daftarkan_menu("Pengembangan", "Angkatan dan kelas", f"{NAMA}_changelist", boleh=lambda w: w.instansi_penuh)
