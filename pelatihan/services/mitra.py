"""Partners of a government, and how their agreements stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakDitemukan
from pegawai.models import Instansi
from pelatihan.kamus.katalog import Tanda, agreement_mark
from pelatihan.models import Mitra, PerjanjianMitra
from pelatihan.rules.mitra import Masa, MasaPerjanjian, agreement_covers, agreement_state, span_at


@transaction.atomic
def save_mitra(*, mitra: Mitra, actor: Any, kanal: str) -> Mitra:
    """Store a partner, new or changed; TidakDitemukan outside the actor's instansi. None is a command."""
    if actor is not None and not Instansi.objects.dikelola(actor).filter(pk=mitra.instansi_id).exists():
        raise TidakDitemukan("mitra_tidak_ditemukan", "Mitra ini tidak ditemukan.")
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


def ensure_agreed(perjanjian: PerjanjianMitra, kelas: Masa) -> None:
    """DomainError `perjanjian_tidak_berlaku` when an agreement does not hold on every day of a class."""
    semua = [Masa(*m) for m in perjanjian.mitra.perjanjian.values_list("mulai", "sampai")]
    if not agreement_covers(Masa(perjanjian.mulai, perjanjian.sampai), semua, kelas):
        raise DomainError(
            "perjanjian_tidak_berlaku",
            f"Perjanjian {perjanjian} dengan {perjanjian.mitra} berlaku "
            f"{kata.rentang(perjanjian.mulai, perjanjian.sampai)}, tidak pada semua hari kelas ini.",
            tindakan="Catat perpanjangannya di Mitra, pilih perjanjian lain, atau kosongkan perjanjiannya.",
        )


def partner_mark(perjanjian: Iterable[PerjanjianMitra], hari: date) -> Tanda:
    """What the list of partners says: 'Perjanjian berakhir 3 Mei 2027'."""
    masa = span_at((Masa(p.mulai, p.sampai) for p in perjanjian), hari)
    if masa is None:
        return Tanda("Belum ada perjanjian", "")
    return agreement_mark(agreement_state(*masa, hari), *masa)


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
