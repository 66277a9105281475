"""Announcing: what the pejabat penilai sent becomes the result of everybody at one moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.db import kunci_siklus
from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import StatusSiklus
from kinerja.models import SiklusPenilaian, UsulKalibrasi
from kinerja.services.siklus import hold_cycle, note_cycle
from kinerja.services.terbit import publish_sent


@transaction.atomic
def announce(*, siklus: SiklusPenilaian, actor: Any, at: datetime) -> int:
    """Make every sent rating of a cycle in PENETAPAN a result; returns how many.

    Ratings sent later are results at once. Raises Bentrok `bukan_penetapan`, DomainError
    `kalibrasi_menunggu` while a proposal of calibration has no answer.
    """
    kunci_siklus(siklus.pk, bersama=False)
    siklus = hold_cycle(siklus, actor)
    if siklus.status != StatusSiklus.PENETAPAN or siklus.diumumkan_pada is not None:
        raise Bentrok(
            "bukan_penetapan",
            "Hasil siklus ini sedang tidak menunggu pengumuman.",
            tindakan="Mulai penetapan dahulu, atau muat ulang halaman.",
        )
    menunggu = UsulKalibrasi.objects.filter(sesi__siklus=siklus, dijawab_pada=None).count()
    if menunggu:
        raise DomainError(
            "kalibrasi_menunggu",
            f"{menunggu} usul kalibrasi belum dijawab pejabat penilainya.",
            tindakan="Tunggu jawabannya, atau tarik usul itu di sesi kalibrasi.",
        )
    siklus.diumumkan_pada = at
    siklus.save(update_fields=["diumumkan_pada"])
    banyak = publish_sent(siklus, actor=actor, at=at)
    note_cycle(siklus, actor, "umumkan_siklus", rincian={"penilaian": banyak})
    return banyak
