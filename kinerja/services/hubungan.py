"""Whom a person may write to, and what they are to each other."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import HubunganPemberi
from kinerja.rules.hubungan import Posisi, hubungan
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS


def position(pegawai: Pegawai) -> Posisi:
    return Posisi(pegawai.pk, pegawai.instansi_id, pegawai.unit_id, pegawai.atasan_id)


def addressees(saya: Pegawai) -> QuerySet[Pegawai]:
    """My atasan, direct reports and colleagues on duty; nobody while I am not on duty myself."""
    if saya.kedudukan_hukum not in BERTUGAS:
        return Pegawai.objects.none()
    rekan = Q(pk__in=[])
    if saya.atasan_id is not None:
        rekan |= Q(atasan=saya.atasan_id)
    if saya.unit_id is not None:
        rekan |= Q(unit=saya.unit_id)
    dekat = Q(atasan=saya.pk) | Q(pk=saya.atasan_id or 0) | (rekan & Q(kedudukan_hukum__in=BERTUGAS))
    orang: QuerySet[Pegawai] = Pegawai.objects.filter(dekat, instansi=saya.instansi_id)
    return orang.exclude(pk=saya.pk)


def addressee(*, saya: Pegawai, pegawai_id: int) -> tuple[Pegawai, HubunganPemberi]:
    """One of them, and what `saya` is to them; TidakDitemukan for anybody else."""
    orang = addressees(saya).select_related("instansi", "unit", "atasan").filter(pk=pegawai_id).first()
    sebagai = hubungan(position(saya), position(orang)) if orang is not None else None
    if orang is None or sebagai is None:
        raise TidakDitemukan(
            "orang_tidak_ditemukan", "Orang itu bukan atasan, bawahan langsung, atau rekan Anda."
        )
    return orang, sebagai


def person_of(actor: Any) -> Pegawai:
    """The person behind an account; TidakDitemukan for an account that belongs to nobody."""
    semua = Pegawai.objects.select_related("instansi", "unit", "atasan")
    orang: Pegawai | None = semua.filter(pk=actor.pegawai_id).first()
    if orang is None:
        raise TidakDitemukan("bukan_pegawai", "Akun ini belum terhubung dengan data pegawai.")
    return orang
