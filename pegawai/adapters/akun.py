"""How allauth signs people in here: NIP and password, no sign-up, attempts counted in the database."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from asn_karier.lib.audit import catat
from pegawai.adapters.penjaga import WAJIB
from pegawai.services.bantuan import notices_for
from pegawai.services.kode import close_codes
from pegawai.services.masuk import (
    TerkunciSementara,
    account_name,
    clear_attempts,
    length_problem,
    reserve_attempt,
)
from pegawai.services.pengaman import has_factor
from pegawai.services.sesi import end_sessions

TIDAK_COCOK = (
    "NIP atau kata sandi tidak cocok. Periksa 18 angka NIP, atau hubungi pengelola kepegawaian Anda "
    "untuk mengatur ulang kata sandi."
)

TANPA_SPANDUK = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")


class AkunAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Akun ini sedang tidak aktif. Hubungi pengelola kepegawaian Anda.",
        "enter_current_password": "Kata sandi yang sekarang tidak cocok. Tulis sekali lagi.",
        "incorrect_password": "Kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu isi sekali lagi.",
        "incorrect_code": "Kode tidak cocok. Pakai kode yang sedang tampil di aplikasi Anda.",
        "invalid_login": TIDAK_COCOK,
        "invalid_password_reset": "Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru.",
        "username_password_mismatch": TIDAK_COCOK,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made for people by their HR office, never by themselves."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; allauth's own count per name lives in the cache and is not used."""
        sekarang = timezone.localtime()
        try:
            reserve_attempt(nama=credentials.get("username", ""), at=sekarang)
        except TerkunciSementara as terkunci:
            pesan = terkunci.kalimat
            raise ValidationError(pesan, code="too_many_login_attempts") from terkunci

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The account whose password was given; None for a wrong password and for an unknown name alike."""
        nama = account_name(credentials.get("username", ""))
        pengguna: AbstractBaseUser | None = super().authenticate(request, **{**credentials, "username": nama})
        if pengguna is not None:
            clear_attempts(nama=nama, at=timezone.now())
        elif pesan := length_problem(nama):
            # Said of what was typed alone, so it tells nobody whether an account exists.
            raise ValidationError(pesan, code="panjang_nip")
        return pengguna

    def post_login(self, request: HttpRequest, user: Any, **lain: Any) -> HttpResponse:
        catat(pengguna=user, tindakan="masuk", subjek_jenis="pengguna", subjek_id=user.pk, kanal="web")
        if request.session.get(WAJIB) is True and not has_factor(user):
            # Led to set up the second factor at once: the password was given a second ago.
            record_authentication(request, user, "password", reauthenticated=True)
        for kalimat in notices_for(pengguna=user, at=timezone.localtime()):
            messages.warning(request, kalimat)
        return super().post_login(request, user, **lain)

    def set_password(self, user: Any, password: str) -> None:
        """A new password ends what the old one opened: other devices, and codes that lie on paper."""
        super().set_password(user, password)
        sendiri = self.request is not None and self.request.user.pk == user.pk
        end_sessions(user, kecuali=self.request.session.session_key if sendiri else None)
        close_codes(pengguna=user, at=timezone.now())
        catat(
            pengguna=user,
            tindakan="ganti_kata_sandi",
            subjek_jenis="pengguna",
            subjek_id=user.pk,
            kanal="web",
        )

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """No banner after signing in or out: the page that follows says it already."""
        templat = kwargs.get("message_template", args[0] if args else None)
        if templat not in TANPA_SPANDUK:
            super().add_message(request, level, *args, **kwargs)
