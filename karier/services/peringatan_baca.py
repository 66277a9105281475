"""What people read of the warnings: what must be there, by whom, until when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from karier.enums import StatusPeringatan
from karier.kamus import Pembaca
from karier.kamus.peringatan import Tugas, kalimat_tenggat, tugas_peringatan
from karier.models import PeringatanKenaikan
from karier.rules.periode import document_deadline
from karier.services.parameter import hukum_instansi

_MASIH: tuple[StatusPeringatan, ...] = (StatusPeringatan.TERBUKA, StatusPeringatan.TERLEWAT)


class AgarTepatWaktu(NamedTuple):
    """`tugas` is never empty; `tenggat`: until when, and for which TMT."""

    tmt: date
    tenggat: str
    tugas: list[Tugas]


def read_warnings(
    ids: Collection[int], *, instansi_id: int, pembaca: Pembaca, boleh_khusus: bool
) -> dict[int, AgarTepatWaktu]:
    """Of those among `ids` who are short of something that this reader may know; one query for all."""
    baris = PeringatanKenaikan.objects.filter(pegawai__in=ids, status__in=_MASIH, siap=False)
    hukum, hasil = hukum_instansi(instansi_id), {}
    for p in baris.order_by("sasaran"):
        a = hukum(p.tmt_kini)
        tugas = tugas_peringatan(p.syarat, a, pembaca=pembaca, boleh_khusus=boleh_khusus)
        if tugas:
            tenggat = kalimat_tenggat(p.tmt_kini, document_deadline(p.tmt_kini, a))
            hasil[p.pegawai_id] = AgarTepatWaktu(p.tmt_kini, tenggat, tugas)
    return hasil
