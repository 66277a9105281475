"""Taking in the words of a citizen: one opened page makes one row, whatever is pressed how often."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string

from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import indeks_buta, kunci_sandi
from kinerja.enums import StatusKiriman
from kinerja.models.warga import KirimanWarga
from kinerja.rules.samaran import rapikan, samarkan
from kinerja.services.penanda import count_submission, numbers_on

_GARAM: Final = "kinerja.warga"
_HURUF_NOMOR: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

Kiriman = TypeVar("Kiriman", bound=KirimanWarga)


class HalamanLama(DomainError):  # noqa: N818 - named in the language of the domain
    """The page was open for too long; what was typed is still on it."""

    def __init__(self) -> None:
        super().__init__(
            "halaman_lama",
            "Halaman ini sudah lama terbuka.",
            tindakan="Isian Anda masih ada. Kirim sekali lagi.",
        )


def issue_key(*, tentang: str, at: datetime) -> str:
    """The key of one opened page about one thing; nobody is known by it."""
    isi = {"k": secrets.token_urlsafe(18), "t": int(at.timestamp())}
    return signing.dumps(isi, salt=f"{_GARAM}:{tentang}")


def read_key(teks: str, *, tentang: str, at: datetime) -> str:
    """What is stored of a key; HalamanLama for one that is too old, of another page, or invented."""
    try:
        isi = signing.loads(teks[:400], salt=f"{_GARAM}:{tentang}")
        umur = at.timestamp() - int(isi["t"])
    except (signing.BadSignature, KeyError, TypeError, ValueError) as salah:
        raise HalamanLama from salah
    if not -60 <= umur <= numbers_on(at).kunci.total_seconds():
        raise HalamanLama
    return indeks_buta(f"{_GARAM}:{isi['k']}")


def receive(
    *,
    model: type[Kiriman],
    tentang: str,
    kunci: str,
    teks: str,
    alamat: str,
    zona_waktu: str,
    at: datetime,
    **isi: Any,
) -> Kiriman:
    """Keep what was sent; the row that this opened page made before when it comes a second time.

    The count against floods stands outside the transaction that writes the row (see services.penanda).
    """
    sidik = read_key(kunci, tentang=tentang, at=at)
    lama = model._default_manager.filter(kunci=sidik).first()
    if lama is not None:
        return lama
    count_submission(alamat=alamat, at=at)
    bersih = rapikan(teks)
    baru = model(
        kunci=sidik,
        nomor=new_number(),
        hari=at.astimezone(ZoneInfo(zona_waktu)).date(),
        asli=kunci_sandi(bersih) if bersih else "",
        teks=samarkan(bersih) if bersih else "",
        status=StatusKiriman.MENUNGGU if bersih else StatusKiriman.TANPA_TEKS,
        **isi,
    )
    return _simpan(baru, lambda: model._default_manager.filter(kunci=sidik).first())


def _simpan(baru: Kiriman, cari: Callable[[], Kiriman | None]) -> Kiriman:
    """Insert; of two presses at the same moment the second finds the row of the first."""
    try:
        with transaction.atomic():
            baru.save(force_insert=True)
    except IntegrityError:
        lama = cari()
        if lama is None:
            raise
        return lama
    return baru


def new_number() -> str:
    """'ABCD-EFGH-JKMN': told to whoever sent it and to nobody else; 59 bits."""
    acak = get_random_string(12, _HURUF_NOMOR)
    return "-".join(acak[i : i + 4] for i in (0, 4, 8))
