"""Drafts: what somebody typed and has not sent. Kept encrypted, read by nobody else, swept when old."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.models import Draf
from asn_karier.lib.sandi import buka_sandi, kunci_sandi

#: Words of one form, by the name of its field; several where a field has several.
Isian = Mapping[str, list[str]]

#: Characters of one draft: more than any form of this house holds.
TERPANJANG: Final = 60_000
#: Of one person; the one that lay longest makes room.
TERBANYAK: Final = 50
#: How long one is kept after its last word.
UMUR: Final = timedelta(days=30)
SAPUAN: Final = "inti.draf"
_SEKALI_SAPU: Final = 500


@dataclass(frozen=True, slots=True)
class IsianTersimpan:
    """A draft in clear. `pada`: since when the server has exactly these words."""

    isi: Isian
    versi: int
    pada: datetime


def simpan_draf(
    *, pengguna_id: int, kunci: str, isi: Isian, at: datetime, versi: int | None = None
) -> IsianTersimpan:
    """Keep the words of one form; the same words keep the moment they came in first.

    `versi`: the draft that the page began with. Bentrok `draf_lain` when another page of the same person
    has saved since, DomainError `draf_besar` when it is too long.
    """
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True)
    if len(teks) > TERPANJANG:
        raise DomainError("draf_besar", "Isian ini terlalu panjang untuk disimpan otomatis.")
    try:
        return _tulis(pengguna_id, kunci, teks, at, versi)
    except IntegrityError:  # the first save of two pages at once: now there is a row to hold
        return _tulis(pengguna_id, kunci, teks, at, versi)


@transaction.atomic
def _tulis(pengguna_id: int, kunci: str, teks: str, at: datetime, versi: int | None) -> IsianTersimpan:
    lama = Draf.objects.select_for_update().filter(pengguna_id=pengguna_id, kunci=kunci).first()
    if lama is None:
        baru = Draf(pengguna_id=pengguna_id, kunci=kunci, isi=kunci_sandi(teks), disimpan_pada=at)
        baru.save(force_insert=True)
        _beri_tempat(pengguna_id)
        return IsianTersimpan(json.loads(teks), baru.versi, at)
    if _buka(lama) == teks:
        return IsianTersimpan(json.loads(teks), lama.versi, lama.disimpan_pada)
    if versi is not None and versi != lama.versi:
        raise Bentrok(
            "draf_lain",
            "Formulir ini juga sedang diisi di tab atau perangkat lain, dan isian di sana lebih baru.",
            tindakan="Salin isian di sini, lalu muat ulang halaman.",
        )
    lama.isi, lama.versi, lama.disimpan_pada = kunci_sandi(teks), lama.versi + 1, at
    lama.save()
    return IsianTersimpan(json.loads(teks), lama.versi, at)


def _beri_tempat(pengguna_id: int) -> None:
    milik = Draf.objects.filter(pengguna_id=pengguna_id).order_by("-disimpan_pada", "-pk")
    lebih = list(milik.values_list("pk", flat=True)[TERBANYAK:])
    if lebih:
        Draf.objects.filter(pk__in=lebih).delete()


def baca_draf(*, pengguna_id: int, kunci: str) -> IsianTersimpan | None:
    """The words that this person has not sent; None without any, or when no key opens them."""
    draf = Draf.objects.filter(pengguna_id=pengguna_id, kunci=kunci).first()
    teks = _buka(draf) if draf is not None else ""
    return IsianTersimpan(json.loads(teks), draf.versi, draf.disimpan_pada) if draf and teks else None


def _buka(draf: Draf) -> str:
    try:
        return buka_sandi(draf.isi)
    except DomainError:
        return ""


def lupakan_draf(*, pengguna_id: int, kunci: str) -> None:
    """What was sent is no draft any more."""
    Draf.objects.filter(pengguna_id=pengguna_id, kunci=kunci).delete()


def sapu_draf(*, at: datetime) -> int:
    """Remove the next drafts that nobody came back to; returns how many."""
    lama = Draf.objects.filter(disimpan_pada__lt=at - UMUR).order_by("disimpan_pada")
    bagian = list(lama.values_list("pk", flat=True)[:_SEKALI_SAPU])
    if not bagian:
        return 0
    banyak, _ = Draf.objects.filter(pk__in=bagian, disimpan_pada__lt=at - UMUR).delete()
    return banyak


class SapuanDraf:
    """Implementation of lib.tasks.Sweepable: so little work that the sweeper does it itself."""

    def claimable(self) -> Iterable[int]:
        """Nothing to hint."""
        return ()

    def process_one(self, pk: int) -> bool:
        """No pieces."""
        return False

    def close_finished(self) -> None:
        """A few hundred at a time."""
        sapu_draf(at=sekarang())
