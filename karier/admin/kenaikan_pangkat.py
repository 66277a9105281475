"""The page Kenaikan pangkat (periode): the month of HR, from ready to SK."""

from __future__ import annotations

import secrets
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, daftarkan_menu, potong
from karier.admin.kp_baris import JUDUL, baris, batang, judul_penyebab, pilihan_periode, tab
from karier.admin.kp_bulan import boleh_bersama, bulan_dari, instansi_dari, unit_dari
from karier.admin.kp_jawaban import HalamanJawaban
from karier.admin.kp_kosong import isi_kosong
from karier.admin.kp_surat import HalamanSurat
from karier.admin.kp_tetapkan import HalamanTetapkan
from karier.kamus import rentang
from karier.kamus.usul import JENIS, baca_dokumen, hitung_mundur
from karier.models import SuratPengantar
from karier.rules.berkas_usul import JENIS_KP, dokumen_usul
from karier.rules.bulan_kp import DARI_HASIL, Tumpukan
from karier.services.bulan_kp import (
    Bulan,
    Periode,
    aturan_bulan,
    hitung_bulan,
    isi_tumpukan,
    semua_penyebab,
)
from karier.services.surat import tanpa_surat
from karier.services.usul import TERBANYAK
from pegawai.admin.pohon import pilihan_unit

SEHALAMAN: Final = 50
REMAH: Final = ("Kenaikan pangkat (periode)", "admin:karier_kp")


class HalamanKenaikanPangkat(HalamanTetapkan, HalamanSurat, HalamanJawaban):
    """Mixed into the admin of recommendations."""

    admin_site: Any

    def urls_kp(self) -> list[URLPattern]:
        halaman, dasar = self.admin_site.admin_view, "kenaikan-pangkat/"
        return [
            path(dasar, halaman(self.kp), name="karier_kp"),
            path(f"{dasar}dokumen/", halaman(self.kp_dokumen), name="karier_kp_dokumen"),
            path(f"{dasar}tetapkan/", halaman(self.kp_tetapkan), name="karier_kp_tetapkan"),
            path(f"{dasar}surat/", halaman(self.kp_surat_baru), name="karier_kp_surat_baru"),
            path(f"{dasar}surat/<int:pk>/", halaman(self.kp_surat), name="karier_kp_surat"),
            path(
                f"{dasar}surat/<int:pk>/unduh/<slug:bentuk>/", halaman(self.kp_unduh), name="karier_kp_unduh"
            ),
            path(f"{dasar}surat/<int:pk>/urungkan/", halaman(self.kp_urungkan), name="karier_kp_urungkan"),
            path(f"{dasar}usul/<int:pk>/foto/", halaman(require_safe(self.kp_foto)), name="karier_kp_foto"),
            path(f"{dasar}usul/<int:pk>/<slug:langkah>/", halaman(self.kp_jawaban), name="karier_kp_jawaban"),
        ]

    def kp(self, request: HttpRequest) -> HttpResponse:
        """One month: heaps, rows of one of them, and why people are not ready."""
        bulan, semua_periode = bulan_dari(request)
        hitungan = hitung_bulan(bulan)
        alasan = bilangan(request.GET.get("alasan"))
        aktif = None if alasan is not None else _tumpukan(request)
        semua = aktif is Tumpukan.SIAP and request.GET.get("semua") == "1"
        isi = semua_penyebab(bulan, alasan) if alasan is not None else isi_tumpukan(bulan, aktif)  # type: ignore[arg-type]
        halaman, lanjut, jumlah = self._halaman_kp(request, isi, aktif, TERBANYAK if semua else SEHALAMAN)
        catat_baca(
            pengguna=request.user,
            pegawai_ids={r.pegawai_id for r in halaman},
            kanal=KANAL,
            tindakan="lihat_daftar",
            keperluan=f"Kenaikan pangkat TMT {kata.tanggal(bulan.periode.tmt)}",
        )
        konteks = {
            **self.admin_site.each_context(request),
            **_kepala(request, bulan, semua_periode, hitungan, aktif),
            "judul_isi": JUDUL[aktif] if aktif else judul_penyebab(alasan or 0),
            "jumlah": jumlah,
            "baris": baris(bulan, aktif, halaman, ringkas=semua),
            "kosong": isi_kosong(bulan, aktif, hitungan, request.user),
            "halaman": Halaman(
                sebelum=alamat(request) if request.GET.get("sesudah") else "",
                berikut=_sesudah(request, halaman[-1].pegawai_id) if lanjut and not semua else "",
            ),
            "pilih": self._pilih(request, bulan, aktif, hitungan[Tumpukan.SIAP], semua=semua),
            "surat": _surat(request, bulan),
            "tanpa_surat": self._tanpa_surat(request, bulan) if aktif is Tumpukan.DIUSULKAN else None,
        }
        return TemplateResponse(request, "admin/karier/kenaikan_pangkat.html", konteks)

    def _halaman_kp(
        self, request: HttpRequest, isi: Any, aktif: Tumpukan | None, banyak: int
    ) -> tuple[list[Any], bool, int]:
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=0)
        baris_semua = isi.filter(pegawai_id__gt=sesudah).order_by("pegawai_id")
        if aktif is not None and aktif not in DARI_HASIL:
            baris_semua = baris_semua.select_related("usul__surat")
        halaman, lanjut = potong(list(baris_semua[: banyak + 1]), banyak)
        return list(halaman), lanjut, isi.count()

    def _pilih(
        self, request: HttpRequest, bulan: Bulan, aktif: Tumpukan | None, jumlah: int, *, semua: bool
    ) -> dict[str, Any] | None:
        """What can be ticked and decided on this tab; None where nothing can."""
        if aktif is not Tumpukan.SIAP or not jumlah or not bulan.terbuka or not boleh_bersama(request):
            return None
        return {
            "url": reverse("admin:karier_kp_tetapkan"),
            "semua": semua,
            "url_semua": alamat(request, tab="siap", semua=1),
            "url_lepas": alamat(request, semua=None),
            "jumlah": min(jumlah, TERBANYAK),
            "sebagian": jumlah > TERBANYAK,
            "periode": f"{bulan.periode.tmt:%Y-%m}",
            "instansi": bulan.instansi.pk,
        }

    def _tanpa_surat(self, request: HttpRequest, bulan: Bulan) -> dict[str, Any] | None:
        """Proposals decided one by one, which still need a letter."""
        jumlah = tanpa_surat(bulan).count() if boleh_bersama(request) else 0
        if not jumlah:
            return None
        return {
            "jumlah": min(jumlah, TERBANYAK),
            "url": reverse("admin:karier_kp_surat_baru"),
            "kunci": secrets.token_hex(16),
            "periode": f"{bulan.periode.tmt:%Y-%m}",
            "instansi": bulan.instansi.pk,
        }

    def kp_dokumen(self, request: HttpRequest) -> HttpResponse:
        """The checklists of the law of today, with article and confidence."""
        instansi = instansi_dari(request)
        hari, aturan = aturan_bulan(instansi, timezone.now())
        konteks = {
            **self.admin_site.each_context(request),
            "title": "Daftar periksa dokumen",
            "remah": [(REMAH[0], reverse(REMAH[1])), ("Daftar periksa dokumen", "")],
            "hari": kata.tanggal(hari),
            "daftar": [(JENIS[j], [baca_dokumen(d) for d in dokumen_usul(j, aturan)]) for j in JENIS_KP],
        }
        return TemplateResponse(request, "admin/karier/kp_dokumen.html", konteks)


