"""One class as its desk reads it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count

from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.services.bentrok import collisions, named


def counts(angkatan: Angkatan) -> list[tuple[StatusPendaftaran, int]]:
    """How many stand where, in the order of the way; one query."""
    ada = dict(angkatan.pendaftaran.order_by().values_list("status").annotate(banyak=Count("pk")))
    return [(s, ada[s]) for s in StatusPendaftaran if s in ada]


def participants(angkatan: Angkatan) -> list[Pendaftaran]:
    """Everybody of a class in the order of application, with what the desk shows."""
    semua = angkatan.pendaftaran.select_related("pegawai__unit", "surat_tugas", "angkatan__pelatihan")
    return list(semua.order_by("urut"))


def desk_collisions(angkatan: Angkatan, semua: Iterable[Pendaftaran]) -> dict[int, str]:
    """For those who are not over: other classes of theirs that collide, by person."""
    orang = [p.pegawai_id for p in semua if p.status in PENDAFTARAN_BERJALAN]
    return {pk: named(lain) for pk, lain in collisions(angkatan, orang).items() if lain}
