"""*Susun saran pasangan*: who is short waits too, then suggestions are made anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from mentoring.services.menunggu import wait_by_gap
from mentoring.services.papan import board_of, mark_changed
from mentoring.services.sapuan import expire_invitations
from mentoring.services.saran import arrange_if_small
from pegawai.models import Instansi

#: Suggestions of so long ago, with no change told since, are not made anew by a press.
MASIH_BARU: Final = timedelta(minutes=10)


class Susunan(NamedTuple):
    """`baru`: people who wait since this press; `selesai` False: a worker is at it."""

    baru: int
    selesai: bool


def arrange_suggestions(*, instansi: Instansi, actor: Any, at: datetime) -> Susunan:
    """TidakDitemukan outside the instansi that `actor` keeps. A second press soon after changes nothing."""
    baru = wait_by_gap(instansi=instansi, actor=actor, at=at)
    expire_invitations(instansi_id=instansi.pk, at=at)
    papan = board_of(instansi.pk)
    if not papan.usang and papan.dihitung_pada is not None and papan.dihitung_pada > at - MASIH_BARU:
        return Susunan(baru, True)
    mark_changed(instansi.pk)
    return Susunan(baru, arrange_if_small(instansi_id=instansi.pk, at=at))
