"""Partners of a government, and how their agreements stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from asn_karier.lib.audit import catat
from pelatihan.kamus.katalog import Tanda, agreement_mark
from pelatihan.models import Mitra, PerjanjianMitra
from pelatihan.rules.mitra import HARI_PERINGATAN, MasaPerjanjian, agreement_holds, agreement_state


@transaction.atomic
def save_mitra(*, mitra: Mitra, actor: Any, kanal: str) -> Mitra:
    """Store a partner, new or changed; the trail keeps who did."""
    baru = mitra.pk is None
    mitra.save()
    catat(
        pengguna=actor,
        tindakan="tambah_mitra" if baru else "ubah_mitra",
        subjek_jenis="mitra",
        subjek_id=mitra.pk,
        kanal=kanal,
        rincian={"instansi": mitra.instansi_id},
    )
    return mitra


def current_agreement(perjanjian: Iterable[PerjanjianMitra], hari: date) -> PerjanjianMitra | None:
    """The one to look at on `hari`: of those that hold the last to end, else the next, else the last."""
    semua = list(perjanjian)
    berlaku = [p for p in semua if agreement_holds(p.mulai, p.sampai, hari)]
    nanti = [p for p in semua if p.mulai > hari]
    if berlaku or not nanti:
        return max(berlaku or semua, key=lambda p: p.sampai, default=None)
    return min(nanti, key=lambda p: p.mulai)


def partner_mark(perjanjian: Iterable[PerjanjianMitra], hari: date) -> Tanda:
    """What the list of partners says: 'Perjanjian berakhir 3 Mei 2027'."""
    p = current_agreement(perjanjian, hari)
    if p is None:
        return Tanda("Belum ada perjanjian", "")
    return agreement_mark(agreement_state(p.mulai, p.sampai, hari), p.mulai, p.sampai)


def partners_in(masa: MasaPerjanjian, mitra: QuerySet[Mitra], hari: date) -> QuerySet[Mitra]:
    """Those whose agreement to look at stands so; one that ends soon but is followed by another does not."""
    batas = hari + timedelta(days=HARI_PERINGATAN)
    punya = PerjanjianMitra.objects.filter(mitra=OuterRef("pk"))
    kini = punya.filter(mulai__lte=hari, sampai__gte=hari)
    nanti = punya.filter(mulai__gt=hari)
    lama = Exists(kini.filter(sampai__gt=batas))
    if masa is MasaPerjanjian.BERLAKU:
        return mitra.filter(lama)
    if masa is MasaPerjanjian.SEGERA_BERAKHIR:
        return mitra.filter(Exists(kini)).exclude(lama)
    if masa is MasaPerjanjian.BELUM_MULAI:
        return mitra.filter(Exists(nanti)).exclude(Exists(kini))
    return mitra.filter(Exists(punya)).exclude(Exists(kini)).exclude(Exists(nanti))
