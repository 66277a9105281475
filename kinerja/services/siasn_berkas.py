"""What the files from SIASN said last: the other side of the difference list of an export."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from kinerja.enums import BentukSiasn
from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import BarisImpor, Impor

#: A file that was read counts, saved or not: it says what SIASN holds. One that was taken back does not.
_TERBACA: Final = (StatusImpor.DIPERIKSA, StatusImpor.DITERAPKAN)
_DIKENAL: Final = (StatusBaris.BARU, StatusBaris.BERUBAH, StatusBaris.SAMA)


class DiSiasn(NamedTuple):
    """One rating as SIASN has it; numbers as stored here, None where the file says nothing."""

    rating_hasil: int | None
    rating_perilaku: int | None
    predikat: int | None
    penilai_nip: str


class Terakhir(NamedTuple):
    """Ratings by (person, first day). `berkas` and `pada`: the newest file, empty when there is none."""

    isi: dict[tuple[int, str], DiSiasn]
    berkas: str
    pada: datetime | None


def last_known(*, instansi_id: int, bentuk: BentukSiasn, mulai: date, sampai: date) -> Terakhir:
    """What the files of this shape that are still kept say of a span; a newer file speaks last."""
    semua = Impor.objects.filter(instansi_id=instansi_id, jenis=bentuk.value, status__in=_TERBACA)
    berkas = list(semua.filter(rincian_dihapus_pada=None).order_by("pk"))
    isi: dict[tuple[int, str], DiSiasn] = {}
    terakhir: Impor | None = None
    for impor in berkas:
        for pegawai_id, data in _rows(impor):
            if mulai.isoformat() <= data["mulai"] <= sampai.isoformat():
                isi[pegawai_id, data["mulai"]] = DiSiasn(*(data[k] for k in DiSiasn._fields))
                terakhir = impor
    return Terakhir(isi, terakhir.nama_berkas if terakhir else "", terakhir.dibuat_pada if terakhir else None)


def _rows(impor: Impor) -> Iterator[tuple[int, dict[str, Any]]]:
    baris = BarisImpor.objects.filter(impor=impor, status__in=_DIKENAL).exclude(pegawai=None)
    for pegawai_id, data in baris.order_by("pk").values_list("pegawai_id", "data").iterator(chunk_size=500):
        if data.get("mulai"):
            yield pegawai_id, data
