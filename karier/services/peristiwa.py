"""What karier does when something happened below: consumers of the outbox, each with one effect."""

from typing import Any
from zoneinfo import ZoneInfo

from asn_karier.lib.db import sekarang
from karier.services.evaluasi import start_run
from pegawai.models import Instansi


def after_siklus_closed(kunci: str, muatan: dict[str, Any]) -> None:
    """New predikat stand: evaluate the instansi as of its own today. A run that is under way serves."""
    instansi = Instansi.objects.get(pk=muatan["instansi_id"])
    at = sekarang()
    start_run(
        instansi=instansi,
        per_tanggal=at.astimezone(ZoneInfo(instansi.zona_waktu)).date(),
        actor=None,
        at=at,
    )
