"""What a rater reads beside a rating: each part for everybody on the desk at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, RefleksiDiri, SiklusPenilaian
from kinerja.services.penilai import Bagian


class Bahan(NamedTuple):
    """One part. `ringkas` stands on the list, `rincian` is folded out beneath it."""

    judul: str
    ringkas: str
    rincian: tuple[str, ...] = ()


class Diminta(NamedTuple):
    """For whom, in which cycle, and who reads."""

    siklus: SiklusPenilaian
    bagian: Mapping[int, Bagian]
    pengguna: Any


Pembuat = Callable[[Diminta], Mapping[int, Bahan]]


def collect_evidence(diminta: Diminta) -> dict[int, list[Bahan]]:
    """Everything there is about each person; the number of queries does not grow with people."""
    hasil: dict[int, list[Bahan]] = defaultdict(list)
    for pembuat in PEMBUAT:
        for pegawai_id, bahan in pembuat(diminta).items():
            hasil[pegawai_id].append(bahan)
    return hasil


def reflections(d: Diminta) -> dict[int, Bahan]:
    """What the person says about the period, in their own words."""
    semua = RefleksiDiri.objects.filter(siklus=d.siklus, pegawai_id__in=[*d.bagian])
    return {r.pegawai_id: Bahan("Refleksi pegawai", "ada refleksi", (r.isi,)) for r in semua}


def periodic_ratings(d: Diminta) -> dict[int, Bahan]:
    """The periodic evaluations of the year beside the yearly one: read, never averaged."""
    if not d.siklus.tahunan:
        return {}
    semua = EvaluasiPeriodik.objects.filter(
        pegawai_id__in=[*d.bagian],
        siklus__tahun=d.siklus.tahun,
        status=StatusPenilaian.DITETAPKAN,
    )
    menurut: dict[int, list[str]] = defaultdict(list)
    for e in semua.select_related("siklus").order_by("pegawai_id", "mulai"):
        hasil, perilaku = e.get_rating_hasil_display(), e.get_rating_perilaku_display()
        menurut[e.pegawai_id].append(f"{e.siklus.nama}: hasil kerja {hasil}, perilaku kerja {perilaku}")
    return {
        p: Bahan("Evaluasi periodik", f"{len(b)} evaluasi periodik", tuple(b)) for p, b in menurut.items()
    }


#: Every part, in the order in which it is read.
PEMBUAT: Final[tuple[Pembuat, ...]] = (reflections, periodic_ratings)


def brief(bahan: Sequence[Bahan]) -> str:
    """'ada refleksi, 3 evaluasi periodik'."""
    return ", ".join(b.ringkas for b in bahan)
