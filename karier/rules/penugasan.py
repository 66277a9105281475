"""What may follow what in an assignment, which ones fit somebody, and what the law credits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from karier.enums import JenisPenugasan
from karier.enums import StatusPesertaPenugasan as S
from pegawai.enums import BentukPengembangan
from pelatihan.rules.pilihan import Kebutuhan

#: KEPUTUSAN: of the 25 forms of PerLAN 10/2018 detasering alone is one of these; the others carry no JP.
_BENTUK: Final = {JenisPenugasan.DETASERING: BentukPengembangan.DETASERING}
_DAPAT_LAGI: Final = frozenset({S.MUNDUR, S.TIDAK_DILEPAS})


class Tawaran(NamedTuple):
    """An assignment as the choice sees it. `membangun`: competency -> the level that the work builds."""

    kunci: int
    membangun: Mapping[str | int, int]
    mulai: date


class Cocok(NamedTuple):
    """Why one fits: the gaps that the work builds, by name and level."""

    kunci: int
    celah: tuple[tuple[str, int], ...]


def may_join(status: S) -> bool:
    """Whether somebody who left, or was kept back, may say yes again."""
    return status in _DAPAT_LAGI


def may_withdraw(status: S, *, mulai: date, hari: date) -> bool:
    return status is S.MENUNGGU or (status is S.BERJALAN and hari < mulai)


def ended_status(status: S, *, selesai: bool) -> S:
    """How somebody leaves an assignment that ends: who was never released was never part of it."""
    if status is S.MENUNGGU:
        return S.TIDAK_DILEPAS
    return S.SELESAI if selesai else S.TIDAK_SELESAI


def bentuk_jp(jenis: JenisPenugasan) -> BentukPengembangan | None:
    """The form under which the ledger of JP takes it in; None where the law credits nothing."""
    return _BENTUK.get(jenis)


def cocokkan(tawaran: Iterable[Tawaran], kebutuhan: Sequence[Kebutuhan]) -> list[Cocok]:
    """Assignments that build what is short, most levels closed first, then the one that begins first."""
    dinilai = [(t, _celah(t, kebutuhan)) for t in tawaran]
    cocok = [(t, c) for t, c in dinilai if c]
    urut = sorted(cocok, key=lambda tc: (-_tertutup(tc[0], kebutuhan), tc[0].mulai, tc[0].kunci))
    return [Cocok(t.kunci, c) for t, c in urut]


def _celah(t: Tawaran, kebutuhan: Collection[Kebutuhan]) -> tuple[tuple[str, int], ...]:
    return tuple((k.nama, t.membangun[k.kunci]) for k in kebutuhan if _maju(t, k) > 0)


def _tertutup(t: Tawaran, kebutuhan: Collection[Kebutuhan]) -> int:
    """Levels closed; one that serves a gap and an interest at once is closed once."""
    maju: dict[str | int, int] = {}
    for k in kebutuhan:
        maju[k.kunci] = max(_maju(t, k), maju.get(k.kunci, 0))
    return sum(maju.values())


def _maju(t: Tawaran, k: Kebutuhan) -> int:
    """Levels that the work adds, no more than are asked for; a level never assessed counts as one short."""
    if k.kunci not in t.membangun:
        return 0
    kini = k.level_wajib - 1 if k.level_sekarang is None else k.level_sekarang
    return min(t.membangun[k.kunci], k.level_wajib) - kini
