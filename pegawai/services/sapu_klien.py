"""What programs leave behind: changes that no cursor may ask for, tokens that ended, windows of counting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import QuerySet
from oauth2_provider.models import get_access_token_model

from asn_karier.lib.db import sekarang
from pegawai.models import Perubahan
from pegawai.reports.perubahan import MASA_SIMPAN

TUGAS_SAPU_KLIEN: Final = "pegawai.sapu_klien"
#: Rows in one go.
BAGIAN: Final = 5000
#: A token that ended is told apart from an unknown one for so long.
MASA_TOKEN: Final = timedelta(days=1)


def sweep_clients(*, at: datetime) -> int:
    """Remove the next rows that have served; returns how many."""
    return sum(_hapus(baris) for baris in _lewat(at))


def _lewat(at: datetime) -> tuple[QuerySet[Any], ...]:
    return (
        Perubahan.objects.filter(pada__lt=at - MASA_SIMPAN),
        get_access_token_model().objects.filter(expires__lt=at - MASA_TOKEN),
    )


def _hapus(baris: QuerySet[Any]) -> int:
    bagian = list(baris.order_by("pk").values_list("pk", flat=True)[:BAGIAN])
    if not bagian:
        return 0
    banyak, _ = baris.filter(pk__in=bagian).delete()
    return banyak


class SapuanKlien:
    """Implementation of lib.tasks.Sweepable: one piece of work, as long as anything is due."""

    def claimable(self) -> Iterable[int]:
        """A single number, because the rows are not told apart."""
        if any(baris.exists() for baris in _lewat(sekarang())):
            yield 1

    def process_one(self, pk: int) -> bool:
        return sweep_clients(at=sekarang()) > 0

    def close_finished(self) -> None:
        """Nothing to close."""
