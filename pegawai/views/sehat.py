"""Whether the service works."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pegawai.services.kesehatan import Pemeriksaan, check_health
from pegawai.services.profil import moment_text


@login_not_required
@never_cache
@require_safe
def sehat(request: HttpRequest) -> HttpResponse:
    """Whether the service works: 200 or 503, for people and (Accept: application/json) for monitors."""
    sekarang = timezone.now()
    hasil = check_health(at=sekarang)
    baik = all(p.baik for p in hasil if p.wajib)
    status = 200 if baik else 503
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(_as_json(hasil, baik=baik), status=status)
    isi = {
        # The same page for everyone, and no query for the frame: the database may be what is missing.
        "user": AnonymousUser(),
        **dict.fromkeys(("instansi_nama", "menu", "data_per", "bantuan", "url_data_keliru"), ""),
        "keadaan": _verdict(hasil, baik=baik),
        "pemeriksaan": [_line(p) for p in hasil],
        "diperiksa": moment_text(sekarang, timezone.get_default_timezone_name()),
    }
    return render(request, "pegawai/sehat.html", isi, status=status)


def _as_json(hasil: list[Pemeriksaan], *, baik: bool) -> dict[str, Any]:
    rincian = {p.kode: {"baik": p.baik, "keterangan": p.ket} for p in hasil}
    return {"status": "baik" if baik else "terganggu", "pemeriksaan": rincian}


def _verdict(hasil: list[Pemeriksaan], *, baik: bool) -> dict[str, str]:
    if not baik:
        kalimat = "Data Anda aman. Sebagian pekerjaan tertunda sampai layanan pulih."
        return {"judul": "Layanan sedang terganggu", "kelas": "salah", "kalimat": kalimat}
    if not all(p.baik for p in hasil):
        return {"judul": "Layanan berjalan, sebagian melambat", "kelas": "perlu", "kalimat": ""}
    return {"judul": "Layanan berjalan baik", "kelas": "ok", "kalimat": ""}


def _line(p: Pemeriksaan) -> dict[str, str]:
    terganggu = ("Terganggu", "salah") if p.wajib else ("Melambat", "perlu")
    tanda, kelas = ("Baik", "ok") if p.baik else terganggu
    return {"nama": p.nama, "tanda": tanda, "kelas": kelas, "ket": p.ket}
