"""The door of drafts: a form whose words survive a lost network, a closed tab and an ended session.

In the view:

    @berdraf
    def isi(request, ...):
        form = ...
        konteks["draf"] = pulihkan(request, form, zona_waktu=zone_of(saya))

In the template: `<form method="post" data-draf="{{ draf.tanda }}">` and, beside its button,
`{% include "partials/draf.html" %}`; above it `{% include "partials/draf_pulih.html" %}`. The form is posted
to the page that it stands on; several buttons of it are all called `langkah`. Files are no part of a draft.
The draft goes when the view answers the POST with a redirect, so a view that keeps nothing answers otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.crypto import salted_hmac

from asn_karier.lib.draf_isian import IsianTersimpan, baca_draf, lupakan_draf, simpan_draf
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.views import bilangan

#: Names of our own fields, and of the buttons of a page that has several; none is a part of what somebody
#: typed.
LANGKAH: Final = "langkah"
TOMBOL: Final = "draf_simpan"
OTOMATIS: Final = "otomatis"
SEGEL: Final = "draf_segel"
VERSI: Final = "draf_versi"
_BUKAN_ISIAN: Final = frozenset({LANGKAH, TOMBOL, SEGEL, VERSI, "csrfmiddlewaretoken"})
#: What a page sends along without anybody typing it.
_PENANDA: Final = frozenset({"versi", "kunci"})
#: As long as a page may lie open and still hand over its words without a session.
UMUR_SEGEL: Final = 24 * 60 * 60
KELUAR: Final = "Anda keluar; masuk lagi di tab lain, isian tetap di sini."
AKUN_LAIN: Final = "Akun lain sedang masuk di peramban ini. Isian Anda tidak dikirim."

Tampilan = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class KeadaanDraf:
    """For templates/partials/draf.html. `dipulihkan`: the form shows what was typed before."""

    tanda: str
    segel: str
    versi: int
    teks: str
    dipulihkan: bool
    berubah: bool


def berdraf(tampilan: Tampilan) -> Tampilan:
    """Let the form of this view be saved unfinished, by its button and by asn.js."""

    @wraps(tampilan)
    def dalam(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request._draf_sampai = True  # type: ignore[attr-defined]  # nobody turned it away before
        if request.method == "POST" and TOMBOL in request.POST:
            return _simpan(request)
        jawaban = tampilan(request, *args, **kwargs)
        if request.method == "POST" and jawaban.status_code == 302:  # it was taken in
            lupakan_draf(pengguna_id=request.user.pk or 0, kunci=_kunci(request))
        return jawaban

    dalam.berdraf = True  # type: ignore[attr-defined]
    return dalam


def pulihkan(request: HttpRequest, *forms: BaseForm, zona_waktu: str) -> KeadaanDraf:
    """Fill unbound forms with what this person typed last; hidden fields stay what the server says now.

    Without forms nothing is filled in: the page holds newer words than the draft.
    """
    pemilik: Any = request.user.pk
    kunci = _kunci(request)
    lama = baca_draf(pengguna_id=pemilik, kunci=kunci)
    berubah = False
    if lama is not None:
        for form in (f for f in forms if not f.is_bound):
            berubah = _isi_ulang(form, lama) or berubah
    return KeadaanDraf(
        tanda=salted_hmac("asn.draf.tanda", f"{pemilik}:{kunci}").hexdigest()[:16],
        segel=signing.dumps([pemilik, zona_waktu], salt=_salt(kunci)),
        versi=lama.versi if lama else 0,
        teks=_tersimpan(lama.pada, zona_waktu) if lama else "",
        dipulihkan=lama is not None and bool(forms) and not any(f.is_bound for f in forms),
        berubah=berubah,
    )


def _isi_ulang(form: BaseForm, lama: IsianTersimpan) -> bool:
    """True when the row behind the form has another `versi` than the one that was typed over."""
    data = _querydict(lama)
    berubah = False
    for nama, isian in form.fields.items():
        lengkap = form.add_prefix(nama)
        if isian.widget.is_hidden:
            kini = form.get_initial_for_field(isian, nama)
            berubah = berubah or (nama == "versi" and lengkap in data and data[lengkap] != str(kini or ""))
        elif not isian.widget.needs_multipart_form and lengkap in data:
            form.initial[nama] = isian.widget.value_from_datadict(data, {}, lengkap)
    return berubah


def _querydict(lama: IsianTersimpan) -> Any:
    data = QueryDict(mutable=True)
    for nama, nilai in lama.isi.items():
        data.setlist(nama, nilai)
    return data


def _kunci(request: HttpRequest) -> str:
    return request.path[:200]


def _salt(kunci: str) -> str:
    return f"asn.draf:{kunci}"


def _segel(request: HttpRequest) -> tuple[int, str] | None:
    """Who was shown the form that was posted, and on which clock they live; None when nobody vouches."""
    try:
        isi = signing.loads(request.POST.get(SEGEL, ""), salt=_salt(_kunci(request)), max_age=UMUR_SEGEL)
        return int(isi[0]), str(isi[1])
    except (signing.BadSignature, OSError, SuspiciousOperation):
        return None


def typed_words(request: HttpRequest) -> dict[str, list[str]]:
    """What a draft keeps of a posted form."""
    return {nama: nilai for nama, nilai in sorted(request.POST.lists()) if nama not in _BUKAN_ISIAN}


def typed_since(request: HttpRequest) -> datetime:
    """Since when the server has the words of this POST: of its draft when that says the same, else now.

    So that what was typed before a deadline and sent after it counts as in time.
    """
    draf = baca_draf(pengguna_id=request.user.pk or 0, kunci=_kunci(request))
    return draf.pada if draf is not None and draf.isi == typed_words(request) else timezone.now()


def _tersimpan(pada: datetime, zona_waktu: str) -> str:
    return f"Tersimpan {pada.astimezone(ZoneInfo(zona_waktu)):%H.%M %Z}"


def _simpan(request: HttpRequest) -> HttpResponse:
    """Somebody signed in saves what they have so far."""
    otomatis = request.POST[TOMBOL] == OTOMATIS
    segel = _segel(request)
    if segel is None or segel[0] != request.user.pk:
        return _jawab(request, otomatis, 409, AKUN_LAIN if segel else "Muat ulang halaman, lalu simpan lagi.")
    versi = bilangan(request.POST.get(VERSI), bawaan=0) if otomatis else None
    try:
        draf = simpan_draf(
            pengguna_id=segel[0],
            kunci=_kunci(request),
            isi=typed_words(request),
            at=timezone.now(),
            versi=versi or None,
        )
    except DomainError as salah:
        status = 409 if isinstance(salah, Bentrok) else 413
        return _jawab(request, otomatis, status, salah.kalimat)
    return _jawab(request, otomatis, 200, _tersimpan(draf.pada, segel[1]), versi=draf.versi)


def _jawab(
    request: HttpRequest, otomatis: bool, status: int, teks: str, versi: int | None = None
) -> HttpResponse:
    if otomatis:
        return JsonResponse({"teks": teks, "versi": versi}, status=status)
    if status == 200:
        messages.success(request, f"{teks}. Isian belum dikirim; lanjutkan kapan saja dari sini.")
    elif teks != AKUN_LAIN:
        return _belum_tersimpan(request, status, teks)
    else:
        messages.error(request, teks)
    return HttpResponseRedirect(request.get_full_path())


def _belum_tersimpan(request: HttpRequest, status: int, teks: str) -> HttpResponse:
    """Words that could not be kept stand on the page that says so: a fresh form would be empty."""
    kata = [n for nama, isi in typed_words(request).items() if nama not in _PENANDA for n in isi if n.strip()]
    return render(request, "draf_gagal.html", {"pesan": teks, "kata": kata}, status=status)


class TitipIsianMiddleware:
    """Keeps what was typed when a guard turned the POST away: the session ended, or the page was too old.

    The seal in the form says whose words they are. Only who was shown the form holds it, so it also stands
    in for the CSRF token here: all that it opens is writing into that person's own draft.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        jawaban = self.get_response(request)
        cocok = request.resolver_match
        if request.method != "POST" or not getattr(cocok and cocok.func, "berdraf", False):
            return jawaban
        return jawaban if hasattr(request, "_draf_sampai") else _titip(request, jawaban)


