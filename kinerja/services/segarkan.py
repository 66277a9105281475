"""What brings conversions up to date without a hand: posts written late, and the end of a year.

The app that writes posts knows nothing of conversions, so a sweep looks for posts written since its
last look. The first look of a year is at everyone: appraisals signed before their year was over could
not be converted then.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import InterfaceError, OperationalError
from django.db.models import Exists, OuterRef
from django.utils import timezone

from asn_karier.lib.db import coba_kunci_sesi, is_sambungan_putus, is_sibuk, sekarang
from kinerja.models import SegaranKonversi
from kinerja.services.impor_predikat import convert_years
from kinerja.services.konversi_periodik import rated_years
from pegawai.models import Instansi, Pegawai, RiwayatJabatan

log = logging.getLogger(__name__)

TUGAS: Final = "kinerja.segarkan_konversi"
JEDA: Final = timedelta(minutes=10)
#: A row is stamped before it is committed: the last minutes are looked at twice.
TUMPANG: Final = timedelta(minutes=10)


def refresh_conversions(*, instansi_id: int, at: datetime) -> bool:
    """Convert again whoever's posts were written since the last look; False when that was just now.

    The first look at an instansi, and the first one of a year, is at everyone with a post.
    """
    lalu = SegaranKonversi.objects.filter(instansi_id=instansi_id).first()
    if lalu is not None and lalu.sampai > at - JEDA:
        return False
    ditulis = RiwayatJabatan.objects.filter(pegawai__instansi_id=instansi_id)
    if lalu is not None and timezone.localdate(lalu.sampai).year == timezone.localdate(at).year:
        ditulis = ditulis.filter(diubah_pada__gt=lalu.sampai - TUMPANG)
    ids = set(ditulis.order_by().values_list("pegawai_id", flat=True))
    if ids:
        tahun = rated_years(Pegawai.objects.of_instansi(instansi_id))
        convert_years(pegawai_ids=ids, tahun=tahun, at=at)
    SegaranKonversi.objects.update_or_create(instansi_id=instansi_id, defaults={"sampai": at})
    return True


class SapuanKonversi:
    """Implementation of lib.tasks.Sweepable: instansi whose conversions may lag behind their posts."""

    def claimable(self) -> Iterable[int]:
        """Ids of instansi that were not looked at for a while."""
        segar = SegaranKonversi.objects.filter(instansi=OuterRef("pk"), sampai__gt=sekarang() - JEDA)
        return Instansi.objects.filter(~Exists(segar)).order_by("pk").values_list("pk", flat=True)[:20]

    def process_one(self, pk: int) -> bool:
        """Look at one instansi; False when another process does or did so."""
        try:
            with coba_kunci_sesi(f"{TUGAS}:{pk}") as dapat:
                return dapat and refresh_conversions(instansi_id=pk, at=sekarang())
        except (OperationalError, InterfaceError) as salah:
            if not (is_sibuk(salah) or is_sambungan_putus(salah)):
                raise
            log.info("Penyegaran konversi %s menunggu basis data (%s).", pk, type(salah).__name__)
            return False

    def close_finished(self) -> None:
        """Nothing to close: the look itself is the work."""
