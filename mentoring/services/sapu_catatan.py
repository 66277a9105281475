"""Notes of a pair that ended a year ago are erased: by then they have served their two readers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.utils import timezone

from mentoring.models import CatatanBersama, CatatanPribadi
from mentoring.rules.hidup import SIMPAN_CATATAN

TUGAS: Final = "mentoring.hapus_catatan"
_SEKALI: Final = 500


def erase_old_notes(*, per: date) -> int:
    """Remove the next notes whose time is over on `per`; how many."""
    banyak = 0
    for model in (CatatanBersama, CatatanPribadi):
        lama = model._default_manager.filter(pasangan__selesai__lt=per - SIMPAN_CATATAN)
        ids = list(lama.values_list("pk", flat=True)[:_SEKALI])
        if ids:
            banyak += model._default_manager.filter(pk__in=ids).delete()[0]
    return banyak


class SapuanCatatan:
    """Implementation of lib.tasks.Sweepable: so little work that the sweeper does it itself."""

    def claimable(self) -> Iterable[int]:
        """Nothing to hint."""
        return ()

    def process_one(self, pk: int) -> bool:
        """No pieces."""
        return False

    def close_finished(self) -> None:
        """A few hundred at a time."""
        erase_old_notes(per=timezone.localdate())
