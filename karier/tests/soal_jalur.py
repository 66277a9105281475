"""What the demo that is typed here must show of career paths."""

from __future__ import annotations

from django.db.models import F

from karier.enums import JenisLangkah
from karier.models import LangkahKarier


def moves_lead_nobody_down() -> None:
    """HR names a move, and it ends on the level where it began or above."""
    pindah = LangkahKarier.objects.filter(jenis=JenisLangkah.PINDAH)
    assert pindah.exists()
    assert not pindah.filter(ke__jenjang__lt=F("dari__jenjang")).exists()
