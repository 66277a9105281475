"""Accounts and roles. HR hands out sign-in links; roles go through the service."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminBerlingkup, ya_tidak
from asn_karier.lib.views import daftarkan_menu, dikirim
from pegawai.admin.saringan import SaringAkun
from pegawai.admin.wewenang import IsiInstansi
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna, Peran, UnitKerja
from pegawai.services.akun import grant_peran, issue_password_link, revoke_peran, set_akun_aktif


def _pelaku(request: HttpRequest) -> Any:
    """The signed-in account: the site lets nobody else in."""
    return request.user


class FormKeaktifan(forms.Form):
    """Why an account is closed or opened; `tujuan` is what the officer saw, so that twice is once."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=100,
        help_text="Misalnya nomor SK mutasi. Tersimpan pada jejak akses.",
        error_messages={"required": "Tuliskan alasannya, misalnya nomor SK mutasi."},
    )
    tujuan = forms.ChoiceField(choices=[("tutup", "tutup"), ("buka", "buka")], widget=forms.HiddenInput)


KATA_KEAKTIFAN: Final[dict[str, dict[str, Any]]] = {
    "tutup": {
        "teks_pendek": "Tutup akun",
        "kalimat": "Pemilik akun langsung keluar dan tidak dapat masuk lagi. Data pegawainya tetap.",
        "teks": "Ya, tutup akun",
        "bahaya": True,
    },
    "buka": {
        "teks_pendek": "Buka kembali akun",
        "kalimat": "Pemilik akun dapat masuk lagi dengan kata sandinya, dan perannya berlaku lagi.",
        "teks": "Ya, buka kembali",
        "bahaya": False,
    },
}


CARA_MEMBUAT: Final = (
    "Belum ada akun. Tekan Pegawai tanpa akun, buka halaman pegawainya, lalu tekan Buat akun."
)


_AKTIF: Final = ya_tidak("is_active", "aktif", tidak="Ditutup")
_PENGELOLA: Final = ya_tidak("is_staff", "masuk Meja Kerja")


