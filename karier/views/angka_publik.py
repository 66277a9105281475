"""Numbers of careers on the public home: shares of many people, never about one."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db.models import Sum

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_per
from kinerja.kamus.warga import persen
from kinerja.reports.warga import today_of
from kinerja.views.publik_bingkai import Angka
from pegawai import facts
from pegawai.enums import JenisPegawai, Register
from pegawai.models import Instansi, Pegawai, PengembanganKompetensi
from pegawai.querysets import BERTUGAS

#: Of fewer people a share would say something about each.
PALING_SEDIKIT: Final = 30


def learning_share(instansi: Instansi, at: Any) -> Angka | None:
    """How many of the PNS on duty have the JP of this year that the law gives a right to; others have none.

    Told only where the instansi has declared its ledger complete: an empty one would say that nobody learns.
    """
    per = today_of(instansi, at)
    if not _complete(instansi, per):
        return None
    bertugas = Pegawai.objects.of_instansi(instansi.pk).filter(
        kedudukan_hukum__in=BERTUGAS, jenis=JenisPegawai.PNS
    )
    semua = bertugas.count()
    if semua < PALING_SEDIKIT:
        return None
    lantai = aturan_per(per)["jp"].angka("jp_pns")
    tahun_ini = PengembanganKompetensi.objects.filter(
        pegawai__in=bertugas, tanggal_selesai__gte=date(per.year, 1, 1), tanggal_selesai__lte=per
    )
    cukup = tahun_ini.order_by().values("pegawai").annotate(jp=Sum("jp")).filter(jp__gte=lantai).count()
    teks = f"PNS sudah belajar {lantai} JP tahun {per.year}, dari {kata.bilangan(semua)} PNS"
    return Angka("Pengembangan pegawai", persen(cukup, semua), teks)


def _complete(instansi: Instansi, per: date) -> bool:
    register = Register.PENGEMBANGAN.value
    return any(b[register] is not None for b in facts.cakupan(per).filter(instansi_id=instansi.pk))
