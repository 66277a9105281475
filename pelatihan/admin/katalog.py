"""The HR door of training: the catalogue. HR keeps its own programmes and copies shared ones."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL, AdminBerlingkup, BarisPengelola, ya_tidak
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from pegawai.admin.baris_kompetensi import BarisKompetensi
from pegawai.admin.wewenang import IsiInstansi
from pelatihan.admin.bersama import lesson_links, may_copy, owner, shared_note
from pelatihan.admin.saringan import SaringBidang, SaringKompetensi, SaringMitra, SaringPemilik
from pelatihan.forms.katalog import SalinForm
from pelatihan.kamus.katalog import waiting_text
from pelatihan.models import KompetensiPelatihan, Pelatihan, SasaranPelatihan
from pelatihan.services.impor_katalog import PembacaKatalog
from pelatihan.services.katalog_isi import copy_program, save_program
from pelatihan.services.minat import with_waiting

_DAFTAR = "admin:pelatihan_pelatihan_changelist"


class KompetensiInline(BarisKompetensi):
    """Which competency the programme brings to which level."""

    model = KompetensiPelatihan


class SasaranInline(BarisPengelola):
    """For whom the programme is meant."""

    model = SasaranPelatihan


@admin.register(Pelatihan)
class PelatihanAdmin(IsiInstansi, AdminBerlingkup):
    boleh_tambah = True
    boleh_ubah = True
    list_display = (
        "nama",
        "pemilik",
        "bentuk",
        "metode",
        "jp",
        "biaya_teks",
        "mitra",
        "menunggu",
        ya_tidak("aktif", "keadaan", "Ditawarkan", "Tidak ditawarkan"),
    )
    list_select_related = ("instansi", "mitra")
    list_filter = (
        SaringPemilik, "bentuk", "metode", SaringBidang, SaringMitra, SaringKompetensi, "aktif",
        "sasaran__jenis_jabatan",
    )  # fmt: skip
    search_fields = ("nama", "penyelenggara", "kode")
    search_help_text = "Nama pelatihan, penyelenggara, atau kode"
    fields = (
        "instansi", "nama", "bentuk", "metode", "jp", "biaya", "bidang", "penyelenggara", "mitra",
        "kapasitas", "ulang_bulan", "ukuran_mb", "ringkasan", "aktif",
    )  # fmt: skip
    inlines = (KompetensiInline, SasaranInline)

    def get_urls(self) -> list[URLPattern]:
        salin = self.admin_site.admin_view(self.salin)
        return [path("<int:pk>/salin/", salin, name="pelatihan_pelatihan_salin"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi: dict[str, Any] = {}
        if wewenang(request).mengelola and wewenang(request).instansi_penuh:
            url = f"{reverse('admin:pegawai_impor_add')}?jenis={PembacaKatalog.kode}"
            isi["alat"] = [{"teks": "Unggah dari Excel", "url": url}]
        return super().changelist_view(request, isi | (extra_context or {}))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With how many people wait for a class: for planning, so a number."""
        return with_waiting(super().get_queryset(request), request.user)

    # -- the row ----------------------------------------------------------------------------------

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("instansi",) if obj is not None else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only the system's administrator keeps programmes that all share."""
        isian = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if isian is not None and db_field.name == "instansi" and not request.user.is_superuser:
            isian.required, isian.empty_label = True, None
        return isian

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_program(pelatihan=obj, actor=request.user, at=timezone.now(), kanal=KANAL)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A shared programme is read here, and copied from here."""
        pelatihan = self.get_object(request, object_id)
        asal = "Disalin dari katalog bersama, dan tampil sebagai gantinya." if pelatihan.asal_id else ""
        konteks: dict[str, Any] = {"subjudul": asal, "alat": []}
        konteks |= shared_note(request, pelatihan)
        konteks["subjudul"] = f"{konteks['subjudul']} {waiting_text(pelatihan.banyak_menunggu)}".strip()
        konteks["alat"] += lesson_links(request, pelatihan)
        return super().change_view(request, object_id, form_url, konteks | (extra_context or {}))

    @admin.display(description="biaya per peserta", ordering="biaya")
    def biaya_teks(self, obj: Pelatihan) -> str:
        return kata.rupiah(obj.biaya) if obj.biaya else "Tanpa biaya"

    @admin.display(description="menunggu jadwal", ordering="banyak_menunggu")
    def menunggu(self, obj: Any) -> str:
        return f"{kata.bilangan(obj.banyak_menunggu)} orang" if obj.banyak_menunggu else ""

    @admin.display(description="pemilik", ordering="instansi")
    def pemilik(self, obj: Pelatihan) -> str:
        return owner(obj)

    # -- copying ----------------------------------------------------------------------------------

    def salin(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, then copy; the copy opens for changes."""
        pelatihan = self.get_object(request, str(pk))
        if not may_copy(request, pelatihan):
            raise Http404
        form = SalinForm(dikirim(request), pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            jadi = self._salin(request, pelatihan, form)
            if jadi is not None:
                messages.success(request, "Pelatihan disalin. Sesuaikan isi, materi, dan soalnya.")
                return HttpResponseRedirect(reverse("admin:pelatihan_pelatihan_change", args=[jadi.pk]))
        return self._halaman(request, pelatihan, form)

    def _salin(self, request: HttpRequest, pelatihan: Pelatihan, form: SalinForm) -> Pelatihan | None:
        try:
            return copy_program(
                pelatihan_id=pelatihan.pk,
                instansi_id=form.cleaned_data["instansi"].pk,
                actor=request.user,
                at=timezone.now(),
                kanal=KANAL,
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return None

    def _halaman(self, request: HttpRequest, pelatihan: Pelatihan, form: SalinForm) -> HttpResponse:
        judul = f"Salin “{pelatihan}” ke katalog kami?"
        url = reverse("admin:pelatihan_pelatihan_change", args=[pelatihan.pk])
        isi = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": [("Katalog pelatihan", reverse(_DAFTAR)), (str(pelatihan), url), ("Salin", "")],
            "aksi": {
                "judul": judul,
                "kalimat": "Salinannya milik instansi Anda dan dapat Anda ubah.",
                "teks": "Ya, salin",
            },
            "akibat": [
                "Pegawai Anda melihat salinannya sebagai ganti pelatihan bersama ini.",
                "Kompetensi, sasaran, materi, dan soal ikut tersalin. Kelas tidak ikut.",
                "Bila pelatihan bersama berubah kelak, salinan Anda tetap.",
            ],
            "form": form,
            "url_balik": url,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)


daftarkan_menu("Pengembangan", "Katalog pelatihan", _DAFTAR)
