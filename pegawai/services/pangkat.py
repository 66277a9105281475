"""A new golongan by SK: one or many, refused one by one where it contradicts what stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakBoleh
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai, RiwayatPangkat
from pegawai.rules.golongan import Golongan
from pegawai.services.riwayat import save_rows

_KOLOM = ("masa_kerja_tahun", "masa_kerja_bulan", "nomor_sk", "sumber")


class PangkatBaru(NamedTuple):
    """What an SK says. `golongan` on the scale of PNS; masa kerja may be unknown."""

    pegawai_id: int
    golongan: int
    tmt: date
    nomor_sk: str
    masa_kerja_tahun: int | None = None
    masa_kerja_bulan: int | None = None


def periksa_pangkat(baru: PangkatBaru, riwayat: Sequence[RiwayatPangkat]) -> RiwayatPangkat | None:
    """The stored row of the same SK, or None; DomainError `pangkat_...` when the SK contradicts another."""
    pns = [p for p in riwayat if p.skala == JenisPegawai.PNS]
    for p in pns:
        if p.tmt == baru.tmt and p.golongan != baru.golongan:
            raise _tolak(p, baru, "pada TMT yang sama")
        if p.tmt < baru.tmt and p.golongan >= baru.golongan:
            raise _tolak(p, baru, "sudah lebih dahulu")
        if p.tmt > baru.tmt and p.golongan <= baru.golongan:
            raise _tolak(p, baru, "dengan TMT yang lebih baru")
    return next((p for p in pns if p.tmt == baru.tmt), None)


def _tolak(ada: RiwayatPangkat, baru: PangkatBaru, kata_letak: str) -> DomainError:
    return DomainError(
        "pangkat_bertentangan",
        f"SK ini menaikkan ke {_nama(baru.golongan)} TMT {kata.tanggal(baru.tmt)}, "
        f"tetapi {_nama(ada.golongan)} TMT {kata.tanggal(ada.tmt)} tercatat {kata_letak}.",
        tindakan="Cocokkan dengan SK aslinya, lalu perbaiki riwayat pangkat atau berkasnya.",
    )


def _nama(golongan: int) -> str:
    return Golongan(JenisPegawai.PNS, golongan).nama


@transaction.atomic
def record_pangkat(
    *, pangkat: Sequence[PangkatBaru], actor: Any, at: datetime, sumber: str
) -> list[RiwayatPangkat]:
    """Write the golongan of each SK; the same SK again fills in what is missing and doubles nothing.

    All or nothing: DomainError as `periksa_pangkat`, TidakBoleh for the actor's own. Callers have
    checked that the actor keeps the records of these people.
    """
    ids = {p.pegawai_id for p in pangkat}
    if actor is not None and actor.pegawai_id in ids:
        raise TidakBoleh(
            "diri_sendiri",
            "Data Anda sendiri harus diubah oleh petugas lain.",
            tindakan="Mintalah rekan Anda di pengelola kepegawaian untuk mencatatnya.",
        )
    orang = list(Pegawai.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk"))
    riwayat: dict[int, list[RiwayatPangkat]] = {pk: [] for pk in ids}
    for r in RiwayatPangkat.objects.filter(pegawai_id__in=ids):
        riwayat[r.pegawai_id].append(r)
    baris = [_baris(p, riwayat[p.pegawai_id], sumber) for p in pangkat]
    for o in orang:
        o.versi += 1
    save_rows(baru=[], berubah=orang, kolom=("versi",), actor=actor, at=at, alasan=sumber)
    save_rows(
        baru=[b for b in baris if b.pk is None],
        berubah=[b for b in baris if b.pk is not None],
        kolom=_KOLOM,
        actor=actor,
        at=at,
        alasan=sumber,
    )
    return baris


def _baris(baru: PangkatBaru, riwayat: Sequence[RiwayatPangkat], sumber: str) -> RiwayatPangkat:
    ada = periksa_pangkat(baru, riwayat)
    baris = ada or RiwayatPangkat(
        pegawai_id=baru.pegawai_id, skala=JenisPegawai.PNS, golongan=baru.golongan, tmt=baru.tmt
    )
    baris.nomor_sk = baru.nomor_sk or baris.nomor_sk
    if baru.masa_kerja_tahun is not None:
        baris.masa_kerja_tahun, baris.masa_kerja_bulan = baru.masa_kerja_tahun, baru.masa_kerja_bulan or 0
    baris.sumber = sumber[:120]
    return baris
