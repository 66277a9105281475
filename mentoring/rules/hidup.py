"""The life of a pair: what may be logged, when it needs a kind word, when its goals are done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from asn_karier.lib.errors import DomainError
from mentoring.enums import Isyarat, StatusSasaran

#: KEPUTUSAN: the law gives JP per session and says nothing of its length; a greeting is no session.
MENIT_TERPENDEK: Final = 15
MENIT_TERLAMA: Final = 480
#: KEPUTUSAN: what two people still remember alike; later nobody can confirm it.
MUNDUR: Final = timedelta(days=60)
#: A pair that has not met for longer is one to ask after.
DIAM: Final = timedelta(days=30)
#: The two questions are asked again after so long, and first after `DIAM`.
SELANG_DENYUT: Final = timedelta(days=60)
#: HR writes to the same pair at most so often.
SELANG_SAPAAN: Final = timedelta(days=14)
#: KEPUTUSAN: notes of an ended pair stay readable by their readers for a year, then they are erased.
SIMPAN_CATATAN: Final = timedelta(days=365)
TERBUKA: Final = frozenset({StatusSasaran.DIUSULKAN, StatusSasaran.BERJALAN})


def check_held(*, pada: date, menit: int, mulai: date, hari: date) -> None:
    """DomainError for a meeting that cannot be logged on `hari` by a pair that began on `mulai`."""
    if pada > hari:
        raise DomainError(
            "pertemuan_nanti",
            "Tanggal pertemuan belum tiba.",
            tindakan="Untuk pertemuan yang akan datang, pakai Atur pertemuan berikutnya.",
        )
    if pada < mulai:
        raise DomainError("pertemuan_sebelum_mulai", "Tanggal itu sebelum pasangan ini berjalan.")
    if pada < hari - MUNDUR:
        raise DomainError(
            "pertemuan_lama",
            f"Pertemuan dicatat paling lambat {MUNDUR.days} hari sesudahnya.",
            tindakan="Catat pertemuan yang lebih baru.",
        )
    if not MENIT_TERPENDEK <= menit <= MENIT_TERLAMA:
        raise DomainError(
            "pertemuan_menit", f"Lama pertemuan {MENIT_TERPENDEK} sampai {MENIT_TERLAMA} menit."
        )


class Keadaan(NamedTuple):
    """What is counted of a running pair. `batas`: last days of its goals that are under way."""

    mulai: date
    terakhir: date | None
    batas: Sequence[date]
    tercapai: int
    minta_disapa: bool


def silent_days(k: Keadaan, per: date) -> int:
    """Days since the last meeting, or since the pair began."""
    return (per - (k.terakhir or k.mulai)).days


def signals(k: Keadaan, per: date) -> tuple[Isyarat, ...]:
    """What asks for a kind word, the most urgent first; empty for a pair that is well."""
    lama = per - k.mulai > DIAM
    semua = (
        (Isyarat.MINTA_DISAPA, k.minta_disapa),
        (Isyarat.TANPA_PERTEMUAN, silent_days(k, per) > DIAM.days),
        (Isyarat.SASARAN_LEWAT, any(b < per for b in k.batas)),
        (Isyarat.TANPA_SASARAN, lama and not k.batas and not k.tercapai),
    )
    return tuple(isyarat for isyarat, ada in semua if ada)


def goals_met(status: Collection[StatusSasaran]) -> bool:
    """Whether a pair may end as finished: something was reached, and nothing is left open."""
    return StatusSasaran.TERCAPAI in status and TERBUKA.isdisjoint(status)


def pulse_due(*, mulai: date, terakhir: date | None, per: date) -> bool:
    """Whether somebody is asked the two questions (again)."""
    return per - mulai >= DIAM if terakhir is None else per - terakhir >= SELANG_DENYUT


def notes_until(selesai: date) -> date:
    """The last day on which the notes of an ended pair are there."""
    return selesai + SIMPAN_CATATAN


class Kelangsungan(NamedTuple):
    """How a pair lived: meetings, months that had one of all months it ran, the longest silence in days."""

    pertemuan: int
    bulan_berisi: int
    bulan: int
    terlama_diam: int


def continuity(pertemuan: Iterable[date], *, mulai: date, sampai: date) -> Kelangsungan:
    """From the days of confirmed meetings between `mulai` and `sampai`."""
    hari = sorted(d for d in pertemuan if mulai <= d <= sampai)
    titik = [mulai, *hari, sampai]
    return Kelangsungan(
        pertemuan=len(hari),
        bulan_berisi=len({(d.year, d.month) for d in hari}),
        bulan=(sampai.year - mulai.year) * 12 + sampai.month - mulai.month + 1,
        terlama_diam=max((b - a).days for a, b in pairwise(titik)),
    )
