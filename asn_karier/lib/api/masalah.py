"""Refusals as RFC 9457, and the one table of their codes: answers, documentation and OpenAPI read it."""

from __future__ import annotations

import logging
import math
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from rest_framework import exceptions

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan

log = logging.getLogger(__name__)

JENIS_MASALAH: Final = "application/problem+json"
#: Of a body, in bytes: a question about one person fits many times over.
TERBESAR: Final = 64 * 1024


class Masalah(NamedTuple):
    """One code: its HTTP status, what it says, and what the reader can do."""

    status: int
    arti: str
    cara: str


#: Stable: a code is never given another meaning. The documentation shows this table.
KODE: Final[dict[str, Masalah]] = {
    "belum_masuk": Masalah(
        401,
        "Masuk lebih dahulu untuk membaca data Anda.",
        "Masuk di portal dengan peramban yang sama, lalu ulangi.",
    ),
    "tanpa_token": Masalah(
        401,
        "Permintaan ini belum membawa token.",
        "Minta token dengan POST /api/v1/oauth/token, lalu kirim header Authorization: Bearer TOKEN.",
    ),
    "skema_token": Masalah(
        401,
        "Header Authorization tidak berbentuk Bearer.",
        "Kirim header Authorization: Bearer TOKEN. Client ID dan rahasia hanya untuk meminta token.",
    ),
    "token_tidak_dikenal": Masalah(
        401,
        "Token tidak dikenal atau sudah dihapus.",
        "Periksa apakah token tersalin utuh. Bila perlu, minta yang baru dengan POST /api/v1/oauth/token.",
    ),
    "token_kedaluwarsa": Masalah(
        401, "Masa berlaku token sudah habis.", "Minta token baru dengan POST /api/v1/oauth/token."
    ),
    "aplikasi_tidak_aktif": Masalah(
        401,
        "Aplikasi ini sudah dicabut atau masa berlakunya habis.",
        "Hubungi pengelola kepegawaian instansi yang memberi akses.",
    ),
    "tidak_berwenang": Masalah(
        403, "Data ini di luar kewenangan Anda.", "Hubungi pengelola kepegawaian instansi."
    ),
    "cakupan_kurang": Masalah(
        403,
        "Token ini tidak memuat cakupan yang diperlukan.",
        "Minta token dengan scope itu. Bila ditolak, minta pengelola kepegawaian menambahkan cakupannya.",
    ),
    "tidak_ditemukan": Masalah(
        404,
        "Data ini tidak ditemukan dalam lingkup Anda.",
        "Periksa alamat dan id-nya. Tulis alamat persis seperti dalam dokumentasi.",
    ),
    "metode_tidak_ada": Masalah(
        405,
        "Alamat ini tidak menerima permintaan dengan metode itu.",
        "Lihat header Allow untuk metode yang diterima.",
    ),
    "bentuk_tidak_ada": Masalah(
        406, "Jawaban tersedia sebagai application/json.", "Kirim header Accept: application/json."
    ),
    "bentrok": Masalah(
        409, "Data berubah sejak Anda membacanya.", "Baca ulang datanya, lalu ulangi bila masih perlu."
    ),
    "kursor_kedaluwarsa": Masalah(
        410,
        "Kursor perubahan ini sudah terlalu lama.",
        "Ambil kursor baru dari GET /api/v1/perubahan tanpa sejak, lalu unduh ulang semua datanya.",
    ),
    "terlalu_besar": Masalah(
        413,
        f"Isi permintaan terlalu besar; paling besar {TERBESAR // 1024} KB.",
        "Kirim dalam beberapa permintaan.",
    ),
    "bentuk_tidak_dikenal": Masalah(
        415, "Bentuk isi permintaan tidak dikenal.", "Kirim isi sebagai application/json."
    ),
    "terlalu_sering": Masalah(
        429,
        "Terlalu banyak permintaan.",
        "Tunggu sebanyak detik pada header Retry-After, lalu ulangi.",
    ),
    "bukan_json": Masalah(
        400, "Isi permintaan bukan JSON yang benar.", "Periksa tanda kutip, koma, dan kurungnya."
    ),
    "permintaan_tidak_terbaca": Masalah(
        400, "Permintaan tidak dapat dibaca.", "Periksa alamat dan isi permintaan."
    ),
    "masukan_salah": Masalah(
        400, "Ada isian yang belum benar.", "Baca bidang: nama isian dan apa yang perlu diperbaiki."
    ),
    "kursor_salah": Masalah(
        400,
        "Kursor ini bukan dari daftar yang sama.",
        "Pakai kursor_berikut dari jawaban sebelumnya apa adanya, dengan saringan yang sama.",
    ),
    "gangguan": Masalah(
        500,
        "Maaf, ada gangguan pada layanan.",
        "Ulangi beberapa saat lagi. Sertakan id_permintaan bila melapor.",
    ),
    "sibuk": Masalah(
        503,
        "Sistem sedang sibuk.",
        "Tunggu sebanyak detik pada header Retry-After, lalu ulangi permintaan yang sama.",
    ),
}
_JENIS: Final[dict[type[Exception], str]] = {
    exceptions.NotAuthenticated: "belum_masuk",
    exceptions.PermissionDenied: "tidak_berwenang",
    exceptions.NotFound: "tidak_ditemukan",
    exceptions.MethodNotAllowed: "metode_tidak_ada",
    exceptions.NotAcceptable: "bentuk_tidak_ada",
    exceptions.UnsupportedMediaType: "bentuk_tidak_dikenal",
    exceptions.ParseError: "bukan_json",
    RequestDataTooBig: "terlalu_besar",
    exceptions.Throttled: "terlalu_sering",
}
_STATUS_DOMAIN: Final = ((TidakBoleh, 403), (TidakDitemukan, 404), (Bentrok, 409))