@admin.register(Pengguna)
class PenggunaAdmin(AdminBerlingkup):
    """Accounts of people in scope. Nothing is typed here that could raise somebody's authority."""

    perlu_mengelola = True
    list_display = (
        "username",
        "nama",
        _AKTIF,
        _PENGELOLA,
        "last_login",
    )
    list_filter = ("is_active", "is_staff")
    search_fields = ("username", "nama")
    search_help_text = "Nama akun atau nama orang"
    fields: ClassVar[Any] = (
        "username",
        "nama",
        "email",
        "pegawai",
        _AKTIF,
        _PENGELOLA,
        "last_login",
        "dibuat_pada",
    )
    readonly_fields: ClassVar[Any] = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        akun = super().get_queryset(request)
        if request.user.is_superuser:
            return akun
        return akun.filter(pegawai__in=Pegawai.objects.dikelola(request.user))

    def teks_pilihan(self, obj: Any) -> str:
        return f"{obj.nama} ({obj.username}) [{obj.pk}]"

    def cukup_jelas(self, obj: Any, teks: str) -> bool:
        """Authority is never given to whoever happens to fit a part of a name."""
        return teks in (obj.username, self.teks_pilihan(obj))

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/tautan-sandi/", lindungi(self.tautan_sandi), name="pegawai_pengguna_tautan"),
            path("<int:pk>/keaktifan/", lindungi(self.keaktifan), name="pegawai_pengguna_keaktifan"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Accounts are made on the page of the person; this list says where those people stand."""
        url = f"{reverse('admin:pegawai_pegawai_changelist')}?{SaringAkun.parameter_name}={SaringAkun.BELUM}"
        isi = {"alat": [{"teks": "Pegawai tanpa akun", "url": url}], "teks_kosong": CARA_MEMBUAT}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        akun = self.get_object(request, object_id)
        alat: list[dict[str, Any]] = []
        if akun.is_active:
            url = reverse("admin:pegawai_pengguna_tautan", args=[akun.pk])
            alat.append({"teks": "Buat tautan kata sandi", "url": url, "utama": True})
        if akun != request.user:
            url = reverse("admin:pegawai_pengguna_keaktifan", args=[akun.pk])
            teks = "Tutup akun" if akun.is_active else "Buka kembali"
            alat.append({"teks": teks, "url": url, "utama": True})
        return super().change_view(request, object_id, form_url, {"alat": alat, **(extra_context or {})})

    def tautan_sandi(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A link that lets the owner choose a password; shown once, to hand over in person."""
        akun = self.get_object(request, str(pk))
        tautan = galat = ""
        if request.method == "POST":
            try:
                tautan = request.build_absolute_uri(
                    issue_password_link(pengguna=akun, actor=_pelaku(request))
                )
            except DomainError as salah:
                galat = salah.pesan
        isi = {
            **self.admin_site.each_context(request),
            "title": "Tautan kata sandi",
            "akun": akun,
            "tautan": tautan,
            "galat": galat,
            "url_balik": reverse("admin:pegawai_pengguna_change", args=[pk]),
        }
        return TemplateResponse(request, "admin/pegawai/tautan_sandi.html", isi)

    def keaktifan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Close an account or open it again, after a confirm page that asks why."""
        akun = self.get_object(request, str(pk))
        balik = reverse("admin:pegawai_pengguna_change", args=[pk])
        form = FormKeaktifan(dikirim(request), initial={"tujuan": "tutup" if akun.is_active else "buka"})
        if request.method == "POST" and form.is_valid() and self._setel_aktif(request, akun, form):
            return HttpResponseRedirect(balik)
        kata = KATA_KEAKTIFAN["tutup" if akun.is_active else "buka"]
        isi = {
            **self.admin_site.each_context(request),
            "title": kata["teks_pendek"],
            "aksi": {**kata, "judul": f"{kata['teks_pendek']} {akun}?"},
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def _setel_aktif(self, request: HttpRequest, akun: Any, form: forms.Form) -> bool:
        buka = form.cleaned_data["tujuan"] == "buka"
        alasan = form.cleaned_data["alasan"]
        try:
            set_akun_aktif(pengguna=akun, aktif=buka, actor=_pelaku(request), alasan=alasan)
        except DomainError as salah:
            form.add_error(None, salah.pesan)
            return False
        messages.success(request, f"Akun {akun} {'dibuka kembali' if buka else 'ditutup'}.")
        return True

    def pegawai_dari(self, obj: Any) -> int | None:
        return None


class FormPeran(forms.ModelForm):
    class Meta:
        model = Peran
        fields = ("pengguna", "jenis", "instansi", "unit", "mulai", "sampai")


@admin.register(Peran)
class PeranAdmin(IsiInstansi, AdminBerlingkup):
    """Given and ended through services.akun, which refuses one's own roles and foreign instansi."""

    perlu_mengelola = True
    boleh_tambah = True
    perlu_instansi_penuh = True
    form = FormPeran
    list_display = ("pengguna", "jenis", "instansi", "unit", "mulai", "sampai")
    list_filter = ("jenis",)
    list_select_related = ("pengguna", "instansi", "unit")
    autocomplete_fields = ("pengguna", "unit")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        peran = super().get_queryset(request)
        if request.user.is_superuser:
            return peran
        return peran.filter(instansi__in=Instansi.objects.dikelola(request.user))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "pengguna" and not request.user.is_superuser:
            kwargs["queryset"] = Pengguna.objects.filter(pegawai__in=Pegawai.objects.dikelola(request.user))
        if db_field.name == "unit":
            kwargs["queryset"] = UnitKerja.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        baru = grant_peran(
            pengguna=obj.pengguna,
            jenis=JenisPeran(obj.jenis),
            instansi=obj.instansi,
            unit=obj.unit,
            mulai=obj.mulai,
            sampai=obj.sampai,
            actor=_pelaku(request),
        )
        obj.pk = baru.pk
        obj._state.adding = False

    def get_urls(self) -> list[URLPattern]:
        url = path("<int:pk>/akhiri/", self.admin_site.admin_view(self.akhiri), name="pegawai_peran_akhiri")
        return [url, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        url = reverse("admin:pegawai_peran_akhiri", args=[self.get_object(request, object_id).pk])
        alat = [{"teks": "Akhiri peran", "url": url, "utama": True}]
        return super().change_view(request, object_id, form_url, {"alat": alat, **(extra_context or {})})

    def akhiri(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End a role from today on, after a confirm page."""
        peran = self.get_object(request, str(pk))
        balik = reverse("admin:pegawai_peran_changelist")
        if request.method == "POST":
            try:
                revoke_peran(peran=peran, actor=_pelaku(request), per=timezone.localdate())
                messages.success(request, f"Peran {peran} bagi {peran.pengguna} sudah berakhir.")
            except DomainError as salah:
                messages.error(request, salah.pesan)
            return HttpResponseRedirect(balik)
        aksi = {
            "judul": f"Akhiri peran {peran} bagi {peran.pengguna}?",
            "kalimat": "Mulai permintaan berikutnya, akun ini tidak lagi memiliki peran itu.",
            "teks": "Ya, akhiri peran",
            "bahaya": True,
        }
        isi = {
            **self.admin_site.each_context(request),
            "title": "Akhiri peran",
            "aksi": aksi,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)


for teks, nama in (("Akun", "pengguna"), ("Peran", "peran")):
    daftarkan_menu("Pengaturan", teks, f"admin:pegawai_{nama}_changelist", boleh=lambda w: w.mengelola)
