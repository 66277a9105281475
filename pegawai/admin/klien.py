"""Programs of agencies over REST: registered, given a new secret, revoked. Only HR of a whole instansi."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu, dikirim
from pegawai.admin.wewenang import IsiInstansi
from pegawai.enums import CakupanApi
from pegawai.kamus import LABEL
from pegawai.models import KlienApi, UnitKerja
from pegawai.services.klien import MASA_RAHASIA_LAMA, KunciBaru, create_klien, revoke_klien, rotate_secret

CARA: Final = (
    "Belum ada aplikasi. Tekan Tambah, isi siapa yang memakainya dan apa yang boleh dibaca, lalu sampaikan "
    "client ID dan rahasianya kepada narahubung."
)


class FormKlien(forms.ModelForm):
    """What a program may read, and whom to call about it."""

    name = forms.CharField(
        label="Nama aplikasi",
        max_length=100,
        help_text="Tampil pada jejak: pegawai melihat nama ini bila datanya dibaca.",
        error_messages={"required": "Tuliskan nama aplikasinya."},
    )
    cakupan = forms.MultipleChoiceField(
        label="Boleh membaca",
        choices=[(c.value, LABEL[CakupanApi][c]) for c in CakupanApi],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu yang boleh dibaca."},
    )

    class Meta:
        model = KlienApi
        fields: ClassVar[list[str]] = ["name", "instansi", "unit", "cakupan", "kontak_nama", "kontak"]

    def clean_cakupan(self) -> str:
        return " ".join(self.cleaned_data["cakupan"])


class FormAlasanCabut(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=100,
        help_text="Misalnya kerja sama berakhir. Tersimpan pada jejak.",
        error_messages={"required": "Tuliskan alasannya, misalnya kerja sama berakhir."},
    )


class FormGanti(forms.Form):
    """`sejak`: which secret the officer saw, so that two presses are one change."""

    sejak = forms.CharField(widget=forms.HiddenInput)


class KlienApiAdmin(IsiInstansi, AdminBerlingkup):
    """Secrets are made by the service and shown once; nothing here can be typed into a living program.

    Registered by django-oauth-toolkit, which the setting APPLICATION_ADMIN_CLASS sends here.
    """

    boleh_tambah = True
    perlu_instansi_penuh = True
    form = FormKlien
    list_display = (
        "name",
        "lingkup",
        ya_tidak("aktif", "aktif", tidak="Dicabut"),
        "terakhir_dipakai",
        "kontak_nama",
    )
    list_filter = ("aktif",)
    list_select_related = ("instansi", "unit")
    search_fields = ("name", "client_id", "kontak_nama")
    search_help_text = "Nama aplikasi, client ID, atau narahubung"
    autocomplete_fields = ("unit",)
    TERLIHAT = (
        "name",
        "lingkup",
        "boleh_membaca",
        "kontak_nama",
        "kontak",
        "client_id",
        "keadaan",
        "berlaku_sampai",
        "terakhir_dipakai",
        "rahasia_dibuat_pada",
        "rahasia_lama_sampai",
    )

    @admin.display(description="lingkup")
    def lingkup(self, obj: KlienApi) -> str:
        return f"{obj.unit}, dan di bawahnya" if obj.unit else str(obj.instansi)

    @admin.display(description="keadaan")
    def keadaan(self, obj: KlienApi) -> str:
        return "Aktif" if obj.aktif else "Dicabut"

    @admin.display(description="boleh membaca")
    def boleh_membaca(self, obj: KlienApi) -> str:
        return ", ".join(LABEL[CakupanApi][c] for c in CakupanApi if c.value in obj.daftar_cakupan)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return FormKlien.Meta.fields if obj is None else self.TERLIHAT

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else self.TERLIHAT

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "unit":
            kwargs["queryset"] = UnitKerja.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = [{"teks": "Dokumentasi REST", "url": reverse("api_dokumen")}]
        return super().changelist_view(request, {"alat": alat, "teks_kosong": CARA, **(extra_context or {})})

    # -- made -----------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        kunci = create_klien(
            nama=obj.name,
            instansi=obj.instansi,
            unit=obj.unit,
            cakupan=[CakupanApi(c) for c in obj.cakupan.split()],
            kontak_nama=obj.kontak_nama,
            kontak=obj.kontak,
            actor=request.user,
            at=timezone.now(),
        )
        obj.pk = kunci.klien.pk
        obj._state.adding = False
        request._kunci_baru = kunci  # type: ignore[attr-defined]

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """The secret, once; it is stored nowhere, so it cannot wait behind a redirect."""
        return self._rahasia(request, request._kunci_baru, "Aplikasi sudah didaftarkan")  # type: ignore[attr-defined]

    # -- a new secret, the end ------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/rahasia/", lindungi(self.rahasia), name="pegawai_klienapi_rahasia"),
            path("<int:pk>/cabut/", lindungi(self.cabut), name="pegawai_klienapi_cabut"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        klien = self.get_object(request, object_id)
        alat: list[dict[str, Any]] = []
        if klien.aktif and self.mengelola(request) and self.dikelola(request, klien):
            for nama, teks in (("rahasia", "Ganti rahasia"), ("cabut", "Cabut aplikasi")):
                url = reverse(f"admin:pegawai_klienapi_{nama}", args=[klien.pk])
                alat.append({"teks": teks, "url": url, "utama": True})
        return super().change_view(request, object_id, form_url, {"alat": alat, **(extra_context or {})})

    def rahasia(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new secret after a confirm page; the old one works on for a week."""
        klien = self._milik(request, pk)
        form = FormGanti(dikirim(request), initial={"sejak": klien.rahasia_dibuat_pada.isoformat()})
        if request.method == "POST" and form.is_valid():
            try:
                kunci = rotate_secret(
                    klien=klien, sejak=form.cleaned_data["sejak"], actor=request.user, at=timezone.now()
                )
                return self._rahasia(request, kunci, "Rahasia sudah diganti")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
                return HttpResponseRedirect(self._halaman(pk))
        aksi = {
            "judul": f"Ganti rahasia {klien}?",
            "kalimat": "Rahasia baru tampil satu kali. Sampaikan kepada narahubung: "
            f"{klien.kontak_nama}, {klien.kontak}.",
            "teks": "Ya, ganti rahasia",
            "bahaya": False,
        }
        lama = kata.tanggal(timezone.localdate() + MASA_RAHASIA_LAMA)
        akibat = [
            f"Rahasia yang sekarang masih berlaku sampai {lama}.",
            "Rahasia sebelumnya tidak berlaku lagi.",
        ]
        return self._tanya(request, pk, aksi, form, akibat)

    def cabut(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The end of a program, after a confirm page that asks why."""
        klien = self._milik(request, pk)
        form = FormAlasanCabut(dikirim(request))
        if request.method == "POST" and form.is_valid():
            try:
                revoke_klien(klien=klien, actor=request.user, alasan=form.cleaned_data["alasan"])
                messages.success(request, f"Aplikasi {klien} sudah dicabut.")
                return HttpResponseRedirect(self._halaman(pk))
            except DomainError as salah:
                form.add_error(None, salah.pesan)
        aksi = {
            "judul": f"Cabut aplikasi {klien}?",
            "kalimat": "Permintaan berikutnya langsung ditolak, juga dengan token yang masih berlaku.",
            "teks": "Ya, cabut",
            "bahaya": True,
        }
        akibat = ["Aplikasi yang dicabut tidak dapat dihidupkan lagi; daftarkan yang baru bila perlu."]
        return self._tanya(request, pk, aksi, form, akibat)

    def _milik(self, request: HttpRequest, pk: int) -> KlienApi:
        """A program that the user manages; others are not there."""
        klien: KlienApi = self.get_object(request, str(pk))
        if not (self.mengelola(request) and self.dikelola(request, klien)):
            return self.get_object(request, "0")  # raises 404
        return klien

    def _halaman(self, pk: int) -> str:
        return reverse("admin:pegawai_klienapi_change", args=[pk])

    def _tanya(
        self, request: HttpRequest, pk: int, aksi: dict[str, Any], form: forms.Form, akibat: list[str]
    ) -> HttpResponse:
        isi = {
            **self.admin_site.each_context(request),
            "title": aksi["judul"],
            "aksi": aksi,
            "form": form,
            "akibat": akibat,
            "url_balik": self._halaman(pk),
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def _rahasia(self, request: HttpRequest, kunci: KunciBaru, judul: str) -> HttpResponse:
        isi = {
            **self.admin_site.each_context(request),
            "title": judul,
            "klien": kunci.klien,
            "rahasia": kunci.rahasia,
            "url_balik": self._halaman(kunci.klien.pk),
        }
        return TemplateResponse(request, "admin/pegawai/rahasia_klien.html", isi)


daftarkan_menu(
    "Pengaturan",
    "Aplikasi REST",
    "admin:pegawai_klienapi_changelist",
    boleh=lambda w: w.instansi_penuh,
)
