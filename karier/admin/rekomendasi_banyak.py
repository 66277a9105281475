"""Many development needs decided at once: the page that names them, the decision, and the way back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import wewenang
from karier.admin.catatan_banyak import baris_banyak, catatan_banyak, kelompok_banyak
from karier.admin.putusan import KALIMAT
from karier.enums import JenisKeputusan
from karier.forms.putusan_bersama import FormPutusanBersama
from karier.kamus import LABEL
from karier.models import Rekomendasi
from karier.services.jejak_keputusan import tujuan_usulan
from karier.services.putusan_bersama import (
    dengan_penerus,
    keputusan_bersama,
    pilah_putusan,
    putuskan_bersama,
)
from karier.services.usul import TERBANYAK
from karier.services.usul_bersama import Pilihan, baca_pilihan
from pegawai.admin.usulan_banyak import FormTindakan

DAFTAR: Final = "admin:karier_rekomendasi_changelist"
TINDAKAN: Final = ("tetapkan_banyak", "tunda_banyak", "tolak_banyak", "urungkan_banyak")
BANYAK: Final = "admin:karier_rekomendasi_banyak"
HASIL: Final = "admin:karier_rekomendasi_banyak_hasil"
_JUDUL: Final = {
    JenisKeputusan.TETAPKAN: "Tetapkan {n} rekomendasi sebagai usulan?",
    JenisKeputusan.TUNDA: "Tunda {n} rekomendasi?",
    JenisKeputusan.TOLAK: "Tolak {n} rekomendasi?",
    JenisKeputusan.URUNGKAN: "Urungkan keputusan atas {n} rekomendasi?",
}
_TEKS: Final = {
    JenisKeputusan.TETAPKAN: "Ya, tetapkan {n}",
    JenisKeputusan.TUNDA: "Ya, tunda {n}",
    JenisKeputusan.TOLAK: "Ya, tolak {n}",
    JenisKeputusan.URUNGKAN: "Ya, urungkan {n}",
}
_DAPAT_DIURUNGKAN: Final = "Seluruhnya dapat diurungkan sesudahnya."
_URUNGKAN: Final = (
    "Rekomendasinya kembali menunggu keputusan, atau gugur bila perhitungan terakhir tidak lagi "
    "mendukungnya. Keputusan sebelumnya tetap tercatat."
)


_SUDAH: Final = {
    JenisKeputusan.TETAPKAN: "ditetapkan sebagai usulan",
    JenisKeputusan.TUNDA: "ditunda",
    JenisKeputusan.TOLAK: "ditolak",
    JenisKeputusan.URUNGKAN: "diurungkan",
}


class HalamanBanyak:
    """Mixed into the admin of recommendations."""

    admin_site: Any
    action_form = FormTindakan

    def urls_banyak(self) -> list[URLPattern]:
        halaman = self.admin_site.admin_view
        return [
            path("banyak/<slug:jenis>/", halaman(self.banyak), name="karier_rekomendasi_banyak"),
            path(
                "hasil-banyak/<slug:kunci>/",
                halaman(require_safe(self.banyak_hasil)),
                name="karier_rekomendasi_banyak_hasil",
            ),
        ]

    def get_actions(self, request: HttpRequest) -> Any:
        """Auditors read the list; they decide nothing."""
        return super().get_actions(request) if wewenang(request).mengelola else {}  # type: ignore[misc]

    @admin.action(description="Tetapkan yang dipilih sebagai usulan")
    def tetapkan_banyak(self, request: HttpRequest, queryset: QuerySet[Rekomendasi]) -> HttpResponse:
        return self._dari_daftar(request, JenisKeputusan.TETAPKAN, queryset)

    @admin.action(description="Tunda yang dipilih")
    def tunda_banyak(self, request: HttpRequest, queryset: QuerySet[Rekomendasi]) -> HttpResponse:
        return self._dari_daftar(request, JenisKeputusan.TUNDA, queryset)

    @admin.action(description="Tolak yang dipilih")
    def tolak_banyak(self, request: HttpRequest, queryset: QuerySet[Rekomendasi]) -> HttpResponse:
        return self._dari_daftar(request, JenisKeputusan.TOLAK, queryset)

    @admin.action(description="Urungkan keputusan yang dipilih")
    def urungkan_banyak(self, request: HttpRequest, queryset: QuerySet[Rekomendasi]) -> HttpResponse:
        return self._dari_daftar(request, JenisKeputusan.URUNGKAN, queryset)

    def _dari_daftar(
        self, request: HttpRequest, jenis: JenisKeputusan, queryset: QuerySet[Rekomendasi]
    ) -> HttpResponse:
        baris = queryset.order_by("pk").values_list("pk", "versi")[: TERBANYAK + 1]
        return self._tanya(request, jenis, [Pilihan(*b) for b in baris])

    def banyak(self, request: HttpRequest, jenis: str) -> HttpResponse:
        """POST `pilihan`: the confirm page. POST with `kunci` too: the decision, once for each key."""
        if jenis not in set(JenisKeputusan) or not wewenang(request).mengelola:
            raise Http404
        if request.method != "POST":
            return HttpResponseRedirect(_tersaring(request, DAFTAR))
        putusan = JenisKeputusan(jenis)
        if "kunci" not in request.POST:
            return self._tanya(request, putusan, baca_pilihan(request.POST.get("pilihan", "").split(",")))
        form = FormPutusanBersama(request.POST, jenis=putusan)
        if not form.is_valid():
            return self._tanya(request, putusan, form.cleaned_data.get("pilihan", []), form)
        isi = form.cleaned_data
        try:
            putuskan_bersama(
                pilihan=isi["pilihan"],
                jenis=putusan,
                alasan=isi["alasan"],
                kunci=isi["kunci"],
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            return _kembali(request, salah)
        return HttpResponseRedirect(_tersaring(request, HASIL, isi["kunci"]))

    def banyak_hasil(self, request: HttpRequest, kunci: str) -> HttpResponse:
        """What one press has decided about people still in scope, and the way back.

        Whom somebody has decided about since is not taken back with the others.
        """
        milik = keputusan_bersama(kunci, request.user).dikelola(request.user)
        baris = dengan_penerus(milik).select_related("rekomendasi__pegawai")
        keputusan = list(baris.order_by("rekomendasi__pegawai__nama", "pk"))
        if not keputusan:
            raise Http404
        putusan = JenisKeputusan(keputusan[0].jenis)
        semua = [k.rekomendasi for k in keputusan]
        berlaku = [k.rekomendasi for k in keputusan if not k.disusul]
        judul = f"{len(semua)} rekomendasi {_SUDAH[putusan]}"
        self._catat(request, semua)
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": [("Rekomendasi", _tersaring(request, DAFTAR)), (judul, "")],
            "alasan": keputusan[0].alasan,
            "baris": [_baris(r) for r in semua],
            "pilihan": teks_pilihan(berlaku),
            "url_balik": _tersaring(request, DAFTAR),
            "url_urungkan": _tersaring(request, BANYAK, JenisKeputusan.URUNGKAN.value)
            if berlaku and putusan is not JenisKeputusan.URUNGKAN
            else "",
        }
        return TemplateResponse(request, "admin/karier/putusan_hasil.html", konteks)

    def _tanya(
        self,
        request: HttpRequest,
        jenis: JenisKeputusan,
        pilihan: Sequence[Pilihan],
        form: FormPutusanBersama | None = None,
    ) -> HttpResponse:
        try:
            pilahan = pilah_putusan(pilihan=pilihan, jenis=jenis, actor=request.user)
        except DomainError as salah:
            return _kembali(request, salah)
        semua = [*pilahan.dapat, *(r for r, _ in pilahan.ditinggal)]
        self._catat(request, semua)
        judul = _JUDUL[jenis].format(n=len(pilahan.dapat))
        catatan = catatan_banyak(pilahan.dapat)
        awal = {"pilihan": teks_pilihan(pilahan.dapat), "kunci": secrets.token_hex(16)}
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": [("Rekomendasi", _tersaring(request, DAFTAR)), (LABEL[JenisKeputusan][jenis], "")],
            "jumlah": len(pilahan.dapat),
            "teks": _TEKS[jenis].format(n=len(pilahan.dapat)),
            "bahaya": jenis is JenisKeputusan.TOLAK,
            "akibat": _akibat(jenis),
            "kelompok": kelompok_banyak(pilahan.dapat),
            "catatan": catatan,
            "baris": baris_banyak(pilahan.dapat, catatan, timezone.localdate()),
            "ditinggal": [(*_baris(r), sebab) for r, sebab in pilahan.ditinggal],
            "hilang": pilahan.dipilih - len(semua),
            "form": form or FormPutusanBersama(jenis=jenis, initial=awal),
            "url_tujuan": _tersaring(request, BANYAK, jenis.value),
            "url_balik": _tersaring(request, DAFTAR),
        }
        return TemplateResponse(request, "admin/karier/putusan_bersama.html", konteks)

    def _catat(self, request: HttpRequest, semua: Sequence[Rekomendasi]) -> None:
        catat_baca(
            pengguna=request.user,
            pegawai_ids={r.pegawai_id for r in semua},
            kanal=KANAL,
            tindakan="lihat_daftar",
            keperluan="Keputusan atas banyak rekomendasi",
        )


def _tersaring(request: HttpRequest, nama: str, *args: str) -> str:
    """An address that carries the filter of the list along, so that the way back leads where it began."""
    saringan = request.GET.urlencode()
    return f"{reverse(nama, args=args)}{'?' if saringan else ''}{saringan}"


def _kembali(request: HttpRequest, salah: DomainError) -> HttpResponse:
    messages.error(request, salah.kalimat)
    return HttpResponseRedirect(_tersaring(request, DAFTAR))


def teks_pilihan(semua: Sequence[Rekomendasi]) -> str:
    """What was seen, as the confirm page takes it."""
    return ",".join(f"{r.pk}.{r.versi}" for r in semua)


def _baris(r: Rekomendasi) -> tuple[str, str, str]:
    return r.pegawai.nama_gelar, r.pegawai.nip, tujuan_usulan(r)


def _akibat(jenis: JenisKeputusan) -> str:
    """What the page of one says of this decision, and whether many of them can be taken back."""
    return _URUNGKAN if jenis is JenisKeputusan.URUNGKAN else f"{KALIMAT[jenis]} {_DAPAT_DIURUNGKAN}"
