"""Signatures that anybody can check: Ed25519 over text, in base64 that has one spelling only.

A key is known by its id, the beginning of the digest of its public half.
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from asn_karier.lib.errors import DomainError

PANJANG_ID = 8


def kode64(isi: bytes) -> str:
    """URL-safe base64 without padding."""
    return base64.urlsafe_b64encode(isi).rstrip(b"=").decode()


def baca64(teks: str) -> bytes:
    """The reverse of `kode64`; DomainError `kode_rusak` for any other spelling of the same bytes too.

    The last letter of base64 carries bits that nobody reads: without this check some altered letters
    would pass.
    """
    try:
        isi = base64.b64decode(teks + "=" * (-len(teks) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as salah:
        raise _rusak() from salah
    if kode64(isi) != teks:
        raise _rusak()
    return isi


def tandatangani(teks: str) -> tuple[str, str]:
    """(id of the key, signature in base64) over `teks`, with the newest key of the settings."""
    kunci = _kunci()[0]
    return id_kunci(kunci.public_key()), kode64(kunci.sign(teks.encode()))


def sah(teks: str, tanda: str, publik: Ed25519PublicKey) -> bool:
    """Whether `tanda` is the signature of exactly this text; DomainError `kode_rusak` when it is no code."""
    try:
        publik.verify(baca64(tanda), teks.encode())
    except InvalidSignature:
        return False
    return True


def kunci_publik() -> dict[str, Ed25519PublicKey]:
    """Public halves by their id, the newest first."""
    semua = (kunci.public_key() for kunci in _kunci())
    return {id_kunci(publik): publik for publik in semua}


def baca_publik(teks: str) -> Ed25519PublicKey:
    """A public key as `tulis_publik` writes it; DomainError `kode_rusak`."""
    isi = baca64(teks)
    if len(isi) != 32:
        raise _rusak()
    return Ed25519PublicKey.from_public_bytes(isi)


def tulis_publik(publik: Ed25519PublicKey) -> str:
    return kode64(publik.public_bytes_raw())


def id_kunci(publik: Ed25519PublicKey) -> str:
    return hashlib.sha256(publik.public_bytes_raw()).hexdigest()[:PANJANG_ID]


def _kunci() -> list[Ed25519PrivateKey]:
    return [
        Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(k))
        for k in settings.ASN_SERTIFIKAT_KUNCI
    ]


def _rusak() -> DomainError:
    return DomainError(
        "kode_rusak", "Kode itu tidak utuh atau berubah.", tindakan="Pindai ulang kotak QR pada sertifikat."
    )
