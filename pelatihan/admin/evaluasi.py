"""*Evaluasi kelas*: levels 1 to 3 of every class, for HR of the government that holds it."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, daftarkan_menu, potong, wewenang
from pelatihan.admin.aksi_kelas import other_pages, url
from pelatihan.enums import MENGIKUTI
from pelatihan.kamus.belajar import DITERAPKAN, PERNYATAAN, nilai
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.rules.belajar import Berpasangan
from pelatihan.services.evaluasi_kelas import EvaluasiKelas, class_evaluation, pairs_of

_PER_HALAMAN: Final = 50


class HalamanEvaluasi:
    """Mixed into an admin class of training."""

    admin_site: Any

    def url_evaluasi(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("evaluasi/", lindungi(self.evaluasi), name="pelatihan_evaluasi"),
            path("evaluasi/<int:pk>/", lindungi(self.evaluasi_kelas), name="pelatihan_evaluasi_kelas"),
        ]

    def evaluasi(self, request: HttpRequest) -> HttpResponse:
        """Classes of the own government that somebody takes part in and that have begun, the newest first."""
        if not wewenang(request).mengelola:
            raise Http404
        lewati = max(bilangan(request.GET.get("lewati"), bawaan=0) or 0, 0)
        semua = (
            Angkatan.objects.dikelola(request.user).select_related("pelatihan").order_by("-selesai", "-pk")
        )
        semua = semua.annotate(
            peserta=Count("pendaftaran", filter=Q(pendaftaran__status__in=MENGIKUTI), distinct=True)
        ).filter(peserta__gt=0, mulai__lte=timezone.localdate())
        baris, lagi = potong(list(semua[lewati : lewati + _PER_HALAMAN + 1]), _PER_HALAMAN)
        isi = {
            "kelas": [_baris(a) for a in baris],
            "halaman": _halaman(request, lewati, lagi) if lewati or lagi else None,
        }
        return self._tampilkan(request, "evaluasi_daftar", "Evaluasi kelas", isi)

    def evaluasi_kelas(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One class; 404 outside the own government, and for who only reads."""
        if (
            not wewenang(request).mengelola
            or not Angkatan.objects.dikelola(request.user).filter(pk=pk).exists()
        ):
            raise Http404
        evaluasi = class_evaluation(pk, at=timezone.now())
        terlihat = set(
            Pendaftaran.objects.dikelola(request.user).filter(angkatan=pk).values_list("pk", flat=True)
        )
        pasangan = [p for p in pairs_of(pk) if p.pk in terlihat]
        catat_baca(
            pengguna=request.user,
            pegawai_ids=[p.pegawai_id for p in pasangan],
            kanal=KANAL,
            keperluan="Evaluasi kelas",
        )
        isi = {
            **_levels(evaluasi),
            "pasangan": [_pasangan(p) for p in pasangan],
            "lain": [("Lihat peserta dan langkah kelas", url("kelas", pk)), *other_pages(evaluasi.angkatan)],
        }
        return self._tampilkan(request, "evaluasi_kelas", str(evaluasi.angkatan), isi)

    def _tampilkan(self, request: HttpRequest, templat: str, judul: str, isi: dict[str, Any]) -> HttpResponse:
        remah = [("Evaluasi kelas", reverse("admin:pelatihan_evaluasi")), (judul, "")]
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": remah if templat == "evaluasi_kelas" else remah[:1],
            **isi,
        }
        return TemplateResponse(request, f"admin/pelatihan/{templat}.html", konteks)


def _halaman(request: HttpRequest, lewati: int, lagi: bool) -> Halaman:
    return Halaman(
        sebelum=alamat(request, lewati=max(lewati - _PER_HALAMAN, 0)) if lewati else "",
        berikut=alamat(request, lewati=lewati + _PER_HALAMAN) if lagi else "",
    )


def _baris(a: Any) -> dict[str, Any]:
    return {
        "nama": str(a),
        "masa": _masa(a),
        "peserta": kata.bilangan(a.peserta),
        "url": reverse("admin:pelatihan_evaluasi_kelas", args=[a.pk]),
    }


def _masa(a: Angkatan) -> str:
    return kata.rentang(a.mulai, a.selesai)


def _levels(e: EvaluasiKelas) -> dict[str, Any]:
    sebaran = e.penerapan.sebaran
    return {
        "evaluasi": e,
        "masa": _masa(e.angkatan),
        "reaksi": e.reaksi,
        "sampai": kata.tanggal(e.reaksi.sampai),
        "rata": [(PERNYATAAN[n], r, nilai(r)) for n, r in e.reaksi.rata.items()],
        "belajar": _belajar(e.belajar),
        "kalimat_belajar": _kalimat(e.belajar),
        "penerapan": [(DITERAPKAN[n], sebaran[n]) for n in sebaran] if e.penerapan.dijawab else [],
        "rata_penerapan": nilai(e.penerapan.rata) if e.penerapan.dijawab else "",
    }


def _belajar(b: Berpasangan) -> list[tuple[str, str]]:
    if not b.n:
        return []
    baris = [
        ("Rata-rata sebelum", nilai(b.rata_pra)),
        ("Rata-rata sesudah", nilai(b.rata_pasca)),
        ("Rata-rata kenaikan", nilai(b.kenaikan)),
        ("Naik, tetap, turun", f"{b.naik}, {b.tetap}, {b.turun} peserta"),
    ]
    if b.t is not None and b.dz is not None:
        baris += [
            ("Uji t berpasangan", f"t = {_desimal(b.t)} (derajat bebas {b.n - 1})"),
            ("Besar pengaruh (dz)", _desimal(b.dz)),
        ]
    return baris


def _desimal(angka: float) -> str:
    return kata.angka_kredit(round(angka * 100)) if angka >= 0 else f"-{_desimal(-angka)}"


def _kalimat(b: Berpasangan) -> str:
    if not b.n:
        return "Belum ada peserta dengan nilai sebelum dan sesudah."
    if b.t is None:
        return f"{b.n} peserta mempunyai kedua nilai. Sebaran nilainya belum cukup untuk diuji."
    return (
        f"{b.n} peserta mempunyai kedua nilai. Angka ini menggambarkan kelas ini; tanpa kelompok pembanding "
        "kenaikan belum tentu karena pelatihan."
    )


def _pasangan(p: Pendaftaran) -> dict[str, Any]:
    pra, pasca = float(p.nilai_pra or 0), float(p.nilai_pasca or 0)
    return {
        "nama": p.pegawai.nama_gelar,
        "pra": nilai(pra),
        "pasca": nilai(pasca),
        "selisih": nilai(pasca - pra),
        "pra_angka": f"{pra:.2f}",
        "pasca_angka": f"{pasca:.2f}",
    }


daftarkan_menu(
    "Pengembangan", "Evaluasi kelas", "admin:pelatihan_evaluasi", boleh=lambda w: w.mengelola, urutan=60
)
