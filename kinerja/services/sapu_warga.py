"""What must not stay: marks of networks, keys of opened pages, originals that nobody looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from asn_karier.lib.db import sekarang
from kinerja.models import MasukanForum, Ulasan
from kinerja.services.moderasi import forget_originals, old_originals
from kinerja.services.penanda import current_stretch, forget_marks, marks_due

TUGAS_SAPU_WARGA: Final = "kinerja.sapu_warga"


def sweep_citizens(*, at: datetime) -> int:
    """Remove what is due; returns how many rows."""
    tanda = forget_marks(sebelum=current_stretch(at))
    kunci = sum(int(b.update(kunci=None)) for b in _kunci_lama(at))
    return tanda + kunci + forget_originals(at=at)


def _kunci_lama(at: datetime) -> list[Any]:
    """Rows of opened pages that can no longer be sent. Two days, because a row knows its day only."""
    batas = (at - timedelta(days=2)).date()
    return [m.objects.filter(hari__lte=batas).exclude(kunci=None) for m in (Ulasan, MasukanForum)]


class SapuanWarga:
    """Implementation of lib.tasks.Sweepable: one piece of work, as long as anything is due."""

    def claimable(self) -> Iterable[int]:
        """A single number, because the rows are not told apart."""
        at = sekarang()
        if marks_due(at) or any(b.exists() for b in (*_kunci_lama(at), *old_originals(at))):
            yield 1

    def process_one(self, pk: int) -> bool:
        return sweep_citizens(at=sekarang()) > 0

    def close_finished(self) -> None:
        """Nothing to close."""
