"""How a class stands for somebody who looks at the catalogue."""

from datetime import date
from enum import StrEnum

from pelatihan.enums import StatusAngkatan


class KeadaanKelas(StrEnum):
    DIBUKA = "dibuka"
    PENUH = "penuh"
    DITUTUP = "ditutup"
    DIBATALKAN = "dibatalkan"


def takes_applications(status: StatusAngkatan, daftar_sampai: date, hari: date) -> bool:
    """Whether one may apply on `hari`, be it for the waiting list; the last day counts."""
    return status is StatusAngkatan.DIBUKA and hari <= daftar_sampai


def class_state(status: StatusAngkatan, *, sisa: int, daftar_sampai: date, hari: date) -> KeadaanKelas:
    """`sisa`: seats that nobody holds. A class whose last day of application is over reads as closed."""
    if status is StatusAngkatan.DIBATALKAN:
        return KeadaanKelas.DIBATALKAN
    if not takes_applications(status, daftar_sampai, hari):
        return KeadaanKelas.DITUTUP
    return KeadaanKelas.DIBUKA if sisa > 0 else KeadaanKelas.PENUH
