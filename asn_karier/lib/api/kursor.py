"""The place in a list, signed: made by us, for this reader and this list, and for nobody else."""

from __future__ import annotations

from typing import Any

from django.core import signing

from asn_karier.lib.errors import DomainError

_RUANG = "asn.kursor"


class KursorSalah(DomainError):  # noqa: N818 - named in the language of the domain
    """Forged, of another client, or of another list."""


def buat_kursor(isi: list[Any], *, milik: str) -> str:
    """`milik` names reader and list; the same place always gives the same text (ETags hang on it)."""
    return signing.Signer(salt=f"{_RUANG}:{milik}").sign_object(isi, compress=True)


def baca_kursor(teks: str, *, milik: str, panjang: int) -> list[int]:
    """The `panjang` numbers of a cursor; KursorSalah for anything that `buat_kursor` did not make."""
    try:
        isi = signing.Signer(salt=f"{_RUANG}:{milik}").unsign_object(teks)
    except Exception:  # noqa: BLE001 - whatever a forged text does to the decoder, it is no cursor of ours
        isi = None
    if not isinstance(isi, list) or len(isi) != panjang or not all(type(n) is int for n in isi):
        raise KursorSalah(
            "kursor_salah",
            "Kursor ini bukan dari daftar yang sama.",
            tindakan="Pakai kursor dari jawaban sebelumnya apa adanya, dengan saringan yang sama.",
        )
    return isi
