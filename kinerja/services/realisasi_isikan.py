"""What an operator may fill in for somebody, under *Isikan untuk pegawai lain*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse

from kinerja.enums import StatusPengisian
from kinerja.models import PengisianRealisasi
from kinerja.services.realisasi_baca import Menunggu, due_of
from pegawai.models import Pegawai
from pegawai.services.usulan_pilih import KelompokPilihan, Pilihan


def fillable_realisations(pegawai: Pegawai, actor: Any, at: datetime) -> Iterator[KelompokPilihan]:
    """Realisations that the person has not begun themself; nothing for their own atasan."""
    if actor.pegawai_id and actor.pegawai_id == pegawai.atasan_id:
        return
    semua = [m for m in due_of(pegawai) if can_fill(m.pengisian, actor)]
    yield KelompokPilihan("realisasi", "Realisasi kinerja", [_pilihan(m, at) for m in semua])


def can_fill(pengisian: PengisianRealisasi | None, actor: Any) -> bool:
    """Whether `actor`, who serves the person, may write here: nobody else has begun, and it is not sent."""
    if pengisian is None:
        return True
    return pengisian.status != StatusPengisian.DIKIRIM and pengisian.diisikan_oleh_id == actor.pk


def _pilihan(m: Menunggu, at: datetime) -> Pilihan:
    lewat = m.tenggat.lewat(at)
    return Pilihan(
        judul=f"Isikan realisasi {m.siklus.nama}",
        url=reverse("admin:kinerja_pengisianrealisasi_isikan", args=[m.siklus.pk, m.skp.pk]),
        tanda="Lewat batas – masih dapat diisi" if lewat else f"Batas {m.tenggat.teks}",
        kelas="perlu" if lewat else "",
        ket=m.pengisian.get_status_display() if m.pengisian else "Belum dimulai",
    )
