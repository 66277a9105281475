"""Sent ratings become results: at the announcement, or at the latest when the cycle closes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from kinerja.enums import StatusPenilaian
from kinerja.models import SiklusPenilaian
from kinerja.services.angka_kredit import konversikan
from kinerja.services.baris_nilai import rows_of
from kinerja.services.kabar import tell_results
from pegawai.services.riwayat import save_rows

_DIUMUMKAN: Final = ("status", "diumumkan_pada")


def publish_sent(siklus: SiklusPenilaian, *, actor: Any, at: datetime) -> int:
    """Sent ratings become results, and what is a result is converted. The cycle is held alone."""
    terkirim = list(
        rows_of(siklus)
        .filter(status=StatusPenilaian.DIKIRIM)
        .select_for_update(of=("self",))
        .order_by("pegawai_id")
    )
    for baris in terkirim:
        baris.status, baris.diumumkan_pada = StatusPenilaian.DITETAPKAN, at
    save_rows(baru=[], berubah=terkirim, kolom=_DIUMUMKAN, actor=actor, at=at, alasan="Diumumkan")
    tell_results(siklus, pegawai_ids=[b.pegawai_id for b in terkirim], at=at)
    ids = [b.pegawai_id for b in terkirim]
    if not siklus.tahunan:  # those announced before the period was over could not be converted then
        tetap = rows_of(siklus).filter(status=StatusPenilaian.DITETAPKAN)
        ids = list(tetap.order_by().values_list("pegawai_id", flat=True))
    konversikan(pegawai_ids=ids, tahun=siklus.tahun, at=at)
    return len(terkirim)
