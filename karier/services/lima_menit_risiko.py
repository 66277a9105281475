"""The risks of a leader's week: a post that falls free with nobody beside it, and data that are missing.

They are about posts and records. What the law says of an age limit is a date, not a guess about a person,
and the page names the post, not who holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from asn_karier.lib.dates import add_months
from karier.enums import JenisRisiko
from karier.rules.lima_menit import BULAN_KEKOSONGAN, Risiko
from kinerja.services.keadaan_tim import KeadaanTim
from pegawai.models import Jabatan, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.reports.agenda import bup_jatuh
from pegawai.services.kompetensi_baca import posts_of


def risks_of(tim: KeadaanTim) -> Iterator[Risiko]:
    """Of the direct reports; a fixed number of queries."""
    pos = posts_of(tim.orang, per=tim.hari)
    yield from _vacancies(tim, pos)
    tanpa_jabatan = [pk for pk, o in tim.orang.items() if o.kedudukan_hukum in BERTUGAS and pk not in pos]
    tanpa_unit = [o for o in tim.orang.values() if o.kedudukan_hukum in BERTUGAS and o.unit_id is None]
    yield Risiko(JenisRisiko.DATA, None, len(tanpa_jabatan), "jabatan")
    yield Risiko(JenisRisiko.DATA, None, len(tanpa_unit), "unit kerja")


def _vacancies(tim: KeadaanTim, pos: dict[int, Jabatan]) -> Iterator[Risiko]:
    """Posts whose holder reaches the age limit, where nobody else of the unit holds the same one."""
    sampai = add_months(tim.hari, BULAN_KEKOSONGAN)
    jatuh = bup_jatuh(Pegawai.objects.filter(pk__in=tim.orang), tim.hari, sampai)
    kosong: dict[int, date] = dict(zip(jatuh.pegawai_id.tolist(), jatuh.tmt.tolist(), strict=True))
    pergi = {pk: hari for pk, hari in kosong.items() if pk in pos and tim.orang[pk].unit_id}
    if not pergi:
        return
    sisa = _others(tim, pergi)
    for pk, hari in pergi.items():
        unit = tim.orang[pk].unit
        if unit is not None and (unit.pk, pos[pk].pk) not in sisa:
            yield Risiko(JenisRisiko.KEKOSONGAN, hari, 1, f"{pos[pk].nama} di {unit.nama}")


def _others(tim: KeadaanTim, pergi: dict[int, date]) -> set[tuple[int, int]]:
    """(unit, post) of whoever is on duty in these units and stays; two queries."""
    unit = {tim.orang[pk].unit_id for pk in pergi}
    rekan = Pegawai.objects.filter(unit__in=unit, kedudukan_hukum__in=BERTUGAS).exclude(pk__in=pergi)
    di = dict(rekan.order_by().values_list("pk", "unit"))
    return {(di[pk], j.pk) for pk, j in posts_of(di, per=tim.hari).items() if di[pk] is not None}
