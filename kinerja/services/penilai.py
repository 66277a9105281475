"""Who may rate and sign: the atasan penilai of today, on duty in the same instansi, or of a past part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from asn_karier.lib.errors import TidakBoleh
from kinerja.models import DelegasiPenilaian, EvaluasiPeriodik, Penilaian, SiklusPenilaian
from kinerja.services.bagian import Bagian, parts_to_rate
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of


@transaction.atomic
def rated_by(*, pegawai_ids: Collection[int], actor: Any) -> list[Pegawai]:
    """These people as recorded now, locked; refused unless `actor` is the atasan penilai of all of them.

    The lock is on the person because the appraisal of a first save is not there to be locked. Two
    queries for one person and for hundreds.
    """
    orang = hold(pegawai_ids)
    for pegawai in orang:
        if actor.pegawai_id is None or actor.pegawai_id != pegawai.atasan_id:
            raise _bukan_atasan()
        if actor.pegawai_id == pegawai.pk:
            raise _diri_sendiri()
    _pastikan_bertugas(orang, actor.pegawai_id)
    return orang


@transaction.atomic
def rated_in(
    *, siklus: SiklusPenilaian, pegawai_ids: Collection[int], actor: Any, untuk: int | None = None
) -> dict[int, Bagian]:
    """The parts of these people in a cycle, the people locked; refused unless `actor` rates all of them.

    `untuk`: the leader for whom `actor` prepares. Who prepares never prepares their own appraisal.
    """
    orang = hold(pegawai_ids)
    penilai_id = actor.pegawai_id if untuk is None else untuk
    if untuk is not None:
        _pastikan_delegasi(actor, untuk, pegawai_ids)
    if penilai_id in pegawai_ids:
        raise _diri_sendiri()
    bagian = parts_to_rate(siklus, penilai_id=penilai_id) if penilai_id else {}
    if len(orang) < len(set(pegawai_ids)) or any(p.pk not in bagian for p in orang):
        raise _bukan_atasan()
    _pastikan_bertugas(orang, penilai_id)
    return {p.pk: bagian[p.pk] for p in orang}


@transaction.atomic
def rated_anew_by(*, hasil: Penilaian | EvaluasiPeriodik, actor: Any) -> None:
    """The person locked; refused unless `actor` rates this result anew.

    Of a quarter or month that is who rated it, as long as they are on duty here; else, and of a year, the
    atasan of today.
    """
    if isinstance(hasil, Penilaian):
        rated_by(pegawai_ids=[hasil.pegawai_id], actor=actor)
        return
    [pegawai] = hold([hasil.pegawai_id])
    bertugas = Pegawai.objects.of_instansi(pegawai.instansi_id).filter(kedudukan_hukum__in=BERTUGAS)
    if not bertugas.filter(pk=hasil.penilai_id or 0).exists():
        rated_by(pegawai_ids=[hasil.pegawai_id], actor=actor)
    elif actor.pegawai_id != hasil.penilai_id:
        raise _bukan_atasan()


def hold(pegawai_ids: Collection[int]) -> list[Pegawai]:
    semua = Pegawai.objects.select_for_update(no_key=True).filter(pk__in=pegawai_ids)
    return list(semua.order_by("pk"))


def leaders_prepared_by(pengguna: Any, *, at: datetime) -> list[Pegawai]:
    """The leaders for whom `pengguna` may prepare ratings now: while on duty in their instansi.

    Days are those of the leader.
    """
    if not pengguna.pegawai_id or pengguna.pegawai.kedudukan_hukum not in BERTUGAS:
        return []
    semua = DelegasiPenilaian.objects.filter(penerima=pengguna.pegawai_id, dicabut_pada=None)
    sini = semua.filter(pemberi__instansi=pengguna.pegawai.instansi_id)
    berlaku = (
        d.pemberi
        for d in sini.select_related("pemberi__unit", "pemberi__instansi")
        if d.mulai <= day_of(d.pemberi, at) <= d.sampai
    )
    return sorted(berlaku, key=lambda p: (p.nama, p.pk))


def _pastikan_delegasi(actor: Any, untuk: int, pegawai_ids: Collection[int]) -> None:
    if actor.pegawai_id in pegawai_ids:
        raise TidakBoleh("diri_sendiri", "Anda tidak dapat menyiapkan penilaian diri Anda sendiri.")
    if untuk not in {p.pk for p in leaders_prepared_by(actor, at=timezone.now())}:
        raise TidakBoleh(
            "tanpa_delegasi",
            "Penilaian ini disiapkan oleh orang yang ditunjuk pejabat penilainya.",
            tindakan="Minta pejabat penilai memberi Anda delegasi di halaman Penilaian.",
        )


def _pastikan_bertugas(orang: Sequence[Pegawai], penilai_id: int | None) -> None:
    penilai = Pegawai.objects.filter(pk=penilai_id or 0, kedudukan_hukum__in=BERTUGAS).first()
    if any(penilai is None or p.instansi_id != penilai.instansi_id for p in orang):
        raise TidakBoleh(
            "atasan_tidak_bertugas",
            "Penilaian ini untuk atasan penilai yang sedang bertugas di instansi pegawai yang bersangkutan.",
            tindakan="Bila data Anda keliru tercatat, sampaikan kepada pengelola kepegawaian.",
        )


def _diri_sendiri() -> TidakBoleh:
    return TidakBoleh("diri_sendiri", "Anda tidak dapat menilai diri Anda sendiri.")


def _bukan_atasan() -> TidakBoleh:
    return TidakBoleh(
        "bukan_atasan",
        "Penilaian ini untuk atasan penilai pegawai yang bersangkutan.",
        tindakan="Bila atasan penilainya keliru tercatat, sampaikan kepada pengelola kepegawaian.",
    )
