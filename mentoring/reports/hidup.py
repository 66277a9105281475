"""Pairs as HR reads them: dates, counts, progress. Not a word of what the two talk about or want.

A single answer of the pulse is read by nobody; HR reads that both have answered, and who asked for a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from mentoring.enums import Isyarat, Rasa, StatusPasangan, StatusPertemuan, StatusSasaran
from mentoring.models import Apresiasi, DenyutMentoring, Pasangan, Pertemuan, SasaranMentoring
from mentoring.rules.hidup import DIAM, SELANG_DENYUT, Keadaan, signals, silent_days
from pegawai.rules.gabung import Kelompok, Terbuka, gabung_kecil

#: Meetings of so many days are counted for units and for facts.
JENDELA: Final = timedelta(days=90)
#: Units with fewer people in pairs are told together.
PALING_SEDIKIT: Final = 5


class BarisBerjalan(NamedTuple):
    """One running pair. `keduanya`: both answered the pulse within its time."""

    pasangan: Pasangan
    terakhir: date | None
    diam: int
    pertemuan: int
    sasaran: int
    tercapai: int
    keduanya: bool
    isyarat: tuple[Isyarat, ...]


class BarisBerakhir(NamedTuple):
    """One ended pair. `terima_kasih`: the mentee thanked and lets HR count it."""

    pasangan: Pasangan
    pertemuan: int
    jp: int
    terima_kasih: bool
    level: tuple[int | None, int | None]


def running(pengguna: Any, *, per: date) -> QuerySet[Pasangan]:
    """Running pairs whose mentee `pengguna` keeps as HR, with their last meeting; the silent ones first."""
    terjadi = Pertemuan.objects.terjadi().filter(pasangan=OuterRef("pk")).order_by().values("pasangan")
    milik: QuerySet[Pasangan] = Pasangan.objects.dikelola(pengguna).filter(status=StatusPasangan.BERJALAN)
    return milik.annotate(
        terakhir=Subquery(terjadi.annotate(n=Max("pada")).values("n")),
        banyak=Coalesce(Subquery(terjadi.annotate(n=Count("pk")).values("n")), 0),
        sejak=Coalesce("terakhir", F("mulai")),
    ).order_by(F("sejak").asc(nulls_first=True), "pk")


def silent(pengguna: Any, *, per: date) -> QuerySet[Pasangan]:
    """Those that have not met for more than thirty days."""
    lama: dict[str, Any] = {"sejak__lt": per - DIAM}  # annotated by `running`
    return running(pengguna, per=per).filter(**lama)


def running_rows(pasangan: Sequence[Pasangan], *, per: date) -> list[BarisBerjalan]:
    """One page of `running`; three queries."""
    ids = [p.pk for p in pasangan]
    sasaran = _goals(ids)
    dijawab, minta = _pulse(ids, per)
    return [_row(p, sasaran[p.pk], dijawab[p.pk], p.pk in minta, per) for p in pasangan]


def _row(
    p: Any, sasaran: Sequence[tuple[str, date]], penjawab: set[int], minta: bool, per: date
) -> BarisBerjalan:
    berjalan = [batas for status, batas in sasaran if status == StatusSasaran.BERJALAN]
    tercapai = sum(status == StatusSasaran.TERCAPAI for status, _ in sasaran)
    keadaan = Keadaan(p.mulai or per, p.terakhir, berjalan, tercapai, minta)
    return BarisBerjalan(
        pasangan=p,
        terakhir=p.terakhir,
        diam=silent_days(keadaan, per),
        pertemuan=p.banyak,
        sasaran=len(berjalan) + tercapai,
        tercapai=tercapai,
        keduanya={p.mentee_id, p.mentor_pegawai_id} <= penjawab,
        isyarat=signals(keadaan, per),
    )


def _goals(ids: Sequence[int]) -> dict[int, list[tuple[str, date]]]:
    hasil: dict[int, list[tuple[str, date]]] = defaultdict(list)
    semua = SasaranMentoring.objects.filter(pasangan__in=ids).order_by()
    for pasangan, status, batas in semua.values_list("pasangan", "status", "batas"):
        hasil[pasangan].append((status, batas))
    return hasil


def _pulse(ids: Sequence[int], per: date) -> tuple[dict[int, set[int]], set[int]]:
    """Who answered lately, by pair; and pairs in which somebody's last answer asks for a word."""
    dijawab: dict[int, set[int]] = defaultdict(set)
    minta: dict[tuple[int, int], bool] = {}
    semua = DenyutMentoring.objects.filter(pasangan__in=ids, pada__gte=per - SELANG_DENYUT).order_by("pada")
    for pasangan, pegawai, ingin in semua.values_list("pasangan", "pegawai", "minta_disapa"):
        dijawab[pasangan].add(pegawai)
        minta[pasangan, pegawai] = ingin
    return dijawab, {pasangan for (pasangan, _), ingin in minta.items() if ingin}


