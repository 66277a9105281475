"""Who may rate and sign: the atasan penilai of today, on duty in the same instansi."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from asn_karier.lib.errors import TidakBoleh
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS


@transaction.atomic
def rated_by(*, pegawai_ids: Collection[int], actor: Any) -> list[Pegawai]:
    """These people as recorded now, locked; refused unless `actor` is the atasan penilai of all of them.

    The lock is on the person because the appraisal of a first save is not there to be locked. Two
    queries for one person and for hundreds.
    """
    semua = Pegawai.objects.select_for_update(no_key=True).filter(pk__in=pegawai_ids)
    orang = list(semua.order_by("pk"))
    for pegawai in orang:
        _pastikan_atasan(pegawai, actor)
    penilai = Pegawai.objects.filter(pk=actor.pegawai_id, kedudukan_hukum__in=BERTUGAS).first()
    if any(penilai is None or p.instansi_id != penilai.instansi_id for p in orang):
        raise TidakBoleh(
            "atasan_tidak_bertugas",
            "Penilaian ini untuk atasan penilai yang sedang bertugas di instansi pegawai yang bersangkutan.",
            tindakan="Bila data Anda keliru tercatat, sampaikan kepada pengelola kepegawaian.",
        )
    return orang


def _pastikan_atasan(pegawai: Pegawai, actor: Any) -> None:
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.atasan_id:
        raise TidakBoleh(
            "bukan_atasan",
            "Penilaian ini untuk atasan penilai pegawai yang bersangkutan.",
            tindakan="Bila atasan penilainya keliru tercatat, sampaikan kepada pengelola kepegawaian.",
        )
    if actor.pegawai_id == pegawai.pk:
        raise TidakBoleh("diri_sendiri", "Anda tidak dapat menilai diri Anda sendiri.")
