"""Encryption of what must not stand in clear text: NIK, and what is sealed for a while."""

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


def segel(teks: str, *, kelipatan: int = 2048) -> str:
    """Encrypt so that neither the moment nor the length of `teks` can be read off; `buka_segel` opens it.

    A token of its own tells when it was made, and its size how much was written.
    """
    isi = teks.encode()
    return _kunci().encrypt_at_time(isi + b" " * (-len(isi) % kelipatan), 0).decode()


def buka_segel(sandi: str) -> str:
    """What was sealed, without blanks at its end; DomainError as `buka_sandi`."""
    return buka_sandi(sandi).rstrip(" ")


def buka_sandi(sandi: str) -> str:
    """Decrypt; DomainError `kunci_sandi` when no configured key fits."""
    try:
        return _kunci().decrypt(sandi.encode()).decode()
    except InvalidToken as salah:
        raise DomainError(
            "kunci_sandi", "NIK tidak dapat dibuka dengan kunci yang terpasang. Hubungi pengelola sistem."
        ) from salah


#: What stands in the place of a text whose key is missing, so that one text does not take a page along.
TAK_TERBUKA = "Catatan ini tidak dapat dibuka dengan kunci yang terpasang. Hubungi pengelola sistem."


def buka_catatan(sandi: str) -> str:
    """A text for its reader; `TAK_TERBUKA` when no configured key fits."""
    try:
        return buka_sandi(sandi)
    except DomainError:
        return TAK_TERBUKA


def indeks_buta(teks: str) -> str:
    """Keyed hash for exact search without decrypting (HMAC-SHA-256, hex)."""
    return hmac.new(settings.ASN_NIK_INDEX_KEY.encode(), teks.encode(), hashlib.sha256).hexdigest()
