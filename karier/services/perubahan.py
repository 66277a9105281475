"""People whose records changed after a run had read them (*berubah sejak dihitung*)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from karier.facts import diubah_pada as karier_diubah
from karier.models import Potongan, RunEvaluasi
from kinerja.facts import diubah_pada as kinerja_diubah
from mentoring.facts import diubah_pada as mentoring_diubah
from pegawai.facts import cakupan_diubah
from pegawai.facts import diubah_pada as pegawai_diubah
from pegawai.models import Pegawai

#: So many ids are kept by name on the run; the count is always whole.
DISEBUT: Final = 500


def berubah_sejak_dibaca(run: RunEvaluasi, potongan: Sequence[Potongan]) -> dict[str, Any]:
    """`jumlah` and ids of people who changed after their Potongan was read, `baru` people who came
    after the run began, and whether a declaration of completeness changed (`cakupan`)."""
    terbaca = [(p.awal, p.akhir, p.dibaca_pada) for p in potongan if p.dibaca_pada is not None]
    if not terbaca:
        return {"jumlah": 0, "pegawai": [], "baru": 0, "cakupan": False}
    terbaca.sort()
    mulai = min(saat for _, _, saat in terbaca)
    ids = sorted(
        {pegawai for pegawai, saat in _perubahan(mulai, run.instansi_id) if _sesudah(terbaca, pegawai, saat)}
    )
    kini = Pegawai.objects.of_instansi(run.instansi_id).count()
    return {
        "jumlah": len(ids),
        "pegawai": ids[:DISEBUT],
        "baru": max(kini - run.jumlah_pegawai, 0),
        "cakupan": cakupan_diubah(mulai, run.instansi_id),
    }


def _perubahan(sejak: datetime, instansi_id: int) -> Iterator[tuple[int, datetime]]:
    for terbitan in (pegawai_diubah, kinerja_diubah, mentoring_diubah, karier_diubah):
        for baris in terbitan(sejak, instansi_id):
            yield baris["pegawai_id"], baris.get("diubah") or baris["diubah_pada"]


def _sesudah(terbaca: list[tuple[int, int, datetime]], pegawai: int, saat: datetime) -> bool:
    """Whether `saat` lies after the reading of the Potongan that holds this person."""
    i = bisect_right(terbaca, pegawai, key=lambda baris: baris[0]) - 1
    return i >= 0 and pegawai <= terbaca[i][1] and saat > terbaca[i][2]
