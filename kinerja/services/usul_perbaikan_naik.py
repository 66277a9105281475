"""What nobody answered in time goes to the leader above too: by the sweeper, one level at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.db import sekarang
from kinerja.enums import StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.rules.usul_perbaikan import TINGKAT_TERTINGGI, Menunggu, naik_bila_lewat
from kinerja.services.usul_perbaikan_baca import leaders_of
from pegawai.services.profil import day_of

TUGAS_NAIK: Final = "kinerja.naikkan_usul"
_SEKALI: Final = 50


@transaction.atomic
def raise_idea(*, usul_id: int, at: datetime) -> bool:
    """One level up when its last day is over where the author works; False when nothing was to do.

    The row is held: who answers at this moment comes first, or answers beside the leader above.
    """
    u = _tahan(usul_id)
    if u is None:
        return False
    kini = Menunggu(u.tingkat, u.batas)
    ada_di_atas = u.tingkat + 1 < len(leaders_of(u))
    nanti = naik_bila_lewat(kini, hari=day_of(u.pegawai, at), ada_di_atas=ada_di_atas)
    if nanti == kini:
        return False
    u.tingkat, u.batas, u.naik_pada = nanti.tingkat, nanti.batas, at
    _simpan(u)
    return True


def _simpan(u: UsulPerbaikan) -> None:
    """Not a new version: whoever is answering right now answers the same words."""
    u.save(update_fields=["tingkat", "batas", "naik_pada"])


def _tahan(usul_id: int) -> UsulPerbaikan | None:
    menunggu = UsulPerbaikan.objects.filter(pk=usul_id, status=StatusUsul.MENUNGGU)
    terkunci = menunggu.select_for_update(of=("self",))
    satu: UsulPerbaikan | None = terkunci.select_related("pegawai__unit", "pegawai__instansi").first()
    return satu


def overdue(at: datetime) -> Any:
    """Those whose last day is over wherever they are: it ends first in the east of the country.

    Without an own atasan above there is nowhere to go, so they are not asked again and again.
    """
    sini = (at + timedelta(hours=9)).date()
    semua = UsulPerbaikan.objects.filter(status=StatusUsul.MENUNGGU, batas__lt=sini)
    return (
        semua.filter(tingkat__lt=TINGKAT_TERTINGGI)
        .exclude(tingkat=0, pegawai__atasan__atasan=None)
        .exclude(tingkat=1, pegawai__atasan__atasan__atasan=None)
    )


class SapuanUsul:
    """Implementation of lib.tasks.Sweepable: one piece of work is one idea."""

    def claimable(self) -> Iterable[int]:
        yield from overdue(sekarang()).order_by("batas", "pk").values_list("pk", flat=True)[:_SEKALI]

    def process_one(self, pk: int) -> bool:
        return raise_idea(usul_id=pk, at=sekarang())

    def close_finished(self) -> None:
        """Nothing to close."""
