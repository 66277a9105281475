"""What happens by itself: invitations that nobody answered run out, old suggestions are made anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q

from asn_karier.lib.db import sekarang
from mentoring.enums import StatusPasangan
from mentoring.models import PapanMentoring, Pasangan
from mentoring.services.papan import mark_changed
from mentoring.services.saran import arrange

#: Units, ranks and levels change without telling: suggestions are never older than this.
UMUR: Final = timedelta(days=1)
_TERTUNDA: Final = (StatusPasangan.DIUSULKAN, StatusPasangan.DIPILIH_MENTEE)


class SapuanSaran:
    """What the sweeper asks (`lib.tasks.Sweepable`); the key is that of the instansi."""

    def claimable(self) -> Iterable[int]:
        kini = sekarang()
        basi = Q(perubahan__gt=F("dihitung")) | Q(dihitung_pada__lt=kini - UMUR)
        usang = PapanMentoring.objects.filter(basi).order_by("dihitung_pada", "pk")
        lewat = Pasangan.objects.filter(status__in=_TERTUNDA, batas__lte=kini).order_by("batas")
        semua = [
            *usang.values_list("instansi_id", flat=True)[:5],
            *lewat.values_list("mentee__instansi_id", flat=True)[:5],
        ]
        return list(dict.fromkeys(semua))

    def process_one(self, pk: int) -> bool:
        return freshen(instansi_id=pk, at=sekarang())

    def close_finished(self) -> None:
        """A board has one piece, which closes itself."""


def freshen(*, instansi_id: int, at: datetime) -> bool:
    """Let run out what is over, then make the suggestions anew; False when others changed them meanwhile."""
    expire_invitations(instansi_id=instansi_id, at=at)
    return arrange(instansi_id=instansi_id, at=at)


@transaction.atomic
def expire_invitations(*, instansi_id: int, at: datetime) -> int:
    """Places that were kept for an answer and got none are free again; who waits goes on waiting."""
    lewat = Pasangan.objects.filter(status__in=_TERTUNDA, batas__lte=at, mentee__instansi=instansi_id)
    banyak: int = lewat.update(
        status=StatusPasangan.LEWAT_WAKTU, batas=None, versi=F("versi") + 1, diubah_pada=at
    )
    if banyak:
        mark_changed(instansi_id)
    return banyak
