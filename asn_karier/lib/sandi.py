"""Encryption of the few fields that must not stand in clear text (NIK)."""

import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from asn_karier.lib.errors import DomainError


def _kunci() -> MultiFernet:
    return MultiFernet([Fernet(kunci) for kunci in settings.ASN_NIK_KEYS])


def kunci_sandi(teks: str) -> str:
    """Encrypt `teks` with the newest key; older keys in the setting still open old rows."""
    return _kunci().encrypt(teks.encode()).decode()


def buka_sandi(sandi: str) -> str:
    """Decrypt; DomainError `kunci_sandi` when no configured key fits."""
    try:
        return _kunci().decrypt(sandi.encode()).decode()
    except InvalidToken as salah:
        raise DomainError(
            "kunci_sandi", "NIK tidak dapat dibuka dengan kunci yang terpasang. Hubungi pengelola sistem."
        ) from salah


def indeks_buta(teks: str) -> str:
    """Keyed hash for exact search without decrypting (HMAC-SHA-256, hex)."""
    return hmac.new(settings.ASN_NIK_INDEX_KEY.encode(), teks.encode(), hashlib.sha256).hexdigest()
