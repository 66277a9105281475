"""Feedback as it is read: one's own, of direct reports, and beside a rating. Reading it is noted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import JenisUmpanBalik
from kinerja.models import CatatanPimpinan, UmpanBalik
from kinerja.rules.masa_siklus import Masa
from kinerja.services.catatan_pimpinan import Catatan, read_notes
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of


class Bahan(NamedTuple):
    """What one leader may lay beside a rating: their own notes, and feedback of everybody, kept apart."""

    catatan: list[Catatan]
    kekuatan: list[UmpanBalik]
    perbaikan: list[UmpanBalik]

    @property
    def jumlah(self) -> int:
        return len(self.catatan) + len(self.kekuatan) + len(self.perbaikan)


def feedback_between(*, pegawai: Pegawai, masa: Masa, pengguna: Any) -> Bahan:
    """About `pegawai` in `masa` (their own clock), as `pengguna` may read it; newest first.

    For the present atasan penilai: feedback of everybody, a former atasan too, and their own notes. For
    anybody else: what they wrote themselves. What it returns counts as seen, so that it is not withdrawn
    afterwards. Three queries.
    """
    dalam = _dalam(masa, zone_of(pegawai))
    terbaca = _seen(_tentang(pegawai, pengguna).filter(dikirim_pada__range=dalam), pengguna)
    kekuatan, perbaikan = split(terbaca)
    catatan = read_notes(pengguna=pengguna, pegawai_id=pegawai.pk, antara=dalam)
    return Bahan(catatan, kekuatan, perbaikan)


def feedback_counts(
    *, pegawai: Iterable[Pegawai], masa: Masa, pengguna: Any, bagian: Mapping[int, Masa] | None = None
) -> dict[int, int]:
    """How much `feedback_between` would give for each of `pegawai`; two queries, and nothing is seen.

    `bagian`: the part of `masa` that counts, by person.
    """
    orang = {p.pk: p for p in pegawai}
    hasil = dict.fromkeys(orang, 0)
    umpan = UmpanBalik.objects.visible_to(pengguna).exclude(pegawai=pengguna.pegawai_id or 0)
    catatan = CatatanPimpinan.objects.visible_to(pengguna)
    for semua, kapan in ((umpan, "dikirim_pada"), (catatan, "pada")):
        # A zone is a property of the unit: rows are few, so the edges are checked here.
        lebar = _dalam(masa, "UTC")
        kira = (lebar[0] - timedelta(days=1), lebar[1] + timedelta(days=1))
        baris = semua.filter(pegawai__in=orang, **{f"{kapan}__range": kira})
        for pk, saat in baris.order_by().values_list("pegawai_id", kapan):
            awal, akhir = _dalam((bagian or {}).get(pk, masa), zone_of(orang[pk]))
            hasil[pk] += awal <= saat <= akhir
    return hasil


def last_given(*, pegawai_ids: Collection[int], pengguna: Any) -> dict[int, datetime]:
    """When `pengguna` last gave feedback to each; those who never got any are missing. One query."""
    milik = UmpanBalik.objects.terkirim().filter(pemberi=pengguna.pegawai_id or 0, pegawai__in=pegawai_ids)
    terakhir = milik.order_by().values("pegawai_id").annotate(pada=Max("dikirim_pada"))
    return {b["pegawai_id"]: b["pada"] for b in terakhir}


def given_count(*, pemberi: Pegawai, masa: Masa) -> int:
    """How much feedback somebody gave in `masa` (their own clock): a number, about nobody. One query."""
    milik = UmpanBalik.objects.terkirim().filter(pemberi=pemberi)
    return milik.filter(dikirim_pada__range=_dalam(masa, zone_of(pemberi))).count()


def open_received(*, saya: Pegawai, banyak: int) -> list[UmpanBalik]:
    """The newest feedback about me. It is shown, so it counts as seen."""
    return _show(UmpanBalik.objects.terkirim().filter(pegawai=saya), timezone.now(), banyak)


def open_about(*, pegawai: Pegawai, pengguna: Any, banyak: int) -> list[UmpanBalik]:
    """The newest feedback about a direct report, for their atasan penilai of today."""
    return _seen(_tentang(pegawai, pengguna), pengguna, banyak)


def sent_by(*, saya: Pegawai, banyak: int) -> list[UmpanBalik]:
    """What I sent, the newest first, without what I withdrew."""
    return list(_lengkap(UmpanBalik.objects.terkirim().filter(pemberi=saya))[:banyak])


def open_one(*, umpan_balik_id: int, pengguna: Any, at: datetime) -> UmpanBalik:
    """One feedback with its thread; TidakDitemukan for strangers."""
    satu = UmpanBalik.objects.visible_to(pengguna).filter(pk=umpan_balik_id)
    terlihat = _seen(satu, pengguna, 1, at)
    if not terlihat:
        raise TidakDitemukan("umpan_balik_tidak_ditemukan", "Umpan balik itu tidak ditemukan.")
    return terlihat[0]


def newest_feedback(*, saya: Pegawai, banyak: int) -> list[UmpanBalik]:
    """The newest that I have opened already: a home page is no place for a first surprise."""
    dibuka = UmpanBalik.objects.terkirim().filter(pegawai=saya, dibaca_pada__isnull=False)
    return list(_lengkap(dibuka)[:banyak])


class Hitungan(NamedTuple):
    """Of one person: how much there is and how much of it they have not read; the last day."""

    jumlah: int
    baru: int
    terakhir: datetime | None


def received_count(saya: Pegawai) -> Hitungan:
    """One query; nothing counts as seen."""
    semua = UmpanBalik.objects.terkirim().filter(pegawai=saya)
    h = semua.aggregate(n=Count("pk"), baru=Count("pk", filter=Q(dibaca_pada=None)), t=Max("dikirim_pada"))
    return Hitungan(h["n"], h["baru"], h["t"])


def split(umpan: Iterable[UmpanBalik]) -> tuple[list[UmpanBalik], list[UmpanBalik]]:
    """Strengths, and what can be better."""
    semua = list(umpan)
    kekuatan = [u for u in semua if u.jenis == JenisUmpanBalik.KEKUATAN]
    return kekuatan, [u for u in semua if u.jenis == JenisUmpanBalik.PERBAIKAN]


def _tentang(pegawai: Pegawai, pengguna: Any) -> QuerySet[UmpanBalik]:
    semua: QuerySet[UmpanBalik] = UmpanBalik.objects.visible_to(pengguna).filter(pegawai=pegawai)
    return semua


def _seen(
    semua: QuerySet[UmpanBalik], pengguna: Any, banyak: int | None = None, at: datetime | None = None
) -> list[UmpanBalik]:
    """Read them; those of others count as seen from now on, one's own do not."""
    return _show(semua, at or timezone.now(), banyak, kecuali=pengguna.pegawai_id)


