"""The board of one government: what changed since its suggestions were made."""

from __future__ import annotations

from typing import Final

from django.db.models import F

from asn_karier.lib.tasks import hint
from mentoring.models import PapanMentoring

TUGAS: Final = "mentoring.susun_saran"


def board_of(instansi_id: int) -> PapanMentoring:
    papan, _ = PapanMentoring.objects.get_or_create(instansi_id=instansi_id)
    return papan


def mark_changed(instansi_id: int) -> None:
    """Suggestions of this government are older than its facts. Inside the transaction that changed them."""
    board_of(instansi_id)
    PapanMentoring.objects.filter(instansi=instansi_id).update(perubahan=F("perubahan") + 1)
    hint(TUGAS, pk=instansi_id)
