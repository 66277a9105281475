"""Who is not done in a cycle, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from kinerja.enums import StatusPenilaian, SumberKinerja, TahapPegawai
from kinerja.models import SiklusPenilaian
from kinerja.reports.tahap import from_ratings
from kinerja.services.bagian import parts_of
from kinerja.services.baris_nilai import rows_of
from pegawai.models import Pegawai


class Sisa(NamedTuple):
    """One reason, how many people, and the first of them by name."""

    sebab: str
    jumlah: int
    nama: list[str]


#: So many names stand beside a reason.
DISEBUT = 10


def unfinished(siklus: SiklusPenilaian) -> list[Sisa]:
    """People of the instansi without a sent rating, by why; each of them once; a fixed number of queries."""
    orang = Pegawai.objects.of_instansi(siklus.instansi_id).order_by("nama", "pk")
    baris = rows_of(siklus)
    belum = orang.exclude(pk__in=baris.order_by().values("pegawai"))
    draf = orang.filter(pk__in=baris.filter(status=StatusPenilaian.DRAF).order_by().values("pegawai"))
    diimpor = siklus.sumber == SumberKinerja.EKINERJA
    dari = "belum ada hasil yang diimpor" if diimpor else "atasan belum menilai"
    bagian = (
        ("atasan penilai belum tercatat", belum.filter(atasan=None)),
        (dari, belum.exclude(atasan=None)),
        ("atasan belum mengirim drafnya", draf),
        ("sebagian masanya belum dinilai", orang.filter(pk__in=_sebagian(siklus))),
    )
    return [s for sebab, siapa in bagian if (s := _sisa(sebab, siapa)).jumlah]


def rating_stages(siklus: SiklusPenilaian) -> Iterable[tuple[int, TahapPegawai]]:
    """How far ratings are; who waits for a part that nobody has begun is as far as they are themself."""
    menunggu = _sebagian(siklus)
    return ((pk, tahap) for pk, tahap in from_ratings(siklus) if pk not in menunggu)


def _sebagian(siklus: SiklusPenilaian) -> set[int]:
    """People with a sent evaluation of one part of the period while another part has none yet."""
    if siklus.tahunan:
        return set()
    baris = rows_of(siklus).order_by()
    terkirim = baris.exclude(status=StatusPenilaian.DRAF).exclude(
        mulai=siklus.masa.mulai, sampai=siklus.masa.sampai
    )
    atasan = dict(terkirim.values_list("pegawai_id", "pegawai__atasan_id"))
    ada = set(baris.filter(pegawai_id__in=atasan).values_list("pegawai_id", "mulai"))
    return {b.pegawai_id for b in parts_of(siklus, atasan) if (b.pegawai_id, b.mulai) not in ada}


def _sisa(sebab: str, siapa: QuerySet[Pegawai]) -> Sisa:
    return Sisa(sebab, siapa.count(), [p.nama for p in siapa[:DISEBUT]])
