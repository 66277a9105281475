"""One class as its desk reads it, and those that still wait for HR after their last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef

from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran, Sertifikat
from pelatihan.rules.pendaftaran import DISETUJUI
from pelatihan.services.bentrok import collisions, named
from pelatihan.services.persetujuan import BERJALAN


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


def without_results(kelas: Any, hari: date) -> Any:
    """Of these classes those whose last day was before `hari` and whose approved people have no result."""
    berjalan = kelas.filter(status__in=BERJALAN, selesai__lt=hari)
    return berjalan.filter(Exists(_in_class().filter(status__in=DISETUJUI)))


def without_certificates(kelas: Any) -> Any:
    """Of these classes those that somebody finished who never had a certificate."""
    pernah = Sertifikat.objects.filter(pendaftaran=OuterRef("pk"))
    lulus = _in_class().filter(~Exists(pernah), status=StatusPendaftaran.SELESAI)
    return kelas.filter(Exists(lulus))


def _in_class() -> Any:
    return Pendaftaran.objects.filter(angkatan=OuterRef("pk")).order_by()
