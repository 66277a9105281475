"""Three people to talk to: of a team, those with the most reasons. A suggestion, never a judgement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from kinerja.enums import AlasanBicara

#: A leader is shown no more than these.
TERBANYAK: Final = 3
#: Days without a word from the leader after which one is due (a design value, no law).
HARI_UMPAN_BALIK: Final = 30
_URUT: Final = {alasan: ke for ke, alasan in enumerate(AlasanBicara)}


class FaktaBicara(NamedTuple):
    """What is known of one person, as counts.

    Nothing here comes from private notes, from 360 feedback or from discipline. `hari_umpan_balik`: days
    since this leader wrote to them, None when never.
    """

    pegawai: int
    hari_umpan_balik: int | None
    keberatan: int = 0
    tindak_lanjut: int = 0
    tanggapan: int = 0
    realisasi_dikembalikan: int = 0
    realisasi_lewat: int = 0
    arahan_lewat: int = 0
    tanpa_refleksi: int = 0


class Alasan(NamedTuple):
    """One reason and how much of it: days for TANPA_UMPAN_BALIK (0: never), else a count."""

    kode: AlasanBicara
    jumlah: int


class PerluBicara(NamedTuple):
    """One person with every reason, the most urgent first."""

    pegawai: int
    alasan: tuple[Alasan, ...]


def alasan_bicara(f: FaktaBicara) -> tuple[Alasan, ...]:
    """Every reason to talk with one person, the most urgent first."""
    jumlah = {
        AlasanBicara.KEBERATAN: f.keberatan,
        AlasanBicara.TINDAK_LANJUT: f.tindak_lanjut,
        AlasanBicara.TANGGAPAN: f.tanggapan,
        AlasanBicara.REALISASI_DIKEMBALIKAN: f.realisasi_dikembalikan,
        AlasanBicara.REALISASI_LEWAT: f.realisasi_lewat,
        AlasanBicara.ARAHAN_LEWAT: f.arahan_lewat,
        AlasanBicara.TANPA_REFLEKSI: f.tanpa_refleksi,
    }
    ada = [Alasan(kode, n) for kode, n in jumlah.items() if n > 0]
    if f.hari_umpan_balik is None or f.hari_umpan_balik > HARI_UMPAN_BALIK:
        ada.append(Alasan(AlasanBicara.TANPA_UMPAN_BALIK, f.hari_umpan_balik or 0))
    return tuple(sorted(ada, key=lambda a: _URUT[a.kode]))


def perlu_bicara(tim: Iterable[FaktaBicara]) -> list[PerluBicara]:
    """At most three of a team: most reasons first, then the most urgent one, then the longest silence.

    Whoever has no reason is never named to fill the list. The order is the same every time it is asked.
    """
    semua = [(f, alasan_bicara(f)) for f in tim]
    urut = sorted(((f, a) for f, a in semua if a), key=lambda pasangan: _kunci(*pasangan))
    return [PerluBicara(f.pegawai, a) for f, a in urut[:TERBANYAK]]


def _kunci(f: FaktaBicara, alasan: tuple[Alasan, ...]) -> tuple[int, list[int], bool, int, int]:
    """The smallest stands first; who never had a word comes before who waits long, the key decides last."""
    pernah = f.hari_umpan_balik is not None
    return -len(alasan), [_URUT[a.kode] for a in alasan], pernah, -(f.hari_umpan_balik or 0), f.pegawai
