"""Who acts on a requirement that is short or unknown: the one answer, for every page, letter and program."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.syarat import Status
from karier.enums import Pelaku
from karier.rules.daftar import BarisSyarat

#: Unknown here means not assessed yet: no record of BKPSDM can say it before the leader has.
_DINILAI_ATASAN: Final = frozenset({"predikat_2_tahun", "predikat_1_tahun", "predikat_kgb"})


def yang_bertindak(baris: BarisSyarat, status: Status, *, tertunggu: bool) -> Pelaku | None:
    """None: nobody can do anything about it. `tertunggu`: passing time will mend it by itself.

    What is left to time although time does not mend it (a penalty without an end) is a record to be mended.
    """
    if status is Status.PERLU_VERIFIKASI:
        return Pelaku.ATASAN if baris.kode in _DINILAI_ATASAN else Pelaku.BKPSDM
    if baris.pelaku is Pelaku.WAKTU and not tertunggu:
        return Pelaku.BKPSDM
    return baris.pelaku
