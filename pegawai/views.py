"""Data saya, and the health page."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import Halaman, alamat, bilangan, potong
from pegawai.models import Pegawai
from pegawai.services.data_saya import collect_sections, read_trail
from pegawai.services.kesehatan import Pemeriksaan, check_health
from pegawai.services.profil import moment_text

JEJAK_PER_HALAMAN = 50


def own_record(request: HttpRequest) -> Pegawai:
    """The person behind the account; PermissionDenied for an account that belongs to nobody."""
    pegawai_id = request.user.pegawai_id  # type: ignore[union-attr]
    if pegawai_id is None:
        raise PermissionDenied("Akun ini belum terhubung dengan data pegawai. Hubungi pengelola kepegawaian.")
    return Pegawai.objects.select_related("instansi", "unit", "atasan").get(pk=pegawai_id)


@require_safe
def data_saya(request: HttpRequest) -> HttpResponse:
    """What is recorded about me, and who has looked at it."""
    saya = own_record(request)
    sebelum = bilangan(request.GET.get("sebelum"))
    jejak, ada_lagi = potong(
        read_trail(saya, sebelum=sebelum, banyak=JEJAK_PER_HALAMAN + 1), JEJAK_PER_HALAMAN
    )
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal="portal")
    berikut = alamat(request, sebelum=jejak[-1].pk) + "#jejak" if ada_lagi else ""
    isi = {
        "bagian": collect_sections(saya, per=timezone.localdate()),
        "jejak": jejak,
        "halaman": Halaman(berikut=berikut) if ada_lagi else None,
        "bantuan_data": f"Bila ada yang keliru, sampaikan kepada {saya.instansi.pengelola} dengan buktinya.",
    }
    return render(request, "pegawai/data_saya.html", isi)


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
