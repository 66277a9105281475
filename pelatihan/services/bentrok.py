"""Which classes of one person collide."""

from __future__ import annotations

from collections.abc import Collection

from asn_karier.lib import kata
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.kamus.pendaftaran import days_text
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
    """Other classes of these people, in one of `status`, that collide with this one; three queries."""
    lain = (
        Pendaftaran.objects.filter(pegawai__in=pegawai_ids, status__in=status)
        .exclude(angkatan=angkatan)
        .select_related("angkatan__pelatihan")
        .prefetch_related("angkatan__sesi")
        .order_by("angkatan__mulai", "pk")
    )
    ini = schedule(angkatan)
    hasil: dict[int, list[Angkatan]] = {pk: [] for pk in pegawai_ids}
    for p in lain:
        if collide(ini, schedule(p.angkatan)):
            hasil[p.pegawai_id].append(p.angkatan)
    return hasil


def named(lain: Collection[Angkatan]) -> str:
    """The classes that collide, in words."""
    return kata.daftar([f"{a} ({days_text(a.mulai, a.selesai)})" for a in lain])
