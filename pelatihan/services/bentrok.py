"""Which classes of one person collide."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from asn_karier.lib import kata
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.rules.pendaftaran import Jadwal, collide


def schedule(angkatan: Angkatan) -> Jadwal:
    """When a class is; prefetch `sesi` where many are asked."""
    return Jadwal(angkatan.mulai, angkatan.selesai, tuple((s.mulai, s.selesai) for s in angkatan.sesi.all()))


def collisions(
    angkatan: Angkatan,
    pegawai_ids: Collection[int],
    *,
    status: Collection[StatusPendaftaran] = PENDAFTARAN_BERJALAN,
) -> dict[int, list[Angkatan]]:
    """By person: their other classes, in one of `status`, that collide with this one; three queries."""
    ini, lain = schedule(angkatan), _classes_of(pegawai_ids, status)
    return {pk: _colliding(angkatan.pk, ini, lain.get(pk, [])) for pk in pegawai_ids}


def collisions_each(baris: Collection[Pendaftaran]) -> dict[int, list[Angkatan]]:
    """By enrolment (`angkatan__sesi` prefetched): other running classes of the person that collide."""
    lain = _classes_of({p.pegawai_id for p in baris}, PENDAFTARAN_BERJALAN)
    return {p.pk: _colliding(p.angkatan_id, schedule(p.angkatan), lain.get(p.pegawai_id, [])) for p in baris}


def _classes_of(
    pegawai_ids: Collection[int], status: Collection[StatusPendaftaran]
) -> dict[int, list[Angkatan]]:
    semua = (
        Pendaftaran.objects.filter(pegawai__in=pegawai_ids, status__in=status)
        .select_related("angkatan__pelatihan")
        .prefetch_related("angkatan__sesi")
        .order_by("angkatan__mulai", "pk")
    )
    hasil: dict[int, list[Angkatan]] = {}
    for p in semua:
        hasil.setdefault(p.pegawai_id, []).append(p.angkatan)
    return hasil


def _colliding(angkatan_id: int, ini: Jadwal, lain: Iterable[Angkatan]) -> list[Angkatan]:
    return [a for a in lain if a.pk != angkatan_id and collide(ini, schedule(a))]


def named(lain: Collection[Angkatan]) -> str:
    """The classes that collide, in words; empty for none."""
    return kata.daftar([f"{a} ({kata.rentang(a.mulai, a.selesai)})" for a in lain])