def ended(pengguna: Any) -> QuerySet[Pasangan]:
    """Pairs that ran and ended, the last one first."""
    terjadi = Pertemuan.objects.terjadi().filter(pasangan=OuterRef("pk")).order_by().values("pasangan")
    terima = Apresiasi.objects.filter(pasangan=OuterRef("pk"), dihitung=True)
    berakhir = Q(status__in=(StatusPasangan.SELESAI, StatusPasangan.TIDAK_BERLANJUT))
    milik: QuerySet[Pasangan] = Pasangan.objects.dikelola(pengguna).filter(berakhir).exclude(mulai=None)
    return milik.annotate(
        banyak=Coalesce(Subquery(terjadi.annotate(n=Count("pk")).values("n")), 0),
        jumlah_jp=Coalesce(Subquery(terjadi.annotate(n=Sum("jp")).values("n")), 0),
        dipuji=Exists(terima),
    ).order_by("-selesai", "-pk")


def ended_rows(pasangan: Sequence[Any]) -> list[BarisBerakhir]:
    """One page of `ended`, which read `akhir` along."""
    return [
        BarisBerakhir(
            pasangan=p,
            pertemuan=p.banyak,
            jp=p.jumlah_jp,
            terima_kasih=bool(p.dipuji),
            level=(p.akhir.level_awal, p.akhir.level_akhir) if hasattr(p, "akhir") else (None, None),
        )
        for p in pasangan
    ]


def by_unit(pengguna: Any, *, per: date) -> Terbuka:
    """Meetings of the last ninety days by the unit of the mentee; small units are told together."""
    milik = Pasangan.objects.dikelola(pengguna).filter(status=StatusPasangan.BERJALAN)
    baru = Q(pertemuan__status=StatusPertemuan.TERJADI, pertemuan__pada__gt=per - JENDELA)
    baris = milik.values("mentee__unit", "mentee__unit__nama").annotate(
        orang=Count("mentee", distinct=True), jumlah=Count("pertemuan", filter=baru)
    )
    semua = [
        Kelompok(b["mentee__unit__nama"] or "Belum punya unit kerja", b["orang"], b["jumlah"])
        for b in baris.order_by("mentee__unit__nama", "mentee__unit")
    ]
    return gabung_kecil(semua, PALING_SEDIKIT, "Unit lain, digabung")


class Kepuasan(NamedTuple):
    """Answers of the last sixty days as numbers; only where enough people answered."""

    penjawab: int
    berguna: int
    mudah: int


def pulse_summary(pengguna: Any, *, per: date) -> Kepuasan | None:
    """How many say yes to each question; None below the smallest number that points at nobody.

    Of months that are over: as HR reads who answered, a count that moves with every answer would tell it.
    """
    awal_bulan = per.replace(day=1)
    milik = DenyutMentoring.objects.filter(
        pasangan__in=Pasangan.objects.dikelola(pengguna),
        pada__gte=awal_bulan - SELANG_DENYUT,
        pada__lt=awal_bulan,
    )
    terakhir: dict[int, tuple[int, int]] = {
        pegawai: (berguna, mudah)
        for pegawai, berguna, mudah in milik.order_by("pada", "pk").values_list("pegawai", "berguna", "mudah")
    }
    if len(terakhir) < PALING_SEDIKIT:
        return None
    return Kepuasan(
        len(terakhir),
        sum(b == Rasa.YA for b, _ in terakhir.values()),
        sum(m == Rasa.YA for _, m in terakhir.values()),
    )