def _kepala(
    request: HttpRequest, bulan: Bulan, periode: list[Periode], hitungan: Any, aktif: Tumpukan | None
) -> dict[str, Any]:
    """What stands around the rows: the month, the heaps, the causes, the filter."""
    jendela = bulan.periode.jendela
    return {
        "title": "Kenaikan pangkat (periode)",
        "remah": [(REMAH[0], "")],
        "tmt": kata.tanggal(bulan.periode.tmt),
        "jendela": f"{rentang(jendela)}, {hitung_mundur(bulan.hari_ini, *jendela)}",
        "dihitung": kata.tanggal(bulan.run.per_tanggal) if bulan.run else "",
        "periode": pilihan_periode(request, periode, bulan),
        "tab": tab(request, hitungan, aktif),
        "batang": batang(request, bulan),
        "saringan": _saringan(request),
    }


def _tumpukan(request: HttpRequest) -> Tumpukan:
    diminta = request.GET.get("tab", "")
    return Tumpukan(diminta) if diminta in set(Tumpukan) else Tumpukan.SIAP


def _sesudah(request: HttpRequest, pegawai_id: int) -> str:
    isi = request.GET.copy()
    isi["sesudah"] = str(pegawai_id)
    return f"{request.path}?{isi.urlencode()}"


def _saringan(request: HttpRequest) -> dict[str, Any]:
    terpilih = unit_dari(request)
    return {
        "unit": [
            {"nilai": pk, "teks": nama, "aktif": terpilih is not None and pk == terpilih.pk}
            for pk, nama in pilihan_unit(request.user, terpilih)
        ],
        "cari": request.GET.get("q", ""),
        "tersimpan": [
            (n, v) for n, v in request.GET.dict().items() if n in ("periode", "tab", "instansi", "alasan")
        ],
        "hapus": alamat(request, q=None, unit=None) if request.GET.get("q") or terpilih else "",
    }


def _surat(request: HttpRequest, bulan: Bulan) -> list[dict[str, Any]]:
    """The letters of the month, for whoever may open them."""
    if not boleh_bersama(request):
        return []
    semua = SuratPengantar.objects.filter(
        instansi=bulan.instansi, periode=bulan.periode.tmt, diurungkan_pada=None
    )
    return [
        {
            "teks": s.nomor or f"Surat {kata.waktu(timezone.localtime(s.dibuat_pada))}",
            "url": reverse("admin:karier_kp_surat", args=[s.pk]),
            "tanda": "Final" if s.final else "KONSEP",
            "kelas": "ok" if s.final else "perlu",
        }
        for s in semua
    ]


daftarkan_menu("Karier", *REMAH, boleh=lambda w: w.mengelola, urutan=10)
