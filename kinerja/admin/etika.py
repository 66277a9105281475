"""Cases of ethics: HR adopts, writes, publishes and finishes them, and reads how many took part.

Answers, the discussion and what a unit learned have no list, no inline, no history and no search here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.kata import bilangan, tanggal
from asn_karier.lib.situs import AdminBerlingkup, SaringTahunBerikut
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from kinerja.enums import KeluargaKasus, NilaiBerakhlak, StatusKasus
from kinerja.forms.etika import KasusForm, PustakaForm
from kinerja.kamus import LABEL
from kinerja.kamus.etika import pustaka
from kinerja.models import KasusEtika
from kinerja.reports.etika import participation
from kinerja.services.kasus_etika import adopt_kasus, copy_kasus, finish_kasus, publish_kasus, save_kasus
from pegawai.admin.wewenang import IsiInstansi

_DAFTAR = "admin:kinerja_kasusetika_changelist"


@admin.register(KasusEtika)
class KasusEtikaAdmin(IsiInstansi, AdminBerlingkup):
    """The stock form while nobody has answered; everything else is a page that asks first."""

    form = KasusForm
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = ("judul", "tahun", "keluarga", "nilai", "status", "batas")
    list_filter = (SaringTahunBerikut, "status")
    search_fields = ("judul",)
    search_help_text = "Judul kasus"
    fields = (
        "instansi", "tahun", "keluarga", "judul", "kasus", "pertanyaan", "nilai", "menit", "mulai", "batas",
    )  # fmt: skip

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        halaman = {
            "terbit": self.terbit,
            "selesai": self.selesai,
            "versi": self.versi,
            "salin": self.salin,
            "peserta": self.peserta,
        }
        return [
            path("pustaka/", lindungi(self.pustaka), name="kinerja_kasusetika_pustaka"),
            *(
                path(f"<int:pk>/{nama}/", lindungi(view), name=f"kinerja_kasusetika_{nama}")
                for nama, view in halaman.items()
            ),
            *super().get_urls(),
        ]

    # -- the row ----------------------------------------------------------------------------------------

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What somebody answered is shown as it was; words on their way are refused by the service."""
        if obj is not None and request.method != "POST" and _tetap(obj):
            return self.fields
        return ("instansi",) if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_kasus(kasus=obj, actor=request.user, at=timezone.now())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        kasus = self.get_object(request, object_id)
        konteks: dict[str, Any] = {"alat": self._alat(request, kasus), "subjudul": _keadaan(kasus)}
        if _tetap(kasus):
            konteks |= dict.fromkeys(
                ("show_save", "show_save_and_add_another", "show_save_and_continue"), False
            )
        return super().change_view(request, object_id, form_url, konteks | (extra_context or {}))

    def _alat(self, request: HttpRequest, kasus: KasusEtika) -> list[dict[str, Any]]:
        alat = []
        if wewenang(request).mengelola and self.dikelola(request, kasus):
            langkah = {
                StatusKasus.DRAF: [("Terbitkan", "terbit", True)],
                StatusKasus.TERBIT: [("Selesaikan", "selesai", True), ("Buat versi baru", "versi", False)],
                StatusKasus.SELESAI: [("Buat versi baru", "versi", False)],
            }[StatusKasus(kasus.status)]
            for teks, nama, utama in [*langkah, ("Salin ke tahun depan", "salin", False)]:
                alat.append({"teks": teks, "url": _url(nama, kasus.pk), "utama": utama})
        if kasus.status != StatusKasus.DRAF:
            alat.append({"teks": "Lihat keikutsertaan", "url": _url("peserta", kasus.pk), "utama": False})
        return alat

    # -- steps ------------------------------------------------------------------------------------------

    def terbit(self, request: HttpRequest, pk: int) -> HttpResponse:
        kasus = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Terbitkan “{kasus.judul}”?",
            "kalimat": f"Untuk {kasus.get_keluarga_display().lower()}, tahun {kasus.tahun}.",
            "teks": "Ya, terbitkan",
        }
        akibat = [
            f"Tampil mulai {tanggal(kasus.mulai)}, dengan batas {tanggal(kasus.batas)} menurut jam unitnya.",
            "Sesudah ada yang menjawab, naskahnya tidak dapat diubah. Perubahan menjadi versi baru.",
            "Bila ini versi baru, versi yang sedang terbit menjadi selesai.",
            "Anda hanya melihat jumlah penjawab per unit, bukan isinya.",
        ]
        return self._langkah(request, kasus, aksi, akibat, publish_kasus, "Kasus terbit.")

    def selesai(self, request: HttpRequest, pk: int) -> HttpResponse:
        kasus = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Selesaikan “{kasus.judul}”?",
            "kalimat": "Sesudahnya jawaban, tanggapan, dan pelajaran bersama tidak dapat ditambah.",
            "teks": "Ya, selesaikan",
        }
        akibat = ["Yang sudah menjawab masih membaca diskusinya.", "Tugas yang belum dijawab hilang."]
        return self._langkah(request, kasus, aksi, akibat, finish_kasus, "Kasus selesai.")

    def versi(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._salin(request, pk, tahun_depan=False)

    def salin(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._salin(request, pk, tahun_depan=True)

    def _salin(self, request: HttpRequest, pk: int, *, tahun_depan: bool) -> HttpResponse:
        kasus = self._dikelola_atau_404(request, pk)
        tahun = kasus.tahun + 1 if tahun_depan else kasus.tahun
        apa = f"Salin ke tahun {tahun}" if tahun_depan else "Buat versi baru"
        aksi = {
            "judul": f"{apa}: “{kasus.judul}”?",
            "kalimat": f"Salinannya draf tahun {tahun} yang dapat Anda ubah.",
            "teks": "Ya, salin" if tahun_depan else "Ya, buat versi baru",
        }
        akibat = ["Kasus ini dan jawabannya tetap seperti sekarang sampai salinannya terbit."]

        def kerja(**kunci: Any) -> KasusEtika:
            return copy_kasus(**kunci, tahun_depan=tahun_depan)

        return self._langkah(request, kasus, aksi, akibat, kerja, "Draf dibuat. Periksa tanggalnya.")

    def _langkah(
        self,
        request: HttpRequest,
        kasus: KasusEtika,
        aksi: dict[str, Any],
        akibat: list[str],
        kerjakan: Callable[..., KasusEtika],
        pesan: str,
    ) -> HttpResponse:
        """A confirm page and, after the press, one call of the service."""
        form = forms.Form(dikirim(request))
        if request.method == "POST" and form.is_valid():
            try:
                jadi = kerjakan(kasus_id=kasus.pk, actor=request.user, at=timezone.now())
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, pesan)
                return HttpResponseRedirect(_url("change", jadi.pk))
        isi = {"aksi": aksi, "akibat": akibat, "form": form, "url_balik": _url("change", kasus.pk)}
        return self._halaman(request, "siklus_aksi", aksi["judul"], isi)

    # -- library and participation ----------------------------------------------------------------------

    def pustaka(self, request: HttpRequest) -> HttpResponse:
        """Every case of the starter library, with one press to take it over as a draft."""
        if not self.has_add_permission(request):
            raise Http404
        form = PustakaForm(dikirim(request), pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                jadi = adopt_kasus(
                    kode=form.cleaned_data["kode"],
                    instansi_id=form.cleaned_data["instansi"].pk,
                    actor=request.user,
                    at=timezone.now(),
                )
            except TidakDitemukan as salah:
                raise Http404 from salah
            messages.success(request, "Kasus diambil sebagai draf. Periksa tanggalnya, lalu terbitkan.")
            return HttpResponseRedirect(_url("change", jadi.pk))
        isi = {
            "galat": [pesan for semua in form.errors.values() for pesan in semua],
            "instansi": list(form.fields["instansi"].queryset),  # type: ignore[attr-defined]
            "kasus": [
                {
                    "kode": k.kode,
                    "judul": k.judul,
                    "keluarga": LABEL[KeluargaKasus][k.keluarga],
                    "untuk": k.untuk,
                    "nilai": LABEL[NilaiBerakhlak][k.nilai],
                    "kasus": k.kasus,
                    "pertanyaan": k.pertanyaan.splitlines(),
                }
                for k in pustaka().values()
            ],
        }
        return self._halaman(request, "etika_pustaka", "Pustaka kasus etika", isi)

    def peserta(self, request: HttpRequest, pk: int) -> HttpResponse:
        """How many of each unit have answered; nobody is named."""
        if not self.has_module_permission(request):
            raise Http404
        kasus: KasusEtika = self.get_object(request, str(pk))
        terbuka = participation(kasus, timezone.localdate())
        baris = [*terbuka.sendiri, *([terbuka.gabungan] if terbuka.gabungan else [])]
        isi = {
            "kasus": kasus,
            "ditahan": terbuka.ditahan,
            "unit": [
                {"nama": k.nama, "orang": bilangan(k.orang), "jumlah": bilangan(k.jumlah)} for k in baris
            ],
        }
        return self._halaman(request, "etika_peserta", f"Keikutsertaan: {kasus.judul}", isi)

    # -- shared -----------------------------------------------------------------------------------------

    def _dikelola_atau_404(self, request: HttpRequest, pk: int) -> KasusEtika:
        kasus: KasusEtika = self.get_object(request, str(pk))
        if not (wewenang(request).mengelola and self.dikelola(request, kasus)):
            raise Http404
        return kasus

    def _halaman(self, request: HttpRequest, templat: str, judul: str, isi: dict[str, Any]) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": [("Kasus etika", reverse(_DAFTAR)), (judul, "")],
            **isi,
        }
        return TemplateResponse(request, f"admin/kinerja/{templat}.html", konteks)


def _tetap(kasus: KasusEtika) -> bool:
    return kasus.status == StatusKasus.SELESAI or kasus.jawaban.exists()


def _keadaan(kasus: KasusEtika) -> str:
    if kasus.status != StatusKasus.DRAF and _tetap(kasus):
        return f"{kasus.get_status_display()}. Sudah dijawab atau selesai, jadi naskahnya tidak diubah lagi."
    return str(kasus.get_status_display())


def _url(langkah: str, pk: int) -> str:
    return reverse(f"admin:kinerja_kasusetika_{langkah}", args=[pk])


daftarkan_menu("Kinerja", "Kasus etika", _DAFTAR, boleh=lambda w: w.instansi_penuh, urutan=45)
daftarkan_menu(
    "Kinerja",
    "Pustaka kasus etika",
    "admin:kinerja_kasusetika_pustaka",
    boleh=lambda w: w.instansi_penuh and w.mengelola,
    urutan=46,
)