def _titip(request: HttpRequest, jawaban: HttpResponse) -> HttpResponse:
    segel = _segel(request)
    if segel is None:
        return jawaban
    pemilik, zona = segel
    try:
        draf = simpan_draf(
            pengguna_id=pemilik, kunci=_kunci(request), isi=typed_words(request), at=timezone.now()
        )
    except DomainError:
        return jawaban
    keluar = _ke_halaman_masuk(jawaban)
    if request.POST.get(TOMBOL) == OTOMATIS:
        teks = KELUAR if keluar else _tersimpan(draf.pada, zona)
        return JsonResponse({"teks": teks, "versi": draf.versi}, status=401 if keluar else 403)
    if keluar:
        messages.info(request, f"Isian Anda tersimpan ({_jam(draf.pada, zona)}).")
        return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
    if jawaban.status_code == 403 and request.user.pk == pemilik:
        messages.warning(
            request, f"Isian Anda tersimpan ({_jam(draf.pada, zona)}), tetapi belum dikirim. Kirim lagi."
        )
        return HttpResponseRedirect(request.get_full_path())
    return jawaban


def _ke_halaman_masuk(jawaban: HttpResponse) -> bool:
    return jawaban.status_code == 302 and jawaban["Location"].startswith(resolve_url(settings.LOGIN_URL))


def _jam(pada: datetime, zona_waktu: str) -> str:
    return f"pukul {pada.astimezone(ZoneInfo(zona_waktu)):%H.%M %Z}"
