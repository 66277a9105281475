"""Anybody checks a certificate here, without an account: by its QR or its number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe
from rest_framework.throttling import BaseThrottle

from asn_karier.lib import kata
from asn_karier.lib.tanda import kunci_publik, tulis_publik
from pegawai.kamus import URL_LAPOR
from pegawai.services.laju import TerlaluSering, take_turn
from pelatihan.enums import HasilPeriksa
from pelatihan.kamus.sertifikat import PUTUSAN
from pelatihan.services.sertifikat_periksa import Pemeriksaan, check_code, check_number

#: Checks from one network in an hour: enough for an office that checks a pile, too few to guess a number.
PER_JAM: Final = 300
#: Longer than any code that we make (title of 200 letters).
TERPANJANG: Final = 3_000


@login_not_required
@require_safe
def periksa(request: HttpRequest) -> HttpResponse:
    """`?k=` is what a QR carries, `?nomor=` what somebody typed; without both the page asks."""
    kode, nomor = request.GET.get("k", "")[:TERPANJANG], request.GET.get("nomor", "").strip()[:60]
    if not kode and not nomor:
        return _halaman(nomor)
    try:
        _hitung(request)
    except TerlaluSering as salah:
        return _halaman(nomor, status=429, galat=salah.kalimat)
    return _halaman(nomor, temuan=check_code(kode) if kode else check_number(nomor))


@login_not_required
@require_safe
def kunci(request: HttpRequest) -> HttpResponse:
    """The public keys, so that a code can be checked where there is no network (docs/sertifikat.md)."""
    return JsonResponse({nama: tulis_publik(publik) for nama, publik in kunci_publik().items()})


def _hitung(request: HttpRequest) -> None:
    jaringan = BaseThrottle().get_ident(request)  # type: ignore[arg-type]
    jam = timedelta(hours=1)
    take_turn(siapa=f"sertifikat:{jaringan}", batas=PER_JAM, jendela=jam, at=timezone.now())


def _halaman(
    nomor: str, *, temuan: Pemeriksaan | None = None, status: int = 200, galat: str = ""
) -> HttpResponse:
    """Rendered without the request: no account shows through."""
    isi = {"nomor": nomor, "galat": galat, "url_lapor": URL_LAPOR, **(_temuan(temuan) if temuan else {})}
    return HttpResponse(render_to_string("pelatihan/periksa_sertifikat.html", isi), status=status)


def _temuan(p: Pemeriksaan) -> dict[str, Any]:
    putusan, tindakan = PUTUSAN[p.hasil]
    asli = p.hasil is HasilPeriksa.ASLI
    baris = []
    if p.isi is not None:
        baris = [
            ("Nomor", p.isi.nomor),
            ("Pemegang", p.isi.inisial),
            ("Tentang", p.isi.judul),
            *([("Jam pelajaran", f"{p.isi.jp} JP")] if p.isi.jp else []),
            ("Tanggal", kata.tanggal(p.isi.tanggal)),
            ("Penerbit", p.isi.penerbit),
        ]
    dicabut = kata.waktu(p.dicabut_pada) if p.dicabut_pada else ""
    return {
        "putusan": putusan,
        "tindakan": tindakan,
        "asli": asli,
        "baris": baris,
        "dicabut": dicabut,
    }
