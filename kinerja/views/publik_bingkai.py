"""Frame of the public pages: no account, no cookie, no script; the same answer for everybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from rest_framework.throttling import BaseThrottle

from pegawai.kamus import URL_LAPOR
from pegawai.models import Instansi
from pegawai.services.profil import moment_text

#: Seconds that a public page may be kept by whoever stands between.
SIMPAN: Final = 300
MENU: Final = (
    ("publik:beranda", "Beranda"),
    ("publik:pilih", "Beri ulasan"),
    ("publik:capaian", "Capaian"),
    ("publik:berubah", "Yang berubah"),
    ("publik:data", "Data terbuka"),
)


class Angka(NamedTuple):
    """One number on the public home: what it is about, the number, what it counts."""

    judul: str
    angka: str
    keterangan: str


PembuatAngka = Callable[[Instansi, Any], Angka | None]
_angka: list[PembuatAngka] = []


def daftarkan_angka_publik(pembuat: PembuatAngka) -> PembuatAngka:
    """For upper apps: a number of theirs for the public home, from the instansi and the moment."""
    _angka.append(pembuat)
    return pembuat


def angka_lain(instansi: Instansi, at: Any) -> list[Angka]:
    """What other apps tell; nothing where they have nothing honest to say."""
    return [a for pembuat in _angka if (a := pembuat(instansi, at)) is not None]


def instansi_terbuka(kode: str) -> Instansi:
    """The government of the address; the one for trials has no citizens."""
    instansi: Instansi | None = Instansi.objects.filter(kode=kode, uji_coba=False).first()
    if instansi is None:
        raise Http404("Instansi tidak ditemukan.")
    return instansi


def halaman(
    request: HttpRequest, templat: str, instansi: Instansi | None, *, status: int = 200, **isi: Any
) -> HttpResponse:
    """A page of one instansi. Rendered without the request, so that no account can show through."""
    nama = request.resolver_match.view_name if request.resolver_match else ""
    konteks: dict[str, Any] = {"url_lapor": URL_LAPOR, **isi}
    if instansi is not None:
        konteks |= {
            "instansi": instansi,
            "menu": [(reverse(n, args=[instansi.kode]), teks, n == nama) for n, teks in MENU],
            "data_per": moment_text(timezone.now(), instansi.zona_waktu),
        }
    return HttpResponse(render_to_string(f"publik/{templat}.html", konteks), status=status)


def boleh_disimpan(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same for everybody, so kept for a few minutes; never for whoever came with a session."""

    @wraps(view)
    def bungkus(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        jawaban = view(request, *args, **kwargs)
        if jawaban.status_code == 200 and settings.SESSION_COOKIE_NAME not in request.COOKIES:
            patch_cache_control(jawaban, public=True, max_age=SIMPAN)
        return jawaban

    return bungkus


def halaman_isian(jawaban: HttpResponse) -> HttpResponse:
    """A page with a key of its own: not for others, but the browser may come back to what was typed."""
    patch_cache_control(jawaban, private=True, no_cache=True)
    return jawaban


def alamat_jaringan(request: HttpRequest) -> str:
    """The address that the connection came from, behind as many proxies as the settings say."""
    return str(BaseThrottle().get_ident(request))  # type: ignore[arg-type]
