"""*Susun saran pasangan*: who is short waits too, then suggestions are made anew."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from mentoring.services.menunggu import wait_by_gap
from mentoring.services.papan import mark_changed
from mentoring.services.sapuan import expire_invitations
from mentoring.services.saran import arrange_if_small
from pegawai.models import Instansi


class Susunan(NamedTuple):
    """`baru`: people who wait since this press; `selesai` False: a worker is at it."""

    baru: int
    selesai: bool


def arrange_suggestions(*, instansi: Instansi, actor: Any, at: datetime) -> Susunan:
    """TidakDitemukan outside the instansi that `actor` keeps."""
    baru = wait_by_gap(instansi=instansi, actor=actor, at=at)
    expire_invitations(instansi_id=instansi.pk, at=at)
    mark_changed(instansi.pk)
    return Susunan(baru, arrange_if_small(instansi_id=instansi.pk, at=at))
