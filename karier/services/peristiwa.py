"""What karier does when something happened below: consumers of the outbox, each with one effect."""

from typing import Any
from zoneinfo import ZoneInfo

from asn_karier.lib.db import sekarang
from karier.services.evaluasi import sedang_berjalan, start_run
from kinerja.enums import JenisSiklus
from pegawai.models import Instansi, Pegawai


def after_siklus_closed(kunci: str, muatan: dict[str, Any]) -> None:
    """New predikat stand: evaluate the instansi as of its own today, unless it has nobody.

    A quarter or month decides nothing of a career: only the close of a year does.
    A run that is under way may have read the old ones: DomainError `sedang_berjalan`, and the outbox
    comes back when it has ended.
    """
    if muatan.get("jenis", JenisSiklus.TAHUNAN) != JenisSiklus.TAHUNAN:
        return
    instansi = Instansi.objects.get(pk=muatan["instansi_id"])
    at = sekarang()
    if not Pegawai.objects.of_instansi(instansi.pk).exists():
        return
    hari_ini = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    run = start_run(instansi=instansi, per_tanggal=hari_ini, actor=None, at=at)
    if run.dibuat_pada != at:
        raise sedang_berjalan(run)
