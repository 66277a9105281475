"""How allauth keeps second factors here: secrets encrypted, and none taken away where it is compulsory."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from asn_karier.lib.sandi import buka_sandi, kunci_sandi
from pegawai.services.pengaman import is_mandatory

#: How every Fernet token begins. Secrets of older releases stand in clear: base32 or hexadecimal, never so.
_TERSANDI = "gAAAA"


class PengamanAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "Peran Anda mengharuskan verifikasi dua langkah. Ganti ponsel? "
        "Minta operator unit Anda melepasnya, lalu pasang di ponsel yang baru.",
        "incorrect_code": "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi Anda.",
    }

    def encrypt(self, text: str) -> str:
        return kunci_sandi(text)

    def decrypt(self, encrypted_text: str) -> str:
        return buka_sandi(encrypted_text) if encrypted_text.startswith(_TERSANDI) else encrypted_text

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not is_mandatory(authenticator.user)

    def get_totp_label(self, user: Any) -> str:
        """The NIP or the account name; an e-mail address would lead nowhere here."""
        return str(user.username)
