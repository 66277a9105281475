"""Rounds of 360 feedback: HR makes, opens, watches and closes them, and reads no result of anybody.

Only the round itself has pages here. Invitations, answers, results and sentences have no list, no inline, no
history and no search at the HR desk.
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

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan, tanggal
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from kinerja.enums import Kira360, SasaranPutaran, StatusPutaran360
from kinerja.forms.umpan_360 import FormPutaran360
from kinerja.kamus import LABEL
from kinerja.models import Putaran360
from kinerja.services.umpan_360 import akhir_di_semua_zona, create_putaran, open_putaran, watch_putaran
from kinerja.services.umpan_360_tutup import close_putaran
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text

_DAFTAR = "admin:kinerja_putaran360_changelist"


@admin.register(Putaran360)
class Putaran360Admin(AdminLihat):
    """Adding is one form; opening a row shows how far the round is and what can be done next."""

    boleh_tambah = True
    perlu_instansi_penuh = True
    list_display = ("nama", "instansi", "status", "batas", "dibuka_pada", "ditutup_pada")
    list_filter = ("status",)
    list_select_related = ("instansi",)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        halaman = {"buka": self.buka, "tutup": self.tutup}
        return [
            *(
                path(f"<int:pk>/{nama}/", lindungi(view), name=f"kinerja_putaran360_{nama}")
                for nama, view in halaman.items()
            ),
            *super().get_urls(),
        ]

    # -- make and look --------------------------------------------------------------------------------

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise Http404
        form = FormPutaran360(dikirim(request), pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            putaran = _coba(form, lambda: _buat(request, form.cleaned_data))
            if putaran is not None:
                messages.success(request, "Putaran disiapkan. Periksa, lalu buka.")
                return HttpResponseRedirect(_url("change", putaran.pk))
        aksi = {
            "judul": "Buat putaran umpan balik 360",
            "kalimat": "Putaran belum terlihat pegawai sampai Anda membukanya.",
            "teks": "Simpan",
        }
        return self._halaman(request, aksi, form, reverse(_DAFTAR))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise Http404
        putaran: Putaran360 = self.get_object(request, object_id)
        pantau = watch_putaran(putaran)
        isi = {
            **self.admin_site.each_context(request),
            "title": putaran.nama,
            "remah": [("Umpan balik 360", reverse(_DAFTAR)), (putaran.nama, "")],
            "putaran": putaran,
            "status": putaran.get_status_display(),
            "peserta": bilangan(pantau.peserta),
            "menunggu": bilangan(pantau.menunggu_atasan) if putaran.dibuka_pada else "",
            "unit": [
                {
                    "nama": b.unit or "Unit lain dan unit kecil",
                    "orang": b.orang,
                    "kira": LABEL[Kira360][b.kira],
                }
                for b in pantau.unit
            ],
            "aksi": self._aksi(request, putaran),
        }
        return TemplateResponse(request, "admin/kinerja/putaran_360.html", isi)

    def _aksi(self, request: HttpRequest, putaran: Putaran360) -> list[dict[str, str]]:
        if not (wewenang(request).mengelola and self.dikelola(request, putaran)):
            return []
        langkah = {
            StatusPutaran360.DISIAPKAN: [("Buka putaran", "buka")],
            StatusPutaran360.DIBUKA: [("Tutup putaran", "tutup")],
            StatusPutaran360.DITUTUP: [],
        }
        return [
            {"teks": teks, "url": _url(nama, putaran.pk)}
            for teks, nama in langkah[StatusPutaran360(putaran.status)]
        ]

    # -- steps ------------------------------------------------------------------------------------------

    def buka(self, request: HttpRequest, pk: int) -> HttpResponse:
        putaran = self._dikelola_atau_404(request, pk)
        banyak = bilangan(putaran.peserta.count())
        aksi = {
            "judul": f"Buka {putaran.nama}?",
            "kalimat": f"Batas menjawab {tanggal(putaran.batas)}, di zona waktu unit penjawab.",
            "teks": f"Ya, buka untuk {banyak} pegawai",
        }
        akibat = [
            "Atasan penilai setiap pegawai langsung dapat menjawab, dengan namanya.",
            "Rekan dan bawahan diusulkan otomatis dan baru ditanya sesudah atasan penilai menetapkan.",
            "Tidak ada hasil yang tampil sebelum putaran ditutup.",
        ]
        return self._langkah(request, putaran, aksi, open_putaran, "Putaran dibuka.", akibat=akibat)

    def tutup(self, request: HttpRequest, pk: int) -> HttpResponse:
        putaran = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Tutup {putaran.nama}?",
            "kalimat": "Hasil dibuat satu kali saat putaran ditutup, lalu tidak berubah.",
            "teks": "Ya, tutup putaran",
            "bahaya": True,
        }
        akibat = [
            "Setiap pegawai dan atasan penilainya membaca hasil yang boleh tampil.",
            "Jawaban satu per satu dan hubungannya dengan penjawab dihapus dan tidak dapat dikembalikan.",
            "Kelompok dengan jawaban terlalu sedikit tidak tampil, dan jawabannya ikut dihapus.",
        ]
        akhir = akhir_di_semua_zona(putaran)
        belum = putaran.status == StatusPutaran360.DIBUKA and timezone.now() < akhir
        kapan = moment_text(akhir, putaran.instansi.zona_waktu)
        halangan = [f"Batas menjawab belum lewat. Putaran dapat ditutup mulai {kapan}."] if belum else []
        return self._langkah(
            request, putaran, aksi, close_putaran, "Putaran ditutup.", akibat=akibat, halangan=halangan
        )

    # -- shared -----------------------------------------------------------------------------------------

    def _dikelola_atau_404(self, request: HttpRequest, pk: int) -> Putaran360:
        putaran: Putaran360 = self.get_object(request, str(pk))
        if not (wewenang(request).mengelola and self.dikelola(request, putaran)):
            raise Http404
        return putaran

    def _langkah(
        self,
        request: HttpRequest,
        putaran: Putaran360,
        aksi: dict[str, Any],
        kerjakan: Callable[..., Putaran360],
        pesan: str,
        **lain: Any,
    ) -> HttpResponse:
        """A confirm page and, after the press, one call of the service."""
        form = forms.Form(dikirim(request))
        kunci = {"putaran_id": putaran.pk, "actor": request.user, "at": timezone.now()}
        if request.method == "POST" and form.is_valid() and _coba(form, lambda: kerjakan(**kunci)):
            messages.success(request, pesan)
            return HttpResponseRedirect(_url("change", putaran.pk))
        return self._halaman(request, aksi, form, _url("change", putaran.pk), **lain)

    def _halaman(
        self, request: HttpRequest, aksi: dict[str, Any], form: forms.Form, balik: str, **lain: Any
    ) -> HttpResponse:
        isi = {
            **self.admin_site.each_context(request),
            "title": aksi["judul"],
            "remah": [("Umpan balik 360", reverse(_DAFTAR)), (aksi["judul"], "")],
            "aksi": aksi,
            "form": form,
            "url_balik": balik,
            **lain,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)


def _buat(request: HttpRequest, isi: dict[str, Any]) -> Putaran360:
    """What the chosen kind of people does not use is not used."""
    umum = {nama: isi[nama] for nama in ("instansi", "nama", "masa_mulai", "masa_sampai", "batas")}
    orang = None
    if isi["sasaran"] == SasaranPutaran.ORANG:
        orang = _orang(request, isi["instansi"].pk, isi["nip"])
    return create_putaran(
        **umum,
        untuk_talenta=isi["untuk_talenta"],
        unit=isi["unit"] if isi["sasaran"] == SasaranPutaran.UNIT else None,
        pegawai_ids=orang,
        actor=request.user,
        at=timezone.now(),
    )


def _orang(request: HttpRequest, instansi_id: int, nip: list[str]) -> list[int]:
    milik = Pegawai.objects.dikelola(request.user).of_instansi(instansi_id).filter(nip__in=nip)
    menurut_nip = dict(milik.values_list("nip", "pk"))
    if hilang := [n for n in nip if n not in menurut_nip]:
        raise DomainError("nip_tidak_ditemukan", f"NIP {hilang[0]} tidak ditemukan di instansi ini.")
    return list(menurut_nip.values())


def _coba(form: forms.Form, kerja: Callable[[], Any]) -> Any:
    """What the service returns, or None with its refusal on the form."""
    try:
        return kerja()
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return None


def _url(langkah: str, pk: int) -> str:
    return reverse(f"admin:kinerja_putaran360_{langkah}", args=[pk])


daftarkan_menu("Kinerja", "Umpan balik 360", _DAFTAR, boleh=lambda w: w.instansi_penuh, urutan=40)
