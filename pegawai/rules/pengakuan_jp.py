"""How many JP of an activity are credited, and why not all of them (PerLAN 10/2018).

Caps look at what was credited before: two sessions a month for coaching and mentoring, so many JP a day
for learning alone and in a community. Some forms have a fixed worth per activity; all others are worth the
hours of their curriculum. Everything counts in the year of its last day, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from pegawai.enums import BentukPengembangan as B
from pegawai.rules import jp as rumus


class Kegiatan(NamedTuple):
    """One activity from its first to its last day, with its JP: claimed, or credited before."""

    bentuk: B
    mulai: date
    selesai: date
    jp: int


class Pembatas(StrEnum):
    """Why something else is credited than was claimed."""

    SESI_BULANAN = "sesi_bulanan"
    HARIAN = "harian"
    TETAP = "tetap"


class Pengakuan(NamedTuple):
    """`sebab` None: all that was claimed."""

    jp: int
    sebab: Pembatas | None = None


def periksa(k: Kegiatan, a: Aturan) -> None:
    """DomainError `jp_bukan_sesi` or `sesi_lintas_bulan` for a claim whose cap could not be told."""
    per_sesi = rumus.jp_sesi(k.bentuk, a)
    if per_sesi is None:
        return
    if (k.mulai.year, k.mulai.month) != (k.selesai.year, k.selesai.month):
        raise DomainError(
            "sesi_lintas_bulan",
            "Coaching dan mentoring dilaporkan per bulan.",
            tindakan="Isi hari pertama dan terakhir dalam bulan yang sama; bulan lain dilaporkan sendiri.",
        )
    if k.jp % per_sesi:
        raise DomainError(
            "jp_bukan_sesi",
            f"Satu sesi bernilai {per_sesi} JP.",
            tindakan=f"Isi {per_sesi} untuk satu sesi, {2 * per_sesi} untuk dua sesi.",
        )


def akui(k: Kegiatan, tercatat: Iterable[Kegiatan], a: Aturan) -> Pengakuan:
    """What of `k` is credited, after what stands in the ledger of the same person (`tercatat`)."""
    tetap = rumus.jp_kegiatan(k.bentuk, a)
    if tetap is not None:
        return Pengakuan(tetap, None if tetap == k.jp else Pembatas.TETAP)
    sama = [t for t in tercatat if t.bentuk is k.bentuk]
    per_sesi, per_hari = rumus.jp_sesi(k.bentuk, a), rumus.batas_harian(k.bentuk, a)
    if per_sesi is not None:
        return _paling_banyak(k.jp, _sisa_bulan(k, sama, per_sesi, a), Pembatas.SESI_BULANAN)
    if per_hari is not None:
        return _paling_banyak(k.jp, _sisa_hari(k, sama, per_hari), Pembatas.HARIAN)
    return Pengakuan(k.jp)


def _paling_banyak(diklaim: int, sisa: int, sebab: Pembatas) -> Pengakuan:
    diakui = min(diklaim, max(sisa, 0))
    return Pengakuan(diakui, sebab if diakui < diklaim else None)


def _sisa_bulan(k: Kegiatan, sama: Sequence[Kegiatan], per_sesi: int, a: Aturan) -> int:
    """JP that the month has left; an activity belongs to the month of its last day."""
    bulan = (k.selesai.year, k.selesai.month)
    terpakai = sum(t.jp for t in sama if (t.selesai.year, t.selesai.month) == bulan)
    # As many sessions as were claimed and used before, so that the rule of the month alone decides.
    return rumus.jp_sesi_bulanan(k.bentuk, (k.jp + terpakai) // per_sesi, a) - terpakai


def _sisa_hari(k: Kegiatan, sama: Sequence[Kegiatan], per_hari: int) -> int:
    """JP that the days of `k` have left, however the others share their own days with it.

    Whether all JP find a day with room is decided by spans alone (Hall's theorem for intervals): in every
    span that holds the days of `k`, what lies wholly inside must fit.
    """
    lain = [t._replace(jp=min(t.jp, per_hari * _hari(t.mulai, t.selesai))) for t in sama]
    awal = {k.mulai, *(t.mulai for t in lain if t.mulai < k.mulai)}
    akhir = {k.selesai, *(t.selesai for t in lain if t.selesai > k.selesai)}
    return min(
        per_hari * _hari(x, y) - sum(t.jp for t in lain if x <= t.mulai and t.selesai <= y)
        for x in awal
        for y in akhir
    )


def _hari(mulai: date, selesai: date) -> int:
    return (selesai - mulai).days + 1
