"""Two questions about the pair. A single answer is read by who gave it; HR reads that both have answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from mentoring.enums import Rasa
from mentoring.models import DenyutMentoring, Pasangan
from mentoring.rules.hidup import pulse_due
from mentoring.services.berdua import hold_running, today_of


@transaction.atomic
def answer_pulse(
    *, pasangan_id: int, berguna: Rasa, mudah: Rasa, minta_disapa: bool, actor: Any, at: datetime
) -> DenyutMentoring:
    """Answer the two questions; on the same day again is a change of mind. No line on the trail."""
    pasangan = hold_running(pasangan_id=pasangan_id, pengguna=actor)
    denyut: DenyutMentoring
    denyut, _ = DenyutMentoring.objects.update_or_create(
        pasangan=pasangan,
        pegawai_id=actor.pegawai_id,
        pada=today_of(pasangan, at),
        defaults={"berguna": berguna, "mudah": mudah, "minta_disapa": minta_disapa},
    )
    return denyut


def asked_now(*, pasangan: Pasangan, pengguna: Any, per: date) -> bool:
    """Whether the page asks this reader; one query."""
    milik = DenyutMentoring.objects.visible_to(pengguna).filter(pasangan=pasangan)
    terakhir = milik.values_list("pada", flat=True).first()
    return pulse_due(mulai=pasangan.mulai or per, terakhir=terakhir, per=per)