def problem(status: int, kode: str, judul: str, *, detail: str = "", **lain: Any) -> JsonResponse:
    """An RFC 9457 body. `kode` is for programs; `title`, `detail` and `cara_memperbaiki` are for people."""
    dikenal, nomor = KODE.get(kode), uuid4().hex
    if status >= 500:
        log.error("id_permintaan %s: %s", nomor, kode)
    isi = {
        "type": f"/api/v1/dokumen/galat/#{kode}" if dikenal else "about:blank",
        "title": judul,
        "status": status,
        "kode": kode,
        "detail": detail,
        "cara_memperbaiki": dikenal.cara if dikenal else "",
        "id_permintaan": nomor,
        **lain,
    }
    return JsonResponse(isi, status=status, content_type=JENIS_MASALAH)


def problem_handler(salah: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Every refusal as RFC 9457; None lets an unexpected error become a 500."""
    kode = _kode(salah)
    if kode:
        return _bertanda(
            problem(KODE[kode].status, kode, "Permintaan ditolak", detail=KODE[kode].arti), salah
        )
    if isinstance(salah, DomainError):
        status = next((s for jenis, s in _STATUS_DOMAIN if isinstance(salah, jenis)), 409)
        status = KODE[salah.kode].status if salah.kode in KODE else status
        lain: dict[str, Any] = {"cara_memperbaiki": salah.tindakan} if salah.tindakan else {}
        if bidang := getattr(salah, "bidang", None):
            lain["bidang"] = bidang
        return problem(status, salah.kode, salah.pesan, detail=salah.tindakan, **lain)
    return None


def _kode(salah: Exception) -> str:
    """The code of a refusal by the framework; one of ours where it was raised with ours."""
    kode = salah.get_codes() if isinstance(salah, exceptions.APIException) else ""
    if isinstance(kode, str) and kode in KODE:
        return kode
    if isinstance(salah, exceptions.AuthenticationFailed):
        return "belum_masuk"
    return next((k for jenis, k in _JENIS.items() if isinstance(salah, jenis)), "")


def _bertanda(jawaban: JsonResponse, salah: Exception) -> JsonResponse:
    """With the headers that the refusal itself carries."""
    if (tunggu := getattr(salah, "wait", None)) is not None:
        jawaban["Retry-After"] = str(max(1, math.ceil(tunggu)))
    if (skema := getattr(salah, "auth_header", None)) is not None:
        jawaban["WWW-Authenticate"] = skema
    return jawaban
