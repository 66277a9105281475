"""What the files from SIASN said last: the other side of the difference list of an export."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kinerja.enums import BentukSiasn
from pegawai.models import Impor
from pegawai.services.siasn.ekspor import Terakhir, kept_rows


class DiSiasn(NamedTuple):
    """One rating as SIASN has it; numbers as stored here, None where the file says nothing."""

    rating_hasil: int | None
    rating_perilaku: int | None
    predikat: int | None
    penilai_nip: str


def last_known(*, instansi_id: int, bentuk: BentukSiasn, mulai: date, sampai: date) -> Terakhir:
    """What the files of this shape that are still kept say of a span; a newer file speaks last.

    Ratings stand by (person, first day).
    """
    isi: dict[tuple[int, str], DiSiasn] = {}
    terakhir: Impor | None = None
    for impor, pegawai_id, data in kept_rows(instansi_id=instansi_id, jenis=[bentuk.value]):
        if data.get("mulai") and mulai.isoformat() <= data["mulai"] <= sampai.isoformat():
            isi[pegawai_id, data["mulai"]] = DiSiasn(*(data[k] for k in DiSiasn._fields))
            terakhir = impor
    return Terakhir(isi, terakhir.nama_berkas if terakhir else "", terakhir.dibuat_pada if terakhir else None)
