"""Partners of a government, and how their agreements stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib.audit import catat
from pelatihan.kamus.katalog import Tanda, agreement_mark
from pelatihan.models import Mitra, PerjanjianMitra
from pelatihan.rules.mitra import Masa, MasaPerjanjian, agreement_holds, agreement_state, span_at


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


def partner_mark(perjanjian: Iterable[PerjanjianMitra], hari: date) -> Tanda:
    """What the list of partners says: 'Perjanjian berakhir 3 Mei 2027'."""
    masa = span_at((Masa(p.mulai, p.sampai) for p in perjanjian), hari)
    if masa is None:
        return Tanda("Belum ada perjanjian", "")
    return agreement_mark(agreement_state(*masa, hari), *masa)


def agreement_covers(perjanjian: PerjanjianMitra, dari: date, sampai: date) -> bool:
    """Whether it holds from `dari` to `sampai`, with what extends it."""
    semua = PerjanjianMitra.objects.filter(mitra=perjanjian.mitra_id).values_list("mulai", "sampai")
    masa = span_at((Masa(*satu) for satu in semua), dari)
    return masa is not None and all(agreement_holds(*masa, hari) for hari in (dari, sampai))


def partners_in(keadaan: MasaPerjanjian, mitra: QuerySet[Mitra], hari: date) -> QuerySet[Mitra]:
    """Those of `mitra` whose agreement stands so; an extension counts with what it extends.

    A government has few partners, so all their agreements are read once and judged by the rule.
    """
    menurut_mitra: dict[int, list[Masa]] = {}
    semua = PerjanjianMitra.objects.filter(mitra__in=mitra.order_by())
    for pk, mulai, sampai in semua.values_list("mitra", "mulai", "sampai"):
        menurut_mitra.setdefault(pk, []).append(Masa(mulai, sampai))
    terpilih = [
        pk
        for pk, milik in menurut_mitra.items()
        if (masa := span_at(milik, hari)) and agreement_state(*masa, hari) is keadaan
    ]
    return mitra.filter(pk__in=terpilih)