def _show(
    semua: QuerySet[UmpanBalik], at: datetime, banyak: int | None, *, kecuali: int | None = None
) -> list[UmpanBalik]:
    """Marked first and read afterwards: a giver who withdraws at this moment either is told that it was
    seen, or nobody sees it."""
    baru = semua.filter(dilihat_pada=None).exclude(pemberi=kecuali or 0)
    kunci = list(baru.order_by("-dikirim_pada", "-pk").values_list("pk", flat=True)[:banyak])
    if kunci:
        UmpanBalik.objects.filter(pk__in=kunci, ditarik_pada=None, dilihat_pada=None).update(dilihat_pada=at)
    terbaca = semua.filter(Q(dilihat_pada__isnull=False) | Q(pemberi=kecuali or 0))
    return list(_lengkap(terbaca)[:banyak])


def _lengkap(semua: QuerySet[UmpanBalik]) -> QuerySet[UmpanBalik]:
    orang = semua.select_related("pemberi", "pegawai__atasan")
    return orang.prefetch_related("tanggapan__oleh").order_by("-dikirim_pada", "-pk")


def _dalam(masa: Masa, zona_waktu: str) -> tuple[datetime, datetime]:
    """First and last moment of a period."""
    zona = ZoneInfo(zona_waktu)
    akhir = datetime.combine(masa.sampai + timedelta(days=1), time(), tzinfo=zona)
    return datetime.combine(masa.mulai, time(), tzinfo=zona), akhir - timedelta(microseconds=1)
