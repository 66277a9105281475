"""What every request of somebody signed in passes: is the session still alive, is the second factor there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone

from pegawai.services.pengaman import has_factor, is_mandatory
from pegawai.services.sesi import MULAI, begin, ended_because

GetResponse = Callable[[HttpRequest], HttpResponse]

#: In the session: whether this account needs a second factor, asked at sign-in.
WAJIB: Final = "asn_pengaman_wajib"
#: In the session: the account that set up its second factor in this very session.
DIPASANG: Final = "asn_pengaman_dipasang"
SEHAT: Final = "pegawai:sehat"
#: Pages that somebody reaches before the second factor is there: setting it up, and leaving.
_TANPA_PENGAMAN: Final = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "mfa_reauthenticate",
        SEHAT,
    }
)
#: The address of a sign-in that came over no network.
TANPA_JARINGAN: Final = "0.0.0.0"  # noqa: S104 - not a binding
_SALT: Final = "asn.aktif"


def begin_session(sender: Any, request: HttpRequest, user: Any, **lain: Any) -> None:
    """Receiver of user_logged_in: stamp the session and ask once whether a second factor is compulsory."""
    begin(
        sesi=request.session,
        pengguna=user,
        ip=_ip(request),
        agen=request.META.get("HTTP_USER_AGENT", ""),
        at=timezone.now(),
    )
    request.session[WAJIB] = is_mandatory(user)


def _ip(request: HttpRequest) -> str:
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return TANPA_JARINGAN


def mark_factor_set_up(request: HttpRequest) -> None:
    """This session proved a new second factor just now."""
    request.session[DIPASANG] = request.user.pk


class PenjagaSesiMiddleware:
    """Ends sessions that rested or lived too long; leads accounts without their second factor to it.

    The last activity travels in a signed cookie of its own, bound to the session: exact to the second,
    and no page view writes to the database. Without that cookie the beginning of the session counts.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        jawaban = self.get_response(request)
        if _ada_sesi(request):
            self._catat_aktif(request, jawaban)
        return jawaban

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The end of a session; and nothing but setting it up, before the second factor is there."""
        if not _ada_sesi(request) or not request.user.is_authenticated:
            return None
        usai = self._usai(request)
        if usai is not None or not settings.ASN_MFA_WAJIB or _nama(request) in _TANPA_PENGAMAN:
            return usai
        return None if _lolos(request) else _antar(request)

    def _usai(self, request: HttpRequest) -> HttpResponse | None:
        mulai = request.session.get(MULAI)
        sebab = ended_because(
            pengguna=request.user,
            mulai=datetime.fromtimestamp(mulai, UTC) if isinstance(mulai, float) else None,
            terakhir=_terakhir_aktif(request),
            at=timezone.now(),
        )
        if sebab is None:
            return None
        logout(request)
        if request.path.startswith("/api/"):
            return _masalah(401, "sesi_usai", "Sesi sudah berakhir", sebab)
        messages.info(request, sebab)
        kembali = request.method in ("GET", "HEAD") and not _nama(request).startswith("account_")
        tujuan = request.get_full_path() if kembali else "/"
        return redirect_to_login(tujuan, str(settings.LOGIN_URL))

    def _catat_aktif(self, request: HttpRequest, jawaban: HttpResponse) -> None:
        kunci = request.session.session_key
        if kunci and request.user.is_authenticated:
            jawaban.set_signed_cookie(
                settings.ASN_KUKI_AKTIF,
                f"{timezone.now().timestamp():.0f}",
                salt=f"{_SALT}:{kunci}",
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )


def _nama(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _ada_sesi(request: HttpRequest) -> bool:
    """Strangers cost nothing, and the health page must answer without a database."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and _nama(request) != SEHAT


def _terakhir_aktif(request: HttpRequest) -> datetime | None:
    try:
        isi = request.get_signed_cookie(
            settings.ASN_KUKI_AKTIF, salt=f"{_SALT}:{request.session.session_key}"
        )
        return datetime.fromtimestamp(int(isi or ""), UTC)
    except (KeyError, BadSignature, ValueError):
        return None


def _lolos(request: HttpRequest) -> bool:
    """Whether this session gave a second factor, or needs none."""
    pengguna: Any = request.user
    if WAJIB not in request.session:
        request.session[WAJIB] = is_mandatory(pengguna)
    # Staff by the row itself, whatever the session remembers.
    if request.session[WAJIB] is not True and not pengguna.is_staff and not pengguna.is_superuser:
        return True
    if pengguna.pk is not None and request.session.get(DIPASANG) == pengguna.pk:
        return True
    return any(catatan.get("method") == "mfa" for catatan in get_authentication_records(request, pengguna))


def _antar(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return _masalah(
            403,
            "pengaman_wajib",
            "Verifikasi dua langkah belum dipasang",
            "Masuk lewat halaman web, lalu pasang verifikasi dua langkah.",
        )
    if has_factor(request.user):
        return HttpResponseRedirect(reverse("mfa_reauthenticate"))
    return HttpResponseRedirect(reverse("mfa_index"))


def _masalah(status: int, kode: str, judul: str, rincian: str) -> HttpResponse:
    isi = {"type": "about:blank", "title": judul, "status": status, "detail": rincian, "kode": kode}
    return JsonResponse(isi, status=status, content_type="application/problem+json")
