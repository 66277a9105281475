"""What performance asks next of somebody for whom nothing waits now."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from asn_karier.lib import kata
from kinerja.enums import StatusSiklus, SumberKinerja
from kinerja.models import SiklusPenilaian
from pegawai.models import Pegawai
from pegawai.services.profil import day_of

_YANG_DIISI: Final = {SumberKinerja.DI_SINI: "isi realisasi", SumberKinerja.EKINERJA: "tulis refleksi diri"}


def next_filling(saya: Pegawai, at: datetime) -> str:
    """'isi realisasi Evaluasi triwulan I 2027 mulai 1 Januari 2027'; empty where HR has prepared nothing."""
    hari = day_of(saya, at)
    disiapkan = SiklusPenilaian.objects.filter(
        instansi_id=saya.instansi_id, status=StatusSiklus.DISIAPKAN, tahun__gte=hari.year
    )
    kelak = sorted((s for s in disiapkan if s.masa.mulai > hari), key=lambda s: (s.masa.mulai, s.masa.sampai))
    if not kelak:
        return ""
    s = kelak[0]
    return f"{_YANG_DIISI[SumberKinerja(s.sumber)]} {s.nama} mulai {kata.tanggal(s.masa.mulai)}"
