"""The talent map of a government in numbers, and who stands in one cell of it, for HR of the whole instansi.

The reader is in none of the numbers: HR would otherwise read their own box before its release. Box 1 is a
number and nothing more: no list of it exists, so nobody is nudged to act on it.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet, Subquery

from asn_karier.lib import kata
from asn_karier.lib.aturan import aturan_dari_versi, aturan_per
from karier.enums import Keyakinan
from karier.kamus import LABEL
from karier.kamus.talenta import KINERJA, box_name
from karier.models import HasilEvaluasi, PenetapanKotak, RunEvaluasi
from karier.rules.aturan_talenta import AturanTalenta, Tingkat, susun
from karier.services.keadaan import last_run
from karier.services.sidang_baca import proposals_of
from karier.services.talenta_saya import released_of
from pegawai.enums import Jenjang
from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.reports.posisi import jabatan_pada
from pegawai.services.profil import identities

TANPA_DAFTAR: Final = 1


class Dasar(StrEnum):
    """What the map shows: what the last run proposes, or what was released."""

    USULAN = "usulan"
    DIRILIS = "dirilis"


class Saringan(NamedTuple):
    instansi_id: int
    dasar: Dasar
    unit: UnitKerja | None = None
    jenjang: Jenjang | None = None


class Sel(NamedTuple):
    kotak: int
    nama: str
    jumlah: int

    @property
    def berdaftar(self) -> bool:
        return self.jumlah > 0 and self.kotak != TANPA_DAFTAR


class Peta(NamedTuple):
    """`baris`: performance from high to low, each with potential from low to high. `belum`: without a box."""

    run: RunEvaluasi | None
    baris: list[tuple[str, list[Sel]]]
    jumlah: int
    belum: int


class BarisSel(NamedTuple):
    pegawai_id: int
    nama: str
    jabatan: str
    unit: str
    alasan: str
    keyakinan: str


def talent_map(s: Saringan, pengguna: Any, *, per: date) -> Peta:
    """Counts of the nine boxes; four queries."""
    orang, run = _people(s, pengguna, per), last_run(s.instansi_id)
    if s.dasar is Dasar.DIRILIS:
        jumlah = Counter(_released(orang).values())
        belum = orang.count() - sum(jumlah.values())
    else:
        baris = _rows(run, orang).order_by().values_list("kotak", flat=True)
        jumlah = Counter(k for k in baris if k is not None)
        belum = len(baris) - sum(jumlah.values())
    aturan = susun(aturan_dari_versi(run.versi_aturan) if run else aturan_per(per))
    return Peta(run, _table(jumlah, aturan), sum(jumlah.values()), belum)


def people_of_cell(
    s: Saringan, kotak: int, pengguna: Any, *, per: date, sesudah: int, banyak: int
) -> list[BarisSel]:
    """A page of one cell by person, with why and how sure; of box 1 there is none."""
    run = last_run(s.instansi_id)
    if kotak == TANPA_DAFTAR or (run is None and s.dasar is Dasar.USULAN):
        return []
    orang = _people(s, pengguna, per)
    alasan = _released_reasons if s.dasar is Dasar.DIRILIS else _proposed_reasons
    isi = alasan(orang, run, kotak, sesudah, banyak)
    siapa = identities(Pegawai.objects.filter(pk__in=isi), per=per)
    return [BarisSel(pk, siapa[pk].nama, siapa[pk].jabatan, siapa[pk].unit, *isi[pk]) for pk in isi]


def _people(s: Saringan, pengguna: Any, per: date) -> QuerySet[Any]:
    orang = Pegawai.objects.of_instansi(s.instansi_id).filter(kedudukan_hukum__in=BERTUGAS)
    orang = orang.exclude(pk=pengguna.pegawai_id).order_by()
    if s.unit is not None:
        orang = orang.in_subtree(s.unit)
    if s.jenjang is not None:
        kini = Subquery(jabatan_pada(per).values("jabatan__jenjang")[:1])
        orang = orang.annotate(jenjang_kini=kini).filter(jenjang_kini=s.jenjang)
    return orang


def _rows(run: RunEvaluasi | None, orang: QuerySet[Any]) -> QuerySet[Any]:
    semua: QuerySet[Any] = HasilEvaluasi.objects.filter(run=run) if run else HasilEvaluasi.objects.none()
    return semua.filter(pegawai__in=orang.values("pk"))


def _released(orang: QuerySet[Any]) -> dict[int, int]:
    """The box released last of each."""
    semua = PenetapanKotak.objects.dirilis().filter(pegawai__in=orang.values("pk"))
    return dict(semua.order_by("rilis__pada", "pk").values_list("pegawai_id", "kotak"))


def _table(jumlah: Counter[int], p: AturanTalenta) -> list[tuple[str, list[Sel]]]:
    return [
        (
            KINERJA[y].capitalize(),
            [Sel(k, box_name(k, p), jumlah[k]) for x in Tingkat for k in [int(p.kotak[y][x])]],
        )
        for y in reversed(Tingkat)
    ]


_Isi = dict[int, tuple[str, str]]


def _proposed_reasons(
    orang: QuerySet[Any], run: RunEvaluasi | None, kotak: int, sesudah: int, banyak: int
) -> _Isi:
    baris = _rows(run, orang).filter(kotak=kotak, pegawai_id__gt=sesudah).order_by("pegawai_id")[:banyak]
    return {
        u.pegawai_id: (
            f"Usulan hitungan: kinerja {kata.senti(u.sumbu_y)}, potensial {kata.senti(u.sumbu_x)}",
            u.keyakinan_teks,
        )
        for u in (proposals_of(run, baris) if run else ())
    }


def _released_reasons(
    orang: QuerySet[Any], run: RunEvaluasi | None, kotak: int, sesudah: int, banyak: int
) -> _Isi:
    ids = sorted(pk for pk, k in _released(orang).items() if k == kotak and pk > sesudah)[:banyak]
    semua = released_of(ids)
    return {
        pk: (
            semua[pk].alasan or f"Komite setuju dengan usulan hitungan, {semua[pk].sidang}",
            LABEL[Keyakinan][Keyakinan(semua[pk].keyakinan)],
        )
        for pk in ids
    }
