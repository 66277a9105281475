"""Is the service well? Read from the database and the heartbeat of the workers, never from the broker."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.db import DatabaseError, connection
from django.db.models import Count, Max, Min

from asn_karier.lib.models import DenyutPekerja, Outbox

#: A worker beats every few seconds; older than this means that nothing is working.
DENYUT_TERTUA: Final = timedelta(seconds=60)
#: A message that waits longer than this has found nobody to send it.
ANTREAN_TERTUA: Final = timedelta(minutes=15)


class Pemeriksaan(NamedTuple):
    """One check. `wajib`: the service is down without it; otherwise it is only slowed."""

    kode: str
    nama: str
    baik: bool
    ket: str
    wajib: bool


def check_health(*, at: datetime) -> list[Pemeriksaan]:
    """Database, workers, queue; nothing here names a person or a secret. Three small queries."""
    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
        return [
            Pemeriksaan("basis_data", "Basis data", True, "Menjawab", True),
            _pekerja(at),
            _antrean(at),
        ]
    except DatabaseError:
        return [Pemeriksaan("basis_data", "Basis data", False, "Tidak menjawab", True)]


def _pekerja(at: datetime) -> Pemeriksaan:
    terakhir = DenyutPekerja.objects.aggregate(terakhir=Max("terakhir"))["terakhir"]
    if terakhir is None:
        return Pemeriksaan("pekerja", "Pekerja latar", False, "Belum pernah berjalan", True)
    umur = max(at - terakhir, timedelta(0))
    hidup = DenyutPekerja.objects.filter(terakhir__gte=at - DENYUT_TERTUA).count()
    ket = f"{hidup} proses, denyut terakhir {int(umur.total_seconds())} detik lalu"
    return Pemeriksaan("pekerja", "Pekerja latar", umur <= DENYUT_TERTUA, ket, True)


def _antrean(at: datetime) -> Pemeriksaan:
    menunggu = Outbox.objects.filter(terkirim_pada=None).aggregate(
        banyak=Count("pk"), tertua=Min("dibuat_pada")
    )
    macet = menunggu["tertua"] is not None and at - menunggu["tertua"] > ANTREAN_TERTUA
    return Pemeriksaan(
        "antrean", "Pesan keluar", not macet, f"{menunggu['banyak']} menunggu dikirim", wajib=False
    )
