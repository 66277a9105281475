"""Classes as the catalogue tells them: which are open, which come, how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from pelatihan.enums import StatusAngkatan
from pelatihan.kamus.katalog import Tanda, class_mark
from pelatihan.models import Angkatan
from pelatihan.rules.kelas import KeadaanKelas, class_state


class Kelas(NamedTuple):
    """One class in values ready to show. `sisa`: seats that nobody holds; `biaya`: rupiah per participant."""

    angkatan_id: int
    pelatihan_id: int
    nama: str
    mulai: date
    selesai: date
    daftar_sampai: date
    tempat: str
    kursi: int
    sisa: int
    biaya: int
    keadaan: KeadaanKelas

    @property
    def menerima(self) -> bool:
        """Whether one may apply now, be it for the waiting list."""
        return self.keadaan in (KeadaanKelas.DIBUKA, KeadaanKelas.PENUH)

    @property
    def tanda(self) -> Tanda:
        return class_mark(self.keadaan)


def taking_applications(instansi_id: int, hari: date) -> QuerySet[Angkatan]:
    """Classes of one government to which one may apply on `hari`, full ones for their waiting list."""
    return Angkatan.objects.filter(
        instansi=instansi_id, status=StatusAngkatan.DIBUKA, daftar_sampai__gte=hari
    )


def open_classes(pelatihan: Iterable[int], instansi_id: int, hari: date) -> dict[int, list[Kelas]]:
    """The classes of one government that take applications on `hari`, by programme; one query.

    Those with a seat first, then the one that begins first.
    """
    terbuka = [k for k in _read(pelatihan, instansi_id, hari) if k.menerima]
    hasil: dict[int, list[Kelas]] = {}
    for kelas in sorted(terbuka, key=lambda k: (k.sisa <= 0, k.mulai, k.angkatan_id)):
        hasil.setdefault(kelas.pelatihan_id, []).append(kelas)
    return hasil


def coming_classes(pelatihan_id: int, instansi_id: int, hari: date) -> list[Kelas]:
    """Every class of one programme that is not over, also closed and cancelled ones, by its first day."""
    return _read([pelatihan_id], instansi_id, hari)


def _read(pelatihan: Iterable[int], instansi_id: int, hari: date) -> list[Kelas]:
    """What is still being prepared is for the desk alone, and what is over concerns nobody here."""
    tersembunyi = (StatusAngkatan.DISIAPKAN, StatusAngkatan.SELESAI)
    semua = Angkatan.objects.filter(pelatihan__in=list(pelatihan), instansi=instansi_id, selesai__gte=hari)
    return [_kelas(a, hari) for a in semua.exclude(status__in=tersembunyi).order_by("mulai", "pk")]


def _kelas(a: Angkatan, hari: date) -> Kelas:
    keadaan = class_state(StatusAngkatan(a.status), sisa=a.sisa, daftar_sampai=a.daftar_sampai, hari=hari)
    return Kelas(
        a.pk, a.pelatihan_id, a.nama, a.mulai, a.selesai, a.daftar_sampai, a.tempat, a.kursi, a.sisa, a.biaya,
        keadaan,
    )  # fmt: skip
