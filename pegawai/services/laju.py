"""How often somebody may ask, counted in the database: no cache to flush, the same for every process."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from django.db.models import F

from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import indeks_buta
from pegawai.models import LajuApi

_DILUPAKAN: Final = timedelta(days=1)


class TerlaluSering(DomainError):  # noqa: N818 - named in the language of the domain
    """The window is used up. `tunggu`: seconds until the next one."""

    def __init__(self, tunggu: float) -> None:
        super().__init__(
            "terlalu_sering", "Terlalu banyak permintaan.", tindakan=f"Coba lagi {tunggu:.0f} detik lagi."
        )
        self.wait = tunggu


def take_turn(*, siapa: str, batas: int, jendela: timedelta, at: datetime) -> None:
    """Count one request of `siapa`; TerlaluSering when there were `batas` in this window already.

    Of those who come at once exactly as many get in as there is room for: the database looks at the count
    again when it writes it. Whom a row is about cannot be read from it.
    """
    ke = int(at.timestamp() // jendela.total_seconds())
    awal = datetime.fromtimestamp(ke * jendela.total_seconds(), tz=UTC)
    kunci = indeks_buta(f"laju:{siapa}:{jendela.total_seconds():.0f}:{ke}")
    ada_tempat = LajuApi.objects.filter(kunci=kunci, banyak__lt=batas)
    if ada_tempat.update(banyak=F("banyak") + 1):
        return
    if not LajuApi.objects.filter(kunci=kunci).exists():
        LajuApi.objects.filter(awal__lt=at - _DILUPAKAN).delete()
        LajuApi.objects.bulk_create([LajuApi(kunci=kunci, awal=awal)], ignore_conflicts=True)
    # Another one may have opened the window meanwhile.
    if not ada_tempat.update(banyak=F("banyak") + 1):
        raise TerlaluSering(max(1.0, (awal + jendela - at).total_seconds()))
