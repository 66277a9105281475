"""What nobody answered in time goes to the leader above too: by the sweeper, one level at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import transaction
from django.db.models import F, Q

from asn_karier.lib.db import sekarang
from kinerja.enums import StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.querysets.usul_perbaikan import RANTAI
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

    Without somebody new above there is nowhere to go: they are not asked again and again, before the others.
    """
    sini = (at + timedelta(hours=9)).date()
    semua = UsulPerbaikan.objects.filter(
        status=StatusUsul.MENUNGGU, batas__lt=sini, tingkat__lt=TINGKAT_TERTINGGI
    )
    for tingkat in range(TINGKAT_TERTINGGI):
        buntu = reduce(or_, (_ends_before(n) for n in range(tingkat + 2)))
        semua = semua.exclude(buntu, tingkat=tingkat)
    return semua


def _ends_before(n: int) -> Q:
    """Where the chain has no leader `n`: nobody is recorded, or it comes back (`leaders_of`)."""
    jalan = RANTAI[n]
    kembali = (Q(**{jalan: F(lain)}) for lain in ("pegawai", *RANTAI[:n]))
    return reduce(or_, kembali, Q(**{jalan: None}))


class SapuanUsul:
    """Implementation of lib.tasks.Sweepable: one piece of work is one idea."""

    def claimable(self) -> Iterable[int]:
        yield from overdue(sekarang()).order_by("batas", "pk").values_list("pk", flat=True)[:_SEKALI]

    def process_one(self, pk: int) -> bool:
        return raise_idea(usul_id=pk, at=sekarang())

    def close_finished(self) -> None:
        """Nothing to close."""
